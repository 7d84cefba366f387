#include "ossl/identity.h"

namespace ossl {
namespace {

bool showCurrent(const Api& api, SSL* ssl, SSL_CTX* from) {
  STACK_OF_X509* chain = nullptr;
  api.SSL_CTX_ctrl(from, static_cast<int>(SSL_CTRL_GET_CHAIN_CERTS), 0, static_cast<void*>(&chain));
  constexpr int kReplace = 1;
  return api.SSL_use_cert_and_key(ssl, api.SSL_CTX_get0_certificate(from), api.SSL_CTX_get0_privatekey(from), chain, kReplace) == 1;
}

} // namespace

bool showIdentity(SSL* ssl, const Context& from) {
  if (!from.hasIdentity()) return false;
  const Api& api = from.api();
  // SSL_use_cert_and_key(3) would read through what is null.
  if (!from.hasCertificate()) {
    api.SSL_certs_clear(ssl);
    return api.SSL_use_PrivateKey(ssl, api.SSL_CTX_get0_privatekey(from.get())) == 1;
  }
  SSL_CTX* context = from.get();
  X509* current = api.SSL_CTX_get0_certificate(context);
  api.SSL_certs_clear(ssl);
  bool shown = true;
  // SSL_CTX_set_current_cert(3): each in turn becomes the current one, which SSL_new takes over. So it is set back.
  const auto select = [&](long which) {
    return api.SSL_CTX_ctrl(context, static_cast<int>(SSL_CTRL_SET_CURRENT_CERT), which, nullptr) == 1;
  };
  for (bool more = select(SSL_CERT_SET_FIRST); more && shown; more = select(SSL_CERT_SET_NEXT)) shown = showCurrent(api, ssl, context);
  api.SSL_CTX_ctrl(context, static_cast<int>(SSL_CTRL_SELECT_CURRENT_CERT), 0, current);
  return shown;
}

} // namespace ossl
