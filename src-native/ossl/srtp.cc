#include "ossl/srtp.h"

namespace ossl {
namespace {

constexpr int kTaken = 0; // both setters say 0 for success (SSL_CTX_set_tlsext_use_srtp(3))

} // namespace

bool applySrtpProfiles(const Api& api, SSL_CTX* context, const std::optional<std::string>& names, SettingFailure& failure) {
  return !names || attempt(api, failure, "srtpProfiles", "SSL_CTX_set_tlsext_use_srtp",
                           [&] { return api.SSL_CTX_set_tlsext_use_srtp(context, names->c_str()) == kTaken; });
}

bool applySrtpProfiles(const Api& api, SSL* ssl, const std::optional<std::string>& names, SettingFailure& failure) {
  return !names || attempt(api, failure, "srtpProfiles", "SSL_set_tlsext_use_srtp",
                           [&] { return api.SSL_set_tlsext_use_srtp(ssl, names->c_str()) == kTaken; });
}

std::optional<SrtpProfile> selectedSrtpProfile(const Api& api, SSL* ssl) {
  if (api.SSL_get_selected_srtp_profile == nullptr) return std::nullopt;
  const SRTP_PROTECTION_PROFILE* profile = api.SSL_get_selected_srtp_profile(ssl);
  if (profile == nullptr) return std::nullopt;
  return SrtpProfile{profile->name, profile->id};
}

} // namespace ossl
