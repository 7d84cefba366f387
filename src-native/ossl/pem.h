// Owns: reading a PEM text, block by block, until there is no further one.
// Must not know: what the blocks are for.
#pragma once

#include "ossl/handles.h"
#include "ossl/setting_call.h"

namespace ossl {

[[nodiscard]] inline PlainBioPointer pemReader(const Api& api, const std::string& text) {
  return PlainBioPointer(api.BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), {&api});
}

struct PemKind {
  const char* setting;
  const char* reader;  // the C function that reads a block
  const char* nothing; // what to say of a text without any
};

// `read(bio)` gives an owner of the next block, null where there is none. `use(block, index)` answers null, or the name of the C function
// that refused it. A block that cannot be read is a failure, however many came before.
template <typename Read, typename Use>
[[nodiscard]] bool eachPemBlock(const Api& api, SettingFailure& failure, const PemKind& kind, const std::string& text, Read read, Use use) {
  ErrorScope scope(api);
  const PlainBioPointer bio = pemReader(api, text);
  size_t count = 0;
  while (bio != nullptr) {
    const auto block = read(bio.get());
    if (block == nullptr) break;
    const char* function = use(block.get(), count++);
    if (function == nullptr) continue;
    failure = {kind.setting, function, "", scope.take()};
    return false;
  }
  ErrorStack queue = scope.take();
  // How a PEM reader says that there is no further block.
  const bool atEnd = !queue.empty() && queue.back().library == ERR_LIB_PEM && queue.back().reason == PEM_R_NO_START_LINE;
  if (count > 0 && atEnd) return true;
  failure = {kind.setting, kind.reader, count == 0 && atEnd ? kind.nothing : "", std::move(queue)};
  return false;
}

} // namespace ossl
