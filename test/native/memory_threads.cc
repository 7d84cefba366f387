// Owns: engines whose every step runs on another thread, many at once over the same contexts, as on libuv's pool.
#include "memory.h"
#include "ossl/held_question.h"

#include <optional>
#include <thread>

namespace memory {
namespace {

// As wrap/pool_asker does it: a question is held, the operation ends, and is repeated with the answer at hand.
class Holder : public Asker {
public:
  int held = 0;

  Answer ask(const Engine& engine, const Question& question) override {
    Answer answer;
    answer.verdict = Answer::Verdict::leave;
    if (question.what == Ask::ticketKey || std::exchange(open_, std::nullopt)) return answer;
    if (!engine.canSuspend(question.what)) {
      if (question.what == Ask::serverName) answer.verdict = Answer::Verdict::accept;
      return answer;
    }
    open_.emplace(engine.api(), question);
    ++held;
    answer.verdict = Answer::Verdict::suspend;
    return answer;
  }

  // On the thread that the engine belongs to.
  void read(const Engine& engine) {
    if (!open_) return;
    for (const View& view : open_->get().bytes) expect(view.data == nullptr || view.data[0] <= 0xff, "what is held can be read");
    for (X509* certificate : open_->get().certificates)
      expect(!readCertificate(engine.api(), certificate).der.empty(), "a certificate that is held can be read");
  }

private:
  std::optional<HeldQuestion> open_;
};

template <typename Operation>
Outcome elsewhere(Operation operation) {
  Outcome outcome;
  std::thread([&] { outcome = operation(); }).join();
  return outcome;
}

void connectOnce(const std::shared_ptr<Context>& client, const std::shared_ptr<Context>& server, bool pauses) {
  const auto holder = std::make_shared<Holder>();
  Pair pair(client, server, "localhost", 0);
  pair.client->leave(holder);
  pair.server->leave(holder);
  if (pauses) pair.server->pauseBeforeKeys();
  bool paused = false;
  bool done = false;
  for (int turn = 0; turn < 100 && !done; ++turn) {
    const Outcome connected = elsewhere([&] { return pair.client->connect(); });
    holder->read(*pair.client);
    move(*pair.client, *pair.server);
    const Outcome accepted = elsewhere([&] { return pair.server->accept(); });
    holder->read(*pair.server);
    paused = paused || pair.server->isPaused();
    move(*pair.server, *pair.client);
    expect(!connected.failed() && !accepted.failed(), "no step fails");
    done = connected.ret == 1 && accepted.ret == 1;
  }
  expect(done && holder->held > 0, "a handshake of steps on other threads completes, and was suspended");
  expect(paused == pauses, "it stops before keys where that is wanted");
  pair.client->comeBack();
  pair.server->comeBack();
  expect(readConnection(*pair.client).finished, "the connection can be read here");
}

} // namespace

void roundOfThreads(const std::shared_ptr<const Library>& library, const Files& files, long protocol) {
  ContextSettings ofClient = clientSettings(files, protocol);
  ofClient.asked = bitOf(Ask::certVerify);
  ContextSettings ofServer = serverSettings(files);
  ofServer.asked = bitOf(Ask::clientHello) | bitOf(Ask::certificate) | bitOf(Ask::serverName) | bitOf(Ask::ticketKey);
  const auto client = context(library, ofClient);
  const auto server = context(library, ofServer);
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int index = 0; index < 4; ++index) threads.emplace_back([&, index] { connectOnce(client, server, index % 2 == 0); });
  for (std::thread& thread : threads) thread.join();
}

} // namespace memory
