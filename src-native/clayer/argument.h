// Owns: what an argument of each kind is: converted and checked when it is made, handed to C, settled after the call.
// Must not know: results.
#pragma once

#include "clayer/numbers.h"

namespace clayer {

// using C; Argument(Call&, size_t index); C get(); void after(Call&, bool succeeded)
template <typename Word>
struct Argument;

template <NumberWord Word>
struct Argument<Word> {
  using C = typename Number<Word>::C;
  Argument(Call& call, size_t index) : value_(Number<Word>::in(call, index)) {
    if constexpr (std::is_signed_v<C>)
      call.checkLength(index, static_cast<int64_t>(value_));
    else
      call.checkLength(index, value_ > static_cast<C>(std::numeric_limits<int64_t>::max()) ? std::numeric_limits<int64_t>::max()
                                                                                           : static_cast<int64_t>(value_));
  }
  C get() { return value_; }
  void after(Call&, bool) {}

private:
  C value_;
};

template <typename T, bool nullable>
struct HandleArgument {
  using C = T*;
  HandleArgument(Call& call, size_t index) : body(call.handle(index, kindOf<T>, nullable)) {}
  C get() { return body != nullptr ? static_cast<T*>(body->pointer) : nullptr; }
  void after(Call&, bool) {}

  std::shared_ptr<Body> body;
};
template <typename T>
struct Argument<Ref<T>> : HandleArgument<T, false> {
  using HandleArgument<T, false>::HandleArgument;
};
template <typename T>
struct Argument<RefOrNull<T>> : HandleArgument<T, true> {
  using HandleArgument<T, true>::HandleArgument;
};

// A connection cannot be gone on with inside its own callback: OpenSSL's state is in the middle of something.
template <typename T>
struct Argument<Drive<T>> : HandleArgument<T, false> {
  Argument(Call& call, size_t index) : HandleArgument<T, false>(call, index) {
    if (this->body->driven > 0) {
      call.refuse("ERR_SSL_BUSY", call.argumentName(index),
                  std::string(call.row().name) + ": " + call.argumentName(index) +
                      " is in the middle of another function, whose callback this is");
    }
    ++this->body->driven;
  }
  ~Argument() { --this->body->driven; }
  Argument(const Argument&) = delete;
  Argument& operator=(const Argument&) = delete;
};

template <typename T, bool nullable>
struct TakeArgument : HandleArgument<T, nullable> {
  TakeArgument(Call& call, size_t index) : HandleArgument<T, nullable>(call, index) {
    if (this->body != nullptr) call.mustOwn(index, *this->body);
  }
  void after(Call& call, bool succeeded) {
    if (succeeded && this->body != nullptr) call.handOver(this->body);
  }
};
template <typename T>
struct Argument<Take<T>> : TakeArgument<T, false> {
  using TakeArgument<T, false>::TakeArgument;
};
template <typename T>
struct Argument<TakeOrNull<T>> : TakeArgument<T, true> {
  using TakeArgument<T, true>::TakeArgument;
};

template <typename T>
struct Argument<UpRef<T>> : HandleArgument<T, false> {
  using HandleArgument<T, false>::HandleArgument;
  void after(Call&, bool succeeded) {
    if (succeeded) ++this->body->owned;
  }
};

// Whatever X_free is called: one reference goes back. Inside a callback OpenSSL may still stand in the object, so it happens when the
// outermost call is over.
template <typename T>
struct Argument<Free<T>> : HandleArgument<T, true> {
  Argument(Call& call, size_t index) : HandleArgument<T, true>(call, index) {
    auto& body = this->body;
    if (body == nullptr) return;
    call.mustOwn(index, *body);
    pointer_ = static_cast<T*>(body->pointer);
    --body->owned;
    if (body->owned == 0) {
      body->givenUp = true;
      if (!body->tracked) body->pointer = nullptr;
    }
    const bool isConnection = kindOf<T> == KindId::SSL || kindOf<T> == KindId::BIO;
    if (!isConnection || !call.isInCallback()) return;
    call.isPutOff = true;
    call.environment().late.push_back({body->library, body->kind, pointer_, 1});
  }
  T* get() { return pointer_; }

private:
  T* pointer_ = nullptr;
};

template <>
struct Argument<Null> {
  using C = void*;
  Argument(Call& call, size_t index) {
    if (!call.value(index).IsNull()) call.refuseArgument(index, "null here");
  }
  C get() { return nullptr; }
  void after(Call&, bool) {}
};

} // namespace clayer
