// Owns: C's numbers from and to JavaScript, without loss: a number that is no integer or does not fit is refused.
// Must not know: handles.
#pragma once

#include "clayer/call.h"

#include <cmath>
#include <limits>

namespace clayer {

// The number at `index`, within `low` and `high`. A bigint will do everywhere.
[[nodiscard]] int64_t signedAt(const Call& call, size_t index, int64_t low, int64_t high);
[[nodiscard]] uint64_t unsignedAt(const Call& call, size_t index, uint64_t high);

// A number where it is exact, else a bigint.
[[nodiscard]] Napi::Value exact(Napi::Env env, int64_t value);
[[nodiscard]] Napi::Value exact(Napi::Env env, uint64_t value);

// What a word for a number is in C, and how it comes out.
template <typename Word>
struct Number;

template <typename Type>
struct PlainNumber {
  using C = Type;
  static C in(const Call& call, size_t index) {
    using Limits = std::numeric_limits<Type>;
    if constexpr (std::is_signed_v<Type>)
      return static_cast<Type>(signedAt(call, index, Limits::min(), Limits::max()));
    else
      return static_cast<Type>(unsignedAt(call, index, Limits::max()));
  }
  static Napi::Value out(Napi::Env env, C value) {
    if constexpr (std::is_signed_v<Type>)
      return exact(env, static_cast<int64_t>(value));
    else
      return exact(env, static_cast<uint64_t>(value));
  }
};

template <>
struct Number<Int> : PlainNumber<int> {};
template <>
struct Number<UInt> : PlainNumber<unsigned int> {};
template <>
struct Number<Long> : PlainNumber<long> {};
template <>
struct Number<WideLong> : PlainNumber<long> {};
template <>
struct Number<ULong> : PlainNumber<unsigned long> {};
template <>
struct Number<Size> : PlainNumber<size_t> {};
template <>
struct Number<Int64> : PlainNumber<int64_t> {};
template <>
struct Number<Time> : PlainNumber<time_t> {};
template <>
struct Number<UChar> : PlainNumber<unsigned char> {};
template <>
struct Number<UShort> : PlainNumber<unsigned short> {};
template <>
struct Number<Options> : PlainNumber<uint64_t> {
  static Napi::Value out(Napi::Env env, uint64_t value) { return Napi::BigInt::New(env, value); }
};

template <typename Word>
concept NumberWord = requires { typename Number<Word>::C; };

} // namespace clayer
