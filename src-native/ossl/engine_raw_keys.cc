// Raw public keys: what a connection expects of its peer's key.
#include "ossl/engine.h"

namespace ossl {

bool Engine::configureRawKeys(const EngineSettings& settings, SettingFailure& failure) {
  if (!applyCertificateTypes(api(), get(), settings.rawKeys, failure) || !expected_.read(api(), settings.rawKeys.expected, failure))
    return false;
  expectsItself_ = settings.dane.has_value() || !expected_.empty();
  if (expected_.empty()) return true;
  // The context learns what records are made of. It can be told again, and connections without records do not notice.
  if (!attempt(api(), failure, "expectedPeerKeys", "SSL_CTX_dane_enable", [&] { return api().SSL_CTX_dane_enable(context_->get()) == 1; }))
    return false;
  return expected_.addTo(api(), get(), settings.dane.has_value(), failure);
}

// Not before verification: until the ClientHello has come another context can be chosen, and OpenSSL forgets no record.
bool Engine::expectKeysOf(const Context& context) {
  if (expectsItself_ || context.expectedKeys().empty() || keysOf_ == &context) return true;
  const KeptErrors kept(api()); // SSL_get_error will look at them when the operation is over
  SettingFailure failure;
  const bool daneIsEnabled = keysOf_ != nullptr;
  keysOf_ = &context;
  return context.expectedKeys().addTo(api(), get(), daneIsEnabled, failure);
}

bool Engine::expectsPeer() const {
  ErrorScope scope(api());
  const EVP_PKEY* raw = peerRawKey(api(), get());
  const X509Pointer certificate(raw == nullptr ? api().SSL_get1_peer_certificate(get()) : nullptr, {&api()});
  if (raw == nullptr && certificate == nullptr) return true; // a pre-shared key, which is not what this is about
  if (raw == nullptr && !takesCertificates()) return false;
  const ExpectedKeys& expected = expectsItself_ ? expected_ : context_->expectedKeys();
  if (expected.empty()) return true;
  const EVP_PKEY* key = raw != nullptr ? raw : api().X509_get0_pubkey(certificate.get());
  return key != nullptr && expected.has(readPublicKey(api(), key));
}

} // namespace ossl
