// Owns: a connected, non-blocking socket under an SSL, and a BIO over it. OpenSSL reads it itself; what it writes is gathered, and flush()
// sends all of it at once: a record is no system call.
// Must not know: the SSL, waiting.
//
//   recv ──▶ BIO_read: straight into OpenSSL's buffer          SSL
//   send ◀── flush() ◀── gathered ◀── BIO_write                 SSL
#pragma once

#include "ossl/handles.h"

#include <vector>

namespace ossl {

// Whoever else uses a descriptor: it must have let go of it before it is closed or given away.
class DescriptorUser {
public:
  DescriptorUser() = default;
  DescriptorUser(const DescriptorUser&) = delete;
  DescriptorUser& operator=(const DescriptorUser&) = delete;
  virtual ~DescriptorUser() = default;
  virtual void letGo() = 0; // may be called again
};

class DescriptorBio {
public:
  DescriptorBio() = default;
  DescriptorBio(const DescriptorBio&) = delete;
  DescriptorBio& operator=(const DescriptorBio&) = delete;
  ~DescriptorBio() { close(); }

  // Makes the BIO that SSL_set_bio takes over for both directions; whoever frees it must do so before close(). Null if OpenSSL could not
  // make it; else the descriptor belongs to this from here on.
  [[nodiscard]] BIO* open(const Library& library, int descriptor, std::unique_ptr<DescriptorUser> user);

  // The descriptor can be read. Between two of these, a read that got less than it asked for is known to have got all.
  void readable() { allowance_ = kAllowance; }
  // Sends what is gathered, as far as the socket takes it. Returns errno; 0: all is sent, or the rest has to wait (unsent()).
  [[nodiscard]] int flush();
  [[nodiscard]] size_t unsent() const { return gathered_.size() - sentOfGathered_; }
  // What is gathered, which then is to be sent by whoever takes it.
  [[nodiscard]] std::vector<unsigned char> takeUnsent();
  // Gives up the descriptor; what is not sent is gone. -1 if it is given up already.
  [[nodiscard]] int release();

  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] DescriptorUser* user() const { return user_.get(); }
  [[nodiscard]] uint64_t received() const { return received_; }
  [[nodiscard]] uint64_t sent() const { return sent_; }
  // An end of the input is not told to the SSL: it reads nothing more, and ended() says it.
  void holdEnd() { holdsEnd_ = true; }
  [[nodiscard]] bool ended() const { return ended_; }

  [[nodiscard]] bool isOpen() const { return method_ != nullptr; }
  void close(); // idempotent

private:
  // Bytes that are read for one readiness: a peer that sends without end must not hold up all others.
  static constexpr size_t kAllowance = size_t{1024} * 1024;

  static DescriptorBio* of(const BIO* bio);
  static int write(BIO* bio, const char* data, int size);
  static int read(BIO* bio, char* into, int size);
  static long control(BIO* bio, int command, long number, void* pointer);
  void gather(const char* data, size_t size);
  void letGoOfBuffer();

  const Library* library_ = nullptr;
  BioMethodPointer method_;  // one for each BIO, as DatagramBio has it
  const BIO* bio_ = nullptr; // the SSL's
  int descriptor_ = -1;
  std::unique_ptr<DescriptorUser> user_;
  size_t allowance_ = 0; // nothing is read before the first readiness
  bool ended_ = false;
  bool holdsEnd_ = false;
  std::vector<unsigned char> gathered_;
  size_t sentOfGathered_ = 0;
  uint64_t received_ = 0;
  uint64_t sent_ = 0;
};

} // namespace ossl
