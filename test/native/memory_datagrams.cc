// Engines of datagrams, for Valgrind: data both ways, a cookie, a resumption, and everything that can be left in a queue when it is closed.
#include "memory.h"

#include "ossl/srtp.h"

namespace memory {
namespace {

// Gives the same cookie to everyone, short enough for a ClientHello in one datagram, and a timer that is over soon.
class CookieGiver : public Asker {
public:
  Answer ask(const Engine&, const Question& question) override {
    Answer answer;
    answer.verdict = Answer::Verdict::accept;
    if (question.what == Ask::generateCookie) answer.bytes = {std::string(32, 'c')};
    if (question.what == Ask::timer) answer.number = 20'000;
    return answer;
  }
};

void carry(Engine& from, Engine& to) {
  for (const Datagram& datagram : from.datagrams().drain()) to.feedDatagram(datagram.data(), datagram.size());
}

struct DatagramPair {
  std::unique_ptr<Engine> client;
  std::unique_ptr<Engine> server;

  DatagramPair(const std::shared_ptr<Context>& clientContext, const std::shared_ptr<Context>& serverContext, int mtu,
               std::shared_ptr<const Session> session = nullptr) {
    SettingFailure failure;
    EngineSettings settings;
    settings.asker = std::make_shared<CookieGiver>();
    settings.mtu = mtu;
    server = Engine::create(serverContext, settings, failure);
    settings.verifyHost = "localhost";
    settings.session = std::move(session);
    client = Engine::create(clientContext, settings, failure);
    expect(client != nullptr && server != nullptr, "both engines of datagrams are made");
  }

  void listen() {
    for (int turn = 0; turn < 10; ++turn) {
      static_cast<void>(client->connect());
      carry(*client, *server);
      const Outcome heard = server->listen();
      carry(*server, *client);
      if (heard.ret == 1) return;
      expect(heard.ret == 0, "a ClientHello without a cookie is no failure");
    }
    stop("not so: a ClientHello with a cookie is heard");
  }

  void completes() {
    for (int turn = 0; turn < 100; ++turn) {
      const Outcome connected = client->connect();
      carry(*client, *server);
      const Outcome accepted = server->accept();
      carry(*server, *client);
      if (connected.ret == 1 && accepted.ret == 1) return;
    }
    stop("not so: the handshake over datagrams completes");
  }
};

void exchange(DatagramPair& pair) {
  unsigned char into[64];
  const unsigned char text[] = "text";
  for (int i = 0; i < 3; ++i) expect(pair.client->write(text, sizeof text).ret == 1, "a datagram is written");
  expect(pair.client->datagrams().pending() == 3, "three writes are three datagrams");
  carry(*pair.client, *pair.server);
  for (int i = 0; i < 3; ++i) expect(pair.server->read(into, sizeof into).bytes == sizeof text, "three datagrams are three reads");
  expect(pair.server->read(into, sizeof into).code == SSL_ERROR_WANT_READ, "there is no fourth");
  expect(pair.client->dataMtu() > 0 && !pair.client->timeout().has_value(), "it can be asked");
  expect(pair.client->handleTimeout().ret == 0, "no timer runs");
  const std::vector<unsigned char> oversize(65'535, 'x');
  pair.server->datagrams().feed(oversize.data(), oversize.size());
  expect(pair.server->read(into, sizeof into).code == SSL_ERROR_WANT_READ, "what is no record is dropped");
  for (size_t size = 1; size < 40; ++size) { // forged ones of the connection's epoch, whole and cut short
    std::vector<unsigned char> record = {23, 0xfe, 0xfd, 0, 1, 0, 0, 0, 0, 0, 200, 0, static_cast<unsigned char>(size)};
    record.resize(record.size() + size / 2, 'x');
    pair.server->feedDatagram(record.data(), record.size());
    record.resize(13 + size, 'x');
    pair.server->feedDatagram(record.data(), record.size());
    pair.server->feedDatagram(record.data(), size);
    expect(pair.server->read(into, sizeof into).code == SSL_ERROR_WANT_READ, "what is forged is dropped");
  }
}

} // namespace

void roundOfDatagrams(const std::shared_ptr<const Library>& library, const Files& files) {
  ContextSettings clientTold = clientSettings(files, DTLS1_2_VERSION);
  clientTold.datagrams = true;
  ContextSettings serverTold = serverSettings(files);
  serverTold.datagrams = true;
  clientTold.srtpProfiles = "SRTP_AES128_CM_SHA1_80:SRTP_AEAD_AES_128_GCM";
  serverTold.srtpProfiles = "SRTP_AEAD_AES_128_GCM";
  serverTold.asked = bitOf(Ask::generateCookie) | bitOf(Ask::verifyCookie) | bitOf(Ask::timer);
  const auto client = context(library, clientTold);
  const auto server = context(library, serverTold);
  std::shared_ptr<Session> session;
  {
    DatagramPair pair(client, server, 300);
    pair.listen();
    pair.completes();
    exchange(pair);
    const auto profile = selectedSrtpProfile(pair.client->api(), pair.client->get());
    expect(profile.has_value() && profile->name == "SRTP_AEAD_AES_128_GCM", "a profile of SRTP is agreed on");
    session = pair.client->session();
    expect(pair.client->shutdown().ret == 0, "close_notify is sent");
  }
  {
    DatagramPair pair(client, server, 1400, session);
    pair.completes();
    exchange(pair);
  }
  {
    DatagramPair pair(client, server, 208); // dropped in mid-handshake, its queues full
    static_cast<void>(pair.client->connect());
    carry(*pair.client, *pair.server);
    static_cast<void>(pair.server->accept());
    expect(pair.server->datagrams().pending() > 0 && pair.server->timeout().has_value(), "a flight is under way");
    carry(*pair.server, *pair.client);
    pair.client->close();
    pair.client->close();
  }
  SettingFailure failure;
  EngineSettings refused;
  refused.mtu = 1;
  expect(Engine::create(client, refused, failure) == nullptr && failure.function == "SSL_set_mtu", "an MTU of 1 is refused");
  refused = {};
  refused.srtpProfiles = "none of any";
  expect(Engine::create(client, refused, failure) == nullptr && failure.function == "SSL_set_tlsext_use_srtp",
         "a wrong profile is refused");
  clientTold.srtpProfiles = "SRTP_AES128_CM_SHA1_80:none of any";
  expect(Context::create(library, clientTold, failure) == nullptr && failure.function == "SSL_CTX_set_tlsext_use_srtp", "in a context too");
}

} // namespace memory
