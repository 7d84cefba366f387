// Owns: raw public keys, shown, expected, refused and resumed, without Node; and the lists of what a library has.
#include "memory.h"
#include "ossl/adjustment.h"
#include "ossl/algorithms.h"
#include "ossl/handshake_facts.h"
#include "ossl/held_question.h"

namespace memory {
namespace {

// Lets in whoever shows a key, the second time it is asked.
class KeyKeeper : public Asker {
public:
  bool suspends = true;
  std::unique_ptr<HeldQuestion> held;

  Answer ask(const Engine& engine, const Question& question) override {
    held = std::make_unique<HeldQuestion>(engine.api(), question);
    Answer answer;
    const bool waits = std::exchange(suspends, false);
    answer.verdict = waits ? Answer::Verdict::suspend : question.key != nullptr ? Answer::Verdict::accept : Answer::Verdict::refuse;
    return answer;
  }
};

std::string shownKey(const Engine& engine) {
  const auto& turnedDown = engine.turnedDown();
  expect(turnedDown.has_value() && turnedDown->peerKey != nullptr, "the key that was turned down is kept");
  const PublicKey key = readPublicKey(engine.api(), turnedDown->peerKey.get());
  return {key.der.begin(), key.der.end()};
}

void connects(Pair& pair, bool resumed) {
  expect(pair.shakeHands().ret == 1, "the handshake completes");
  const auto facts = factsOf(*pair.client);
  expect(facts->connection.peerShowedKey && !facts->connection.peerShowedCertificate && facts->connection.resumed == resumed,
         "the key can be read");
  expect(!readPublicKey(pair.client->api(), facts->peerKey.get()).der.empty() && pair.client->expectsPeer(), "and is the expected one");
  const std::vector<unsigned char> byte(1);
  std::vector<unsigned char> into(16);
  expect(pair.server->write(byte.data(), 1).ret == 1, "the server writes");
  move(*pair.server, *pair.client);
  expect(pair.client->read(into.data(), into.size()).ret == 1, "the client reads, the tickets too");
}

} // namespace

void roundOfRawKeys(const std::shared_ptr<const Library>& library, const Files& files, long protocol) {
  static_cast<void>(readGroups(*library));
  static_cast<void>(readSignatureSchemes(library->api));
  if (library->api.SSL_add_expected_rpk == nullptr) return;
  const std::string raw = "\2";
  SettingFailure failure;

  ContextSettings bare = serverSettings(files);
  bare.identities.front().certificate.reset();
  bare.rawKeys.serverTypes = raw;
  const auto server = context(library, bare);
  ContextSettings taking = clientSettings(files, protocol);
  taking.rawKeys.serverTypes = raw;
  const auto client = context(library, taking);

  Pair refused(client, server, "localhost", 0);
  expect(refused.shakeHands().code == SSL_ERROR_SSL, "a key that nobody expects is refused");
  const std::string key = shownKey(*refused.client);

  taking.rawKeys.expected = {key};
  const auto expecting = context(library, taking);
  Pair pair(expecting, server, "localhost", 0);
  connects(pair, false);
  Pair again(expecting, server, "localhost", 0, pair.client->session());
  connects(again, true);

  EngineSettings own;
  own.rawKeys.expected = {key, key};
  own.rawKeys.serverTypes = raw;
  own.dane = DaneSettings{"localhost", {{3, 1, 0, key}}, 0};
  Pair pinned(client, server, "localhost", 0);
  pinned.client = Engine::create(client, own, failure);
  expect(pinned.client != nullptr, "keys and records of a connection are taken");
  connects(pinned, false);

  own.rawKeys.expected.push_back(key.substr(0, key.size() / 2));
  expect(Engine::create(client, own, failure) == nullptr && failure.setting == "expectedPeerKeys[2]", "half a key is refused");
  taking.rawKeys.expected = {key + "x"};
  expect(Context::create(library, taking, failure) == nullptr, "bytes behind a key are refused");
  taking.rawKeys.expected.clear();
  taking.rawKeys.serverTypes = "\x63";
  expect(Context::create(library, taking, failure) == nullptr, "a type that there is not is refused");

  Adjustment adjustment;
  adjustment.identity = server.get();
  adjustment.policyFrom = server.get();
  ContextSettings certified = serverSettings(files);
  certified.rawKeys.serverTypes = raw;
  const auto other = context(library, certified);
  Pair adjusted(expecting, other, "localhost", 0);
  expect(adjust(*adjusted.server, adjustment, failure), "a key is shown in place of a certificate");
  connects(adjusted, false);

  ContextSettings asking = clientSettings(files, protocol);
  asking.rawKeys.serverTypes = raw;
  asking.asked = bitOf(Ask::certVerify) | bitOf(Ask::verify);
  const auto keeper = std::make_shared<KeyKeeper>();
  Pair asked(context(library, asking), server, "localhost", 0, nullptr, keeper);
  static_cast<void>(asked.shakeHands());
  expect(keeper->held != nullptr && keeper->held->get().key != nullptr, "the key is asked about");
  Pair dropped(expecting, server, "localhost", 0); // dropped before its key has come
  static_cast<void>(dropped.client->connect());
}

} // namespace memory
