#include "ossl/dane.h"

namespace ossl {

bool applyDane(const Api& api, SSL_CTX* context, SSL* ssl, const DaneSettings& settings, SettingFailure& failure) {
  // The context only learns the digests that records may name. It can be told again, and connections without records do not notice.
  if (!attempt(api, failure, "dane", "SSL_CTX_dane_enable", [&] { return api.SSL_CTX_dane_enable(context) == 1; })) return false;
  if (!attempt(api, failure, "dane.name", "SSL_dane_enable", [&] { return api.SSL_dane_enable(ssl, settings.name.c_str()) == 1; }))
    return false;
  api.SSL_dane_set_flags(ssl, settings.flags);
  for (size_t i = 0; i < settings.records.size(); ++i) {
    const TlsaRecord& record = settings.records[i];
    const auto* data = reinterpret_cast<const unsigned char*>(record.data.data());
    int added = 0;
    const auto add = [&] {
      added = api.SSL_dane_tlsa_add(ssl, record.usage, record.selector, record.matchingType, data, record.data.size());
      return added == 1;
    };
    if (attempt(api, failure, "dane.records[" + std::to_string(i) + "]", "SSL_dane_tlsa_add", add)) continue;
    if (added == 0) failure.detail = "the record cannot be used";
    return false;
  }
  return true;
}

std::optional<DaneMatch> readDane(const Api& api, SSL* ssl) {
  ErrorScope scope(api);
  DaneMatch match;
  const unsigned char* data = nullptr;
  size_t size = 0;
  match.depth = api.SSL_get0_dane_authority(ssl, nullptr, nullptr);
  if (match.depth < 0) return std::nullopt;
  if (api.SSL_get0_dane_tlsa(ssl, &match.record.usage, &match.record.selector, &match.record.matchingType, &data, &size) < 0)
    return std::nullopt;
  if (data != nullptr) match.record.data.assign(reinterpret_cast<const char*>(data), size);
  return match;
}

} // namespace ossl
