#include "ossl/raw_keys.h"

#include <algorithm>

namespace ossl {
namespace {

using ParameterPointer = Pointer<X509_VERIFY_PARAM, &Api::X509_VERIFY_PARAM_free>;

constexpr auto kRawKey = static_cast<unsigned char>(TLSEXT_cert_type_rpk);
constexpr auto kCertificate = static_cast<unsigned char>(TLSEXT_cert_type_x509);

std::vector<unsigned char> derOf(const Api& api, const EVP_PKEY* key) {
  const int size = api.i2d_PUBKEY(key, nullptr);
  std::vector<unsigned char> der(size > 0 ? static_cast<size_t>(size) : 0);
  unsigned char* out = der.data();
  if (!der.empty()) api.i2d_PUBKEY(key, &out);
  return der;
}

struct Types {
  const unsigned char* data = nullptr;
  size_t size = 0;
  [[nodiscard]] bool has(unsigned char type) const { return data != nullptr && std::find(data, data + size, type) != data + size; }
};

template <typename Get, typename Owner>
Types typesOf(Get get, Owner* owner) {
  unsigned char* data = nullptr;
  size_t size = 0;
  if (get == nullptr || get(owner, &data, &size) != 1) return {};
  return {data, size};
}

template <typename Set, typename Owner>
bool setTypes(const Api& api, const char* setting, const char* function, Set set, Owner* owner, const std::optional<std::string>& types,
              SettingFailure& failure) {
  return !types || attempt(api, failure, setting, function, [&] {
    return set != nullptr && set(owner, reinterpret_cast<const unsigned char*>(types->data()), types->size()) == 1;
  });
}

} // namespace

PublicKey readPublicKey(const Api& api, const EVP_PKEY* key) {
  ErrorScope scope(api);
  return {readKey(api, key), derOf(api, key)};
}

KeyPointer holdKey(const Api& api, EVP_PKEY* key) {
  if (key != nullptr) api.EVP_PKEY_up_ref(key);
  return {key, {&api}};
}

bool ExpectedKeys::read(const Api& api, const std::vector<std::string>& ders, SettingFailure& failure) {
  for (size_t i = 0; i < ders.size(); ++i) {
    const std::string setting = "expectedPeerKeys[" + std::to_string(i) + "]";
    const auto* at = reinterpret_cast<const unsigned char*>(ders[i].data());
    const unsigned char* end = at + ders[i].size();
    const auto take = [&] {
      KeyPointer key(api.d2i_PUBKEY(nullptr, &at, static_cast<long>(ders[i].size())), {&api});
      if (key == nullptr) return false;
      ders_.push_back(derOf(api, key.get())); // as OpenSSL writes it, which is how a peer's is compared
      keys_.push_back(std::move(key));
      return !ders_.back().empty();
    };
    if (!attempt(api, failure, setting, "d2i_PUBKEY", take)) return false;
    if (at == end) continue;
    failure = {setting, "d2i_PUBKEY", "bytes follow the key", {}};
    return false;
  }
  return true;
}

bool ExpectedKeys::has(const PublicKey& key) const { return !key.der.empty() && std::ranges::find(ders_, key.der) != ders_.end(); }

bool ExpectedKeys::addTo(const Api& api, SSL* ssl, bool daneIsEnabled, SettingFailure& failure) const {
  const char* setting = "expectedPeerKeys";
  if (!daneIsEnabled) {
    // It makes its base domain the one name that is verified, and without any forgets those that are there (SSL_dane_enable(3)).
    const ParameterPointer kept(api.X509_VERIFY_PARAM_new(), {&api});
    X509_VERIFY_PARAM* own = api.SSL_get0_param(ssl);
    const auto copy = [&api](X509_VERIFY_PARAM* to, const X509_VERIFY_PARAM* from) { return api.X509_VERIFY_PARAM_set1(to, from) == 1; };
    if (!attempt(api, failure, setting, "X509_VERIFY_PARAM_set1", [&] { return kept != nullptr && copy(kept.get(), own); }) ||
        !attempt(api, failure, setting, "SSL_dane_enable", [&] { return api.SSL_dane_enable(ssl, nullptr) == 1; }) ||
        !attempt(api, failure, setting, "X509_VERIFY_PARAM_set1", [&] { return copy(own, kept.get()); }))
      return false;
  }
  return std::ranges::all_of(keys_, [&](const KeyPointer& key) {
    return attempt(api, failure, setting, "SSL_add_expected_rpk",
                   [&] { return api.SSL_add_expected_rpk != nullptr && api.SSL_add_expected_rpk(ssl, key.get()) == 1; });
  });
}

bool applyCertificateTypes(const Api& api, SSL_CTX* context, const RawKeySettings& settings, SettingFailure& failure) {
  return setTypes(api, "serverCertTypes", "SSL_CTX_set1_server_cert_type", api.SSL_CTX_set1_server_cert_type, context, settings.serverTypes,
                  failure) &&
         setTypes(api, "clientCertTypes", "SSL_CTX_set1_client_cert_type", api.SSL_CTX_set1_client_cert_type, context, settings.clientTypes,
                  failure);
}

bool applyCertificateTypes(const Api& api, SSL* ssl, const RawKeySettings& settings, SettingFailure& failure) {
  return setTypes(api, "serverCertTypes", "SSL_set1_server_cert_type", api.SSL_set1_server_cert_type, ssl, settings.serverTypes, failure) &&
         setTypes(api, "clientCertTypes", "SSL_set1_client_cert_type", api.SSL_set1_client_cert_type, ssl, settings.clientTypes, failure);
}

bool takeCertificateTypes(const Api& api, SSL* ssl, const SSL_CTX* from, SettingFailure& failure) {
  if (api.SSL_CTX_get0_server_cert_type == nullptr) return true;
  const Types server = typesOf(api.SSL_CTX_get0_server_cert_type, from);
  const Types client = typesOf(api.SSL_CTX_get0_client_cert_type, from);
  const auto take = [&](const char* function, auto set, Types types) {
    return attempt(api, failure, "policyFrom", function, [&] { return set(ssl, types.data, types.size) == 1; });
  };
  return take("SSL_set1_server_cert_type", api.SSL_set1_server_cert_type, server) &&
         take("SSL_set1_client_cert_type", api.SSL_set1_client_cert_type, client);
}

bool takesCertificates(const Api& api, const SSL* ssl, bool server) {
  const Types types = typesOf(server ? api.SSL_get0_client_cert_type : api.SSL_get0_server_cert_type, ssl);
  return types.size == 0 || types.has(kCertificate);
}

bool showsRawKeys(const Api& api, const SSL_CTX* context, bool server) {
  return typesOf(server ? api.SSL_CTX_get0_server_cert_type : api.SSL_CTX_get0_client_cert_type, context).has(kRawKey);
}

EVP_PKEY* peerRawKey(const Api& api, const SSL* ssl) { return api.SSL_get0_peer_rpk != nullptr ? api.SSL_get0_peer_rpk(ssl) : nullptr; }

} // namespace ossl
