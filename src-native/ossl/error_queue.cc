#include "ossl/error_queue.h"

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
  if (!api_.queueIsShared) return;
  api_.ERR_clear_error();
  if (api_.ERR_new == nullptr) return; // no Node that shares its queue is older than 3.0
  for (const ErrorEntry& entry : foreign_) {
    api_.ERR_new();
    api_.ERR_set_debug(entry.file.c_str(), entry.line, entry.function.c_str());
    if (entry.data.empty()) {
      api_.ERR_set_error(entry.library, entry.reason, nullptr);
    } else {
      api_.ERR_set_error(entry.library, entry.reason, "%s", entry.data.c_str());
    }
  }
}

ErrorStack ErrorScope::take() { return drain(api_); }

} // namespace ossl
