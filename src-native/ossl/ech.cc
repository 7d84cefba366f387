#include "ossl/ech.h"

namespace ossl {
namespace {

bool applyOffer(const Api& api, SSL* ssl, const EchSettings& settings, const std::string& list, SettingFailure& failure) {
  // SSL_set1_ech_config_list is content with a list that has nothing for it.
  if (!isUsableConfigList(api, "ech.configList", list, failure)) return false;
  const auto* bytes = reinterpret_cast<const uint8_t*>(list.data());
  if (!attempt(api, failure, "ech.configList", "SSL_set1_ech_config_list",
               [&] { return api.SSL_set1_ech_config_list(ssl, bytes, list.size()) == 1; }))
    return false;
  if (settings.outerServerName || settings.noOuterServerName) {
    const char* name = settings.outerServerName ? settings.outerServerName->c_str() : nullptr;
    if (!attempt(api, failure, "ech.outerServerName", "SSL_ech_set1_outer_server_name",
                 [&] { return api.SSL_ech_set1_outer_server_name(ssl, name, settings.noOuterServerName ? 1 : 0) == 1; }))
      return false;
  }
  if (settings.outerAlpn.empty()) return true;
  const auto* names = reinterpret_cast<const unsigned char*>(settings.outerAlpn.data());
  return attempt(api, failure, "ech.outerAlpn", "SSL_ech_set1_outer_alpn_protos",
                 [&] { return api.SSL_ech_set1_outer_alpn_protos(ssl, names, settings.outerAlpn.size()) == 1; });
}

bool applyGrease(const Api& api, SSL* ssl, const EchSettings& settings, SettingFailure& failure) {
  if (settings.greaseSuite) {
    OSSL_HPKE_SUITE suite{}; // SSL_ech_set1_grease_suite looks at the name only when the ClientHello is made
    if (!isHpkeSuite(api, "ech.greaseSuite", *settings.greaseSuite, suite, failure)) return false;
    if (!attempt(api, failure, "ech.greaseSuite", "SSL_ech_set1_grease_suite",
                 [&] { return api.SSL_ech_set1_grease_suite(ssl, settings.greaseSuite->c_str()) == 1; }))
      return false;
  }
  if (!settings.greaseType) return true;
  return attempt(api, failure, "ech.greaseType", "SSL_ech_set_grease_type",
                 [&] { return api.SSL_ech_set_grease_type(ssl, static_cast<uint16_t>(*settings.greaseType)) == 1; });
}

} // namespace

bool applyEch(const Api& api, SSL* ssl, const EchSettings& settings, SettingFailure& failure) {
  api.SSL_set_options(ssl, settings.options);
  if (settings.configList) return applyOffer(api, ssl, settings, *settings.configList, failure);
  return applyGrease(api, ssl, settings, failure);
}

bool setEchStore(const Context& context, const EchStore* store, SettingFailure& failure) {
  const Api& api = context.api();
  return attempt(api, failure, "echStore", "SSL_CTX_set1_echstore",
                 [&] { return api.SSL_CTX_set1_echstore(context.get(), store != nullptr ? store->get() : nullptr) == 1; });
}

std::optional<EchOutcome> readEch(const Api& api, SSL* ssl) {
  if (api.SSL_ech_get1_status == nullptr) return std::nullopt;
  const ErrorScope scope(api); // a failure pushes an error
  EchOutcome outcome;
  char* inner = nullptr;
  char* outer = nullptr;
  outcome.status = api.SSL_ech_get1_status(ssl, &inner, &outer);
  outcome.innerName = takeText(api, inner);
  outcome.outerName = takeText(api, outer);
  return outcome;
}

std::vector<unsigned char> readRetryConfigs(const Api& api, SSL* ssl) {
  const auto outcome = readEch(api, ssl);
  const bool proven = outcome && (outcome->status == SSL_ECH_STATUS_FAILED_ECH || outcome->status == SSL_ECH_STATUS_GREASE_ECH);
  if (!proven) return {};
  const ErrorScope scope(api);
  unsigned char* configs = nullptr;
  size_t size = 0;
  if (api.SSL_ech_get1_retry_config(ssl, &configs, &size) != 1 || configs == nullptr) return {};
  std::vector<unsigned char> taken(configs, configs + size);
  api.CRYPTO_free(configs, __FILE__, __LINE__);
  return taken;
}

} // namespace ossl
