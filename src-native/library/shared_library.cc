#include "library/shared_library.h"

#include <climits>
#include <cstdlib>
#include <dlfcn.h>
#include <optional>
#ifdef __linux__
#include <link.h>
#endif

// macOS binds two-level (each reference names its library), and musl has no such flag: there the isolation check has the last word.
#ifndef RTLD_DEEPBIND
#define RTLD_DEEPBIND 0
#endif

namespace library {
namespace {

std::string realPath(const char* path) {
  char resolved[PATH_MAX];
  return realpath(path, resolved) != nullptr ? resolved : path;
}

} // namespace

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

#ifdef __linux__
std::string SharedLibrary::fileLoadedAs(const std::string& soname) {
  void* handle = dlopen(soname.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NOLOAD);
  if (handle == nullptr) return "";
  link_map* map = nullptr;
  const std::string file = dlinfo(handle, RTLD_DI_LINKMAP, static_cast<void*>(&map)) == 0 && map != nullptr ? realPath(map->l_name) : "";
  dlclose(handle); // gives back the reference that RTLD_NOLOAD took: the library was there before
  return file;
}

std::string SharedLibrary::soname() const {
  link_map* map = nullptr;
  if (!isOpen() || dlinfo(handle_, RTLD_DI_LINKMAP, static_cast<void*>(&map)) != 0 || map == nullptr || map->l_ld == nullptr) return "";
  ElfW(Addr) strings = 0;
  std::optional<ElfW(Xword)> name;
  for (const ElfW(Dyn)* tag = map->l_ld; tag->d_tag != DT_NULL; ++tag) {
    // NOLINTBEGIN(cppcoreguidelines-pro-type-union-access): elf.h has it so
    if (tag->d_tag == DT_STRTAB) strings = tag->d_un.d_ptr;
    if (tag->d_tag == DT_SONAME) name = tag->d_un.d_val;
    // NOLINTEND(cppcoreguidelines-pro-type-union-access)
  }
  if (strings == 0 || !name) return "";
  if (strings < map->l_addr) strings += map->l_addr;     // glibc has made an address of the offset, musl has not
  return reinterpret_cast<const char*>(strings) + *name; // NOLINT(performance-no-int-to-ptr): it is how the loader hands it out
}
#else
// Elsewhere a library is known by its path: no name is ever taken.
std::string SharedLibrary::fileLoadedAs(const std::string&) { return ""; }
std::string SharedLibrary::soname() const { return ""; }
#endif

void* SharedLibrary::symbol(const char* name) const { return isOpen() ? dlsym(handle_, name) : nullptr; }

std::string SharedLibrary::fileOf(const char* name) const {
  void* address = symbol(name);
  Dl_info info = {};
  if (address == nullptr || dladdr(address, &info) == 0 || info.dli_fname == nullptr) return "";
  return realPath(info.dli_fname);
}

} // namespace library
