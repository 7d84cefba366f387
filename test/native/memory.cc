// Owns: the native engine without Node, for Valgrind: every way a connection can end, many times, with everything freed in the end.
// Usage: memory LIBCRYPTO LIBSSL CERTIFICATE KEY ROUNDS. Prints one line and exits 0, or says what went wrong and exits 1.
// scripts/check-memory.mjs builds and runs it.
#include "memory.h"

namespace {

using namespace memory;

void round(const std::shared_ptr<const Library>& library, const Files& files, long protocol) {
  const auto client = context(library, clientSettings(files, protocol));
  const auto server = context(library, serverSettings(files));
  {
    Pair pair(client, server, "localhost", 0);
    completes(pair);
    expect(!pair.client->takeEvents().empty(), "what happened is noted");
    const std::shared_ptr<Session> session = pair.client->session();
    expect(session != nullptr, "there is a session");
    const std::vector<unsigned char> der = session->toDer();
    SettingFailure failure;
    const auto restored = Session::fromDer(library, der.data(), der.size(), failure);
    expect(restored != nullptr && Session::fromDer(library, der.data(), der.size() / 2, failure) == nullptr,
           "a session is restored, half of it not");
    Pair again(client, server, "localhost", 0, restored);
    completes(again, true);
    std::string label = "label";
    expect(ossl::exportKeyingMaterial(*again.client, 32, label, std::nullopt, failure).size() == 32, "keying material is exported");
  }
  {
    Pair pair(client, server, "localhost", 512); // want-write, over and over
    completes(pair);
  }
  {
    Pair pair(client, server, "other.example", 0); // the host name does not match
    expect(pair.shakeHands().code == SSL_ERROR_SSL && pair.client->turnedDown().has_value(), "a wrong name fails");
  }
  {
    Pair pair(client, server, "localhost", 0); // dropped in mid-handshake
    static_cast<void>(pair.client->connect());
  }
  {
    Pair pair(client, server, "localhost", 0); // end of file in mid-handshake
    static_cast<void>(pair.client->connect());
    pair.client->network().end();
    expect(pair.client->connect().failed(), "an end in mid-handshake fails");
    pair.client->close();
    pair.client->close();
  }
  SettingFailure failure;
  ContextSettings refused;
  refused.cipherList = "no such cipher";
  expect(Context::create(library, refused, failure) == nullptr && !failure.queue.empty(), "a wrong setting is refused");
  ContextSettings broken = serverSettings(files);
  broken.privateKey = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
  expect(Context::create(library, broken, failure) == nullptr, "a broken key is refused");
  ContextSettings configured;
  configured.conf = {{"MinProtocol", "TLSv1.2"}, {"NoSuchCommand", "1"}};
  expect(Context::create(library, configured, failure) == nullptr, "an unknown command is refused");
}

} // namespace

int main(int count, char** arguments) {
  if (count != 6) stop("usage: memory LIBCRYPTO LIBSSL CERTIFICATE KEY ROUNDS");
  const library::LoadResult loaded = library::loadFiles(arguments[1], arguments[2]);
  if (loaded.library == nullptr) stop(loaded.reason);
  const Files files{contents(arguments[3]), contents(arguments[4])};
  const int rounds = std::atoi(arguments[5]);
  for (int i = 0; i < rounds; ++i) {
    round(loaded.library, files, TLS1_2_VERSION);
    round(loaded.library, files, TLS1_3_VERSION);
    roundOfCallbacks(loaded.library, files, TLS1_2_VERSION);
    roundOfCallbacks(loaded.library, files, TLS1_3_VERSION);
  }
  const library::LiveObjects& live = loaded.library->live;
  expect(live.contexts == 0 && live.connections == 0 && live.bios == 0 && live.sessions == 0, "nothing is left alive");
  std::printf("%s: %d rounds\n", loaded.library->versionText.c_str(), rounds);
  return 0;
}
