#include "ossl/error_queue.h"

#include <mutex>
#include <set>

namespace ossl {
namespace {

using library::Api;

// 3.0 dropped the function number from the packed code and gave its bits to the reason.
void unpack(ErrorEntry& entry, bool oldPacking) {
  const unsigned long code = entry.code;
  if (oldPacking) {
    entry.library = static_cast<int>((code >> 24) & 0xff);
    entry.reason = static_cast<int>(code & 0xfff);
    return;
  }
  constexpr unsigned long kSystemFlag = 0x80000000UL;
  const bool system = (code & kSystemFlag) != 0;
  entry.library = system ? static_cast<int>(ERR_LIB_SYS) : static_cast<int>((code >> 23) & 0xff);
  entry.reason = static_cast<int>(system ? code & 0x7fffffffUL : code & 0x7fffffUL);
}

std::string text(const char* value) { return value != nullptr ? value : ""; }

// Returns false when the queue is empty.
bool next(const Api& api, ErrorEntry& entry) {
  const char* file = nullptr;
  const char* function = nullptr;
  const char* data = nullptr;
  int line = 0;
  int flags = 0;
  const bool oldPacking = api.ERR_get_error_all == nullptr;
  entry.code =
      oldPacking ? api.ERR_get_error_line_data(&file, &line, &data, &flags) : api.ERR_get_error_all(&file, &line, &function, &data, &flags);
  if (entry.code == 0) return false;
  if (oldPacking && api.ERR_func_error_string != nullptr) function = api.ERR_func_error_string(entry.code);
  unpack(entry, oldPacking);
  entry.libraryText = text(api.ERR_lib_error_string(entry.code));
  entry.reasonText = text(api.ERR_reason_error_string(entry.code));
  entry.function = text(function);
  entry.file = text(file);
  entry.line = line;
  if ((flags & ERR_TXT_STRING) != 0) entry.data = text(data);
  return true;
}

ErrorStack drain(const Api& api) {
  ErrorStack stack;
  for (ErrorEntry entry; next(api, entry); entry = {}) stack.push_back(entry);
  return stack;
}

// 1.1.1 keeps the pointer to a file's name, which it takes for a literal: these live as long as the process.
const char* lasting(const std::string& name) {
  static std::mutex mutex;
  static std::set<std::string> names;
  const std::scoped_lock lock(mutex);
  return names.insert(name).first->c_str();
}

void push(const Api& api, const ErrorEntry& entry) {
  if (api.ERR_new == nullptr) {
    const int function = static_cast<int>((entry.code >> 12) & 0xfff);
    api.ERR_put_error(entry.library, function, entry.reason, lasting(entry.file), entry.line);
    if (!entry.data.empty()) api.ERR_add_error_data(1, entry.data.c_str());
    return;
  }
  api.ERR_new();
  api.ERR_set_debug(entry.file.c_str(), entry.line, entry.function.c_str());
  if (entry.data.empty()) {
    api.ERR_set_error(entry.library, entry.reason, nullptr);
  } else {
    api.ERR_set_error(entry.library, entry.reason, "%s", entry.data.c_str());
  }
}

void putBack(const Api& api, const ErrorStack& stack) {
  api.ERR_clear_error();
  for (const ErrorEntry& entry : stack) push(api, entry);
}

} // namespace

ErrorScope::ErrorScope(const Api& api) : api_(api) {
  if (api_.ERR_peek_error() == 0) return;
  if (api_.queueIsShared) {
    foreign_ = drain(api_);
  } else {
    api_.ERR_clear_error();
  }
}

ErrorScope::~ErrorScope() {
  if (api_.queueIsShared) putBack(api_, foreign_);
}

ErrorStack ErrorScope::take() { return drain(api_); }

KeptErrors::KeptErrors(const Api& api) : api_(api) {
  if (api_.ERR_peek_error() != 0) kept_ = drain(api_);
}

KeptErrors::~KeptErrors() { putBack(api_, kept_); }

} // namespace ossl
