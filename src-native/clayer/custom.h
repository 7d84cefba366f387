// Owns: the names of the functions that have a body of their own, as the table lists them.
// Must not know: the bodies (custom_*.cc).
#pragma once

#include "clayer/call.h"

namespace clayer::custom {

#define C_FUNCTION(home, since, until, result, name, parameters)
#define C_RENAMED(home, since, until, result, name, parameters, before)
#define C_CTRL(since, until, result, name, parameters, controller, command, larg)
#define C_CUSTOM(home, since, until, result, name, parameters) Napi::Value name(Call& call);
#include "c-layer/bio.inc"
#include "c-layer/crypto.inc"
#include "c-layer/session.inc"
#include "c-layer/ssl.inc"
#include "c-layer/ssl_ctx.inc"
#include "c-layer/x509.inc"
#undef C_FUNCTION
#undef C_RENAMED
#undef C_CTRL
#undef C_CUSTOM

} // namespace clayer::custom
