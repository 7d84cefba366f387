// Owns: a C handle in JavaScript: an opaque object for one body, the same object as long as it is in use, and the safety net under it.
// Must not know: which functions use it.
#pragma once

#include "clayer/environment.h"

namespace clayer {

// What the JavaScript object carries. `body` is null once another object stands for the same body.
struct Holder {
  std::shared_ptr<Body> body;
  std::shared_ptr<Environment> environment;
  napi_ref self = nullptr; // weak
  int64_t weight = 0;
};

// The body of a handle, whatever its state; null for anything else.
[[nodiscard]] std::shared_ptr<Body> bodyOf(Napi::Env env, const Napi::Value& value);

// The object that stands for the body.
[[nodiscard]] Napi::Object objectOf(Environment& environment, const std::shared_ptr<Body>& body);

enum class Ownership : std::uint8_t { owned, borrowed, fixed };

// The body of a pointer that OpenSSL gave. With `owned`, one reference is JavaScript's from now on.
[[nodiscard]] std::shared_ptr<Body> bodyFor(Environment& environment, const LibraryRef& library, KindId kind, void* pointer,
                                            Ownership ownership, const std::shared_ptr<Body>& parent);

// `keeper` keeps `kept` from being collected, until something else is kept under the same name.
void keep(Environment& environment, const Napi::Object& keeper, const std::string& name, const Napi::Object& kept);

} // namespace clayer
