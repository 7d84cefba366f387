#include "ossl/context.h"

#include "ossl/deciders.h"
#include "ossl/key_info.h"
#include "ossl/observers.h"
#include "ossl/settings.h"

#include <set>

namespace ossl {
namespace {

// Null where this OpenSSL was built without DTLS.
const SSL_METHOD* methodFor(const Api& api, const ContextSettings& settings) {
  if (!settings.datagrams) return settings.server ? api.TLS_server_method() : api.TLS_client_method();
  const auto method = settings.server ? api.DTLS_server_method : api.DTLS_client_method;
  return method != nullptr ? method() : nullptr;
}

// Whether TLS 1.3 has a signature for the key of the context's certificate (RFC 8446, 4.2.3), or for the key that it shows without one.
bool signsInTls13(const Api& api, const SSL_CTX* context) {
  const ErrorScope scope(api);
  const X509* certificate = api.SSL_CTX_get0_certificate(context);
  const EVP_PKEY* key = certificate != nullptr ? api.X509_get0_pubkey(certificate) : api.SSL_CTX_get0_privatekey(context);
  if (key == nullptr) return false;
  const int type = api.EVP_PKEY_get_id(key);
  if (type == NID_rsaEncryption || type == NID_rsassaPss) return true;
  static const std::set<std::string> curves = {"prime256v1", "P-256", "secp384r1", "P-384", "secp521r1", "P-521"};
  return curves.contains(readKey(api, key).group);
}

// Whoever has a share of the library has one of the library context too: sessions and certificates that outlive the connection refer to it.
std::shared_ptr<const Library> withHome(std::shared_ptr<const Library> library, const Home& home) {
  if (home.context == nullptr) return library;
  return {home.context, &home.context->library()};
}

} // namespace

Context::Context(std::shared_ptr<const Library> library, const ContextSettings& settings)
    : library_(withHome(std::move(library), settings.home)), alpn_(settings.server ? settings.alpn : ""), server_(settings.server),
      datagrams_(settings.datagrams), observed_(settings.observed), asked_(settings.asked), number_(settings.number),
      context_(nullptr, FreeContext{library_.get()}) {
  for (const IdentitySetting& identity : settings.identities) keys_.push_back(identity.key);
}

std::shared_ptr<Context> Context::create(std::shared_ptr<const Library> library, const ContextSettings& settings, SettingFailure& failure) {
  std::shared_ptr<Context> self(new Context(std::move(library), settings));
  const Api& api = self->api();
  const Reading reading(api, settings.home);
  if (!attempt(api, failure, "propertyQuery", "EVP_set_default_properties", [&] { return reading.isQueryValid(); })) return nullptr;
  {
    ErrorScope scope(api);
    SSL_CTX* made = reading.newContext(methodFor(api, settings));
    if (made == nullptr) {
      const bool elsewhere = settings.home.context != nullptr || settings.home.query;
      failure = elsewhere ? SettingFailure{settings.home.context != nullptr ? "libraryContext" : "propertyQuery", "SSL_CTX_new_ex", "",
                                           scope.take()}
                          : SettingFailure{"role", "SSL_CTX_new", "", scope.take()};
      return nullptr;
    }
    ++self->library().live.contexts;
    self->context_.reset(made);
  }
  if (!self->expectedKeys_.read(api, settings.rawKeys.expected, failure)) return nullptr;
  if (!applySettings(api, self->get(), settings, failure)) return nullptr;
  if (!self->alpn_.empty()) api.SSL_CTX_set_alpn_select_cb(self->get(), &Context::selectAlpn, self.get());
  observeContext(api, self->get(), self->observed_);
  decideContext(*self);
  if (!self->extensions_.addTo(*self, settings.extensions, failure)) return nullptr;
  self->signsInTls13_ = self->server_ && signsInTls13(api, self->get());
  return self;
}

void Context::raiseMinProtocol(int version) const {
  ErrorScope scope(api());
  const long now = api().SSL_CTX_ctrl(get(), static_cast<int>(SSL_CTRL_GET_MIN_PROTO_VERSION), 0, nullptr); // 0: the oldest there is
  const bool isOlder = isDatagram() ? now == 0 || now > version : now < version;                            // DTLS counts down
  if (isOlder) api().SSL_CTX_ctrl(get(), static_cast<int>(SSL_CTRL_SET_MIN_PROTO_VERSION), version, nullptr);
}

bool Context::hasCertificate() const {
  return api().SSL_CTX_get0_certificate(get()) != nullptr && api().SSL_CTX_get0_privatekey(get()) != nullptr;
}

bool Context::hasIdentity() const {
  return hasCertificate() || (api().SSL_CTX_get0_privatekey(get()) != nullptr && showsRawKeys(api(), get(), server_));
}

// The server's order decides; no overlap is the alert no_application_protocol (RFC 7301, 3.2).
// A C callback and no JavaScript one, as the list is known beforehand.
int Context::selectAlpn(SSL*, const unsigned char** out, unsigned char* outLength, const unsigned char* offered, unsigned int offeredLength,
                        void* self) {
  const auto& context = *static_cast<const Context*>(self);
  unsigned char* chosen = nullptr;
  const int found = context.api().SSL_select_next_proto(&chosen, outLength, reinterpret_cast<const unsigned char*>(context.alpn_.data()),
                                                        static_cast<unsigned int>(context.alpn_.size()), offered, offeredLength);
  if (found != OPENSSL_NPN_NEGOTIATED) return static_cast<int>(SSL_TLSEXT_ERR_ALERT_FATAL);
  *out = chosen;
  return static_cast<int>(SSL_TLSEXT_ERR_OK);
}

} // namespace ossl
