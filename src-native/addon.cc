// Owns: what the addon hands to the environment that loads it, and nothing else. What lives, lives in handles that the environment's
// garbage collector owns, so every worker thread has its own; what is kept for an environment is in wrap/environment.h.
#include "clayer/exports.h"
#include "wrap/environment.h"
#include "wrap/exports.h"

namespace {

Napi::Object initialise(Napi::Env env, Napi::Object exports) {
  env.SetInstanceData(std::make_unique<wrap::Environment>().release()); // Node-API frees it with the environment
  wrap::exportRecords(exports);
  wrap::exportLibrary(exports);
  wrap::exportCompression(exports);
  wrap::exportLibraryContext(exports);
  wrap::exportContext(exports);
  wrap::exportEngine(exports);
  wrap::exportDatagrams(exports);
  wrap::exportDescriptor(exports);
  wrap::exportConnection(exports);
  wrap::exportSocket(exports);
  wrap::exportSession(exports);
  wrap::exportObserve(exports);
  wrap::exportAsker(exports);
  wrap::exportRawKeys(exports);
  wrap::exportAlgorithms(exports);
  wrap::exportVerification(exports);
  wrap::exportEch(exports);
  wrap::exportPool(exports);
  wrap::exportKeys(exports);
  clayer::exportCLayer(exports);
  return exports;
}

} // namespace

NODE_API_MODULE(openssl_shim, initialise)
