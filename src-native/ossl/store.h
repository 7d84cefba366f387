// Owns: reading what a URI names: OSSL_STORE_open(3), OSSL_STORE_load(3), one object after the other.
// Must not know: what the objects are for, JavaScript.
#pragma once

#include "ossl/passphrase.h"
#include "ossl/private_key.h"
#include "ossl/reading.h"

namespace ossl {

struct StoreObject {
  enum class Kind { name, parameters, publicKey, privateKey, certificate, crl };
  Kind kind = Kind::name;
  std::string text;                 // of a name the URI, of parameters PEM
  std::string description;          // of a name
  std::vector<unsigned char> der;   // of a revocation list, and of a public key
  KeyInfo info;                     // of parameters, and of a public key
  int securityBits = 0;             // of a public key
  std::shared_ptr<PrivateKey> key;  // of a private key
  X509Pointer certificate{nullptr}; // of a certificate
};

struct StoreRequest {
  std::string uri;
  std::string setting; // by which a failure names it
  std::optional<StoreObject::Kind> expected;
  Home home;
  PassphrasePointer passphrase;
};

// All that the URI names and this project knows, in the store's order. False: `failure` says why; what was read before it is dropped.
// The caller has made sure that the library has OSSL_STORE_open, and OSSL_STORE_open_ex for a context.
[[nodiscard]] bool loadStore(const std::shared_ptr<const Library>& library, const StoreRequest& request, std::vector<StoreObject>& objects,
                             SettingFailure& failure);

} // namespace ossl
