// Owns: which functions free what another one has handed out: the handles of that are gone then.
#pragma once

#include "clayer/call.h"

namespace clayer {

void killInvalidated(Call& call);

} // namespace clayer
