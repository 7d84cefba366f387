#include "clayer/environment.h"

#include "clayer/call.h"
#include "clayer/rows.h"

namespace clayer {

Environment*& currentEnvironment() {
  thread_local Environment* current = nullptr;
  return current;
}

Napi::Error Environment::error(const std::string& code, const std::string& argument, const std::string& message) const {
  const Napi::Value made =
      errorFactory_.Call({Napi::String::New(env_, code), Napi::String::New(env_, argument), Napi::String::New(env_, message)});
  return {env_, made};
}

Napi::Object Environment::storageOf(const Napi::Object& handle) {
  if (storageKey_.IsEmpty()) storageKey_ = Napi::Reference<Napi::Symbol>::New(Napi::Symbol::New(env_, "kept"), 1);
  Napi::Object owner = handle;
  const Napi::Symbol key = storageKey_.Value();
  const Napi::Value known = owner.Get(key);
  if (known.IsObject()) return known.As<Napi::Object>();
  Napi::Object storage = Napi::Object::New(env_);
  napi_property_descriptor property{};
  property.name = key;
  property.value = storage;
  property.attributes = napi_default; // neither shown nor changed
  napi_define_properties(env_, owner, 1, &property);
  return storage;
}

Napi::Object Environment::sectionOf(const Napi::Object& handle, const char* section) {
  Napi::Object storage = storageOf(handle);
  const Napi::Value known = storage.Get(section);
  if (known.IsObject()) return known.As<Napi::Object>();
  Napi::Object made = Napi::Object::New(env_);
  storage.Set(section, made);
  return made;
}

void Environment::settleLate() {
  std::vector<Late> now;
  now.swap(late);
  for (const Late& each : now) giveBack(*each.library, each.kind, each.pointer, each.count);
}

Napi::Object Environment::bind(const LibraryRef& library) {
  for (const auto& [known, functions] : bindings_) {
    if (isSameLibrary(*known, *library)) return functions.Value();
  }
  Napi::Object functions = Napi::Object::New(env_);
  eachRow([&](const Row& row) {
    Bound& bound = bound_.emplace_back();
    bound.environment = this;
    bound.library = library;
    bound.row = &row;
    functions.Set(row.name, Napi::Function::New<Call::dispatch>(env_, row.name, &bound));
  });
  bindings_.emplace_back(library, Napi::Persistent(functions));
  return functions;
}

} // namespace clayer
