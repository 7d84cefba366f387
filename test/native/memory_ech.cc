// Encrypted Client Hello, for Valgrind: stores filled, copied and refused; offers that are taken, refused, damaged and for show.
#include "memory.h"

namespace memory {
namespace {

constexpr const char* kSuite = "X25519,hkdf-sha256,aes-128-gcm";
constexpr uint16_t kVersion = 0xfe0d;

std::shared_ptr<EchStore> storeFor(const std::shared_ptr<const Library>& library, const char* name) {
  SettingFailure failure;
  auto store = EchStore::create(library, failure);
  expect(store != nullptr && store->generate({name, kSuite, 0, kVersion, true}, failure), "a store gets a key");
  return store;
}

// As clients have it: the base64 of the PEM, which OpenSSL takes as well.
std::string listOf(const EchStore& store) {
  SettingFailure failure;
  const std::string pem = store.toPem(static_cast<int>(OSSL_ECHSTORE_ALL), failure).value_or("");
  const size_t begin = pem.find('\n') + 1;
  std::string base64 = pem.substr(begin, pem.find("-----END") - begin);
  std::erase(base64, '\n');
  return base64;
}

void fillsAndRefuses(const std::shared_ptr<const Library>& library) {
  SettingFailure failure;
  const auto store = storeFor(library, "localhost");
  expect(store->generate({"second.example", kSuite, 8, kVersion, false}, failure) && store->entries().size() == 2, "a second key");
  expect(!store->generate({"x", "no suite", 0, kVersion, true}, failure), "no such suite");
  expect(!store->generate({"x", kSuite, 0, kVersion, true}, failure), "a name that is too short");
  expect(!store->readConfigList("AAAA", failure) && !store->readConfigList(std::string(5000, 'A'), failure), "no list");
  EchPem pem;
  pem.text = store->toPem(0, failure).value_or("");
  pem.privateKey = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
  expect(!store->readPem(pem, failure), "a broken key");
  pem.privateKey = store->toPem(1, failure).value_or("");
  expect(!store->readPem(pem, failure), "another configuration's key");
  expect(store->readConfigList(listOf(*store), failure) && store->entries().size() == 4, "its own list is read");
  expect(!store->toPem(9, failure) && !store->downselect(9, failure), "no such entry");
  expect(store->downselect(0, failure) && store->flushKeys(0, failure) && store->entries().empty(), "nothing is left");
}

std::unique_ptr<Engine> clientWith(const std::shared_ptr<Context>& context, EchSettings ech) {
  SettingFailure failure;
  EngineSettings settings;
  settings.serverName = "localhost";
  settings.verifyHost = "localhost";
  settings.ech = std::move(ech);
  return Engine::create(context, settings, failure);
}

} // namespace

void roundOfEch(const std::shared_ptr<const Library>& library, const Files& files) {
  if (library->api.OSSL_ECHSTORE_new == nullptr) return;
  fillsAndRefuses(library);
  ContextSettings hears = clientSettings(files, TLS1_3_VERSION);
  hears.observed |= static_cast<unsigned>(kEch);
  const auto client = context(library, hears);
  const auto server = context(library, serverSettings(files));
  const auto store = storeFor(library, "localhost");
  const auto stale = storeFor(library, "localhost");
  SettingFailure failure;
  expect(setEchStore(*server, store.get(), failure), "a server gets keys");
  {
    EchSettings ech;
    ech.configList = listOf(*store);
    ech.outerServerName = "outer.example";
    ech.outerAlpn = "\1y";
    Pair pair(client, server, "localhost", 0);
    pair.client = clientWith(client, ech);
    completes(pair);
    const auto outcome = readEch(pair.client->api(), pair.client->get());
    expect(outcome && outcome->status == SSL_ECH_STATUS_SUCCESS && outcome->outerName == "outer.example", "ECH succeeds");
    const auto events = pair.client->takeEvents();
    expect(std::ranges::any_of(events, [](const Event& event) { return event.ech.has_value(); }), "and is told");
  }
  {
    EchSettings ech;
    ech.configList = listOf(*stale);
    Pair pair(client, server, "localhost", 0);
    pair.client = clientWith(client, ech);
    expect(pair.shakeHands().failed(), "a stale list fails");
    expect(!readRetryConfigs(pair.client->api(), pair.client->get()).empty(), "and the server's own comes");
  }
  {
    EchSettings grease;
    grease.greaseSuite = kSuite;
    grease.options = 0x2000000000; // SSL_OP_ECH_GREASE
    Pair pair(client, server, "localhost", 0);
    pair.client = clientWith(client, grease);
    completes(pair);
    expect(readEch(pair.server->api(), pair.server->get())->status == SSL_ECH_STATUS_GREASE, "it is for show");
  }
  EchSettings damaged;
  damaged.configList = "AAAA";
  expect(clientWith(client, damaged) == nullptr, "a damaged list is refused");
  expect(setEchStore(*server, nullptr, failure), "the keys are gone");
}

} // namespace memory
