#include "ossl/secrets.h"

namespace ossl {

std::vector<unsigned char> exportKeyingMaterial(const Engine& engine, size_t size, const std::string& label,
                                                const std::optional<std::string>& context, SettingFailure& failure) {
  const Api& api = engine.api();
  ErrorScope scope(api);
  std::vector<unsigned char> material(size);
  const auto* bytes = context ? reinterpret_cast<const unsigned char*>(context->data()) : nullptr;
  // Up to TLS 1.2 no context and an empty one give different material.
  if (api.SSL_export_keying_material(engine.get(), material.data(), size, label.data(), label.size(), bytes, context ? context->size() : 0,
                                     context ? 1 : 0) == 1)
    return material;
  failure = {"exportKeyingMaterial", "SSL_export_keying_material", "", scope.take()};
  return {};
}

std::vector<unsigned char> readMasterKey(const Engine& engine) {
  const Api& api = engine.api();
  const SSL_SESSION* session = api.SSL_get_session(engine.get());
  if (session == nullptr) return {};
  std::vector<unsigned char> key(api.SSL_SESSION_get_master_key(session, nullptr, 0));
  key.resize(api.SSL_SESSION_get_master_key(session, key.data(), key.size()));
  return key;
}

std::vector<unsigned char> readShared(const Engine& engine, Shared what) {
  const Api& api = engine.api();
  constexpr size_t kLargest = 64; // EVP_MAX_MD_SIZE; a random has 32
  std::vector<unsigned char> bytes(kLargest);
  size_t size = 0;
  switch (what) {
  case Shared::clientRandom:
    size = api.SSL_get_client_random(engine.get(), bytes.data(), bytes.size());
    break;
  case Shared::serverRandom:
    size = api.SSL_get_server_random(engine.get(), bytes.data(), bytes.size());
    break;
  case Shared::ownFinished:
    size = api.SSL_get_finished(engine.get(), bytes.data(), bytes.size());
    break;
  case Shared::peerFinished:
    size = api.SSL_get_peer_finished(engine.get(), bytes.data(), bytes.size());
    break;
  }
  bytes.resize(std::min(size, kLargest));
  return bytes;
}

} // namespace ossl
