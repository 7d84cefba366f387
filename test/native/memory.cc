// Owns: the native engine without Node, for Valgrind: every way a connection can end, many times, with everything freed in the end.
// Usage: memory LIBCRYPTO LIBSSL CERTIFICATE KEY PKCS12 ROUNDS; the passphrase of the fifth is "memory". Prints one line and exits 0, or
// says what went wrong and exits 1. scripts/check-memory.mjs builds and runs it.
#include "memory.h"
#include "ossl/peer_statements.h"

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
  broken.identities[0].privateKey = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
  expect(Context::create(library, broken, failure) == nullptr, "a broken key is refused");
  ContextSettings configured;
  configured.conf = {{"MinProtocol", "TLSv1.2"}, {"NoSuchCommand", "1"}};
  expect(Context::create(library, configured, failure) == nullptr, "an unknown command is refused");
}

// The 2048-bit group of RFC 3526.
const char* const kDhParameters = "-----BEGIN DH PARAMETERS-----\n"
                                  "MIIBCAKCAQEA///////////JD9qiIWjCNMTGYouA3BzRKQJOCIpnzHQCC76mOxOb\n"
                                  "IlFKCHmONATd75UZs806QxswKwpt8l8UN0/hNW1tUcJF5IW1dmJefsb0TELppjft\n"
                                  "awv/XLb0Brft7jhr+1qJn6WunyQRfEsf5kkoZlHs5Fs9wgB8uKFjvwWY2kg2HFXT\n"
                                  "mmkWP6j9JM9fg2VdI9yjrZYcYvNWIIVSu57VKQdwlpZtZww1Tkq8mATxdGwIyhgh\n"
                                  "fDKQXkYuNs474553LBgOhgObJ4Oi7Aeij7XFXfBvTFLJ3ivL9pVYFxg5lUl86pVq\n"
                                  "5RXSJhiY+gUQFXKOWoqsqmj//////////wIBAg==\n"
                                  "-----END DH PARAMETERS-----\n";

// What verification is told, and DANE, taken and refused.
void verificationRound(const std::shared_ptr<const Library>& library, const Files& files, long protocol) {
  ContextSettings serverTold = serverSettings(files);
  serverTold.verifyMode = static_cast<int>(SSL_VERIFY_PEER);
  serverTold.clientCas = {files.certificate, files.certificate};
  serverTold.dhParameters = kDhParameters;
  ContextSettings clientTold = clientSettings(files, protocol);
  clientTold.verifyParameters.hosts = {"other.example", "localhost"};
  clientTold.verifyParameters.policies = {"1.2.3.4", "1.2.3.5"};
  clientTold.ctValidation = 0;
  const auto client = context(library, clientTold);
  const auto server = context(library, serverTold);
  Pair plain(client, server, "localhost", 0);
  completes(plain);
  expect(readPeerAuthorityNames(plain.client->api(), plain.client->get()).size() == 2, "the authorities are named");
  expect(readTimestamps(plain.client->api(), plain.client->get()).empty(), "there are no timestamps");

  const std::vector<unsigned char> der =
      readPeerChain(plain.client->api(), holdPeerChain(plain.client->api(), plain.client->get())).front().der;
  SettingFailure failure;
  EngineSettings settings;
  settings.verifyParameters.policies = {"1.2.3.4"};
  settings.dane = DaneSettings{"localhost", {{3, 0, 0, std::string(der.begin(), der.end())}}, 0};
  Pair matched(client, server, "localhost", 0);
  matched.client = Engine::create(client, settings, failure);
  expect(matched.client != nullptr, "a record is taken");
  completes(matched);
  expect(readDane(matched.client->api(), matched.client->get()).has_value(), "the record matches");

  settings.dane->records.push_back({3, 1, 1, "too short"});
  expect(Engine::create(client, settings, failure) == nullptr && !failure.queue.empty(), "a record that cannot be used is refused");
  settings.dane.reset();
  settings.verifyParameters.policies.emplace_back("9.9");
  expect(Engine::create(client, settings, failure) == nullptr, "a policy that is none is refused");

  ContextSettings broken = clientSettings(files, protocol);
  broken.crls = {files.certificate};
  expect(Context::create(library, broken, failure) == nullptr, "a certificate is no revocation list");
  ContextSettings weak = serverSettings(files);
  weak.dhParameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
  expect(Context::create(library, weak, failure) == nullptr, "a curve is no Diffie-Hellman parameter");
}

} // namespace

int main(int count, char** arguments) {
  if (count != 7) stop("usage: memory LIBCRYPTO LIBSSL CERTIFICATE KEY PKCS12 ROUNDS");
  const library::LoadResult loaded = library::loadFiles(arguments[1], arguments[2]);
  if (loaded.library == nullptr) stop(loaded.reason);
  const Files files{contents(arguments[3]), contents(arguments[4]), contents(arguments[5]), arguments[5]};
  const int rounds = std::atoi(arguments[6]);
  for (int i = 0; i < rounds; ++i) {
    round(loaded.library, files, TLS1_2_VERSION);
    round(loaded.library, files, TLS1_3_VERSION);
    roundOfCallbacks(loaded.library, files, TLS1_2_VERSION);
    roundOfCallbacks(loaded.library, files, TLS1_3_VERSION);
    verificationRound(loaded.library, files, TLS1_2_VERSION);
    verificationRound(loaded.library, files, TLS1_3_VERSION);
    roundOfIdentities(loaded.library, files, TLS1_2_VERSION);
    roundOfIdentities(loaded.library, files, TLS1_3_VERSION);
    roundOfRawKeys(loaded.library, files, TLS1_2_VERSION);
    roundOfRawKeys(loaded.library, files, TLS1_3_VERSION);
    roundOfKeys(loaded.library, files);
    roundOfProviders(loaded.library, files, TLS1_2_VERSION);
    roundOfProviders(loaded.library, files, TLS1_3_VERSION);
    roundOfExtensions(loaded.library, files, TLS1_2_VERSION);
    roundOfExtensions(loaded.library, files, TLS1_3_VERSION);
    roundOfDescriptors(loaded.library, files, TLS1_2_VERSION);
    roundOfDescriptors(loaded.library, files, TLS1_3_VERSION);
    roundOfDatagrams(loaded.library, files);
    roundOfEch(loaded.library, files);
    roundOfThreads(loaded.library, files, TLS1_2_VERSION);
    roundOfThreads(loaded.library, files, TLS1_3_VERSION);
  }
  const library::LiveObjects& live = loaded.library->live;
  expect(live.contexts == 0 && live.connections == 0 && live.bios == 0 && live.sessions == 0 && live.libraryContexts == 0,
         "nothing is left alive");
  std::printf("%s: %d rounds\n", loaded.library->versionText.c_str(), rounds);
  return 0;
}
