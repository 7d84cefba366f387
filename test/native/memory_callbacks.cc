// Owns: the callbacks that decide, answered without Node: what they hand over is freed once, whoever owns it afterwards.
#include "memory.h"

namespace memory {
namespace {

// Says yes to everything, with whatever there is to give.
class Giver : public Asker {
public:
  std::shared_ptr<const Context> other;
  std::shared_ptr<const Session> kept;
  bool suspends = false;
  int asked = 0;

  Answer ask(const Engine& engine, const Question& question) override {
    ++asked;
    ErrorScope inside(engine.api()); // what any code in a callback does
    Answer answer;
    answer.verdict = Answer::Verdict::accept;
    switch (question.what) {
    case Ask::certificate:
    case Ask::clientHello:
    case Ask::certVerify:
      if (std::exchange(suspends, false)) {
        answer.verdict = Answer::Verdict::suspend;
      } else if (question.what != Ask::certVerify) {
        answer.context = other;
      }
      break;
    case Ask::serverName:
      answer.context = other;
      break;
    case Ask::status:
      answer.bytes = {std::string("\x30\x03\x0a\x01\x03", 5)};
      break;
    case Ask::pskClient:
      answer.bytes = {"someone", std::string(32, 'k')};
      answer.number = 0x1301;
      break;
    case Ask::pskServer:
      answer.bytes = {std::string(32, 'k')};
      answer.number = 0x1301;
      break;
    case Ask::session:
      answer.session = kept;
      break;
    case Ask::ticketKey:
      answer.bytes = {std::string(16, 'n'), std::string(32, 'a'), std::string(32, 'h')};
      answer.number = 1;
      break;
    case Ask::generateTicket:
      answer.bytes = {"what travels"};
      break;
    case Ask::decryptTicket:
      answer.number =
          static_cast<int>(question.numbers.at(0) >= SSL_TICKET_SUCCESS ? SSL_TICKET_RETURN_USE_RENEW : SSL_TICKET_RETURN_IGNORE_RENEW);
      break;
    case Ask::alpn:
      answer.bytes = {"x"};
      break;
    default:
      break;
    }
    return answer;
  }
};

unsigned bits(std::initializer_list<Ask> questions) {
  unsigned sum = 0;
  for (const Ask question : questions) sum |= bitOf(question);
  return sum;
}

void completesWith(const std::shared_ptr<Giver>& giver, const std::shared_ptr<Context>& client, const std::shared_ptr<Context>& server,
                   const std::shared_ptr<const Session>& session, std::shared_ptr<Session>* kept = nullptr) {
  Pair pair(client, server, "localhost", 0, session, giver);
  expect(pair.shakeHands().ret == 1, "the handshake completes with callbacks");
  unsigned char byte = 0;
  static_cast<void>(pair.client->read(&byte, 1)); // tickets
  if (kept != nullptr) *kept = pair.client->session();
  static_cast<void>(pair.client->shutdown());
  move(*pair.client, *pair.server);
  static_cast<void>(pair.server->shutdown());
}

// What an operation has pushed is there again after a callback that uses the queue for itself, whole and in order.
void keepsErrors(const Api& api) {
  ErrorScope scope(api);
  const auto push = [&api](const char* data) {
    expect(api.SSL_new(nullptr) == nullptr, "there is no SSL without a context");
    api.ERR_add_error_data(1, data);
  };
  push("first");
  push("second");
  {
    const KeptErrors kept(api);
    expect(api.ERR_peek_error() == 0, "the queue is empty for the callback");
    push("of the callback");
  }
  const ErrorStack after = scope.take();
  expect(after.size() == 2 && after[0].data == "first" && after[1].data == "second", "the operation's errors are back, and no other");
  for (const ErrorEntry& entry : after) {
    constexpr int kNullSslContext = 195; // SSL_R_NULL_SSL_CTX
    expect(entry.library == ERR_LIB_SSL && entry.reason == kNullSslContext, "library and reason are the same");
    expect(entry.function == "SSL_new", "so is the function");
    expect(entry.file.find("ssl_lib.c") != std::string::npos && entry.line > 0, "so is the place");
  }
}

} // namespace

void roundOfCallbacks(const std::shared_ptr<const Library>& library, const Files& files, long protocol) {
  keepsErrors(library->api);
  const auto giver = std::make_shared<Giver>();
  ContextSettings client = clientSettings(files, protocol);
  client.controls.push_back(
      {"statusType", "SSL_CTX_set_tlsext_status_type", static_cast<int>(SSL_CTRL_SET_TLSEXT_STATUS_REQ_TYPE), 1, {}, true});
  client.asked = bits({Ask::verify, Ask::status});
  ContextSettings server = serverSettings(files);
  server.alpn.clear();
  server.asked = bits({Ask::certificate, Ask::clientHello, Ask::serverName, Ask::alpn, Ask::status, Ask::ticketKey, Ask::generateTicket,
                       Ask::decryptTicket});
  giver->other = context(library, server); // its callbacks take over where it is switched to
  const auto clientContext = context(library, client);
  const auto serverContext = context(library, server);
  std::shared_ptr<Session> session;
  completesWith(giver, clientContext, serverContext, nullptr, &session);
  expect(giver->asked >= 8, "all of it was asked");
  completesWith(giver, clientContext, serverContext, session);
  giver->suspends = true; // once: the next call goes on
  completesWith(giver, clientContext, serverContext, nullptr);
  {
    giver->suspends = true; // and never: it is dropped while it waits
    Pair pair(clientContext, serverContext, "localhost", 0, nullptr, giver);
    static_cast<void>(pair.client->connect());
    move(*pair.client, *pair.server);
    expect(pair.server->accept().code == SSL_ERROR_WANT_CLIENT_HELLO_CB, "the ClientHello waits");
  }
  giver->suspends = false;

  ContextSettings verifier = clientSettings(files, protocol);
  verifier.asked = bits({Ask::certVerify});
  completesWith(giver, context(library, verifier), context(library, serverSettings(files)), nullptr);

  ContextSettings keyed = clientSettings(files, protocol);
  keyed.alpn.clear();
  keyed.asked = bits({Ask::pskClient});
  ContextSettings keyedServer;
  keyedServer.server = true;
  keyedServer.asked = bits({Ask::pskServer});
  if (protocol == TLS1_2_VERSION) keyed.cipherList = keyedServer.cipherList = "PSK";
  completesWith(giver, context(library, keyed), context(library, keyedServer), nullptr);

  // A session that the server keeps elsewhere: asked for with its id, given and still the giver's.
  ContextSettings stateful = serverSettings(files);
  constexpr uint64_t kNoTicket = 1U << 14; // SSL_OP_NO_TICKET
  stateful.numbers = {{"options", "SSL_CTX_set_options", kNoTicket}};
  stateful.sessionIdContext = "memory";
  stateful.observed = kSessions | kRemovedSessions;
  const auto first = context(library, stateful);
  {
    Pair pair(context(library, clientSettings(files, protocol)), first, "localhost", 0, nullptr, giver);
    expect(pair.shakeHands().ret == 1, "a session is made");
    for (const Event& event : pair.server->takeEvents()) {
      if (event.kind == Event::Kind::session) giver->kept = event.session;
    }
    unsigned char byte = 0;
    static_cast<void>(pair.client->read(&byte, 1));
    session = pair.client->session();
    static_cast<void>(pair.client->shutdown());
    static_cast<void>(pair.server->shutdown());
  }
  stateful.asked = bits({Ask::session});
  completesWith(giver, context(library, clientSettings(files, protocol)), context(library, stateful), session);
  giver->kept = nullptr;
}

} // namespace memory
