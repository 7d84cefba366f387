#include "ossl/handshake_info.h"

#include <cstring>

namespace ossl {
namespace {

std::string shortName(const Api& api, int nid) {
  constexpr int kUndefined = 0; // NID_undef: Ed25519 has no digest of its own
  const char* name = nid != kUndefined ? api.OBJ_nid2sn(nid) : nullptr;
  return name != nullptr ? name : "";
}

bool isPssKey(const Api& api, const X509* certificate) {
  const EVP_PKEY* key = certificate != nullptr ? api.X509_get0_pubkey(certificate) : nullptr;
  return key != nullptr && api.EVP_PKEY_get_id(key) == NID_rsassaPss;
}

// Where the library does not know the commands of 3.5 it answers 0, and the name is made of type and digest.
std::optional<SignatureInfo> signatureInfo(const Api& api, SSL* ssl, bool own) {
  int type = 0;
  const int known = own ? api.SSL_get_signature_type_nid(ssl, &type) : api.SSL_get_peer_signature_type_nid(ssl, &type);
  if (known != 1) return std::nullopt;
  SignatureInfo info;
  info.keyType = shortName(api, type);
  int digest = 0;
  if (api.SSL_ctrl(ssl, static_cast<int>(own ? SSL_CTRL_GET_SIGNATURE_NID : SSL_CTRL_GET_PEER_SIGNATURE_NID), 0, &digest) == 1)
    info.digest = shortName(api, digest);
  const char* name = nullptr;
  const long nameCommand = own ? SSL_CTRL_GET_SIGNATURE_NAME : SSL_CTRL_GET_PEER_SIGNATURE_NAME;
  if (api.SSL_ctrl(ssl, static_cast<int>(nameCommand), 0, static_cast<void*>(&name)) == 1 && name != nullptr) info.name = name;
  if (own) {
    info.pssKey = isPssKey(api, api.SSL_get_certificate(ssl));
  } else {
    const X509Pointer certificate(api.SSL_get1_peer_certificate(ssl), {&api});
    info.pssKey = isPssKey(api, certificate.get());
  }
  return info;
}

std::optional<KeyInfo> temporaryKey(const Api& api, SSL* ssl, long command) {
  EVP_PKEY* raw = nullptr;
  if (api.SSL_ctrl(ssl, static_cast<int>(command), 0, static_cast<void*>(&raw)) != 1 || raw == nullptr) return std::nullopt;
  const KeyPointer key(raw, {&api});
  return readKey(api, key.get());
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  for (size_t from = 0; from < text.size();) {
    const size_t end = std::min(text.find(separator, from), text.size());
    parts.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return parts;
}

} // namespace

HandshakeInfo readHandshake(const Engine& engine) {
  const Api& api = engine.api();
  SSL* ssl = engine.get();
  ErrorScope scope(api);
  HandshakeInfo info;
  if (api.SSL_is_init_finished(ssl) != 1) return info;
  constexpr bool kOwn = true;
  info.ownSignature = signatureInfo(api, ssl, kOwn);
  info.peerSignature = signatureInfo(api, ssl, !kOwn);
  info.ownKey = temporaryKey(api, ssl, SSL_CTRL_GET_TMP_KEY);
  info.peerKey = temporaryKey(api, ssl, SSL_CTRL_GET_PEER_TMP_KEY);
  uint64_t roundTrip = 0;
  if (api.SSL_get_handshake_rtt != nullptr && api.SSL_get_handshake_rtt(ssl, &roundTrip) == 1) info.roundTrip = roundTrip;
  const COMP_METHOD* compression = api.SSL_get_current_compression(ssl);
  const char* compressionName = compression != nullptr ? api.SSL_COMP_get_name(compression) : nullptr;
  if (compressionName != nullptr) info.compression = compressionName;
  info.ownCertificate = engine.compressionSent();
  info.peerCertificate = engine.compressionReceived();
  if (std::strcmp(api.SSL_get_version(ssl), "TLSv1.3") == 0) return info; // the rest means nothing there, and the releases differ
  const long extended = api.SSL_ctrl(ssl, static_cast<int>(SSL_CTRL_GET_EXTMS_SUPPORT), 0, nullptr);
  if (extended >= 0) info.extendedMasterSecret = extended == 1; // -1: not known yet
  info.secureRenegotiation = api.SSL_ctrl(ssl, static_cast<int>(SSL_CTRL_GET_RI_SUPPORT), 0, nullptr) == 1;
  return info;
}

Offers readOffers(const Engine& engine) {
  const Api& api = engine.api();
  SSL* ssl = engine.get();
  ErrorScope scope(api);
  Offers offers;
  const auto* offered = reinterpret_cast<const OPENSSL_STACK*>(api.SSL_get_client_ciphers(ssl));
  for (int i = 0; offered != nullptr && i < api.OPENSSL_sk_num(offered); ++i)
    offers.clientCiphers.emplace_back(api.SSL_CIPHER_get_name(static_cast<const SSL_CIPHER*>(api.OPENSSL_sk_value(offered, i))));
  // Each name and a colon; what does not fit would be left out in silence.
  constexpr size_t kLongestName = 64;
  std::string names((offers.clientCiphers.size() + 1) * kLongestName, '\0');
  const char* shared = offered != nullptr ? api.SSL_get_shared_ciphers(ssl, names.data(), static_cast<int>(names.size())) : nullptr;
  if (shared != nullptr) offers.sharedCiphers = split(shared, ':');
  const int signatures = api.SSL_get_shared_sigalgs(ssl, 0, nullptr, nullptr, nullptr, nullptr, nullptr);
  for (int i = 0; i < signatures; ++i) {
    unsigned char low = 0;
    unsigned char high = 0;
    api.SSL_get_shared_sigalgs(ssl, i, nullptr, nullptr, nullptr, &low, &high);
    offers.sharedSignatures.push_back(high << 8 | low);
  }
  return offers;
}

} // namespace ossl
