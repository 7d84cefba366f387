// Owns: reading from an SSL what both sides know and nobody else does: keying material, Finished messages, randoms.
// Must not know: what it is used for.
#pragma once

#include "ossl/engine.h"

namespace ossl {

// RFC 5705 and RFC 8446, 7.5. Returns an empty vector and fills `failure` if OpenSSL refuses (before the handshake is finished).
[[nodiscard]] std::vector<unsigned char> exportKeyingMaterial(const Engine& engine, size_t size, const std::string& label,
                                                              const std::optional<std::string>& context, SettingFailure& failure);

enum class Shared { clientRandom, serverRandom, ownFinished, peerFinished };
// The secret of the session as it is now, SSL_SESSION_get_master_key(3); empty if there is none.
[[nodiscard]] std::vector<unsigned char> readMasterKey(const Engine& engine);
// Empty as long as the handshake has not come that far.
[[nodiscard]] std::vector<unsigned char> readShared(const Engine& engine, Shared what);

} // namespace ossl
