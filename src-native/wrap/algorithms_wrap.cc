#include "napi/values.h"
#include "ossl/algorithms.h"
#include "wrap/exports.h"
#include "wrap/kinds.h"

namespace wrap {
namespace {

Napi::Array namesArray(Napi::Env env, const std::vector<std::string>& names) {
  return napi::toArray(env, names, [](Napi::Env inner, const std::string& name) { return Napi::String::New(inner, name); });
}

// libraryGroups(library)
Napi::Value libraryGroups(const Napi::CallbackInfo& info) {
  return namesArray(info.Env(), ossl::readGroups(*napi::handleAt<const library::Library>(info, 0)));
}

// contextGroups(context)
Napi::Value contextGroups(const Napi::CallbackInfo& info) {
  const auto context = napi::handleAt<ossl::Context>(info, 0);
  return namesArray(info.Env(), ossl::readGroups(context->api(), context->get()));
}

// librarySignatureSchemes(library)
Napi::Value librarySignatureSchemes(const Napi::CallbackInfo& info) {
  return namesArray(info.Env(), ossl::readSignatureSchemes(napi::handleAt<const library::Library>(info, 0)->api));
}

} // namespace

void exportAlgorithms(Napi::Object exports) {
  exportFunction(exports, "libraryGroups", libraryGroups);
  exportFunction(exports, "contextGroups", contextGroups);
  exportFunction(exports, "librarySignatureSchemes", librarySignatureSchemes);
}

} // namespace wrap
