// Owns: a BIO that keeps the boundaries of datagrams: two queues in memory, one each way. BIO_s_dgram_mem exists since 3.2 only, and a BIO
// pair makes one stream of what is written.
// Must not know: the SSL, timers, addresses.
//
//   feed() ──▶ in ──▶ BIO_read: one datagram, and what does not fit is lost, as recv(2) has it      SSL
//   drain() ◀── out ◀── BIO_write: one datagram                                                     SSL
#pragma once

#include "ossl/handles.h"

#include <deque>
#include <vector>

namespace ossl {

using Datagram = std::vector<unsigned char>;

class DatagramBio {
public:
  DatagramBio() = default;
  DatagramBio(const DatagramBio&) = delete;
  DatagramBio& operator=(const DatagramBio&) = delete;
  ~DatagramBio() { close(); }

  // Makes the BIO that SSL_set_bio takes over for both directions; whoever frees it must do so before close(). Null if OpenSSL could not
  // make it.
  [[nodiscard]] BIO* open(const Library& library);

  // Queues one datagram for the SSL to read.
  void feed(const unsigned char* data, size_t size) { in_.emplace_back(data, data + size); }
  // Takes the datagrams that the SSL has written, oldest first.
  [[nodiscard]] std::vector<Datagram> drain();
  [[nodiscard]] size_t pending() const { return out_.size(); }

  [[nodiscard]] bool isOpen() const { return method_ != nullptr; }
  void close(); // idempotent

private:
  static DatagramBio* of(const BIO* bio);
  static int write(BIO* bio, const char* data, int size);
  static int read(BIO* bio, char* into, int size);
  static long control(BIO* bio, int command, long number, void* pointer);

  const Library* library_ = nullptr;
  // One method for each BIO: a BIO_METHOD belongs to one loaded library and must outlive its BIOs, and so nobody has to know of others.
  BioMethodPointer method_;
  const BIO* bio_ = nullptr; // the SSL's
  std::deque<Datagram> in_;
  std::vector<Datagram> out_;
  long mtu_ = 0;
  bool peeking_ = false;
};

} // namespace ossl
