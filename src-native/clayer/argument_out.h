// Owns: C's out-parameters as arguments: a cell, any object, whose property `value` is set when the call is over.
// Must not know: what is done with the values.
#pragma once

#include "clayer/argument_bytes.h"

namespace clayer {

// The cell at `index`.
[[nodiscard]] Napi::Object requiredCell(const Call& call, size_t index);
// The same; empty where null is given and allowed.
[[nodiscard]] std::optional<Napi::Object> cellAt(const Call& call, size_t index, bool nullable);

template <typename Word, bool nullable>
struct OutArgument {
  using Type = typename Number<Word>::C;
  using C = Type*;
  OutArgument(Call& call, size_t index) : cell_(cellAt(call, index, nullable)) {
    // What C finds there before the call: some functions read it (a length that is an in- and output).
    if (!cell_) return;
    const Napi::Value before = cell_->Get("value");
    if (before.IsNumber()) value_ = static_cast<Type>(before.As<Napi::Number>().Int64Value());
  }
  C get() { return cell_ ? &value_ : nullptr; }
  void after(Call& call, bool) {
    if (!cell_) return;
    cell_->Set("value", Number<Word>::out(call.env(), value_));
    if (call.hasOutLength) return;
    call.outLength = static_cast<size_t>(value_);
    call.hasOutLength = true;
  }

private:
  std::optional<Napi::Object> cell_;
  Type value_{};
};
template <typename Word>
struct Argument<Out<Word>> : OutArgument<Word, false> {
  using OutArgument<Word, false>::OutArgument;
};
template <typename Word>
struct Argument<OutOrNull<Word>> : OutArgument<Word, true> {
  using OutArgument<Word, true>::OutArgument;
};

template <bool nullable>
struct OutTextArgument {
  using C = const char**;
  OutTextArgument(Call& call, size_t index) : cell_(cellAt(call, index, nullable)) {}
  C get() { return cell_ ? &text_ : nullptr; }
  void after(Call& call, bool) {
    if (cell_) cell_->Set("value", text_ != nullptr ? Napi::Value(Napi::String::New(call.env(), text_)) : call.env().Null());
  }

private:
  std::optional<Napi::Object> cell_;
  const char* text_ = nullptr;
};
template <>
struct Argument<OutText> : OutTextArgument<false> {
  using OutTextArgument::OutTextArgument;
};
template <>
struct Argument<OutTextOrNull> : OutTextArgument<true> {
  using OutTextArgument::OutTextArgument;
};

// A text that OpenSSL gives away.
template <>
struct Argument<Out<OwnedText>> {
  using C = char**;
  Argument(Call& call, size_t index) : cell_(requiredCell(call, index)) {}
  C get() { return &text_; }
  void after(Call& call, bool) {
    cell_.Set("value", text_ != nullptr ? Napi::Value(Napi::String::New(call.env(), text_)) : call.env().Null());
    if (text_ != nullptr) call.api().CRYPTO_free(text_, __FILE__, __LINE__);
  }

private:
  Napi::Object cell_;
  char* text_ = nullptr;
};

// A copy of what OpenSSL points out, with the length that the next number gives.
template <>
struct Argument<OutView> {
  using C = const unsigned char**;
  Argument(Call& call, size_t index) : cell_(requiredCell(call, index)) {}
  C get() { return &data_; }
  void after(Call&, bool) {}
  void settle(Call& call) {
    if (data_ == nullptr)
      cell_.Set("value", call.env().Null());
    else
      cell_.Set("value", Napi::Buffer<unsigned char>::Copy(call.env(), data_, call.outLength));
  }

private:
  Napi::Object cell_;
  const unsigned char* data_ = nullptr;
};

// d2i_…: the cell's bytes, which begin behind what was read when the call is over.
template <>
struct Argument<InCursor> {
  using C = const unsigned char**;
  Argument(Call& call, size_t index);
  C get() { return &position_; }
  void after(Call& call, bool);

private:
  Napi::Object cell_;
  Napi::Value array_;
  std::vector<unsigned char> bytes_;
  const unsigned char* position_ = nullptr;
};

// i2d_…: null to ask for the length, a cell without a value to be given new bytes, a cell with room to be written into and moved on.
template <>
struct Argument<OutCursorOrNull> {
  using C = unsigned char**;
  Argument(Call& call, size_t index);
  C get() { return cell_ ? &position_ : nullptr; }
  void after(Call& call, bool);

private:
  std::optional<Napi::Object> cell_;
  Napi::Value array_;
  bool allocates_ = false;
  std::vector<unsigned char> room_; // OpenSSL writes here: it is not told how much room there is
  unsigned char* position_ = nullptr;
};

// T **: null, or a cell that gets the result; what is in it is used again, as in C.
template <typename T>
struct Argument<Reuse<T>> {
  using C = T**;
  Argument(Call& call, size_t index) : cell_(cellAt(call, index, true)) {
    if (!cell_) return;
    const Napi::Value before = cell_->Get("value");
    if (before.IsNull() || before.IsUndefined()) return;
    body_ = call.handleIn(before, call.argumentName(index), kindOf<T>);
    call.mustOwn(index, *body_);
    pointer_ = static_cast<T*>(body_->pointer);
  }
  C get() { return cell_ ? &pointer_ : nullptr; }
  void after(Call&, bool) {}
  // True where the result is the object that was there before: then it brings no reference of its own.
  template <typename Pointer>
  bool wasReused(Pointer result) const {
    return body_ != nullptr && static_cast<const void*>(result) == body_->pointer;
  }
  void settle(Call&, const Napi::Value& result) {
    if (cell_) cell_->Set("value", result);
  }

private:
  std::optional<Napi::Object> cell_;
  std::shared_ptr<Body> body_;
  T* pointer_ = nullptr;
};

// pem_password_cb and its user data: a function and its last argument, or null and the passphrase itself.
struct PasswordFrame {
  Napi::Value function;
  Napi::Value user;
  Call* call = nullptr;
};
template <>
struct Argument<Password> {
  using C = void*;
  Argument(Call& call, size_t index);
  C get() { return function_; }
  void after(Call&, bool) {}

private:
  void* function_ = nullptr;
};
template <>
struct Argument<PasswordArg> {
  using C = void*;
  Argument(Call& call, size_t index);
  C get() { return frame_.function.IsEmpty() || !frame_.function.IsFunction() ? text_.data() : static_cast<void*>(&frame_); }
  void after(Call&, bool) {}

private:
  PasswordFrame frame_;
  std::vector<char> text_;
};

} // namespace clayer
