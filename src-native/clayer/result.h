// Owns: what a result of each kind becomes.
// Must not know: arguments.
#pragma once

#include "clayer/argument_stack.h"

namespace clayer {

// using C; static bool succeeded(C); static Napi::Value out(Call&, C)
template <typename Word>
struct Result;

template <NumberWord Word>
struct Result<Word> {
  using C = typename Number<Word>::C;
  static bool succeeded(C value) { return value > 0; }
  static Napi::Value out(Call& call, C value) { return Number<Word>::out(call.env(), value); }
};

template <>
struct Result<Text> {
  using C = const char*;
  static bool succeeded(C value) { return value != nullptr; }
  static Napi::Value out(Call& call, C value) {
    return value != nullptr ? Napi::Value(Napi::String::New(call.env(), value)) : call.env().Null();
  }
};
template <>
struct Result<OwnedText> {
  using C = char*;
  static bool succeeded(C value) { return value != nullptr; }
  static Napi::Value out(Call& call, C value) {
    const Napi::Value text = Result<Text>::out(call, value);
    if (value != nullptr) call.api().CRYPTO_free(value, __FILE__, __LINE__);
    return text;
  }
};
template <>
struct Result<View> {
  using C = const unsigned char*;
  static bool succeeded(C value) { return value != nullptr; }
  static Napi::Value out(Call& call, C value) {
    if (value == nullptr) return call.env().Null();
    return Napi::Buffer<unsigned char>::Copy(call.env(), value, call.outLength);
  }
};

template <typename T, Ownership ownership>
struct HandleResult {
  using C = T*;
  static bool succeeded(C value) { return value != nullptr; }
  static Napi::Value out(Call& call, C value) { return call.give(kindOf<T>, value, ownership); }
};
template <typename T>
struct Result<Owned<T>> : HandleResult<T, Ownership::owned> {};
template <typename T>
struct Result<Borrowed<T>> : HandleResult<T, Ownership::borrowed> {};
template <typename T>
struct Result<Static<T>> : HandleResult<T, Ownership::fixed> {};

template <typename T, Ownership ownership>
struct StackResult {
  using C = void*;
  static bool succeeded(C value) { return value != nullptr; }
  static Napi::Value out(Call& call, C value) { return arrayOf(call, kindOf<T>, value, ownership); }
};
template <typename T>
struct Result<StackOwned<T>> : StackResult<T, Ownership::owned> {};
template <typename T>
struct Result<StackBorrowed<T>> : StackResult<T, Ownership::borrowed> {};

} // namespace clayer
