// Owns: public keys and what is expected of them, on their way between JavaScript and native code.
#pragma once

#include "napi/values.h"
#include "ossl/raw_keys.h"

namespace wrap {

// Of the member `rawKeys` of `options`, which may be undefined.
[[nodiscard]] ossl::RawKeySettings rawKeysOf(const Napi::Object& options);

// null of null
[[nodiscard]] Napi::Value publicKeyRecord(Napi::Env env, const ossl::Api& api, const EVP_PKEY* key);

} // namespace wrap
