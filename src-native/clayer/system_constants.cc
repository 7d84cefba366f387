#include "clayer/system_constants.h"

#include <cerrno>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

namespace clayer {

Napi::Object systemConstants(Napi::Env env) {
  Napi::Object constants = Napi::Object::New(env);
#define C_CONSTANT(name, value, since)
#define C_OPTION(name, value, since)
#define C_CHANGED(name, value, since, before)
#define C_SYSTEM(name) constants.Set(#name, static_cast<int>(name));
#include "c-layer/constants.inc"
#undef C_CONSTANT
#undef C_OPTION
#undef C_CHANGED
#undef C_SYSTEM
  return constants;
}

} // namespace clayer
