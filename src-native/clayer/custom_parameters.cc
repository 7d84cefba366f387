// Owns: OSSL_PARAM, a plain object here, and the functions that take an array of it.
#include "clayer/argument_out.h"
#include "clayer/custom.h"

#include <cstring>

namespace clayer::custom {
namespace {

struct Parameter { // params.h: OSSL_PARAM
  const char* key;
  unsigned int type;
  void* data;
  size_t size;
  size_t returned;
};
enum ParameterType : unsigned { kInteger = 1, kUnsigned = 2, kText = 4, kBytes = 5 };

Napi::Value parameterOf(Call& call, ParameterType type, const Napi::Value& data) {
  Argument<Text> key(call, 0);
  Napi::Object parameter = Napi::Object::New(call.env());
  parameter.Set("key", key.get());
  parameter.Set("data_type", static_cast<double>(type));
  parameter.Set("data", data);
  return parameter;
}

// What OSSL_PARAM_construct_… gave, in an array that may end in OSSL_PARAM_construct_end()'s.
class Parameters {
public:
  Parameters(Call& call, size_t index) {
    const Napi::Value given = call.value(index);
    if (given.IsNull()) return;
    if (!given.IsArray()) call.refuseArgument(index, "an array of OSSL_PARAM or null");
    const auto list = given.As<Napi::Array>();
    for (uint32_t i = 0; i < list.Length(); ++i) add(call, index, list.Get(i));
    for (size_t i = 0; i < keys_.size(); ++i) {
      parameters_.push_back({keys_[i].c_str(), types_[i], data_[i].data(), sizes_[i], kUnmodified});
    }
    parameters_.push_back({nullptr, 0, nullptr, 0, 0});
  }
  [[nodiscard]] Parameter* get() { return parameters_.empty() ? nullptr : parameters_.data(); }

private:
  static constexpr size_t kUnmodified = static_cast<size_t>(-1); // OSSL_PARAM_UNMODIFIED

  void add(const Call& call, size_t index, const Napi::Value& each) {
    if (!each.IsObject()) wrong(call, index);
    const auto object = each.As<Napi::Object>();
    const Napi::Value key = object.Get("key");
    if (key.IsNull()) return; // the end
    const Napi::Value data = object.Get("data");
    const Napi::Value type = object.Get("data_type");
    if (!key.IsString() || !type.IsNumber()) wrong(call, index);
    types_.push_back(type.As<Napi::Number>().Uint32Value());
    keys_.push_back(key.As<Napi::String>());
    switch (types_.back()) {
    case kText:
      if (!data.IsString()) wrong(call, index);
      keep(data.As<Napi::String>().Utf8Value());
      data_.back().push_back('\0'); // which the size does not count
      return;
    case kBytes: {
      const auto bytes = viewOf(data);
      if (!bytes) wrong(call, index);
      keep(std::string(reinterpret_cast<const char*>(bytes->data), bytes->size));
      return;
    }
    case kInteger:
    case kUnsigned: {
      if (!data.IsNumber()) wrong(call, index);
      const int64_t number = data.As<Napi::Number>().Int64Value();
      keep(std::string(reinterpret_cast<const char*>(&number), sizeof number));
      return;
    }
    default:
      wrong(call, index);
    }
  }
  [[noreturn]] static void wrong(const Call& call, size_t index) {
    call.refuseArgument(index, "an array of what OSSL_PARAM_construct_… gives");
  }
  void keep(std::string bytes) {
    sizes_.push_back(bytes.size());
    data_.push_back(std::move(bytes));
  }

  std::vector<std::string> keys_;
  std::vector<unsigned> types_;
  std::vector<std::string> data_;
  std::vector<size_t> sizes_;
  std::vector<Parameter> parameters_;
};

// A number for OSSL_PARAM: exact in 64 bits.
template <typename Word>
Napi::Value numberParameter(Call& call, ParameterType type) {
  return parameterOf(call, type, Napi::Number::New(call.env(), static_cast<double>(Number<Word>::in(call, 1))));
}

} // namespace

Napi::Value OSSL_PARAM_construct_utf8_string(Call& call) {
  Argument<Text> text(call, 1);
  const size_t size = Number<Size>::in(call, 2);
  const char* all = text.get();
  const size_t length = std::strlen(all);
  if (size > length) call.refuseArgument(2, "at most the " + std::to_string(length) + " bytes of buf");
  return parameterOf(call, kText, Napi::String::New(call.env(), all, size == 0 ? length : size)); // 0: up to its end, as in C
}
Napi::Value OSSL_PARAM_construct_octet_string(Call& call) {
  const Argument<InBytes> bytes(call, 1);
  Argument<Size> size(call, 2);
  return parameterOf(call, kBytes, Napi::Buffer<char>::Copy(call.env(), static_cast<const char*>(bytes.get()), size.get()));
}
Napi::Value OSSL_PARAM_construct_int(Call& call) { return numberParameter<Int>(call, kInteger); }
Napi::Value OSSL_PARAM_construct_uint(Call& call) { return numberParameter<UInt>(call, kUnsigned); }
Napi::Value OSSL_PARAM_construct_end(Call& call) {
  Napi::Object end = Napi::Object::New(call.env());
  end.Set("key", call.env().Null());
  return end;
}

Napi::Value EVP_MAC_CTX_set_params(Call& call) {
  const Argument<Ref<EVP_MAC_CTX>> context(call, 0);
  Parameters parameters(call, 1);
  const auto run = call.need<int(void*, const Parameter*)>("EVP_MAC_CTX_set_params");
  return Number<Int>::out(call.env(), call.inC([&]() { return run(context.body->pointer, parameters.get()); }));
}
Napi::Value EVP_MAC_init(Call& call) {
  const Argument<Ref<EVP_MAC_CTX>> context(call, 0);
  const Argument<InBytesOrNull> key(call, 1);
  Argument<Size> size(call, 2);
  Parameters parameters(call, 3);
  const auto run = call.need<int(void*, const void*, size_t, const Parameter*)>("EVP_MAC_init");
  return Number<Int>::out(call.env(), call.inC([&]() { return run(context.body->pointer, key.get(), size.get(), parameters.get()); }));
}

} // namespace clayer::custom
