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

namespace {

// How much memory there is from the view's first byte on: a repeated write may be longer than the first, at the same address.
size_t roomOf(const Napi::Value& value, const ByteView& view) {
  const auto from = [&view](Napi::ArrayBuffer buffer) {
    return buffer.ByteLength() - static_cast<size_t>(view.data - static_cast<unsigned char*>(buffer.Data()));
  };
  if (value.IsTypedArray()) return from(value.As<Napi::TypedArray>().ArrayBuffer());
  if (value.IsDataView()) return from(value.As<Napi::DataView>().ArrayBuffer());
  return view.size;
}

// OpenSSL tells a repeated write from a moved one by its address, so what is copied stands where it stood: bytes for those of the same
// address in JavaScript, text for the same text, which has no address.
const void* standIn(Body& ssl, const Napi::Value& given, const std::optional<ByteView>& bytes, const std::string& copy) {
  const void* source = bytes ? bytes->data : nullptr;
  const bool isSame = ssl.writtenFrom == source && (bytes ? ssl.written.capacity() >= copy.size() : ssl.written == copy);
  ssl.writtenFrom = source;
  if (isSame) {
    ssl.written.assign(copy);
    return ssl.written.data();
  }
  constexpr size_t kOnHeap = 64; // a short string would stand in the body itself, always at one address
  std::string fresh;
  fresh.reserve(std::max(bytes ? roomOf(given, *bytes) : copy.size(), kOnHeap));
  fresh.assign(copy);
  ssl.written.swap(fresh); // the old one lives until here: another address
  return ssl.written.data();
}

} // namespace

InBytesArgument::InBytesArgument(Call& call, size_t index, bool nullable) {
  const Napi::Value given = call.value(index);
  if (nullable && given.IsNull()) {
    call.buffer = {0, index};
    return;
  }
  const auto bytes = viewOf(given);
  if (!bytes && !given.IsString()) call.refuseArgument(index, nullable ? "a Uint8Array, a string or null" : "a Uint8Array or a string");
  const auto& owner = call.owner();
  const bool isTransfer = owner != nullptr && (owner->kind == KindId::SSL || owner->kind == KindId::BIO);
  if (bytes && isTransfer && !call.environment().callsBack) {
    call.buffer = {bytes->size, index};
    data_ = bytes->data;
    return;
  }
  // A copy ends in a NUL: where C takes a length of 0 or below, it looks for one.
  own_ = bytes ? std::string(reinterpret_cast<const char*>(bytes->data), bytes->size) : given.As<Napi::String>().Utf8Value();
  call.buffer = {own_.size(), index};
  // A write that is repeated must come from the same address, as it does in C.
  if (owner != nullptr && owner->kind == KindId::SSL && owner->driven == 1) {
    data_ = standIn(*owner, given, bytes, own_);
    return;
  }
  data_ = own_.c_str();
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
  std::ranges::copy(own_, bytes->data);
}

} // namespace clayer
