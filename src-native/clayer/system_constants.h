// Owns: the numbers of the machine that C programs around OpenSSL use: address families, poll's events, errno.
#pragma once

#include <napi.h>

namespace clayer {

[[nodiscard]] Napi::Object systemConstants(Napi::Env env);

} // namespace clayer
