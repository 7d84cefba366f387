#include "ossl/identity_settings.h"

#include "ossl/pem.h"

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

bool readKey(const Api& api, const Reading& reading, const std::string& setting, const IdentitySetting& identity, KeyPointer& key,
             SettingFailure& failure) {
  PassphraseAsker asker(api, identity.passphrase, setting);
  const auto read = [&] {
    const PlainBioPointer bio = pemReader(api, *identity.privateKey);
    if (bio != nullptr) key = reading.privateKey(bio.get(), PassphraseAsker::givePem, &asker);
    return key != nullptr;
  };
  if (attempt(api, failure, setting, "PEM_read_bio_PrivateKey", read)) return true;
  failure.passphrase = asker.outcome();
  return false;
}

bool applyKey(const Api& api, const Reading& reading, SSL_CTX* context, const std::string& setting, const IdentitySetting& identity,
              SettingFailure& failure) {
  // A key of another type goes into another place, where an earlier identity's certificate may stand that it matches.
  const X509* own = api.SSL_CTX_get0_certificate(context);
  KeyPointer read(nullptr, {&api});
  if (identity.key == nullptr && !readKey(api, reading, setting, identity, read, failure)) return false;
  EVP_PKEY* key = identity.key != nullptr ? identity.key->get() : read.get();
  if (!attempt(api, failure, setting, "SSL_CTX_use_PrivateKey", [&] { return api.SSL_CTX_use_PrivateKey(context, key) == 1; }))
    return false;
  if (!identity.certificate) return true; // a raw public key; or `conf` brings the certificate, and SSL_CONF_CTX_finish(3) compares them
  if (!attempt(api, failure, setting, "SSL_CTX_check_private_key", [&] { return api.SSL_CTX_check_private_key(context) == 1; }))
    return false;
  if (own == api.SSL_CTX_get0_certificate(context)) return true;
  failure = {setting, "SSL_CTX_check_private_key", "the key is of another type than the certificate", {}};
  return false;
}

} // namespace

bool applyIdentities(const Api& api, SSL_CTX* context, const ContextSettings& settings, SettingFailure& failure) {
  const Reading reading(api, settings.home);
  for (const IdentitySetting& identity : settings.identities) {
    if (identity.certificate && !applyCertificate(api, reading, context, identity.place + "certificate", *identity.certificate, failure))
      return false;
    if ((identity.privateKey || identity.key != nullptr) &&
        !applyKey(api, reading, context, identity.place + "privateKey", identity, failure))
      return false;
  }
  return true;
}

} // namespace ossl
