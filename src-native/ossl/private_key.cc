#include "ossl/private_key.h"

#include "ossl/pem.h"

namespace ossl {

std::shared_ptr<PrivateKey> readPrivateKey(const std::shared_ptr<const Library>& library, const Home& home, const std::string& pem,
                                           const PassphrasePointer& passphrase, SettingFailure& failure) {
  const Api& api = library->api;
  PassphraseAsker asker(api, passphrase, "privateKey");
  KeyPointer key(nullptr, {&api});
  const auto read = [&] {
    const PlainBioPointer bio = pemReader(api, pem);
    if (bio != nullptr) key = Reading(api, home).privateKey(bio.get(), PassphraseAsker::givePem, &asker);
    return key != nullptr;
  };
  if (attempt(api, failure, "privateKey", "PEM_read_bio_PrivateKey", read))
    return std::make_shared<PrivateKey>(library, home.context, key.release());
  failure.passphrase = asker.outcome();
  return nullptr;
}

std::vector<unsigned char> readPublicKey(const Api& api, EVP_PKEY* key, SettingFailure& failure) {
  std::vector<unsigned char> der;
  const auto encode = [&] {
    const int size = api.i2d_PUBKEY(key, nullptr);
    if (size <= 0) return false;
    der.resize(static_cast<size_t>(size));
    unsigned char* out = der.data();
    return api.i2d_PUBKEY(key, &out) == size;
  };
  if (!attempt(api, failure, "publicKey", "i2d_PUBKEY", encode)) der.clear();
  return der;
}

} // namespace ossl
