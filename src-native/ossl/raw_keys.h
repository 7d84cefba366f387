// Owns: raw public keys (RFC 7250): which types of certificates a side takes and shows, which keys a peer may have, and a key as plain
// data. Must not know: connections' operations, JavaScript.
#pragma once

#include "ossl/handles.h"
#include "ossl/key_info.h"
#include "ossl/setting_call.h"

#include <optional>
#include <string>
#include <vector>

namespace ossl {

// Of a context, or of a connection in place of its context's.
struct RawKeySettings {
  std::optional<std::string> serverTypes; // TLSEXT_cert_type_…, one byte each, in the order of preference
  std::optional<std::string> clientTypes;
  std::vector<std::string> expected; // the peer's keys: SubjectPublicKeyInfo, DER
};

// A public key as plain data.
struct PublicKey {
  KeyInfo info;
  std::vector<unsigned char> der; // SubjectPublicKeyInfo; empty if it cannot be written
};

[[nodiscard]] PublicKey readPublicKey(const Api& api, const EVP_PKEY* key);
[[nodiscard]] KeyPointer holdKey(const Api& api, EVP_PKEY* key); // null of null

// The keys that a peer may have: to be told to OpenSSL, and to be compared where it does not look.
class ExpectedKeys {
public:
  // False, and `failure` names the one that is none.
  [[nodiscard]] bool read(const Api& api, const std::vector<std::string>& ders, SettingFailure& failure);
  [[nodiscard]] bool empty() const { return keys_.empty(); }
  [[nodiscard]] bool has(const PublicKey& key) const;
  // DANE-EE records of the connection, SSL_add_expected_rpk(3). It enables DANE where nobody has yet, and keeps the names that are
  // verified.
  [[nodiscard]] bool addTo(const Api& api, SSL* ssl, bool daneIsEnabled, SettingFailure& failure) const;

private:
  std::vector<KeyPointer> keys_;
  std::vector<std::vector<unsigned char>> ders_;
};

[[nodiscard]] bool applyCertificateTypes(const Api& api, SSL_CTX* context, const RawKeySettings& settings, SettingFailure& failure);
[[nodiscard]] bool applyCertificateTypes(const Api& api, SSL* ssl, const RawKeySettings& settings, SettingFailure& failure);
// Those of another context, as they are: SSL_set_SSL_CTX(3) leaves the connection its own.
[[nodiscard]] bool takeCertificateTypes(const Api& api, SSL* ssl, const SSL_CTX* from, SettingFailure& failure);

// Whether an X.509 certificate of the peer's would do. A peer that does not know the extension sends one whatever was asked for (RFC
// 7250, 4.2).
[[nodiscard]] bool takesCertificates(const Api& api, const SSL* ssl, bool server);
// Whether this context may show a key without a certificate.
[[nodiscard]] bool showsRawKeys(const Api& api, const SSL_CTX* context, bool server);

// Borrowed; null where the peer showed none, or this OpenSSL knows of none.
[[nodiscard]] EVP_PKEY* peerRawKey(const Api& api, const SSL* ssl);

} // namespace ossl
