#include "ossl/connection_info.h"

namespace ossl {
namespace {

std::optional<std::string> optionalText(const char* text) {
  if (text == nullptr) return std::nullopt;
  return text;
}

// 1.1.1 cannot name the group, but hands out the peer's ephemeral key.
std::optional<std::string> groupOfPeerKey(const Api& api, SSL* ssl) {
  EVP_PKEY* raw = nullptr;
  if (api.SSL_ctrl(ssl, static_cast<int>(SSL_CTRL_GET_PEER_TMP_KEY), 0, static_cast<void*>(&raw)) != 1) return std::nullopt;
  const KeyPointer key(raw, {&api});
  const EC_KEY* ec = api.EVP_PKEY_get0_EC_KEY != nullptr ? api.EVP_PKEY_get0_EC_KEY(key.get()) : nullptr;
  const int nid = ec != nullptr ? api.EC_GROUP_get_curve_name(api.EC_KEY_get0_group(ec)) : api.EVP_PKEY_get_id(key.get());
  return optionalText(api.OBJ_nid2sn(nid));
}

// Only after the handshake: on an SSL without a session SSL_get0_group_name crashes in 3.5 and 4.x, and asking for the negotiated
// group crashes in 3.0.
std::optional<std::string> groupName(const Api& api, SSL* ssl) {
  if (api.SSL_get0_group_name != nullptr) return optionalText(api.SSL_get0_group_name(ssl));
  if (api.SSL_group_to_name == nullptr) return groupOfPeerKey(api, ssl);
  const long id = api.SSL_ctrl(ssl, static_cast<int>(SSL_CTRL_GET_NEGOTIATED_GROUP), 0, nullptr);
  return id > 0 ? optionalText(api.SSL_group_to_name(ssl, static_cast<int>(id))) : std::nullopt;
}

} // namespace

bool peerHasName(const Engine& engine, const std::string& name, NameKind kind) {
  const Api& api = engine.api();
  ErrorScope scope(api);
  const X509Pointer certificate(api.SSL_get1_peer_certificate(engine.get()), {&api});
  if (certificate == nullptr) return false;
  const unsigned flags = api.X509_VERIFY_PARAM_get_hostflags(api.SSL_get0_param(engine.get()));
  switch (kind) {
  case NameKind::host:
    return api.X509_check_host(certificate.get(), name.data(), name.size(), flags, nullptr) == 1;
  case NameKind::address:
    return api.X509_check_ip_asc(certificate.get(), name.c_str(), 0) == 1;
  case NameKind::email:
    return api.X509_check_email(certificate.get(), name.data(), name.size(), 0) == 1;
  }
  return false;
}

bool peerShowedCertificate(const Engine& engine) {
  const Api& api = engine.api();
  return X509Pointer(api.SSL_get1_peer_certificate(engine.get()), {&api}) != nullptr;
}

ConnectionInfo readConnection(const Engine& engine) {
  const Api& api = engine.api();
  SSL* ssl = engine.get();
  ErrorScope scope(api);
  ConnectionInfo info;
  info.finished = api.SSL_is_init_finished(ssl) == 1;
  info.verifyMode = api.SSL_get_verify_mode(ssl);
  info.verifyResult = api.SSL_get_verify_result(ssl);
  info.peerShowedCertificate = peerShowedCertificate(engine);
  info.peerShowedKey = peerRawKey(api, ssl) != nullptr;
  info.serverName = optionalText(api.SSL_get_servername(ssl, static_cast<int>(TLSEXT_NAMETYPE_host_name)));
  if (!info.finished) return info;

  info.protocol = api.SSL_get_version(ssl);
  if (const SSL_CIPHER* cipher = api.SSL_get_current_cipher(ssl)) info.cipher = readCipher(api, cipher);
  info.group = groupName(api, ssl);
  info.resumed = api.SSL_session_reused(ssl) == 1;
  if (api.SSL_get_negotiated_server_cert_type != nullptr) info.serverType = api.SSL_get_negotiated_server_cert_type(ssl);
  if (api.SSL_get_negotiated_client_cert_type != nullptr) info.clientType = api.SSL_get_negotiated_client_cert_type(ssl);
  info.peerName = optionalText(api.SSL_get0_peername(ssl));
  const unsigned char* alpn = nullptr;
  unsigned int alpnLength = 0;
  api.SSL_get0_alpn_selected(ssl, &alpn, &alpnLength);
  if (alpn != nullptr && alpnLength > 0) info.alpn.emplace(reinterpret_cast<const char*>(alpn), alpnLength);
  return info;
}

} // namespace ossl
