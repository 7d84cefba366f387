// What a server decides from a ClientHello: which context, which protocol, whether to go on.
#include "ossl/deciders.h"

namespace ossl {
namespace {

bool switchTo(const Answer& answer, SSL* ssl) {
  if (answer.context == nullptr) return true;
  Engine* engine = Engine::current();
  return engine != nullptr && engine->get() == ssl && engine->switchTo(answer.context);
}

View viewOf(const Api& api, SSL* ssl, size_t (*Api::*Read)(SSL*, const unsigned char**)) {
  const unsigned char* data = nullptr;
  const size_t size = (api.*Read)(ssl, &data);
  return {data, size};
}

// numbers: legacy version, then the type of each extension; bytes: random, session id, ciphers, then the content of each extension.
int decideClientHello(SSL* ssl, int* alert, void* argument) {
  constexpr int kAgainLater = -1; // SSL_CLIENT_HELLO_RETRY
  const Context& context = contextOf(argument);
  const Api& api = context.api();
  Question question = questionOf(Ask::clientHello, context);
  question.numbers.push_back(static_cast<long>(api.SSL_client_hello_get0_legacy_version(ssl)));
  question.bytes = {viewOf(api, ssl, &Api::SSL_client_hello_get0_random), viewOf(api, ssl, &Api::SSL_client_hello_get0_session_id),
                    viewOf(api, ssl, &Api::SSL_client_hello_get0_ciphers)};
  int* types = nullptr;
  size_t count = 0;
  if (api.SSL_client_hello_get1_extensions_present(ssl, &types, &count) == 1) {
    for (size_t i = 0; i < count; ++i) {
      View content;
      const auto type = static_cast<unsigned>(types[i]);
      if (api.SSL_client_hello_get0_ext(ssl, type, &content.data, &content.size) != 1) continue;
      question.numbers.push_back(types[i]);
      question.bytes.push_back(content);
    }
    api.CRYPTO_free(types, __FILE__, __LINE__);
  }
  const Answer answer = askRunning(question);
  if (answer.verdict == Answer::Verdict::suspend) return kAgainLater;
  if (answer.verdict != Answer::Verdict::refuse && switchTo(answer, ssl)) return static_cast<int>(SSL_CLIENT_HELLO_SUCCESS);
  *alert = answer.number >= 0 ? answer.number : static_cast<int>(SSL3_AD_HANDSHAKE_FAILURE);
  return static_cast<int>(SSL_CLIENT_HELLO_ERROR);
}

int decideServerName(SSL* ssl, int* alert, void* argument) {
  const Context& context = contextOf(argument);
  Question question = questionOf(Ask::serverName, context);
  const char* name = context.api().SSL_get_servername(ssl, static_cast<int>(TLSEXT_NAMETYPE_host_name));
  if (name != nullptr) {
    const std::string_view text(name);
    question.bytes.push_back({reinterpret_cast<const unsigned char*>(text.data()), text.size()});
  } else {
    question.bytes.emplace_back();
  }
  const Answer answer = askRunning(question);
  if (answer.verdict == Answer::Verdict::leave) return static_cast<int>(SSL_TLSEXT_ERR_NOACK);
  if (answer.accepts() && switchTo(answer, ssl)) return static_cast<int>(SSL_TLSEXT_ERR_OK);
  *alert = answer.number >= 0 ? answer.number : static_cast<int>(TLS1_AD_UNRECOGNIZED_NAME);
  return static_cast<int>(SSL_TLSEXT_ERR_ALERT_FATAL);
}

// The choice must be one of those offered: what is given back to OpenSSL points into the offer, which lives as long as it is needed.
int decideAlpn(SSL*, const unsigned char** out, unsigned char* outLength, const unsigned char* offered, unsigned int size, void* argument) {
  const Context& context = contextOf(argument);
  Question question = questionOf(Ask::alpn, context);
  question.bytes.push_back({offered, size});
  const Answer answer = askRunning(question);
  if (answer.verdict == Answer::Verdict::leave) return static_cast<int>(SSL_TLSEXT_ERR_NOACK);
  if (!answer.accepts() || answer.bytes.size() != 1) return static_cast<int>(SSL_TLSEXT_ERR_ALERT_FATAL);
  for (unsigned int at = 0; at < size; at += 1U + offered[at]) {
    const std::string_view name(reinterpret_cast<const char*>(offered + at + 1), offered[at]);
    if (name != answer.bytes[0]) continue;
    *out = offered + at + 1;
    *outLength = offered[at];
    return static_cast<int>(SSL_TLSEXT_ERR_OK);
  }
  return static_cast<int>(SSL_TLSEXT_ERR_ALERT_FATAL);
}

int decideEarlyData(SSL*, void* argument) { return askRunning(questionOf(Ask::allowEarlyData, contextOf(argument))).accepts() ? 1 : 0; }

} // namespace

void decideHello(const Context& context) {
  const Api& api = context.api();
  SSL_CTX* ctx = context.get();
  auto* self = const_cast<Context*>(&context);
  if (context.asks(Ask::clientHello)) api.SSL_CTX_set_client_hello_cb(ctx, decideClientHello, self);
  if (context.asks(Ask::alpn)) api.SSL_CTX_set_alpn_select_cb(ctx, decideAlpn, self);
  if (context.asks(Ask::allowEarlyData)) api.SSL_CTX_set_allow_early_data_cb(ctx, decideEarlyData, self);
  if (context.asks(Ask::serverName)) {
    api.SSL_CTX_callback_ctrl(ctx, static_cast<int>(SSL_CTRL_SET_TLSEXT_SERVERNAME_CB), reinterpret_cast<void (*)()>(decideServerName));
    api.SSL_CTX_ctrl(ctx, static_cast<int>(SSL_CTRL_SET_TLSEXT_SERVERNAME_ARG), 0, self);
  }
}

} // namespace ossl
