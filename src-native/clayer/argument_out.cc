#include "clayer/argument_out.h"

#include <cstring>

namespace clayer {
namespace {

// What OpenSSL calls for a passphrase: the frame is alive as long as the call that it belongs to.
int askForPassword(char* buffer, int size, int rwflag, void* userdata) {
  auto& frame = *static_cast<PasswordFrame*>(userdata);
  const Napi::Env env = frame.call->env();
  const Napi::HandleScope scope(env);
  try {
    auto bytes = Napi::Buffer<char>::New(env, static_cast<size_t>(size));
    const Napi::Value answer =
        frame.function.As<Napi::Function>().Call({bytes, Napi::Number::New(env, size), Napi::Number::New(env, rwflag), frame.user});
    const int64_t length = answer.IsNumber() ? answer.As<Napi::Number>().Int64Value() : -1;
    if (length < 0 || length > size) return -1;
    if (bytes.Length() < static_cast<size_t>(length)) return -1;
    std::memcpy(buffer, bytes.Data(), static_cast<size_t>(length));
    std::memset(bytes.Data(), 0, bytes.Length());
    return static_cast<int>(length);
  } catch (const Napi::Error& error) {
    frame.call->keepError(error);
    return -1;
  }
}

Napi::Value subarray(const Napi::Value& array, size_t from) {
  const auto object = array.As<Napi::Object>();
  return object.Get("subarray").As<Napi::Function>().Call(object, {Napi::Number::New(array.Env(), static_cast<double>(from))});
}

} // namespace

std::optional<Napi::Object> cellAt(const Call& call, size_t index, bool nullable) {
  const Napi::Value given = call.value(index);
  if (nullable && given.IsNull()) return std::nullopt;
  if (!given.IsObject() || given.IsFunction() || given.IsTypedArray() || bodyOf(call.env(), given) != nullptr) {
    call.refuseArgument(index, nullable ? "a cell { value } or null" : "a cell { value }");
  }
  return given.As<Napi::Object>();
}

Argument<InCursor>::Argument(Call& call, size_t index) : cell_(*cellAt(call, index, false)), array_(cell_.Get("value")) {
  const auto view = array_.IsTypedArray() ? viewOf(array_) : std::nullopt;
  if (!view) call.refuseArgument(index, "a cell whose value is a Uint8Array");
  bytes_.assign(view->data, view->data + view->size);
  position_ = bytes_.data();
  call.buffer = {bytes_.size(), index};
}

void Argument<InCursor>::after(Call&, bool) {
  const auto moved = position_ - bytes_.data();
  if (moved > 0) cell_.Set("value", subarray(array_, static_cast<size_t>(moved)));
}

Argument<OutCursorOrNull>::Argument(Call& call, size_t index) : cell_(cellAt(call, index, true)) {
  if (!cell_) return;
  array_ = cell_->Get("value");
  if (array_.IsNull() || array_.IsUndefined()) {
    allocates_ = true;
    return;
  }
  const auto view = array_.IsTypedArray() ? viewOf(array_) : std::nullopt;
  if (!view) call.refuseArgument(index, "null, or a cell whose value is a Uint8Array or null");
  constexpr size_t kRoom = 1U << 20U; // more than any object that is written this way
  room_.resize(kRoom);
  position_ = room_.data();
}

void Argument<OutCursorOrNull>::after(Call& call, bool succeeded) {
  if (!cell_ || !succeeded) return;
  const auto length = call.outLength;
  if (allocates_) {
    if (position_ == nullptr) return;
    cell_->Set("value", Napi::Buffer<unsigned char>::Copy(call.env(), position_, length));
    call.api().CRYPTO_free(position_, __FILE__, __LINE__);
    return;
  }
  const auto view = viewOf(array_);
  const auto written = static_cast<size_t>(position_ - room_.data());
  if (!view || view->size < written)
    call.refuse("ERR_SSL_ARGUMENT", "value",
                std::string(call.row().name) + ": " + std::to_string(written) + " bytes do not fit into the cell's array");
  std::memcpy(view->data, room_.data(), written);
  cell_->Set("value", subarray(array_, written));
}

Argument<Password>::Argument(Call& call, size_t index) {
  const Napi::Value given = call.value(index);
  if (given.IsFunction())
    function_ = reinterpret_cast<void*>(&askForPassword);
  else if (!given.IsNull())
    call.refuseArgument(index, "a function or null");
}

Argument<PasswordArg>::Argument(Call& call, size_t index) {
  frame_ = {call.value(index - 1), call.value(index), &call};
  if (frame_.function.IsFunction()) return;
  if (frame_.user.IsNull() || frame_.user.IsUndefined()) return;
  if (!frame_.user.IsString()) call.refuseArgument(index, "a passphrase or null where there is no callback");
  const std::string text = frame_.user.As<Napi::String>();
  text_.assign(text.begin(), text.end());
  text_.push_back('\0');
}

} // namespace clayer
