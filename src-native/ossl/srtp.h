// Owns: the profiles of SRTP that a handshake over datagrams agrees on (RFC 5764): what is offered, and what was chosen.
// Must not know: JavaScript, keys: those are the exporter's.
#pragma once

#include "ossl/handles.h"
#include "ossl/setting_call.h"

#include <optional>
#include <string>

namespace ossl {

struct SrtpProfile {
  std::string name;
  unsigned long id = 0; // the two bytes on the wire
};

// Names with a colon between them. Returns false and fills `failure` if OpenSSL refuses one.
[[nodiscard]] bool applySrtpProfiles(const Api& api, SSL_CTX* context, const std::optional<std::string>& names, SettingFailure& failure);
[[nodiscard]] bool applySrtpProfiles(const Api& api, SSL* ssl, const std::optional<std::string>& names, SettingFailure& failure);

// None if nothing was chosen, or the library was built without SRTP.
[[nodiscard]] std::optional<SrtpProfile> selectedSrtpProfile(const Api& api, SSL* ssl);

} // namespace ossl
