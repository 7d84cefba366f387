// Owns: moving plain values between JavaScript and C++. TypeScript has validated them: a value of another type here is a bug of ours
// and throws node-addon-api's own error.
// Must not know: OpenSSL.
#pragma once

#include <napi.h>
#include <optional>
#include <string>
#include <vector>

namespace napi {

std::optional<std::string> optionalString(const Napi::Object& object, const char* name);
std::optional<std::string> optionalBytes(const Napi::Object& object, const char* name);
std::optional<int> optionalInt(const Napi::Object& object, const char* name);

// Of a value that may be undefined or null.
std::optional<std::string> stringOf(const Napi::Value& value);
std::optional<std::string> byteStringOf(const Napi::Value& value);
std::optional<int> intOf(const Napi::Value& value);

// Empty where there is none.
std::vector<std::string> strings(const Napi::Object& object, const char* name);

struct Bytes {
  unsigned char* data = nullptr; // valid until JavaScript runs again
  size_t size = 0;
};
Bytes bytesAt(const Napi::CallbackInfo& info, size_t index);

// The same for a call in which JavaScript may run: it could take the memory away (ArrayBuffer.prototype.transfer) while it is in use. With
// `apart` the call works on a copy.
class SteadyBytes {
public:
  SteadyBytes(const Napi::CallbackInfo& info, size_t index, bool apart);
  [[nodiscard]] unsigned char* data() const { return bytes_.data; }
  [[nodiscard]] size_t size() const { return bytes_.size; }
  // Puts the first `count` bytes where the caller finds them. Throws if they are not there any more.
  void giveBack(const Napi::CallbackInfo& info, size_t count) const;

private:
  size_t index_;
  std::vector<unsigned char> own_;
  Bytes bytes_;
};

Napi::Value toValue(Napi::Env env, const std::optional<std::string>& text); // null where there is none
Napi::Uint8Array copyOf(Napi::Env env, const std::vector<unsigned char>& bytes);

// Makes an array by converting each element.
template <typename List, typename Convert>
Napi::Array toArray(Napi::Env env, const List& list, Convert convert) {
  Napi::Array array = Napi::Array::New(env, list.size());
  uint32_t index = 0;
  for (const auto& element : list) array.Set(index++, convert(env, element));
  return array;
}

// False once the environment is being stopped (worker.terminate()): nothing will run in it again. Runs no JavaScript.
[[nodiscard]] bool canRunJavaScript(Napi::Env env);

} // namespace napi
