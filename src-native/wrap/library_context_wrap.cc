#include "ossl/library_context.h"

#include "napi/values.h"
#include "ossl/modules.h"
#include "wrap/exports.h"
#include "wrap/kinds.h"
#include "wrap/records.h"

namespace wrap {
namespace {

using ossl::LibraryContext;

// Roughly what an OSSL_LIB_CTX with the default provider takes.
constexpr int64_t kLibraryContextWeight = int64_t{512} * 1024;

const std::shared_ptr<LibraryContext>& contextAt(const Napi::CallbackInfo& info) {
  const auto& context = napi::handleAt<LibraryContext>(info, 0);
  if (context == nullptr) throw Napi::Error::New(info.Env(), "the library context is closed");
  return context;
}

int providerAt(const Napi::CallbackInfo& info) { return info[1].As<Napi::Number>().Int32Value(); }

Napi::Value providerRecord(Napi::Env env, const ossl::ProviderInfo& provider) {
  Napi::Object record = Napi::Object::New(env);
  record.Set("name", provider.name);
  record.Set("version", napi::toValue(env, provider.version));
  record.Set("buildInfo", napi::toValue(env, provider.buildInfo));
  record.Set("running", provider.running ? Napi::Value(Napi::Boolean::New(env, *provider.running)) : Napi::Value(env.Null()));
  return record;
}

// createLibraryContext(library, { modules, config, properties })
Napi::Value createLibraryContext(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const auto options = info[1].As<Napi::Object>();
  const ossl::LibraryContextSettings settings{napi::optionalString(options, "modules"), napi::optionalString(options, "config"),
                                              napi::optionalString(options, "properties")};
  ossl::SettingFailure failure;
  auto context = LibraryContext::create(napi::handleAt<const library::Library>(info, 0), settings, failure);
  if (context == nullptr) return refusal(env, failure);
  Napi::Object result = Napi::Object::New(env);
  result.Set("context", napi::makeHandle(env, std::move(context), kLibraryContextWeight));
  return result;
}

// defaultLibraryContext(library)
Napi::Value defaultLibraryContext(const Napi::CallbackInfo& info) {
  return napi::makeHandle(info.Env(), LibraryContext::ofDefault(napi::handleAt<const library::Library>(info, 0)));
}

// libraryContextClose(context)
Napi::Value libraryContextClose(const Napi::CallbackInfo& info) {
  napi::handleAt<LibraryContext>(info, 0).reset();
  napi::lighten<LibraryContext>(info, 0, 0);
  return info.Env().Undefined();
}

// libraryContextLoad(context, { name, module, retainFallbacks, parameters: [name, value][] })
Napi::Value libraryContextLoad(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const auto options = info[1].As<Napi::Object>();
  ossl::ProviderSettings settings;
  settings.name = options.Get("name").As<Napi::String>();
  settings.module = napi::optionalString(options, "module");
  settings.retainFallbacks = options.Get("retainFallbacks").ToBoolean();
  const auto parameters = options.Get("parameters").As<Napi::Array>();
  for (uint32_t i = 0; i < parameters.Length(); ++i) {
    const auto pair = parameters.Get(i).As<Napi::Array>();
    settings.parameters.emplace_back(pair.Get(0U).As<Napi::String>(), pair.Get(1U).As<Napi::String>());
  }
  ossl::SettingFailure failure;
  const std::optional<int> provider = contextAt(info)->load(settings, failure);
  if (!provider) return refusal(env, failure);
  Napi::Object result = Napi::Object::New(env);
  result.Set("provider", *provider);
  return result;
}

// libraryContextUnload(context, provider)
Napi::Value libraryContextUnload(const Napi::CallbackInfo& info) {
  ossl::SettingFailure failure;
  if (contextAt(info)->unload(providerAt(info), failure)) return info.Env().Undefined();
  return refusal(info.Env(), failure);
}

// libraryContextSelfTest(context, provider)
Napi::Value libraryContextSelfTest(const Napi::CallbackInfo& info) {
  ossl::SettingFailure failure;
  if (contextAt(info)->selfTest(providerAt(info), failure)) return info.Env().Undefined();
  return refusal(info.Env(), failure);
}

// libraryContextProvider(context, provider)
Napi::Value libraryContextProvider(const Napi::CallbackInfo& info) {
  return providerRecord(info.Env(), contextAt(info)->info(providerAt(info)));
}

// libraryContextProviders(context)
Napi::Value libraryContextProviders(const Napi::CallbackInfo& info) {
  return napi::toArray(info.Env(), contextAt(info)->providers(), providerRecord);
}

// libraryContextAvailable(context, name)
Napi::Value libraryContextAvailable(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), contextAt(info)->available(info[1].As<Napi::String>()));
}

// openModule(library, file): { file, reason }, one of them empty
Napi::Value openModule(const Napi::CallbackInfo& info) {
  const library::OpenedModule opened = library::openModule(*napi::handleAt<const library::Library>(info, 0), info[1].As<Napi::String>());
  Napi::Object record = Napi::Object::New(info.Env());
  record.Set("file", opened.file);
  record.Set("reason", opened.reason);
  return record;
}

// renameLibrary(image, [from, to][]): the image with its names changed, null if that is not possible
Napi::Value renameLibrary(const Napi::CallbackInfo& info) {
  const napi::Bytes bytes = napi::bytesAt(info, 0);
  std::map<std::string, std::string> names;
  const auto pairs = info[1].As<Napi::Array>();
  for (uint32_t i = 0; i < pairs.Length(); ++i) {
    const auto pair = pairs.Get(i).As<Napi::Array>();
    names.emplace(pair.Get(0U).As<Napi::String>(), pair.Get(1U).As<Napi::String>());
  }
  std::string image(reinterpret_cast<const char*>(bytes.data), bytes.size);
  if (!library::renameInElf(image, names)) return info.Env().Null();
  return napi::copyOf(info.Env(), std::vector<unsigned char>(image.begin(), image.end()));
}

} // namespace

void exportLibraryContext(Napi::Object exports) {
  exportFunction(exports, "createLibraryContext", createLibraryContext);
  exportFunction(exports, "defaultLibraryContext", defaultLibraryContext);
  exportFunction(exports, "libraryContextClose", libraryContextClose);
  exportFunction(exports, "libraryContextLoad", libraryContextLoad);
  exportFunction(exports, "libraryContextUnload", libraryContextUnload);
  exportFunction(exports, "libraryContextSelfTest", libraryContextSelfTest);
  exportFunction(exports, "libraryContextProvider", libraryContextProvider);
  exportFunction(exports, "libraryContextProviders", libraryContextProviders);
  exportFunction(exports, "libraryContextAvailable", libraryContextAvailable);
  exportFunction(exports, "openModule", openModule);
  exportFunction(exports, "renameLibrary", renameLibrary);
}

} // namespace wrap
