// Owns: the way from a C callback to the function of JavaScript that the program has set. What it throws is kept by the call that runs, and
// OpenSSL gets the answer that fails.
// Must not know: which callbacks there are (custom_callbacks*.cc).
#pragma once

#include "clayer/argument_out.h"
#include "clayer/custom.h"
#include "clayer/result.h"

#include <cstring>

namespace clayer {

struct Heard {
  Napi::Function function;
  Napi::Value arg;
};

// What a handle was given under a name; nothing where it has none.
[[nodiscard]] std::optional<Heard> heardBy(Environment& environment, const std::shared_ptr<Body>& body, const char* name);
// The same for a connection, from where OpenSSL takes it: the SSL, the context that it has now, or the one that it was made from.
[[nodiscard]] std::optional<Heard> heardBySsl(Call& call, void* ssl, const char* name);
[[nodiscard]] std::optional<Heard> heardByContext(Call& call, void* context, const char* name);

// Keeps the function at argument `index` (null takes it away) for the handle at argument 0. True if there is one.
bool setHeard(Call& call, size_t index, const char* name);
void setArgument(Call& call, const char* name, const Napi::Value& arg);
// What was set so, for the handle at argument 0; null without it.
[[nodiscard]] Napi::Value argumentOf(Call& call, const char* name);
// The function that was set for the handle at argument 0, or null: SSL_CTX_get_verify_callback and its kin.
[[nodiscard]] Napi::Value heardValue(Call& call, KindId kind, const char* name);
// What a new SSL takes over from its context.
void inherit(Environment& environment, const Napi::Object& context, const Napi::Object& ssl);

// Runs `body` for the call in which OpenSSL calls back. Outside of one, and where it throws, the answer is `failing`.
template <typename Answer, typename Body>
Answer calledBack(Answer failing, Body body) {
  Environment* environment = currentEnvironment();
  if (environment == nullptr || environment->innermost == nullptr) return failing;
  Call& call = *environment->innermost;
  const int kept = errno;
  const Napi::HandleScope scope(environment->env());
  Answer answer = failing;
  try {
    answer = body(call);
  } catch (const Napi::Error& error) {
    call.keepError(error);
  }
  errno = kept;
  return answer;
}

// A callback's handle for what is gone when it returns.
class Passing {
public:
  Passing(Call& call, KindId kind, void* pointer);
  ~Passing();
  Passing(const Passing&) = delete;
  Passing& operator=(const Passing&) = delete;
  [[nodiscard]] Napi::Value value() const { return value_; }

private:
  std::shared_ptr<Body> body_;
  Napi::Value value_;
};

// A buffer of C's for a callback to fill: a Uint8Array of its size, copied back and wiped.
class Filled {
public:
  // `isGiven`: it has bytes that the callback may need.
  Filled(Call& call, void* target, size_t size, bool isGiven = false);
  [[nodiscard]] Napi::Value value() const { return bytes_; }
  void take();

private:
  void* target_;
  size_t size_;
  Napi::Buffer<unsigned char> bytes_;
};

// A cell { value } for what a callback gives back through a pointer.
[[nodiscard]] Napi::Object cellWith(Call& call, const Napi::Value& value);
// The bytes that a callback has put into its cell, where they live until the next callback of this SSL: OpenSSL copies them when it is
// back.
struct HeldBytes {
  unsigned char* data;
  size_t size;
};
[[nodiscard]] HeldBytes heldBytes(Call& call, void* ssl, const Napi::Object& cell, size_t longest);
// The callback by which ALPN and NPN choose: cb(ssl, out: { value: Uint8Array }, in, inlen, arg). Without one, the answer is `unheard`.
int chooseProtocol(void* ssl, const char* name, int unheard, const unsigned char* in, unsigned int inSize, unsigned char** out,
                   unsigned char* outSize);
// The handle that a callback has put into its cell, one reference of which goes over to OpenSSL; null without one.
[[nodiscard]] void* handedOver(Call& call, const Napi::Value& given, KindId kind, const char* what);

[[nodiscard]] int intOf(const Napi::Value& value, int otherwise);
[[nodiscard]] inline Napi::Value number(Call& call, double value) { return Napi::Number::New(call.env(), value); }
[[nodiscard]] inline Napi::Value copyOf(Call& call, const unsigned char* data, size_t size) {
  return Napi::Buffer<unsigned char>::Copy(call.env(), data, size);
}
[[nodiscard]] inline Napi::Value sslOf(Call& call, void* ssl) { return call.give(KindId::SSL, ssl, Ownership::borrowed, nullptr); }

// X_set_…_cb(object, function), which the library exports under the row's name.
template <typename Function>
Napi::Value setCallback(Call& call, KindId kind, const char* name, Function* function) {
  void* object = call.handle(0, kind, false)->pointer;
  const bool isSet = setHeard(call, 1, name);
  const auto run = call.need<void(void*, Function*)>(call.row().name);
  call.inC([&]() { run(object, isSet ? function : nullptr); });
  return call.env().Undefined();
}

// X_set_…_cb(object, function, arg): the function finds the argument where it finds the callback.
template <typename Function>
Napi::Value setCallbackWithArgument(Call& call, KindId kind, const char* name, Function* function) {
  void* object = call.handle(0, kind, false)->pointer;
  const bool isSet = setHeard(call, 1, name);
  setArgument(call, name, call.value(2));
  const auto run = call.need<void(void*, Function*, void*)>(call.row().name);
  call.inC([&]() { run(object, isSet ? function : nullptr, call.owner().get()); });
  return call.env().Undefined();
}

// A macro over SSL_CTX_callback_ctrl.
Napi::Value setByControl(Call& call, const char* name, int command, void (*function)());

} // namespace clayer
