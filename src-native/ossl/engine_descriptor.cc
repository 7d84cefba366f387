// The parts of an engine that make the event loop's connections fast: its own descriptor, and many records at a time.
#include "ossl/running.h"

namespace ossl {
namespace {

// What one read of the socket may bring: OpenSSL's own buffer has room for one record (SSL_CTX_set_default_read_buffer_len(3)).
constexpr size_t kReadAhead = size_t{64} * 1024;

} // namespace

bool Engine::attachDescriptor(int descriptor, std::unique_ptr<DescriptorUser> user, SettingFailure& failure) {
  const Running running(*this);
  BIO* bio = descriptor_.open(library(), descriptor, std::move(user));
  if (bio == nullptr) {
    failure = {"descriptor", "BIO_new", "", {}};
    return false;
  }
  api().SSL_set_bio(get(), bio, bio); // one BIO for both directions: one reference is taken over (SSL_set_bio(3))
  constexpr int kYes = 1;
  api().SSL_set_read_ahead(get(), kYes);
  // An idle connection keeps no buffers.
  api().SSL_ctrl(get(), static_cast<int>(SSL_CTRL_MODE), SSL_MODE_RELEASE_BUFFERS, nullptr);
  return true;
}

Outcome Engine::readMany(unsigned char* into, size_t size) {
  size_t total = 0;
  for (;;) {
    Outcome outcome = read(into + total, size - total);
    if (outcome.ret > 0) total += outcome.bytes;
    // What was observed or asked is told before the next record, as after each call.
    if (outcome.ret > 0 && total < size && !asksAnything() && eventCount() == 0) continue;
    outcome.bytes = total;
    return outcome;
  }
}

} // namespace ossl
