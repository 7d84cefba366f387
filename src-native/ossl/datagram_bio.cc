#include "ossl/datagram_bio.h"

#include "ossl/engine.h"
#include "ossl/own_bio.h"

#include <algorithm>

namespace ossl {
namespace {

// The transport is not known here, so it is taken for the one with the larger headers: IPv6 (40 bytes) and UDP (8).
constexpr long kHeaders = 48;
// What every path carries: the least link MTU of IPv6 (RFC 8200, 5). A caller who knows more says so with SSL_set_mtu or DTLS_set_link_mtu.
constexpr long kSafeMtu = 1280 - kHeaders;

} // namespace

BIO* DatagramBio::open(const Library& library) {
  BIO* bio = makeOwnBio(library, "datagrams in memory", {&DatagramBio::write, &DatagramBio::read, &DatagramBio::control}, method_);
  if (bio == nullptr) return nullptr;
  library_ = &library;
  bio_ = bio;
  return bio;
}

void DatagramBio::close() {
  if (!isOpen()) return;
  --library_->live.bios;
  method_.reset();
  bio_ = nullptr;
  in_.clear();
  out_.clear();
}

std::vector<Datagram> DatagramBio::drain() { return std::exchange(out_, {}); }

// A BIO gives the data that hangs on it through its own library's BIO_get_data alone, and says not which library that is. So it is found
// as the one of the engine whose operation runs. Null where none does: SSL_free asks, and may be answered with nothing.
DatagramBio* DatagramBio::of(const BIO* bio) {
  Engine* engine = Engine::current();
  return engine != nullptr && engine->datagrams().bio_ == bio ? &engine->datagrams() : nullptr;
}

int DatagramBio::write(BIO* bio, const char* data, int size) {
  DatagramBio* self = of(bio);
  if (self == nullptr || data == nullptr || size <= 0) return -1;
  self->library_->api.BIO_clear_flags(bio, static_cast<int>(kRetryFlags));
  self->out_.emplace_back(data, data + size);
  return size;
}

int DatagramBio::read(BIO* bio, char* into, int size) {
  DatagramBio* self = of(bio);
  if (self == nullptr || into == nullptr || size <= 0) return -1;
  const Api& api = self->library_->api;
  api.BIO_clear_flags(bio, static_cast<int>(kRetryFlags));
  if (self->in_.empty()) {
    api.BIO_set_flags(bio, static_cast<int>(BIO_FLAGS_READ | BIO_FLAGS_SHOULD_RETRY));
    return -1;
  }
  const Datagram& first = self->in_.front();
  const size_t count = std::min(first.size(), static_cast<size_t>(size));
  std::copy_n(first.begin(), count, into);
  if (!self->peeking_) self->in_.pop_front();
  return static_cast<int>(count);
}

// BIO_ctrl(3), and of BIO_s_datagram(3) what libssl asks.
long DatagramBio::control(BIO* bio, int command, long number, void*) {
  DatagramBio* self = of(bio);
  if (self == nullptr) return 0;
  switch (command) {
  case BIO_CTRL_FLUSH: // nothing is held back
  case BIO_CTRL_DUP:
  case BIO_CTRL_DGRAM_SET_NEXT_TIMEOUT: // whoever waits asks the SSL (DTLSv1_get_timeout(3))
    return 1;
  case BIO_CTRL_PENDING: // as a socket: the next datagram
    return self->in_.empty() ? 0 : static_cast<long>(self->in_.front().size());
  case BIO_CTRL_WPENDING: // what libssl takes for a datagram that is begun, and would fill up
    return 0;
  case BIO_CTRL_DGRAM_QUERY_MTU:
  case BIO_CTRL_DGRAM_GET_FALLBACK_MTU:
    return kSafeMtu;
  case BIO_CTRL_DGRAM_GET_MTU_OVERHEAD:
    return kHeaders;
  case BIO_CTRL_DGRAM_SET_MTU:
    return self->mtu_ = number;
  case BIO_CTRL_DGRAM_GET_MTU:
    return self->mtu_;
  case BIO_CTRL_DGRAM_SET_PEEK_MODE: // DTLSv1_listen leaves the ClientHello that it accepts for SSL_accept
    self->peeking_ = number != 0;
    return 1;
  case BIO_CTRL_DGRAM_MTU_EXCEEDED: // a queue turns nothing down, waits for nothing, and has no peer
  case BIO_CTRL_DGRAM_GET_RECV_TIMER_EXP:
  case BIO_CTRL_DGRAM_GET_SEND_TIMER_EXP:
  case BIO_CTRL_DGRAM_GET_PEER:
  default:
    return 0;
  }
}

} // namespace ossl
