// Owns: reading from an SSL how its handshake was done: signatures, temporary keys, what both sides offered.
// Must not know: what was negotiated for the data (connection_info).
#pragma once

#include "ossl/engine.h"
#include "ossl/key_info.h"

namespace ossl {

struct SignatureInfo {
  std::string name;    // as TLS names it; "" before 3.5
  std::string keyType; // OpenSSL's short names, "" for none
  std::string digest;
  bool pssKey = false; // the key itself is restricted to RSA-PSS
};

struct HandshakeInfo {
  std::optional<SignatureInfo> ownSignature;
  std::optional<SignatureInfo> peerSignature;
  std::optional<KeyInfo> ownKey; // of the key exchange
  std::optional<KeyInfo> peerKey;
  std::optional<uint64_t> roundTrip; // microseconds
  std::optional<std::string> compression;
  std::optional<CompressionNote> ownCertificate; // how it was compressed
  std::optional<CompressionNote> peerCertificate;
  std::optional<bool> extendedMasterSecret;
  std::optional<bool> secureRenegotiation;
};

// All empty before the handshake is finished.
[[nodiscard]] HandshakeInfo readHandshake(const Engine& engine);

// A server's: what the client offered, as far as this OpenSSL knows it, and what of it both sides have.
struct Offers {
  std::vector<std::string> clientCiphers;
  std::vector<std::string> sharedCiphers;
  std::vector<int> sharedSignatures; // the two bytes on the wire; a client has them too where it was asked for a certificate
};

[[nodiscard]] Offers readOffers(const Engine& engine);

} // namespace ossl
