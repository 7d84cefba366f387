// Owns: STACK_OF(T) as an argument: an array of handles here.
// Must not know: results.
#pragma once

#include "clayer/argument.h"

namespace clayer {

// A stack of the elements' pointers. `taken` gets the bodies whose references go over with it.
class StackArgument {
public:
  using C = void*;
  StackArgument(Call& call, size_t index, KindId kind, bool nullable, bool takes);
  ~StackArgument();
  StackArgument(const StackArgument&) = delete;
  StackArgument& operator=(const StackArgument&) = delete;
  [[nodiscard]] C get() const { return stack_; }
  void after(Call& call, bool succeeded);

private:
  LibraryRef library_;
  void* stack_ = nullptr;
  bool takes_;
  std::vector<std::shared_ptr<Body>> bodies_;
};
template <typename T>
struct Argument<StackRef<T>> : StackArgument {
  Argument(Call& call, size_t index) : StackArgument(call, index, kindOf<T>, false, false) {}
};
template <typename T>
struct Argument<StackRefOrNull<T>> : StackArgument {
  Argument(Call& call, size_t index) : StackArgument(call, index, kindOf<T>, true, false) {}
};
template <typename T>
struct Argument<StackTake<T>> : StackArgument {
  Argument(Call& call, size_t index) : StackArgument(call, index, kindOf<T>, true, true) {}
};

// An array of handles for the elements; null for a null stack.
[[nodiscard]] Napi::Value arrayOf(Call& call, KindId kind, void* stack, Ownership ownership);

} // namespace clayer
