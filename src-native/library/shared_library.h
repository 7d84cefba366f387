// Owns: opening a shared library so that its references bind to itself and its own dependencies, never to the node executable's symbols.
// Must not know: OpenSSL.
#pragma once

#include <string>

namespace library {

// A loaded library is never unloaded: OpenSSL keeps thread-local destructors and exit handlers in it, so there is nothing to free here.
class SharedLibrary {
public:
  // The program itself with what it exports: on official Node that is Node's own OpenSSL.
  static SharedLibrary ofProcess();
  // An exact path or a soname. On failure the library is not open and `error` says why.
  static SharedLibrary open(const std::string& file, std::string& error);

  // The file that already goes by this soname in the process, "" if none does: the loader would hand that one out for the name.
  static std::string fileLoadedAs(const std::string& soname);

  [[nodiscard]] bool isOpen() const { return handle_ != nullptr; }
  [[nodiscard]] void* symbol(const char* name) const;
  // The name that references to it go by, "" if it has none.
  [[nodiscard]] std::string soname() const;
  // The file that a symbol of this library was found in, "" if unknown.
  [[nodiscard]] std::string fileOf(const char* name) const;

private:
  void* handle_ = nullptr;
};

} // namespace library
