// Owns: DANE of one connection, SSL_CTX_dane_enable(3): its TLSA records, and which of them held.
// Must not know: DNS, JavaScript.
#pragma once

#include "ossl/context.h"

namespace ossl {

struct TlsaRecord {
  uint8_t usage = 0;
  uint8_t selector = 0;
  uint8_t matchingType = 0;
  std::string data; // bytes
};

struct DaneSettings {
  std::string name; // the TLSA base domain
  std::vector<TlsaRecord> records;
  unsigned long flags = 0;
};

struct DaneMatch {
  int depth = 0;     // of the certificate that matched
  TlsaRecord record; // that it matched
};

// A record that OpenSSL finds unusable is a failure here: left out in silence, verification would rest on the others, or on none.
[[nodiscard]] bool applyDane(const Api& api, SSL_CTX* context, SSL* ssl, const DaneSettings& settings, SettingFailure& failure);

// None before the handshake is done, when nothing matched, and when a session was resumed.
[[nodiscard]] std::optional<DaneMatch> readDane(const Api& api, SSL* ssl);

} // namespace ossl
