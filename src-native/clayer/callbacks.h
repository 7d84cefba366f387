// Owns: the way from a C callback to the function of JavaScript that the program has set. What it throws is kept by the call that runs, and
// OpenSSL gets the answer that fails.
// Must not know: which callbacks there are (custom_callbacks*.cc).
#pragma once

#include "clayer/argument_out.h"
#include "clayer/custom.h"
#include "clayer/result.h"

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

[[nodiscard]] int intOf(const Napi::Value& value, int otherwise);
[[nodiscard]] inline Napi::Value number(Call& call, double value) { return Napi::Number::New(call.env(), value); }
[[nodiscard]] inline Napi::Value sslOf(Call& call, void* ssl) { return call.give(KindId::SSL, ssl, Ownership::borrowed, nullptr); }

} // namespace clayer
