#include "ossl/identity_settings.h"

#include "ossl/pem.h"

#include <cstring>

namespace ossl {
namespace {

// As SSL_CTX_use_certificate_chain_file does it: the leaf, then the chain in place of what was there.
bool applyCertificate(const Api& api, const Reading& reading, SSL_CTX* context, const std::string& setting, const std::string& text,
                      SettingFailure& failure) {
  const PemKind kind{setting.c_str(), "PEM_read_bio_X509", "no certificate found in the PEM text"};
  return eachPemBlock(
      api, failure, kind, text, [&](BIO* bio) { return reading.certificate(bio); },
      [&](X509* certificate, size_t index) -> const char* {
        if (index > 0) {
          constexpr long kAddReference = 1; // SSL_CTX_add1_chain_cert: the context takes its own reference
          return api.SSL_CTX_ctrl(context, SSL_CTRL_CHAIN_CERT, kAddReference, certificate) == 1 ? nullptr : "SSL_CTX_add1_chain_cert";
        }
        if (api.SSL_CTX_use_certificate(context, certificate) != 1) return "SSL_CTX_use_certificate";
        return api.SSL_CTX_ctrl(context, SSL_CTRL_CHAIN, 0, nullptr) == 1 ? nullptr : "SSL_CTX_clear_chain_certs";
      });
}

bool applyKey(const Api& api, const Reading& reading, SSL_CTX* context, const std::string& setting, const IdentitySetting& identity,
              SettingFailure& failure) {
  // A key of another type goes into another place, where an earlier identity's certificate may stand that it matches.
  const X509* own = identity.certificate ? api.SSL_CTX_get0_certificate(context) : nullptr;
  KeyPointer key(nullptr, {&api});
  const auto read = [&] {
    const PlainBioPointer bio = pemReader(api, *identity.privateKey);
    auto* passphrase = const_cast<std::optional<std::string>*>(&identity.passphrase);
    if (bio != nullptr) key = reading.privateKey(bio.get(), givePassphrase, passphrase);
    return key != nullptr;
  };
  if (!attempt(api, failure, setting, "PEM_read_bio_PrivateKey", read) ||
      !attempt(api, failure, setting, "SSL_CTX_use_PrivateKey", [&] { return api.SSL_CTX_use_PrivateKey(context, key.get()) == 1; }) ||
      !attempt(api, failure, setting, "SSL_CTX_check_private_key", [&] { return api.SSL_CTX_check_private_key(context) == 1; }))
    return false;
  if (own == nullptr || own == api.SSL_CTX_get0_certificate(context)) return true;
  failure = {setting, "SSL_CTX_check_private_key", "the key is of another type than the certificate", {}};
  return false;
}

} // namespace

int givePassphrase(char* buffer, int size, int, void* userdata) {
  const auto* passphrase = static_cast<const std::optional<std::string>*>(userdata);
  if (passphrase == nullptr || !passphrase->has_value() || (*passphrase)->size() > static_cast<size_t>(size)) return -1;
  // NOLINTNEXTLINE(bugprone-not-null-terminated-result) -- counted, not terminated: pem_password_cb(3)
  std::memcpy(buffer, (*passphrase)->data(), (*passphrase)->size());
  return static_cast<int>((*passphrase)->size());
}

bool applyIdentities(const Api& api, SSL_CTX* context, const ContextSettings& settings, SettingFailure& failure) {
  const Reading reading(api, settings.home);
  for (const IdentitySetting& identity : settings.identities) {
    if (identity.certificate && !applyCertificate(api, reading, context, identity.place + "certificate", *identity.certificate, failure))
      return false;
    if (identity.privateKey && !applyKey(api, reading, context, identity.place + "privateKey", identity, failure)) return false;
  }
  return true;
}

} // namespace ossl
