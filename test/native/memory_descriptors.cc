// Engines on descriptors, for Valgrind: a handshake, data both ways and more than the system takes, and everything that can be left when
// one is closed.
#include "memory.h"

#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace memory {
namespace {

// Counts how often it was told to let go.
class CountingUser : public ossl::DescriptorUser {
public:
  explicit CountingUser(int& count) : count_(count) {}
  void letGo() override { ++count_; }

private:
  int& count_;
};

struct DescriptorPair {
  std::unique_ptr<Engine> client;
  std::unique_ptr<Engine> server;
  int told = 0;

  DescriptorPair(const std::shared_ptr<Context>& clientContext, const std::shared_ptr<Context>& serverContext) {
    std::array<int, 2> ends = {};
    expect(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()) == 0, "a pair of sockets is made");
    SettingFailure failure;
    EngineSettings settings;
    settings.bare = true;
    server = Engine::create(serverContext, settings, failure);
    settings.verifyHost = "localhost";
    client = Engine::create(clientContext, settings, failure);
    expect(client != nullptr && server != nullptr, "both bare engines are made");
    expect(client->attachDescriptor(ends[0], std::make_unique<CountingUser>(told), failure), "the client takes its descriptor");
    expect(server->attachDescriptor(ends[1], std::make_unique<CountingUser>(told), failure), "the server takes its descriptor");
  }

  void completes() {
    for (int turn = 0; turn < 100; ++turn) {
      const Outcome connected = step(*client, &Engine::connect);
      const Outcome accepted = step(*server, &Engine::accept);
      if (connected.ret == 1 && accepted.ret == 1) return;
    }
    stop("not so: the handshake over descriptors completes");
  }

  static Outcome step(Engine& engine, Outcome (Engine::*operation)()) {
    engine.descriptor().readable();
    Outcome outcome = (engine.*operation)();
    expect(engine.descriptor().flush() == 0, "what a step says is sent");
    return outcome;
  }
};

size_t readAll(Engine& engine, std::vector<unsigned char>& into) {
  size_t total = 0;
  for (;;) {
    engine.descriptor().readable();
    const Outcome outcome = engine.readMany(into.data(), into.size());
    total += outcome.bytes;
    if (outcome.ret <= 0) return total;
  }
}

void round(const std::shared_ptr<Context>& client, const std::shared_ptr<Context>& server) {
  DescriptorPair pair(client, server);
  pair.completes();
  std::vector<unsigned char> bytes(size_t{3} * 1024 * 1024, 7);
  std::vector<unsigned char> into(size_t{64} * 1024);
  for (size_t at = 0; at < bytes.size(); at += into.size()) {
    const Outcome written = pair.client->write(bytes.data() + at, into.size());
    expect(written.ret == 1, "a write is taken, however much waits");
    expect(pair.client->descriptor().flush() == 0, "a full socket is no failure");
  }
  expect(pair.client->descriptor().unsent() > 0, "what the system does not take waits");
  size_t arrived = 0;
  while (arrived < bytes.size()) {
    const size_t now = readAll(*pair.server, into);
    expect(pair.client->descriptor().flush() == 0, "the rest is sent");
    expect(now > 0 || pair.client->descriptor().unsent() == 0, "something arrives as long as something waits");
    arrived += now;
  }
  static_cast<void>(pair.client->write(bytes.data(), bytes.size() / 3)); // gathered, and never sent
  pair.client->close();
  pair.client->close();
  expect(pair.told == 1, "whoever watches the descriptor is told before it is closed, once");
  pair.server->descriptor().readable();
  const Outcome ended = pair.server->readMany(into.data(), into.size());
  // A reset where the tickets of TLS 1.3 were still unread.
  const bool over = pair.server->descriptor().ended() || ended.systemError == ECONNRESET;
  expect(ended.failed() && over, "an end without close_notify is a failure");
  const int released = pair.server->descriptor().release();
  expect(released >= 0 && pair.server->descriptor().release() < 0, "a descriptor is given up once");
  ::close(released);
}

} // namespace

void roundOfDescriptors(const std::shared_ptr<const Library>& library, const Files& files, long protocol) {
  const auto client = context(library, clientSettings(files, protocol));
  const auto server = context(library, serverSettings(files));
  round(client, server);
  DescriptorPair dropped(client, server); // in mid-handshake, with a flight gathered
  static_cast<void>(dropped.client->connect());
}

} // namespace memory
