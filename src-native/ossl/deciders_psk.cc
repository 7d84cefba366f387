// Pre-shared keys of both sides. TLS 1.3 and the protocols before it have callbacks of their own; a question says for which it is
// (its first number). OpenSSL would ask the older ones for TLS 1.3 too, after the newer: there they say no.
#include "ossl/deciders.h"

#include <algorithm>
#include <cstring>
#include <tuple>

namespace ossl {
namespace {

Question ofRunning(Ask what, long protocol, View bytes) {
  Question question = questionOfRunning(what);
  question.numbers.push_back(protocol);
  question.bytes.push_back(bytes);
  return question;
}

View viewOf(const char* text) { return {reinterpret_cast<const unsigned char*>(text), text != nullptr ? std::strlen(text) : 0}; }

bool isTls13(SSL* ssl) {
  const Engine* engine = Engine::current();
  return engine == nullptr || engine->api().SSL_version(ssl) == TLS1_3_VERSION;
}

// A session that stands for the key, as TLS 1.3 wants it. Null if the cipher is unknown or the key does not fit.
SSL_SESSION* sessionOf(const Api& api, SSL* ssl, const std::string& key, int cipherId) {
  const unsigned char id[] = {static_cast<unsigned char>(cipherId >> 8), static_cast<unsigned char>(cipherId & 0xff)};
  const SSL_CIPHER* cipher = api.SSL_CIPHER_find(ssl, id);
  SSL_SESSION* session = cipher != nullptr ? api.SSL_SESSION_new() : nullptr;
  if (session == nullptr) return nullptr;
  const bool made = api.SSL_SESSION_set1_master_key(session, reinterpret_cast<const unsigned char*>(key.data()), key.size()) == 1 &&
                    api.SSL_SESSION_set_cipher(session, cipher) == 1 &&
                    api.SSL_SESSION_set_protocol_version(session, static_cast<int>(TLS1_3_VERSION)) == 1;
  if (made) return session;
  api.SSL_SESSION_free(session);
  return nullptr;
}

// By number: since 3.0 there is more than one object for a hash.
bool isHashOf(const Api& api, SSL_SESSION* session, const EVP_MD* hash) {
  const EVP_MD* own = api.SSL_CIPHER_get_handshake_digest(api.SSL_SESSION_get0_cipher(session));
  return own != nullptr && api.EVP_MD_get_type(own) == api.EVP_MD_get_type(hash);
}

// bytes of the answer: identity, key; number: the cipher of TLS 1.3, which brings the hash.
int useSession(SSL* ssl, const EVP_MD* hash, const unsigned char** identity, size_t* size, SSL_SESSION** session) {
  constexpr int kGoOn = 1;
  constexpr int kFail = 0;
  *identity = nullptr;
  *size = 0;
  *session = nullptr;
  Engine* engine = Engine::current();
  if (engine == nullptr) return kFail;
  const Answer answer = engine->ask(ofRunning(Ask::pskClient, TLS1_3_VERSION, {}));
  if (answer.verdict == Answer::Verdict::leave) return kGoOn;
  if (!answer.accepts() || answer.bytes.size() != 2) return kFail;
  const Api& api = engine->api();
  SSL_SESSION* made = sessionOf(api, ssl, answer.bytes[1], answer.number);
  if (made == nullptr) return kFail;
  // After a HelloRetryRequest the hash is settled: a key for another one cannot be used any more, and the handshake goes on without.
  if (hash != nullptr && !isHashOf(api, made, hash)) {
    api.SSL_SESSION_free(made);
    return kGoOn;
  }
  const std::string& kept = engine->keepIdentity(answer.bytes[0]);
  *identity = reinterpret_cast<const unsigned char*>(kept.data());
  *size = kept.size();
  *session = made; // OpenSSL's from here on
  return kGoOn;
}

int findPskSession(SSL* ssl, const unsigned char* identity, size_t size, SSL_SESSION** session) {
  constexpr int kGoOn = 1;
  constexpr int kFail = 0;
  *session = nullptr;
  const Engine* engine = Engine::current();
  if (engine == nullptr) return kFail;
  const Answer answer = askRunning(ofRunning(Ask::pskServer, TLS1_3_VERSION, {identity, size}));
  if (answer.verdict == Answer::Verdict::leave) return kGoOn;
  if (!answer.accepts() || answer.bytes.size() != 1) return kFail;
  *session = sessionOf(engine->api(), ssl, answer.bytes[0], answer.number);
  return *session != nullptr ? kGoOn : kFail;
}

unsigned int clientKey(SSL* ssl, const char* hint, char* identity, unsigned int identitySize, unsigned char* key, unsigned int keySize) {
  if (isTls13(ssl)) return 0;
  const Answer answer = askRunning(ofRunning(Ask::pskClient, TLS1_2_VERSION, viewOf(hint)));
  if (!answer.accepts() || answer.bytes.size() != 2) return 0;
  const auto& [name, secret] = std::tie(answer.bytes[0], answer.bytes[1]);
  if (name.size() >= identitySize || secret.size() > keySize) return 0;
  identity[name.copy(identity, name.size())] = '\0';
  std::ranges::copy(secret, key);
  return static_cast<unsigned int>(secret.size());
}

unsigned int serverKey(SSL* ssl, const char* identity, unsigned char* key, unsigned int keySize) {
  if (isTls13(ssl)) return 0;
  const Answer answer = askRunning(ofRunning(Ask::pskServer, TLS1_2_VERSION, viewOf(identity)));
  if (!answer.accepts() || answer.bytes.size() != 1 || answer.bytes[0].size() > keySize) return 0;
  std::ranges::copy(answer.bytes[0], key);
  return static_cast<unsigned int>(answer.bytes[0].size());
}

} // namespace

void decidePsk(const Context& context) {
  const Api& api = context.api();
  SSL_CTX* ctx = context.get();
  if (context.asks(Ask::pskClient)) {
    api.SSL_CTX_set_psk_use_session_callback(ctx, useSession);
    api.SSL_CTX_set_psk_client_callback(ctx, clientKey);
  }
  if (context.asks(Ask::pskServer)) {
    api.SSL_CTX_set_psk_find_session_callback(ctx, findPskSession);
    // Also what makes a server prefer ciphers of SHA-256 in TLS 1.3, the hash of a key that names none (RFC 8446, 4.2.11).
    api.SSL_CTX_set_psk_server_callback(ctx, serverKey);
  }
}

} // namespace ossl
