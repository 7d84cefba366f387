#include "napi/values.h"
#include "wrap/exports.h"
#include "wrap/kinds.h"

namespace wrap {
namespace {

using library::Isolation;
using library::Library;

const char* isolationName(Isolation state) {
  switch (state) {
  case Isolation::isolated:
    return "isolated";
  case Isolation::embedded:
    return "embedded";
  case Isolation::shared:
    return "shared";
  case Isolation::failed:
    break;
  }
  return "failed";
}

Napi::Value loadRecord(Napi::Env env, const library::LoadResult& result) {
  Napi::Object record = Napi::Object::New(env);
  if (result.library == nullptr) {
    record.Set("reason", result.reason);
    record.Set("mixed", result.mixed);
    return record;
  }
  const Library& loaded = *result.library;
  Napi::Object isolation = Napi::Object::New(env);
  isolation.Set("state", isolationName(loaded.isolation.state));
  isolation.Set("detail", loaded.isolation.detail);
  record.Set("library", napi::makeHandle(env, result.library));
  record.Set("versionText", loaded.versionText);
  record.Set("versionNumber", static_cast<double>(loaded.versionNumber));
  record.Set("cryptoFile", loaded.cryptoFile);
  record.Set("sslFile", loaded.sslFile);
  record.Set("isolation", isolation);
  return record;
}

// openLibrary(cryptoFile, sslFile)
Napi::Value openLibrary(const Napi::CallbackInfo& info) {
  return loadRecord(info.Env(), library::loadFiles(info[0].As<Napi::String>(), info[1].As<Napi::String>()));
}

// openKnownCopy(cryptoFile, sslFile): of a copy that another environment may have made
Napi::Value openKnownCopy(const Napi::CallbackInfo& info) {
  return loadRecord(info.Env(), library::loadKnownCopy(info[0].As<Napi::String>(), info[1].As<Napi::String>()));
}

// openCopy(cryptoFile, sslFile, cryptoCopy, sslCopy)
Napi::Value openCopy(const Napi::CallbackInfo& info) {
  return loadRecord(info.Env(), library::loadCopy(info[0].As<Napi::String>(), info[1].As<Napi::String>(), info[2].As<Napi::String>(),
                                                  info[3].As<Napi::String>()));
}

// openNodesOwn()
Napi::Value openNodesOwn(const Napi::CallbackInfo& info) { return loadRecord(info.Env(), library::loadNodesOwn()); }

// fileLoadedAs(soname): '' if the process has no library of that name
Napi::Value fileLoadedAs(const Napi::CallbackInfo& info) {
  return Napi::String::New(info.Env(), library::SharedLibrary::fileLoadedAs(info[0].As<Napi::String>()));
}

// libraryHas(library, name)
Napi::Value libraryHas(const Napi::CallbackInfo& info) {
  const std::string name = info[1].As<Napi::String>();
  return Napi::Boolean::New(info.Env(), napi::handleAt<const Library>(info, 0)->has(name));
}

// libraryDefaultPaths(library)
Napi::Value libraryDefaultPaths(const Napi::CallbackInfo& info) {
  const library::Api& api = napi::handleAt<const Library>(info, 0)->api;
  Napi::Object record = Napi::Object::New(info.Env());
  record.Set("file", api.X509_get_default_cert_file());
  record.Set("fileVariable", api.X509_get_default_cert_file_env());
  record.Set("directory", api.X509_get_default_cert_dir());
  record.Set("directoryVariable", api.X509_get_default_cert_dir_env());
  return record;
}

// libraryLiveObjects(library)
Napi::Value libraryLiveObjects(const Napi::CallbackInfo& info) {
  const library::LiveObjects& live = napi::handleAt<const Library>(info, 0)->live;
  Napi::Object record = Napi::Object::New(info.Env());
  record.Set("contexts", static_cast<double>(live.contexts));
  record.Set("connections", static_cast<double>(live.connections));
  record.Set("bios", static_cast<double>(live.bios));
  record.Set("sessions", static_cast<double>(live.sessions));
  record.Set("libraryContexts", static_cast<double>(live.libraryContexts));
  return record;
}

} // namespace

void exportLibrary(Napi::Object exports) {
  exportFunction(exports, "openLibrary", openLibrary);
  exportFunction(exports, "openKnownCopy", openKnownCopy);
  exportFunction(exports, "openCopy", openCopy);
  exportFunction(exports, "openNodesOwn", openNodesOwn);
  exportFunction(exports, "fileLoadedAs", fileLoadedAs);
  exportFunction(exports, "libraryHas", libraryHas);
  exportFunction(exports, "libraryDefaultPaths", libraryDefaultPaths);
  exportFunction(exports, "libraryLiveObjects", libraryLiveObjects);
}

} // namespace wrap
