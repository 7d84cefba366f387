// Owns: text and bytes as arguments. Memory that JavaScript could take away while a callback runs is copied.
// Must not know: handles but for the SSL whose write may be repeated.
#pragma once

#include "clayer/argument.h"

namespace clayer {

struct ByteView {
  unsigned char* data = nullptr;
  size_t size = 0;
};

// The bytes of a Uint8Array (or another view, or an ArrayBuffer); nothing for anything else.
[[nodiscard]] std::optional<ByteView> viewOf(const Napi::Value& value);

template <bool nullable>
struct TextArgument {
  using C = const char*;
  TextArgument(Call& call, size_t index) {
    const Napi::Value given = call.value(index);
    if (nullable && given.IsNull()) return;
    if (!given.IsString()) call.refuseArgument(index, nullable ? "a string or null" : "a string");
    text_ = given.As<Napi::String>().Utf8Value();
    if (text_->find('\0') != std::string::npos) call.refuseArgument(index, "a string without a NUL character");
  }
  C get() { return text_ ? text_->c_str() : nullptr; }
  void after(Call&, bool) {}

private:
  std::optional<std::string> text_;
};
template <>
struct Argument<Text> : TextArgument<false> {
  using TextArgument::TextArgument;
};
template <>
struct Argument<TextOrNull> : TextArgument<true> {
  using TextArgument::TextArgument;
};

class InBytesArgument {
public:
  using C = const void*;
  InBytesArgument(Call& call, size_t index, bool nullable);
  [[nodiscard]] C get() const { return data_; }
  void after(Call&, bool) {}

private:
  const void* data_ = nullptr;
  std::string own_;
};
template <>
struct Argument<InBytes> : InBytesArgument {
  Argument(Call& call, size_t index) : InBytesArgument(call, index, false) {}
};
template <>
struct Argument<InBytesOrNull> : InBytesArgument {
  Argument(Call& call, size_t index) : InBytesArgument(call, index, true) {}
};

class OutBytesArgument {
public:
  using C = void*;
  OutBytesArgument(Call& call, size_t index, bool nullable);
  [[nodiscard]] C get() { return own_.empty() ? data_ : own_.data(); }
  void after(Call& call, bool);

private:
  void* data_ = nullptr;
  size_t index_;
  std::vector<unsigned char> own_;
};
template <>
struct Argument<OutBytes> : OutBytesArgument {
  Argument(Call& call, size_t index) : OutBytesArgument(call, index, false) {}
};
template <>
struct Argument<OutBytesOrNull> : OutBytesArgument {
  Argument(Call& call, size_t index) : OutBytesArgument(call, index, true) {}
};

} // namespace clayer
