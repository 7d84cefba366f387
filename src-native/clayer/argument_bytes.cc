#include "clayer/argument_bytes.h"

#include <algorithm>
#include <cstring>

namespace clayer {

std::optional<ByteView> viewOf(const Napi::Value& value) {
  if (value.IsTypedArray()) {
    const auto array = value.As<Napi::TypedArray>();
    return ByteView{static_cast<unsigned char*>(array.ArrayBuffer().Data()) + array.ByteOffset(), array.ByteLength()};
  }
  if (value.IsDataView()) {
    const auto view = value.As<Napi::DataView>();
    return ByteView{static_cast<unsigned char*>(view.ArrayBuffer().Data()) + view.ByteOffset(), view.ByteLength()};
  }
  if (value.IsArrayBuffer()) {
    auto buffer = value.As<Napi::ArrayBuffer>();
    return ByteView{static_cast<unsigned char*>(buffer.Data()), buffer.ByteLength()};
  }
  return std::nullopt;
}

InBytesArgument::InBytesArgument(Call& call, size_t index, bool nullable) {
  const Napi::Value given = call.value(index);
  if (nullable && given.IsNull()) {
    call.buffer = {0, index};
    return;
  }
  std::string* copy = nullptr;
  const auto bytes = viewOf(given);
  if (given.IsString()) {
    own_ = given.As<Napi::String>().Utf8Value();
    copy = &own_;
  } else if (!bytes) {
    call.refuseArgument(index, nullable ? "a Uint8Array, a string or null" : "a Uint8Array or a string");
  } else if (call.environment().callsBack) {
    own_.assign(reinterpret_cast<const char*>(bytes->data), bytes->size);
    copy = &own_;
  }
  call.buffer = {copy != nullptr ? copy->size() : bytes->size, index};
  if (copy == nullptr) {
    data_ = bytes->data;
    return;
  }
  // A write that is repeated must come from the same address, as it does in C.
  const auto& owner = call.owner();
  if (owner != nullptr && owner->kind == KindId::SSL && owner->driven == 1) {
    if (owner->written != own_) owner->written = std::move(own_);
    data_ = owner->written.data();
    return;
  }
  data_ = own_.data();
}

OutBytesArgument::OutBytesArgument(Call& call, size_t index, bool nullable) : index_(index) {
  const Napi::Value given = call.value(index);
  if (nullable && given.IsNull()) {
    call.buffer.reset();
    return;
  }
  const auto bytes = viewOf(given);
  if (!bytes) call.refuseArgument(index, nullable ? "a Uint8Array or null" : "a Uint8Array");
  call.buffer = {bytes->size, index};
  data_ = bytes->data;
  if (call.environment().callsBack && bytes->size > 0) own_.assign(bytes->data, bytes->data + bytes->size);
}

void OutBytesArgument::after(Call& call, bool) {
  if (own_.empty()) return;
  const auto bytes = viewOf(call.value(index_));
  if (!bytes || bytes->size < own_.size()) call.refuseArgument(index_, "a buffer that a callback leaves alone");
  std::copy(own_.begin(), own_.end(), bytes->data);
}

} // namespace clayer
