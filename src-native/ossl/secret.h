// Owns: bytes that must not stay in memory: they are wiped when their owner goes.
// Must not know: what they are.
#pragma once

#include "ossl/handles.h"

namespace ossl {

class Secret {
public:
  Secret(const Api& api, size_t size) : bytes_(new char[size + 1](), Wipe{&api, size + 1}), size_(size) {}

  [[nodiscard]] char* data() const { return bytes_.get(); }
  [[nodiscard]] size_t size() const { return size_; }
  // A zero follows the last byte.
  [[nodiscard]] const char* c_str() const { return bytes_.get(); }

private:
  struct Wipe {
    const Api* api = nullptr;
    size_t size = 0;
    void operator()(char* bytes) const {
      api->OPENSSL_cleanse(bytes, size);
      const std::unique_ptr<char[]> freed(bytes);
    }
  };

  std::unique_ptr<char[], Wipe> bytes_;
  size_t size_;
};

} // namespace ossl
