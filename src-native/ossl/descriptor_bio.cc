#include "ossl/descriptor_bio.h"

#include "ossl/engine.h"
#include "ossl/own_bio.h"

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace ossl {
namespace {

#ifdef MSG_NOSIGNAL
constexpr int kSendFlags = MSG_NOSIGNAL;
#else
constexpr int kSendFlags = 0;
#endif

// A buffer that is empty again is worth keeping for the next connection: it is in the processor's cache, and a new one costs page faults.
constexpr size_t kKeptBuffer = size_t{1024} * 1024;
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables) -- one of each thread, without content
thread_local std::vector<unsigned char> keptBuffer;

void retry(const Api& api, BIO* bio) { api.BIO_set_flags(bio, static_cast<int>(BIO_FLAGS_READ | BIO_FLAGS_SHOULD_RETRY)); }

bool wouldBlock(int error) { return error == EAGAIN || error == EWOULDBLOCK; }

} // namespace

BIO* DescriptorBio::open(const Library& library, int descriptor, std::unique_ptr<DescriptorUser> user) {
  BIO* bio = makeOwnBio(library, "socket, gathering", {&DescriptorBio::write, &DescriptorBio::read, &DescriptorBio::control}, method_);
  if (bio == nullptr) return nullptr;
  library_ = &library;
  bio_ = bio;
  descriptor_ = descriptor;
  user_ = std::move(user);
  return bio;
}

void DescriptorBio::close() {
  if (const int descriptor = release(); descriptor >= 0) ::close(descriptor);
  if (!isOpen()) return;
  --library_->live.bios;
  method_.reset();
  bio_ = nullptr;
}

int DescriptorBio::release() {
  if (user_ != nullptr) user_->letGo();
  letGoOfBuffer();
  return std::exchange(descriptor_, -1);
}

std::vector<unsigned char> DescriptorBio::takeUnsent() {
  std::vector<unsigned char> taken(gathered_.begin() + static_cast<std::ptrdiff_t>(sentOfGathered_), gathered_.end());
  letGoOfBuffer();
  return taken;
}

int DescriptorBio::flush() {
  while (unsent() > 0) {
    const ssize_t count = ::send(descriptor_, gathered_.data() + sentOfGathered_, unsent(), kSendFlags);
    if (count >= 0) {
      sentOfGathered_ += static_cast<size_t>(count);
      sent_ += static_cast<uint64_t>(count);
    } else if (wouldBlock(errno)) {
      return 0;
    } else if (errno != EINTR) {
      const int error = errno;
      letGoOfBuffer(); // it will never be sent
      return error;
    }
  }
  letGoOfBuffer();
  return 0;
}

void DescriptorBio::gather(const char* data, size_t size) {
  if (gathered_.capacity() == 0) gathered_.swap(keptBuffer);
  // Only where a peer reads nothing: what has left makes room for what is added.
  if (sentOfGathered_ > 0 && gathered_.size() + size > gathered_.capacity()) {
    gathered_.erase(gathered_.begin(), gathered_.begin() + static_cast<std::ptrdiff_t>(sentOfGathered_));
    sentOfGathered_ = 0;
  }
  gathered_.insert(gathered_.end(), data, data + size);
}

void DescriptorBio::letGoOfBuffer() {
  gathered_.clear();
  sentOfGathered_ = 0;
  if (gathered_.capacity() > keptBuffer.capacity() && gathered_.capacity() <= kKeptBuffer) gathered_.swap(keptBuffer);
  gathered_ = {};
}

// As DatagramBio finds its own.
DescriptorBio* DescriptorBio::of(const BIO* bio) {
  Engine* engine = Engine::current();
  return engine != nullptr && engine->descriptor().bio_ == bio ? &engine->descriptor() : nullptr;
}

int DescriptorBio::write(BIO* bio, const char* data, int size) {
  DescriptorBio* self = of(bio);
  if (self == nullptr || data == nullptr || size <= 0) return -1;
  self->library_->api.BIO_clear_flags(bio, static_cast<int>(kRetryFlags));
  if (self->descriptor_ < 0) {
    errno = EBADF; // given up in a callback of this operation
    return -1;
  }
  self->gather(data, static_cast<size_t>(size));
  return size;
}

// As BIO_s_socket(3) has it: an end is 0, an error -1 with errno.
int DescriptorBio::read(BIO* bio, char* into, int size) {
  DescriptorBio* self = of(bio);
  if (self == nullptr || into == nullptr || size <= 0) return -1;
  const Api& api = self->library_->api;
  api.BIO_clear_flags(bio, static_cast<int>(kRetryFlags));
  if (self->descriptor_ < 0) {
    errno = EBADF;
    return -1;
  }
  const auto wanted = static_cast<size_t>(size);
  while (self->allowance_ > 0) {
    const ssize_t count = ::recv(self->descriptor_, into, wanted, 0);
    if (count > 0) {
      const auto got = static_cast<size_t>(count);
      self->received_ += got;
      self->allowance_ = got < wanted ? 0 : self->allowance_ - std::min(got, self->allowance_);
      return static_cast<int>(count);
    }
    if (count == 0) {
      self->ended_ = true;
      if (!self->holdsEnd_) return 0;
      self->allowance_ = 0;
    } else if (wouldBlock(errno)) {
      self->allowance_ = 0;
    } else if (errno != EINTR) {
      return -1;
    }
  }
  retry(api, bio);
  return -1;
}

long DescriptorBio::control(BIO* bio, int command, long, void*) {
  const DescriptorBio* self = of(bio);
  if (self == nullptr) return 0;
  switch (command) {
  case BIO_CTRL_FLUSH: // it is not OpenSSL that sends
  case BIO_CTRL_DUP:
    return 1;
  case BIO_CTRL_EOF: // since 3.0 it makes an end a reason of its own
    return self->ended_ ? 1 : 0;
  case BIO_CTRL_WPENDING:
    return static_cast<long>(self->unsent());
  default:
    return 0;
  }
}

} // namespace ossl
