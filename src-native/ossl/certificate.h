// Owns: reading a certificate into plain data with the library that verified it.
// Must not know: connections, JavaScript.
#pragma once

#include "ossl/error_queue.h"
#include "ossl/handles.h"

#include <optional>
#include <string>
#include <vector>

namespace ossl {

struct AltName {
  std::string type; // DNS, IP, email, URI, DirName, RID, other
  std::string value;
};

struct Certificate {
  std::string subject; // RFC 2253, as `openssl x509 -nameopt rfc2253,-esc_msb`
  std::string issuer;
  std::string serialNumber;           // hexadecimal
  std::optional<long long> notBefore; // seconds since 1970 UTC; none if the field can't be read
  std::optional<long long> notAfter;
  std::vector<AltName> altNames;
  std::string keyType;
  int keyBits = 0;
  int keySecurityBits = 0;
  std::string keyGroup; // the curve, "" where the key has none
  std::string signatureAlgorithm;
  std::vector<unsigned char> der;
};

// UTF-8, in the form of Certificate::subject.
[[nodiscard]] std::string nameText(const Api& api, const X509_NAME* name);

[[nodiscard]] Certificate readCertificate(const Api& api, X509* x509);

// What the peer showed, the leaf first, held and not read yet: that costs more. On a server SSL_get_peer_cert_chain leaves out the leaf:
// here it is always in, and may come once more.
[[nodiscard]] std::vector<X509Pointer> holdPeerChain(const Api& api, SSL* ssl);
// Each once.
[[nodiscard]] std::vector<Certificate> readPeerChain(const Api& api, const std::vector<X509Pointer>& held);
// The own certificate, none or one.
[[nodiscard]] std::vector<Certificate> readOwnCertificate(const Api& api, SSL* ssl);
// The chain that verification built, up to the trust anchor; empty if nothing was verified.
[[nodiscard]] std::vector<Certificate> readVerifiedChain(const Api& api, SSL* ssl);

} // namespace ossl
