#include "clayer/exports.h"

#include "clayer/environment.h"
#include "clayer/system_constants.h"
#include "wrap/kinds.h"

namespace clayer {
namespace {

using Shared = std::shared_ptr<Environment>;

// One for each environment: the functions carry it.
template <Napi::Value (*run)(const Napi::CallbackInfo&, Environment&)>
void add(Napi::Object exports, const char* name, const Shared& environment) {
  const auto call = [environment](const Napi::CallbackInfo& info) { return run(info, *environment); };
  exports.Set(name, Napi::Function::New(exports.Env(), call, name));
}

// bindCLayer(library): the object of all functions over it
Napi::Value bindCLayer(const Napi::CallbackInfo& info, Environment& environment) {
  return environment.bind(napi::handleAt<const library::Library>(info, 0));
}

// setCLayerErrorFactory(function (code, argument, message): Error)
Napi::Value setCLayerErrorFactory(const Napi::CallbackInfo& info, Environment& environment) {
  environment.setErrorFactory(info[0].As<Napi::Function>());
  return info.Env().Undefined();
}

Napi::Value cSystemConstants(const Napi::CallbackInfo& info, Environment&) { return systemConstants(info.Env()); }

} // namespace

void exportCLayer(Napi::Object exports) {
  const auto environment = std::make_shared<Environment>(exports.Env());
  add<bindCLayer>(exports, "bindCLayer", environment);
  add<setCLayerErrorFactory>(exports, "setCLayerErrorFactory", environment);
  add<cSystemConstants>(exports, "cSystemConstants", environment);
}

} // namespace clayer
