#include "ossl/pkcs12_settings.h"

#include <algorithm>

namespace ossl {
namespace {

using Chain = std::vector<X509Pointer>;

struct Content {
  KeyPointer key;
  X509Pointer certificate;
  Chain others;
};

// PKCS12_parse takes a passphrase and asks for none. So a callback is asked only where the file does not open without.
template <typename Open>
bool openWith(const Api& api, const Pkcs12Setting& given, Open open, SettingFailure& failure) {
  PassphraseAsker asker(api, given.passphrase, given.setting);
  const auto attemptWith = [&](const char* passphrase) {
    const bool opened = attempt(api, failure, given.setting, "PKCS12_parse", [&] { return open(passphrase); });
    if (!opened) failure.passphrase = asker.outcome();
    return opened;
  };
  if ((given.passphrase == nullptr || given.asks) && attemptWith(nullptr)) return true;
  if (given.passphrase == nullptr) return false;
  const std::optional<Secret> passphrase = asker.ask("", false);
  if (passphrase) return attemptWith(passphrase->c_str());
  failure.passphrase = asker.outcome();
  return false;
}

bool parse(const Api& api, const Reading& reading, const Pkcs12Setting& given, Content& content, SettingFailure& failure) {
  Pkcs12Pointer file(nullptr, {&api});
  const auto decode = [&] {
    file = reading.pkcs12(given.data);
    return file != nullptr;
  };
  const auto open = [&](const char* passphrase) {
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    STACK_OF_X509* others = nullptr;
    const int opened = api.PKCS12_parse(file.get(), passphrase, &key, &certificate, &others);
    content.key.reset(key);
    content.certificate.reset(certificate);
    auto* stack = reinterpret_cast<OPENSSL_STACK*>(others);
    const int count = api.OPENSSL_sk_num(stack); // -1 for none
    for (int i = 0; i < count; ++i)
      content.others.emplace_back(static_cast<X509*>(api.OPENSSL_sk_value(stack, i)), X509Pointer::deleter_type{&api});
    if (stack != nullptr) api.OPENSSL_sk_free(stack);
    return opened == 1;
  };
  if (!attempt(api, failure, given.setting, reading.pkcs12Reader(), decode) || !openWith(api, given, open, failure)) return false;
  if (content.key != nullptr && content.certificate != nullptr) return true;
  failure = {given.setting, "PKCS12_parse", "it holds no certificate with its private key", {}};
  return false;
}

// Each behind the one that it issued, RFC 5246, 7.4.2; 1.1.1 gives them in the opposite order of later releases. What issued none of them
// keeps its place at the end.
void sortByIssuer(const Api& api, X509* leaf, Chain& chain) {
  X509* subject = leaf;
  for (auto next = chain.begin(); next != chain.end(); ++next) {
    const auto issued = [&](const X509Pointer& one) { return api.X509_check_issued(one.get(), subject) == X509_V_OK; };
    const auto issuer = std::find_if(next, chain.end(), issued);
    if (issuer == chain.end()) return;
    std::rotate(next, issuer, issuer + 1);
    subject = next->get();
  }
}

bool apply(const Api& api, const Reading& reading, SSL_CTX* context, const Pkcs12Setting& given, SettingFailure& failure) {
  Content content{KeyPointer(nullptr, {&api}), X509Pointer(nullptr, {&api}), {}};
  if (!parse(api, reading, given, content, failure)) return false;
  {
    const ErrorScope scope(api); // X509_check_issued may leave errors behind
    sortByIssuer(api, content.certificate.get(), content.others);
  }
  const auto call = [&](const char* function, auto taken) { return attempt(api, failure, given.setting, function, taken); };
  constexpr long kAddReference = 1; // SSL_CTX_add1_chain_cert: the context takes its own reference
  X509_STORE* store = api.SSL_CTX_get_cert_store(context);
  return call("SSL_CTX_use_certificate", [&] { return api.SSL_CTX_use_certificate(context, content.certificate.get()) == 1; }) &&
         call("SSL_CTX_clear_chain_certs", [&] { return api.SSL_CTX_ctrl(context, SSL_CTRL_CHAIN, 0, nullptr) == 1; }) &&
         std::ranges::all_of(
             content.others,
             [&](const X509Pointer& one) {
               return call("SSL_CTX_add1_chain_cert",
                           [&] { return api.SSL_CTX_ctrl(context, SSL_CTRL_CHAIN_CERT, kAddReference, one.get()) == 1; }) &&
                      (!given.trustCas || call("X509_STORE_add_cert", [&] { return api.X509_STORE_add_cert(store, one.get()) == 1; })) &&
                      (!given.nameCas || call("SSL_CTX_add_client_CA", [&] { return api.SSL_CTX_add_client_CA(context, one.get()) == 1; }));
             }) &&
         call("SSL_CTX_use_PrivateKey", [&] { return api.SSL_CTX_use_PrivateKey(context, content.key.get()) == 1; }) &&
         call("SSL_CTX_check_private_key", [&] { return api.SSL_CTX_check_private_key(context) == 1; });
}

} // namespace

bool applyPkcs12(const Api& api, SSL_CTX* context, const ContextSettings& settings, SettingFailure& failure) {
  const Reading reading(api, settings.home);
  return std::ranges::all_of(settings.pkcs12, [&](const Pkcs12Setting& given) { return apply(api, reading, context, given, failure); });
}

} // namespace ossl
