#include "ossl/deciders.h"

#include "ossl/identity.h"

#include <algorithm>

namespace ossl {
namespace {

EVP_PKEY* rawKeyOf(const Api& api, const X509_STORE_CTX* store) {
  return api.X509_STORE_CTX_get0_rpk != nullptr ? api.X509_STORE_CTX_get0_rpk(store) : nullptr;
}

TurnedDown turnedDownBy(const Api& api, X509_STORE_CTX* store) {
  // Only held here: to read it would touch the error queue in the middle of the operation.
  const auto hold = [&api](X509* certificate) {
    if (certificate != nullptr) api.X509_up_ref(certificate);
    return X509Pointer(certificate, {&api});
  };
  X509* peer = api.X509_STORE_CTX_get0_cert(store);
  X509* current = api.X509_STORE_CTX_get_current_cert(store);
  return {api.X509_STORE_CTX_get_error_depth(store), hold(current != nullptr ? current : peer), hold(peer),
          holdKey(api, rawKeyOf(api, store))};
}

// An accepted certificate of a peer that was to show a key: it did not know better, and OpenSSL lets it.
bool isUnwanted(const Engine& engine, const X509_STORE_CTX* store) {
  constexpr int kPeersOwn = 0;
  const Api& api = engine.api();
  return api.X509_STORE_CTX_get_error_depth(store) == kPeersOwn && rawKeyOf(api, store) == nullptr && !engine.takesCertificates();
}

int chooseCertificate(SSL* ssl, const Context& context) {
  constexpr int kGoOn = 1;
  constexpr int kFail = 0;
  constexpr int kAgainLater = -1; // SSL_ERROR_WANT_X509_LOOKUP
  if (!context.asks(Ask::certificate)) return kGoOn;
  const Answer answer = askRunning(questionOf(Ask::certificate, context));
  switch (answer.verdict) {
  case Answer::Verdict::suspend:
    return kAgainLater;
  case Answer::Verdict::refuse:
    return kFail;
  case Answer::Verdict::leave:
  case Answer::Verdict::accept:
    break;
  }
  if (answer.context == nullptr) return kGoOn;
  if (Engine* engine = Engine::current(); engine != nullptr) engine->keep(answer.context);
  return showIdentity(ssl, *answer.context) ? kGoOn : kFail;
}

} // namespace

// On a server all is chosen by now but the cipher, and no key is made or used yet: what is to go on elsewhere stops here.
int decideCertificate(SSL* ssl, void* argument) {
  constexpr int kGoOn = 1;
  constexpr int kAgainLater = -1; // SSL_ERROR_WANT_X509_LOOKUP
  Engine* engine = Engine::current();
  if (engine != nullptr && engine->goesOnHere()) return kGoOn;
  const int chosen = chooseCertificate(ssl, contextOf(argument));
  return chosen == kGoOn && engine != nullptr && engine->stopsHere() ? kAgainLater : chosen;
}

namespace {

// Server: gives the response to staple. Client: judges the one that came; there is none with the full handshake of a server without.
int decideStatus(SSL* ssl, void* argument) {
  const Context& context = contextOf(argument);
  const Api& api = context.api();
  Question question = questionOf(Ask::status, context);
  unsigned char* response = nullptr;
  if (!context.isServer()) {
    const long size = api.SSL_ctrl(ssl, static_cast<int>(SSL_CTRL_GET_TLSEXT_STATUS_REQ_OCSP_RESP), 0, static_cast<void*>(&response));
    question.bytes.push_back(response != nullptr && size >= 0 ? View{response, static_cast<size_t>(size)} : View{});
    return askRunning(question).accepts() ? 1 : 0;
  }
  const Answer answer = askRunning(question);
  if (answer.verdict == Answer::Verdict::leave) return static_cast<int>(SSL_TLSEXT_ERR_NOACK);
  if (!answer.accepts() || answer.bytes.size() != 1) return static_cast<int>(SSL_TLSEXT_ERR_ALERT_FATAL);
  const std::string& bytes = answer.bytes[0];
  response = static_cast<unsigned char*>(api.CRYPTO_malloc(bytes.size(), __FILE__, __LINE__)); // the SSL frees it
  if (response == nullptr) return static_cast<int>(SSL_TLSEXT_ERR_ALERT_FATAL);
  bytes.copy(reinterpret_cast<char*>(response), bytes.size());
  const auto size = static_cast<long>(bytes.size());
  if (api.SSL_ctrl(ssl, static_cast<int>(SSL_CTRL_SET_TLSEXT_STATUS_REQ_OCSP_RESP), size, response) == 1)
    return static_cast<int>(SSL_TLSEXT_ERR_OK);
  api.CRYPTO_free(response, __FILE__, __LINE__);
  return static_cast<int>(SSL_TLSEXT_ERR_ALERT_FATAL);
}

int decideChain(X509_STORE_CTX* store, void* argument) {
  constexpr int kAccepted = 1;
  constexpr int kRefused = 0;
  const Context& context = contextOf(argument);
  const Api& api = context.api();
  Engine* running = Engine::current();
  if (running != nullptr && !running->expectKeysOf(context)) {
    api.X509_STORE_CTX_set_error(store, static_cast<int>(X509_V_ERR_UNSPECIFIED));
    return kRefused;
  }
  // OpenSSL has given the records to `store` already, but only if there were any by then.
  if (running != nullptr && !context.expectedKeys().empty()) api.X509_STORE_CTX_set0_dane(store, api.SSL_get0_dane(running->get()));
  if (!context.asks(Ask::certVerify)) return api.X509_verify_cert(store);
  Question question = questionOf(Ask::certVerify, context);
  question.key = rawKeyOf(api, store);
  const auto* chain = reinterpret_cast<const OPENSSL_STACK*>(api.X509_STORE_CTX_get0_untrusted(store));
  const int count = api.OPENSSL_sk_num(chain); // -1 for none
  for (int i = 0; i < count; ++i) question.certificates.push_back(static_cast<X509*>(api.OPENSSL_sk_value(chain, i)));
  X509* own = api.X509_STORE_CTX_get0_cert(store);
  if (question.certificates.empty() && own != nullptr) question.certificates.push_back(own);
  const Answer answer = askRunning(question);
  switch (answer.verdict) {
  case Answer::Verdict::leave:
    return api.X509_verify_cert(store);
  case Answer::Verdict::accept:
    api.X509_STORE_CTX_set_error(store, static_cast<int>(X509_V_OK));
    return kAccepted;
  case Answer::Verdict::suspend: {
    // SSL_set_retry_verify(3): it sets the state that makes an accepted chain one to come back to.
    const bool waits = running != nullptr && api.SSL_ctrl(running->get(), static_cast<int>(SSL_CTRL_SET_RETRY_VERIFY), 0, nullptr) > 0;
    return waits ? kAccepted : kRefused;
  }
  case Answer::Verdict::refuse:
    break;
  }
  api.X509_STORE_CTX_set_error(store, answer.number > 0 ? answer.number : static_cast<int>(X509_V_ERR_APPLICATION_VERIFICATION));
  if (running != nullptr) running->noteTurnedDown(turnedDownBy(api, store));
  return kRefused;
}

} // namespace

Answer askRunning(const Question& question) {
  Engine* engine = Engine::current();
  return engine != nullptr ? engine->ask(question) : Answer{};
}

int decideVerification(int accepted, X509_STORE_CTX* store) {
  Engine* engine = Engine::current();
  if (engine == nullptr) return accepted;
  const Api& api = engine->api();
  if (accepted == 1 && isUnwanted(*engine, store)) {
    api.X509_STORE_CTX_set_error(store, static_cast<int>(X509_V_ERR_CERT_REJECTED));
    accepted = 0;
  }
  if (engine->asks(Ask::verify)) {
    Question question = engine->question(Ask::verify);
    question.numbers = {accepted, api.X509_STORE_CTX_get_error(store), api.X509_STORE_CTX_get_error_depth(store)};
    question.key = rawKeyOf(api, store);
    if (X509* current = api.X509_STORE_CTX_get_current_cert(store)) question.certificates.push_back(current);
    const Answer answer = engine->ask(question);
    if (answer.number >= 0) api.X509_STORE_CTX_set_error(store, answer.number);
    accepted = answer.accepts() ? 1 : 0;
  }
  if (accepted != 1) engine->noteTurnedDown(turnedDownBy(api, store));
  return accepted;
}

unsigned int decideTimer(SSL*, unsigned int last) {
  constexpr unsigned int kSecond = 1'000'000;
  Question question = questionOfRunning(Ask::timer);
  question.numbers = {static_cast<long>(last)};
  const Answer answer = askRunning(question);
  if (answer.accepts() && answer.number >= 0) return static_cast<unsigned int>(answer.number);
  return last == 0 ? kSecond : std::min(2 * last, 60 * kSecond); // no answer: as OpenSSL has it, RFC 6347, 4.2.4.1
}

void decideTrust(const Context& context) {
  const Api& api = context.api();
  SSL_CTX* ctx = context.get();
  auto* self = const_cast<Context*>(&context);
  if (context.asks(Ask::certVerify) || !context.expectedKeys().empty()) api.SSL_CTX_set_cert_verify_callback(ctx, decideChain, self);
  if (context.asks(Ask::certificate)) api.SSL_CTX_set_cert_cb(ctx, decideCertificate, self);
  if (context.asks(Ask::status)) {
    api.SSL_CTX_callback_ctrl(ctx, static_cast<int>(SSL_CTRL_SET_TLSEXT_STATUS_REQ_CB), reinterpret_cast<void (*)()>(decideStatus));
    api.SSL_CTX_ctrl(ctx, static_cast<int>(SSL_CTRL_SET_TLSEXT_STATUS_REQ_CB_ARG), 0, self);
  }
}

void decideContext(const Context& context) {
  decideTrust(context);
  decideHello(context);
  decideResumption(context);
  decidePsk(context);
}

} // namespace ossl
