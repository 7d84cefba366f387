// What a server decides about sessions that were not kept in its memory: where they are found, the keys of tickets and what is in them,
// and the cookies of stateless retries.
#include "ossl/deciders.h"

#include <algorithm>

namespace ossl {
namespace {

constexpr size_t kTicketNameSize = 16;
constexpr size_t kTicketIvSize = 16; // of AES-CBC
constexpr size_t kTicketKeySize = 32;

SSL_SESSION* findSession(SSL*, const unsigned char* id, int size, int* copy) {
  constexpr int kTakesOver = 0;
  Question question = questionOfRunning(Ask::session);
  question.bytes.push_back({id, static_cast<size_t>(size)});
  const Answer answer = askRunning(question);
  *copy = kTakesOver;
  if (!answer.accepts() || answer.session == nullptr) return nullptr;
  // A session is a link of the list of the context that keeps it: the same one in two contexts makes SSL_CTX_free go round for ever.
  const Engine* engine = Engine::current();
  return engine != nullptr ? engine->api().SSL_SESSION_dup(answer.session->get()) : nullptr;
}

// One key for both: what is asked is its name for a new ticket (no bytes), or the key of the name that a ticket has.
struct TicketKeys {
  bool found = false;
  bool failed = false;
  bool renew = false;
  std::string name, aes, hmac;
};

TicketKeys askTicketKeys(const unsigned char* name, bool encrypt) {
  Question question = questionOfRunning(Ask::ticketKey);
  question.bytes.push_back(encrypt ? View{} : View{name, kTicketNameSize});
  const Answer answer = askRunning(question);
  TicketKeys keys;
  keys.failed = answer.verdict == Answer::Verdict::refuse;
  if (!answer.accepts() || answer.bytes.size() != 3) return keys;
  keys.name = answer.bytes[0];
  keys.aes = answer.bytes[1];
  keys.hmac = answer.bytes[2];
  keys.renew = answer.number == 1;
  keys.found = keys.name.size() == kTicketNameSize && keys.aes.size() == kTicketKeySize && keys.hmac.size() == kTicketKeySize;
  return keys;
}

const unsigned char* bytesOf(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }

bool startMac(const Api& api, EVP_MAC_CTX* mac, const std::string& key) {
  char digest[] = "sha256";
  const OSSL_PARAM params[] = {api.OSSL_PARAM_construct_utf8_string("digest", digest, 0), api.OSSL_PARAM_construct_end()};
  return api.EVP_MAC_init(mac, bytesOf(key), key.size(), params) == 1;
}

bool startMac(const Api& api, HMAC_CTX* mac, const std::string& key) {
  return api.HMAC_Init_ex(mac, key.data(), static_cast<int>(key.size()), api.EVP_sha256(), nullptr) == 1;
}

template <typename Mac>
int useTicketKey(SSL*, unsigned char* name, unsigned char* iv, EVP_CIPHER_CTX* cipher, Mac* mac, int encrypt) {
  constexpr int kFailed = -1;
  constexpr int kNone = 0;
  constexpr int kUse = 1;
  constexpr int kUseAndRenew = 2;
  const Engine* engine = Engine::current();
  if (engine == nullptr) return kNone;
  const Api& api = engine->api();
  const TicketKeys keys = askTicketKeys(name, encrypt == 1);
  if (keys.failed) return kFailed;
  if (!keys.found) return kNone;
  if (encrypt == 1) {
    std::ranges::copy(keys.name, name);
    if (api.RAND_bytes(iv, static_cast<int>(kTicketIvSize)) != 1) return kFailed;
    if (api.EVP_EncryptInit_ex(cipher, api.EVP_aes_256_cbc(), nullptr, bytesOf(keys.aes), iv) != 1) return kFailed;
    return startMac(api, mac, keys.hmac) ? kUse : kFailed;
  }
  if (!startMac(api, mac, keys.hmac)) return kFailed;
  if (api.EVP_DecryptInit_ex(cipher, api.EVP_aes_256_cbc(), nullptr, bytesOf(keys.aes), iv) != 1) return kFailed;
  return keys.renew ? kUseAndRenew : kUse;
}

int generateTicket(SSL* ssl, void* argument) {
  constexpr int kGoOn = 1;
  constexpr int kFail = 0;
  const Context& context = contextOf(argument);
  const Api& api = context.api();
  const Answer answer = askRunning(questionOf(Ask::generateTicket, context));
  if (answer.verdict == Answer::Verdict::leave) return kGoOn;
  if (!answer.accepts() || answer.bytes.size() != 1) return kFail;
  const std::string& data = answer.bytes[0];
  return api.SSL_SESSION_set1_ticket_appdata(api.SSL_get_session(ssl), data.data(), data.size());
}

int decryptTicket(SSL*, SSL_SESSION* session, const unsigned char*, size_t, int status, void* argument) {
  const Context& context = contextOf(argument);
  Question question = questionOf(Ask::decryptTicket, context);
  question.numbers.push_back(status);
  void* data = nullptr;
  size_t size = 0;
  const bool readable = status == SSL_TICKET_SUCCESS || status == SSL_TICKET_SUCCESS_RENEW;
  if (readable && session != nullptr) context.api().SSL_SESSION_get0_ticket_appdata(session, &data, &size);
  question.bytes.push_back({static_cast<const unsigned char*>(data), size});
  const Answer answer = askRunning(question);
  return answer.accepts() ? answer.number : static_cast<int>(SSL_TICKET_RETURN_ABORT);
}

int generateCookie(SSL*, unsigned char* cookie, size_t* size) {
  const Answer answer = askRunning(questionOfRunning(Ask::generateCookie));
  if (!answer.accepts() || answer.bytes.size() != 1 || answer.bytes[0].size() > static_cast<size_t>(SSL_COOKIE_LENGTH)) return 0;
  std::ranges::copy(answer.bytes[0], cookie);
  *size = answer.bytes[0].size();
  return 1;
}

int verifyCookie(SSL*, const unsigned char* cookie, size_t size) {
  Question question = questionOfRunning(Ask::verifyCookie);
  question.bytes.push_back({cookie, size});
  return askRunning(question).accepts() ? 1 : 0;
}

// DTLS has callbacks of its own for the same questions (SSL_CTX_set_cookie_generate_cb(3)), and one byte for the length on the wire.
int generateDatagramCookie(SSL* ssl, unsigned char* cookie, unsigned int* size) {
  constexpr size_t kLongest = 255;
  unsigned char made[SSL_COOKIE_LENGTH];
  size_t length = 0;
  if (generateCookie(ssl, made, &length) != 1 || length > kLongest) return 0;
  std::copy_n(made, length, cookie);
  *size = static_cast<unsigned int>(length);
  return 1;
}

int verifyDatagramCookie(SSL* ssl, const unsigned char* cookie, unsigned int size) { return verifyCookie(ssl, cookie, size); }

} // namespace

void decideResumption(const Context& context) {
  const Api& api = context.api();
  SSL_CTX* ctx = context.get();
  if (context.asks(Ask::session)) api.SSL_CTX_sess_set_get_cb(ctx, findSession);
  if (context.asks(Ask::ticketKey)) {
    if (api.SSL_CTX_set_tlsext_ticket_key_evp_cb != nullptr) {
      api.SSL_CTX_set_tlsext_ticket_key_evp_cb(ctx, useTicketKey<EVP_MAC_CTX>);
    } else {
      api.SSL_CTX_callback_ctrl(ctx, static_cast<int>(SSL_CTRL_SET_TLSEXT_TICKET_KEY_CB),
                                reinterpret_cast<void (*)()>(useTicketKey<HMAC_CTX>));
    }
  }
  const bool generates = context.asks(Ask::generateTicket);
  const bool decrypts = context.asks(Ask::decryptTicket);
  if (generates || decrypts) {
    auto* self = const_cast<Context*>(&context);
    api.SSL_CTX_set_session_ticket_cb(ctx, generates ? generateTicket : nullptr, decrypts ? decryptTicket : nullptr, self);
  }
  if (context.isDatagram()) {
    if (context.asks(Ask::generateCookie)) api.SSL_CTX_set_cookie_generate_cb(ctx, generateDatagramCookie);
    if (context.asks(Ask::verifyCookie)) api.SSL_CTX_set_cookie_verify_cb(ctx, verifyDatagramCookie);
    return;
  }
  if (context.asks(Ask::generateCookie)) api.SSL_CTX_set_stateless_cookie_generate_cb(ctx, generateCookie);
  if (context.asks(Ask::verifyCookie)) api.SSL_CTX_set_stateless_cookie_verify_cb(ctx, verifyCookie);
}

} // namespace ossl
