#include "napi/values.h"

#include <algorithm>

namespace napi {

std::optional<std::string> stringOf(const Napi::Value& value) {
  if (value.IsUndefined() || value.IsNull()) return std::nullopt;
  return value.As<Napi::String>().Utf8Value();
}

std::optional<std::string> byteStringOf(const Napi::Value& value) {
  if (value.IsUndefined() || value.IsNull()) return std::nullopt;
  auto bytes = value.As<Napi::Uint8Array>();
  return std::string(reinterpret_cast<const char*>(bytes.Data()), bytes.ByteLength());
}

std::optional<int> intOf(const Napi::Value& value) {
  if (value.IsUndefined() || value.IsNull()) return std::nullopt;
  return value.As<Napi::Number>().Int32Value();
}

std::optional<std::string> optionalString(const Napi::Object& object, const char* name) { return stringOf(object.Get(name)); }
std::optional<std::string> optionalBytes(const Napi::Object& object, const char* name) { return byteStringOf(object.Get(name)); }
std::optional<int> optionalInt(const Napi::Object& object, const char* name) { return intOf(object.Get(name)); }

std::vector<std::string> strings(const Napi::Object& object, const char* name) {
  std::vector<std::string> list;
  const Napi::Value value = object.Get(name);
  if (value.IsUndefined()) return list;
  const auto array = value.As<Napi::Array>();
  for (uint32_t i = 0; i < array.Length(); ++i) list.push_back(array.Get(i).As<Napi::String>());
  return list;
}

Bytes bytesAt(const Napi::CallbackInfo& info, size_t index) {
  // One question for all of it: it is asked with every call that moves bytes.
  napi_typedarray_type type = napi_int8_array;
  size_t size = 0;
  void* data = nullptr;
  if (napi_get_typedarray_info(info.Env(), info[index], &type, &size, &data, nullptr, nullptr) != napi_ok || type != napi_uint8_array)
    throw Napi::TypeError::New(info.Env(), "argument " + std::to_string(index + 1) + " must be a Uint8Array");
  return {static_cast<unsigned char*>(data), size};
}

SteadyBytes::SteadyBytes(const Napi::CallbackInfo& info, size_t index, bool apart) : index_(index), bytes_(bytesAt(info, index)) {
  if (!apart) return;
  own_.assign(bytes_.data, bytes_.data + bytes_.size);
  bytes_.data = own_.data();
}

void SteadyBytes::giveBack(const Napi::CallbackInfo& info, size_t count) const {
  if (own_.empty() || count == 0) return;
  const Bytes now = bytesAt(info, index_);
  if (now.size < count) throw Napi::Error::New(info.Env(), "a callback took away the memory that was read into");
  std::copy_n(own_.begin(), count, now.data);
}

Napi::Value toValue(Napi::Env env, const std::optional<std::string>& text) {
  if (!text) return env.Null();
  return Napi::String::New(env, *text);
}

Napi::Uint8Array copyOf(Napi::Env env, const std::vector<unsigned char>& bytes) {
  Napi::Uint8Array array = Napi::Uint8Array::New(env, bytes.size());
  std::ranges::copy(bytes, array.Data());
  return array;
}

bool canRunJavaScript(Napi::Env env) {
  // Node-API has no question for it, but a call that may run script is refused in a stopping environment, and this one has no effect.
  napi_handle_scope scope = nullptr;
  if (napi_open_handle_scope(env, &scope) != napi_ok) return false;
  napi_value object = nullptr;
  napi_value value = nullptr;
  const bool possible = napi_create_object(env, &object) == napi_ok && napi_get_undefined(env, &value) == napi_ok &&
                        napi_set_element(env, object, 0, value) == napi_ok;
  napi_close_handle_scope(env, scope);
  return possible;
}

} // namespace napi
