// Owns: what the C layer adds to the addon's exports.
#pragma once

#include <napi.h>

namespace clayer {

void exportCLayer(Napi::Object exports);

} // namespace clayer
