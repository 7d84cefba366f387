#include "ossl/cipher_info.h"

namespace ossl {

CipherInfo readCipher(const Api& api, const SSL_CIPHER* cipher) {
  const auto text = [](const char* given) { return std::string(given != nullptr ? given : ""); };
  CipherInfo info;
  info.name = text(api.SSL_CIPHER_get_name(cipher));
  info.standardName = text(api.SSL_CIPHER_standard_name(cipher));
  info.bits = api.SSL_CIPHER_get_bits(cipher, nullptr);
  info.id = api.SSL_CIPHER_get_protocol_id(cipher);
  info.protocol = text(api.SSL_CIPHER_get_version(cipher));
  return info;
}

std::vector<CipherInfo> readCiphers(const Api& api, const SSL_CTX* context) {
  const auto* stack = reinterpret_cast<const OPENSSL_STACK*>(api.SSL_CTX_get_ciphers(context));
  std::vector<CipherInfo> ciphers;
  const int count = api.OPENSSL_sk_num(stack); // -1 for none
  ciphers.reserve(count > 0 ? static_cast<size_t>(count) : 0);
  for (int i = 0; i < count; ++i) ciphers.push_back(readCipher(api, static_cast<const SSL_CIPHER*>(api.OPENSSL_sk_value(stack, i))));
  return ciphers;
}

} // namespace ossl
