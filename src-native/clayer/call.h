// Owns: one call of a C function from JavaScript: what it was given, what it refuses, and the way back.
// Must not know: how a kind of argument is converted (arguments.h).
#pragma once

#include "clayer/handles.h"
#include "clayer/rows.h"

#include <cerrno>
#include <optional>

namespace clayer {

class Call {
public:
  // What every function of the layer is in JavaScript; its data is a Bound.
  static Napi::Value dispatch(const Napi::CallbackInfo& info);

  Call(const Napi::CallbackInfo& info, Bound& bound);
  ~Call();
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;

  [[nodiscard]] Napi::Env env() const { return info_.Env(); }
  [[nodiscard]] Environment& environment() const { return *bound_.environment; }
  [[nodiscard]] const LibraryRef& library() const { return bound_.library; }
  [[nodiscard]] const library::Api& api() const { return bound_.library->api; }
  [[nodiscard]] const Row& row() const { return *bound_.row; }
  [[nodiscard]] Napi::Value value(size_t index) const { return info_[index]; }

  // The function itself. Throws where the library lacks it.
  [[nodiscard]] void* symbol();
  // Another function of the library, for a body that needs more than one. Throws where the library lacks it.
  template <typename Function>
  [[nodiscard]] Function* need(const char* name) {
    void* found = symbolOf(*library(), name);
    if (found == nullptr) lacking();
    return reinterpret_cast<Function*>(found);
  }
  [[noreturn]] void lacking() const;

  [[noreturn]] void refuse(const std::string& code, const std::string& argument, const std::string& message) const;
  // ERR_SSL_ARGUMENT of the argument at `index`: "SSL_read: num must be …".
  [[noreturn]] void refuseArgument(size_t index, const std::string& expected) const;
  [[nodiscard]] std::string argumentName(size_t index) const;

  // The body of a handle that may be used: of this kind and this library, and alive. Null where null is given and allowed.
  std::shared_ptr<Body> handle(size_t index, KindId kind, bool mayBeNull);
  // The same of any value; `what` names it in an error.
  std::shared_ptr<Body> handleIn(const Napi::Value& value, const std::string& what, KindId kind);

  // A handle for what OpenSSL gave, null for a null pointer. A borrowed one lives as long as the first handle among the arguments.
  [[nodiscard]] Napi::Value give(KindId kind, void* pointer, Ownership ownership);
  [[nodiscard]] Napi::Value give(KindId kind, void* pointer, Ownership ownership, const std::shared_ptr<Body>& parent);

  // The first handle among the arguments: whose the results are.
  [[nodiscard]] const std::shared_ptr<Body>& owner() const { return owner_; }

  // One reference of an argument goes over to OpenSSL. The check comes before the call, the transfer after it.
  void mustOwn(size_t index, const Body& body) const;
  void handOver(const std::shared_ptr<Body>& body);

  // Runs C code with C's errno.
  template <typename Run>
  auto inC(Run run) {
    errno = environment().savedErrno;
    if constexpr (std::is_void_v<decltype(run())>) {
      run();
      environment().savedErrno = errno;
    } else {
      auto result = run();
      environment().savedErrno = errno;
      return result;
    }
  }

  // Whether this call is made by a callback of another one.
  [[nodiscard]] bool isInCallback() const { return outer_ != nullptr; }

  // What a callback of this call threw: the call throws it when it is over.
  void keepError(const Napi::Error& error) {
    if (!kept_) kept_ = error;
  }

  // A buffer whose length the next number is: set by its argument, checked by the number's.
  struct Buffer {
    size_t size;
    size_t index;
  };
  std::optional<Buffer> buffer;
  void checkLength(size_t index, int64_t length);
  size_t outLength = 0; // of the first number that came out
  bool hasOutLength = false;
  bool isPutOff = false; // the function is not to be called: what it does happens later

  // Every handle among the arguments, in order, with its JavaScript object.
  struct Used {
    std::shared_ptr<Body> body;
    Napi::Object object;
  };
  std::vector<Used> used;

private:
  void checkRelease() const;

  const Napi::CallbackInfo& info_;
  Bound& bound_;
  Environment* outerEnvironment_;
  Call* outer_;
  std::shared_ptr<Body> owner_;
  std::optional<Napi::Error> kept_;
};

} // namespace clayer
