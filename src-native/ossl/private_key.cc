#include "ossl/private_key.h"

namespace ossl {

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
