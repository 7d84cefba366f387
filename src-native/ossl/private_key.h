// Owns: a private key that JavaScript holds, and what of it may be told: kind and public half.
// Must not know: where the key lies (memory, a token). Its private half never leaves OpenSSL through here.
#pragma once

#include "ossl/key_info.h"
#include "ossl/passphrase.h"
#include "ossl/reading.h"
#include "ossl/setting_call.h"

#include <vector>

namespace ossl {

class PrivateKey {
public:
  // `origin` is what the key is made of code of (an engine, a library context) and must outlive it; null: nothing.
  PrivateKey(std::shared_ptr<const Library> library, std::shared_ptr<const void> origin, EVP_PKEY* key)
      : library_(std::move(library)), origin_(std::move(origin)), key_(key, {&library_->api}) {}

  [[nodiscard]] const Library& library() const { return *library_; }
  [[nodiscard]] const Api& api() const { return library_->api; }
  [[nodiscard]] EVP_PKEY* get() const { return key_.get(); }

private:
  std::shared_ptr<const Library> library_;
  std::shared_ptr<const void> origin_;
  KeyPointer key_;
};

// The first private key of a PEM text. Null: `failure` says why.
[[nodiscard]] std::shared_ptr<PrivateKey> readPrivateKey(const std::shared_ptr<const Library>& library, const Home& home,
                                                         const std::string& pem, const PassphrasePointer& passphrase,
                                                         SettingFailure& failure);

// SubjectPublicKeyInfo in DER. Empty: `failure` says why not; a token may keep the public half to itself.
[[nodiscard]] std::vector<unsigned char> readPublicKey(const Api& api, EVP_PKEY* key, SettingFailure& failure);

} // namespace ossl
