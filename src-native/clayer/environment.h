// Owns: what the C layer keeps for one environment (the main thread, a worker): its functions, its handles' home, errno as C left it.
// Must not know: what any function does.
#pragma once

#include "clayer/body.h"

#include <deque>
#include <map>
#include <napi.h>

namespace clayer {

class Call;
struct Row;

// One function over one library. `symbol` is looked up at the first call.
struct Bound {
  class Environment* environment = nullptr;
  LibraryRef library;
  const Row* row = nullptr;
  void* symbol = nullptr;
};

class Environment : public std::enable_shared_from_this<Environment> {
public:
  explicit Environment(Napi::Env env) : env_(env) {}

  [[nodiscard]] Napi::Env env() const { return env_; }

  // The object with all functions over this library.
  Napi::Object bind(const LibraryRef& library);

  // makeError(code, argument, message): the error classes are TypeScript's.
  void setErrorFactory(const Napi::Function& factory) { errorFactory_ = Napi::Persistent(factory); }
  [[nodiscard]] Napi::Error error(const std::string& code, const std::string& argument, const std::string& message) const;

  // The hidden object of a handle: callbacks, ex_data, and the handles that it keeps. Where it is seen by the garbage collector, a callback
  // that mentions its own SSL is no leak.
  [[nodiscard]] Napi::Object storageOf(const Napi::Object& handle);
  // An object within the storage, made if it is missing.
  [[nodiscard]] Napi::Object sectionOf(const Napi::Object& handle, const char* section);

  // The bodies of what OpenSSL does not announce the end of, by address.
  std::map<std::pair<KindId, void*>, std::weak_ptr<Body>> untracked;

  // OSSL_PROVIDER_set_default_search_path(3), by library context; without one: the default one. libcrypto tells it since 3.5 only.
  std::map<std::weak_ptr<Body>, std::string, std::owner_less<>> moduleFolders;

  int savedErrno = 0;        // errno is C's between two calls, whatever Node does meanwhile
  Call* innermost = nullptr; // the call that runs, whose callbacks may run others
  bool callsBack = false;    // some function of JavaScript has been handed to OpenSSL
  struct Late {
    LibraryRef library;
    KindId kind;
    void* pointer;
    int count;
  };
  std::vector<Late> late; // references given back inside a callback: OpenSSL may still stand in the object
  void settleLate();

private:
  Napi::Env env_;
  Napi::FunctionReference errorFactory_;
  Napi::Reference<Napi::Symbol> storageKey_;
  std::deque<Bound> bound_;
  std::vector<std::pair<LibraryRef, Napi::ObjectReference>> bindings_;
};

// The environment of the thread, while one of its calls runs: how OpenSSL's callbacks find it.
[[nodiscard]] Environment*& currentEnvironment();

} // namespace clayer
