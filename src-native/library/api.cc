#include "library/api.h"

namespace library {
namespace {

template <typename Function>
bool find(Function*& slot, const SharedLibrary& home, const char* name) {
  slot = reinterpret_cast<Function*>(home.symbol(name));
  return slot != nullptr;
}

} // namespace

std::string resolve(Api& api, const SharedLibrary& crypto, const SharedLibrary& ssl) {
  std::string missing;
  const auto require = [&missing](bool found, const char* name) {
    if (!found && missing.empty()) missing = name;
  };
#define REQUIRED(home, since, until, result, name, parameters) require(find(api.name, home, #name), #name);
#define OPTIONAL(home, since, until, result, name, parameters) find(api.name, home, #name);
#define RENAMED(home, since, until, result, name, parameters, before)                                                                      \
  require(find(api.name, home, #name) || find(api.name, home, #before), #name);
#include "functions.inc"
#undef REQUIRED
#undef OPTIONAL
#undef RENAMED
  // One of the two readers of the queue with all its details is there in every release, but no release is bound to have a given one.
  require(api.ERR_get_error_all != nullptr || api.ERR_get_error_line_data != nullptr, "ERR_get_error_all");
  return missing;
}

} // namespace library
