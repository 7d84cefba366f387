// Owns: making a BIO whose method is ours, and the flags that its calls clear.
// Must not know: what it carries.
#pragma once

#include "ossl/handles.h"

namespace ossl {

constexpr long kRetryFlags = BIO_FLAGS_READ | BIO_FLAGS_WRITE | BIO_FLAGS_IO_SPECIAL | BIO_FLAGS_SHOULD_RETRY; // BIO_clear_retry_flags(3)

struct BioCalls {
  int (*write)(BIO* bio, const char* data, int size);
  int (*read)(BIO* bio, char* into, int size);
  long (*control)(BIO* bio, int command, long number, void* pointer);
};

// `method` has to outlive the BIO. Null, and `method` unchanged, if OpenSSL could not make it. Counted as alive.
[[nodiscard]] inline BIO* makeOwnBio(const Library& library, const char* name, const BioCalls& calls, BioMethodPointer& method) {
  const Api& api = library.api;
  // No index of BIO_get_new_index(3): a process has 127 of them for good, and they serve BIO_find_type, which nobody asks for such a BIO.
  BioMethodPointer made(api.BIO_meth_new(static_cast<int>(BIO_TYPE_SOURCE_SINK), name), {&api});
  if (made == nullptr) return nullptr;
  api.BIO_meth_set_write(made.get(), calls.write);
  api.BIO_meth_set_read(made.get(), calls.read);
  api.BIO_meth_set_ctrl(made.get(), calls.control);
  BIO* bio = api.BIO_new(made.get());
  if (bio == nullptr) return nullptr;
  constexpr int kReady = 1;
  api.BIO_set_init(bio, kReady);
  ++library.live.bios;
  method = std::move(made);
  return bio;
}

} // namespace ossl
