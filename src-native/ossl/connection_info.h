// Owns: reading from an SSL what was negotiated.
// Must not know: how the handshake was driven.
#pragma once

#include "ossl/cipher_info.h"
#include "ossl/engine.h"

namespace ossl {

struct ConnectionInfo {
  bool finished = false; // everything below is meaningful only then
  std::string protocol;
  std::optional<CipherInfo> cipher;
  std::optional<std::string> group; // of the key exchange; none when a session was resumed without one
  std::optional<std::string> alpn;
  std::optional<std::string> serverName;
  std::optional<std::string> peerName; // the name in the certificate that matched
  bool resumed = false;
  bool peerShowedCertificate = false;
  bool peerShowedKey = false; // in place of a certificate
  int serverType = 0;         // TLSEXT_cert_type_…
  int clientType = 0;
  int verifyMode = 0;
  long verifyResult = 0;
};

enum class NameKind { host, address, email };
// Whether the peer's certificate is for this name, by the host flags of the connection's verify parameters. A resumed handshake does not
// look.
[[nodiscard]] bool peerHasName(const Engine& engine, const std::string& name, NameKind kind);

// Also of a connection whose handshake is not finished.
[[nodiscard]] bool peerShowedCertificate(const Engine& engine);

[[nodiscard]] ConnectionInfo readConnection(const Engine& engine);

} // namespace ossl
