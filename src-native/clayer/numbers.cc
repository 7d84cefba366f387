#include "clayer/numbers.h"

namespace clayer {
namespace {

constexpr double kSafe = 9007199254740991.0;

std::string range(const std::string& low, const std::string& high) { return "an integer from " + low + " to " + high; }

} // namespace

int64_t signedAt(const Call& call, size_t index, int64_t low, int64_t high) {
  const Napi::Value given = call.value(index);
  const auto refuse = [&]() { call.refuseArgument(index, range(std::to_string(low), std::to_string(high))); };
  int64_t value = 0;
  if (given.IsNumber()) {
    const double number = given.As<Napi::Number>().DoubleValue();
    if (std::trunc(number) != number || std::fabs(number) > kSafe) refuse();
    value = static_cast<int64_t>(number);
  } else if (given.IsBigInt()) {
    bool lossless = false;
    value = given.As<Napi::BigInt>().Int64Value(&lossless);
    if (!lossless) refuse();
  } else {
    refuse();
  }
  if (value < low || value > high) refuse();
  return value;
}

uint64_t unsignedAt(const Call& call, size_t index, uint64_t high) {
  const Napi::Value given = call.value(index);
  const auto refuse = [&]() { call.refuseArgument(index, range("0", std::to_string(high))); };
  uint64_t value = 0;
  if (given.IsNumber()) {
    const double number = given.As<Napi::Number>().DoubleValue();
    if (std::trunc(number) != number || number < 0 || number > kSafe) refuse();
    value = static_cast<uint64_t>(number);
  } else if (given.IsBigInt()) {
    bool lossless = false;
    value = given.As<Napi::BigInt>().Uint64Value(&lossless);
    if (!lossless) refuse();
  } else {
    refuse();
  }
  if (value > high) refuse();
  return value;
}

Napi::Value exact(Napi::Env env, int64_t value) {
  const auto number = static_cast<double>(value);
  if (std::fabs(number) <= kSafe) return Napi::Number::New(env, number);
  return Napi::BigInt::New(env, value);
}

Napi::Value exact(Napi::Env env, uint64_t value) {
  const auto number = static_cast<double>(value);
  if (number <= kSafe) return Napi::Number::New(env, number);
  return Napi::BigInt::New(env, value);
}

} // namespace clayer
