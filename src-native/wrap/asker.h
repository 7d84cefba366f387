// Owns: the way from OpenSSL's questions to the one JavaScript function of an environment that answers them.
#pragma once

#include "ossl/asking.h"

#include <napi.h>

namespace wrap {

// Null as long as no function is set.
std::shared_ptr<ossl::Asker> askerOf(Napi::Env env);

} // namespace wrap
