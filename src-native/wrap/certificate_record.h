// Owns: a certificate as a plain record.
#pragma once

#include "ossl/certificate.h"

#include <napi.h>

namespace wrap {

Napi::Object certificateRecord(Napi::Env env, const ossl::Certificate& certificate);

} // namespace wrap
