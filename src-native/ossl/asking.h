// Owns: what OpenSSL asks while it works and waits for: the questions and the form of the answers.
// Must not know: JavaScript, who answers, what OpenSSL does with an answer.
#pragma once

#include "ossl/session.h"

#include <memory>
#include <string>
#include <vector>

namespace ossl {

class Context;
class Engine;

// As lib/native/binding.ts numbers them. A context asks only what its bits say.
enum class Ask : unsigned {
  verify,         // SSL_CTX_set_verify
  certVerify,     // SSL_CTX_set_cert_verify_callback
  certificate,    // SSL_CTX_set_cert_cb
  clientHello,    // SSL_CTX_set_client_hello_cb
  serverName,     // SSL_CTX_set_tlsext_servername_callback
  alpn,           // SSL_CTX_set_alpn_select_cb
  status,         // SSL_CTX_set_tlsext_status_cb
  pskClient,      // SSL_CTX_set_psk_use_session_callback, SSL_CTX_set_psk_client_callback
  pskServer,      // SSL_CTX_set_psk_find_session_callback, SSL_CTX_set_psk_server_callback
  session,        // SSL_CTX_sess_set_get_cb
  ticketKey,      // SSL_CTX_set_tlsext_ticket_key_evp_cb
  generateTicket, // SSL_CTX_set_session_ticket_cb
  decryptTicket,
  generateCookie, // SSL_CTX_set_stateless_cookie_generate_cb
  verifyCookie,
  allowEarlyData, // SSL_CTX_set_allow_early_data_cb
  timer,          // DTLS_set_timer_cb
  extension,      // SSL_CTX_add_custom_ext
};

constexpr unsigned bitOf(Ask what) { return 1U << static_cast<unsigned>(what); }

struct View {
  const unsigned char* data = nullptr; // null: there is none, which is not the same as an empty one
  size_t size = 0;
};

struct Question {
  Ask what = Ask::verify;
  int context = 0; // the number of the context whose callback this is
  // What they mean depends on the question: see where it is put.
  std::vector<long> numbers;
  std::vector<View> bytes; // valid during the question only
  std::vector<X509*> certificates;
  EVP_PKEY* key = nullptr; // the peer's, where it showed that and no certificate
};

struct Answer {
  enum class Verdict { leave, accept, refuse, suspend };
  Verdict verdict = Verdict::refuse;
  int number = -1; // an alert, a verification result, microseconds; -1: none
  std::vector<std::string> bytes;
  std::shared_ptr<const Context> context;
  std::shared_ptr<const Session> session;

  [[nodiscard]] bool accepts() const { return verdict == Verdict::accept; }
};

// Answers on the thread that asks, before it returns. It may do what it likes with other engines, and with this one read only.
class Asker {
public:
  Asker() = default;
  Asker(const Asker&) = delete;
  Asker& operator=(const Asker&) = delete;
  virtual ~Asker() = default;
  virtual Answer ask(const Engine& engine, const Question& question) = 0;
};

} // namespace ossl
