// Owns: what the addon hands to the environment that loads it, and nothing else. There is no per-environment state: what lives, lives
// in handles that the environment's garbage collector owns, so every worker thread has its own.
#include "wrap/exports.h"

namespace {

Napi::Object initialise(Napi::Env, Napi::Object exports) {
  wrap::exportLibrary(exports);
  wrap::exportContext(exports);
  wrap::exportEngine(exports);
  wrap::exportConnection(exports);
  wrap::exportSocket(exports);
  wrap::exportSession(exports);
  wrap::exportObserve(exports);
  wrap::exportVerification(exports);
  return exports;
}

} // namespace

NODE_API_MODULE(openssl_shim, initialise)
