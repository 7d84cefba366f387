#include "library/shared_library.h"

#include <climits>
#include <cstdlib>
#include <dlfcn.h>

// macOS binds two-level (each reference names its library), and musl has no such flag: there the isolation check has the last word.
#ifndef RTLD_DEEPBIND
#define RTLD_DEEPBIND 0
#endif

namespace library {

SharedLibrary SharedLibrary::ofProcess() {
  SharedLibrary library;
  library.handle_ = dlopen(nullptr, RTLD_NOW | RTLD_LOCAL);
  return library;
}

SharedLibrary SharedLibrary::open(const std::string& file, std::string& error) {
  SharedLibrary library;
  library.handle_ = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
  if (!library.isOpen()) {
    const char* reason = dlerror();
    error = reason != nullptr ? reason : "dlopen gave no reason";
  }
  return library;
}

void* SharedLibrary::symbol(const char* name) const { return isOpen() ? dlsym(handle_, name) : nullptr; }

std::string SharedLibrary::fileOf(const char* name) const {
  void* address = symbol(name);
  Dl_info info = {};
  if (address == nullptr || dladdr(address, &info) == 0 || info.dli_fname == nullptr) return "";
  char resolved[PATH_MAX];
  return realpath(info.dli_fname, resolved) != nullptr ? resolved : info.dli_fname;
}

} // namespace library
