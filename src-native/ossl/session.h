// Owns: a session, the secret that lets a later connection skip most of the handshake.
// Must not know: JavaScript, where sessions are kept.
#pragma once

#include "ossl/error_queue.h"
#include "ossl/handles.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ossl {

struct SettingFailure;

struct SessionInfo {
  std::vector<unsigned char> id;
  int protocol = 0;
  std::string cipher;
  std::optional<std::string> serverName;
  std::optional<std::string> alpn;
  long created = 0; // seconds since 1970 UTC
  long timeout = 0; // seconds
  bool hasTicket = false;
  std::vector<unsigned char> ticket;
  unsigned long ticketLifetime = 0; // seconds, the server's hint
  uint32_t maxEarlyData = 0;        // bytes
  bool resumable = false;
  std::vector<unsigned char> ticketAppData; // what a server put into the ticket beside the session
};

class Session {
public:
  // Takes over one reference.
  Session(std::shared_ptr<const Library> library, SSL_SESSION* session);
  // Returns null and fills `failure` if the bytes are no session of this OpenSSL.
  static std::shared_ptr<Session> fromDer(std::shared_ptr<const Library> library, const unsigned char* data, size_t size,
                                          SettingFailure& failure);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session() = default;

  [[nodiscard]] std::vector<unsigned char> toDer() const;
  [[nodiscard]] SessionInfo info() const;
  [[nodiscard]] SSL_SESSION* get() const { return session_.get(); }
  [[nodiscard]] const Library& library() const { return *library_; }

private:
  std::shared_ptr<const Library> library_; // outlives session_, which is freed through its table
  SessionPointer session_;
};

} // namespace ossl
