// Owns: library contexts with their providers, everything that is read in one, and everything that outlives its owner, without Node.
#include "memory.h"
#include "ossl/library_context.h"

#include <filesystem>
#include <unistd.h>

namespace memory {
namespace {

std::shared_ptr<LibraryContext> libraryContext(const std::shared_ptr<const Library>& library, const LibraryContextSettings& settings) {
  SettingFailure failure;
  auto made = LibraryContext::create(library, settings, failure);
  if (made == nullptr) stop(failure.function + " failed: " + failure.detail);
  return made;
}

struct TextFile {
  std::string path = (std::filesystem::temp_directory_path() / "libssl-memory-XXXXXX").string();
  explicit TextFile(const std::string& text) {
    const int descriptor = mkstemp(path.data());
    expect(descriptor >= 0 && write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()), "a file is written");
    close(descriptor);
  }
  TextFile(const TextFile&) = delete;
  TextFile& operator=(const TextFile&) = delete;
  ~TextFile() { std::filesystem::remove(path); }
};

void load(LibraryContext& context, const std::string& name) {
  SettingFailure failure;
  const auto number = context.load({name, std::nullopt, true, {}}, failure);
  if (!number) stop(failure.function + " failed: " + failure.detail);
  expect(context.info(*number).name == name && context.available(name), "a provider is loaded");
  expect(context.selfTest(*number, failure), "it tests itself");
  expect(context.load({name, std::nullopt, true, {}}, failure).has_value(), "and is loaded again");
  expect(context.unload(*number, failure) && context.unload(*number, failure), "one loading is given back");
  expect(context.available(name), "the other stays");
}

void refuses(const std::shared_ptr<const Library>& library, LibraryContext& context) {
  SettingFailure failure;
  expect(!context.load({"nosuch", std::nullopt, false, {}}, failure) && !failure.queue.empty(), "no such provider");
  expect(!context.load({"told", "/no/such/module.so", false, {{"word", "secret"}}}, failure), "no such module");
  expect(!context.load({"default", std::nullopt, false, {{"word", "late"}}}, failure), "parameters come too late");
  expect(LibraryContext::create(library, {{}, {}, "==="}, failure) == nullptr, "no property query");
  const TextFile damaged("openssl_conf = all\n[all\n");
  expect(LibraryContext::create(library, {{}, damaged.path, {}}, failure) == nullptr && !failure.queue.empty(), "a damaged configuration");
  const TextFile missing("openssl_conf = all\n[all]\nproviders = list\n[list]\nnosuch = one\n[one]\nactivate = 1\n");
  expect(LibraryContext::create(library, {{}, missing.path, {}}, failure) == nullptr, "a configuration that names what is not there");
}

} // namespace

void roundOfProviders(const std::shared_ptr<const Library>& library, const Files& files, long protocol) {
  if (library->api.OSSL_LIB_CTX_new == nullptr) return;
  const std::string modules = (std::filesystem::path(library->cryptoFile).parent_path() / "ossl-modules").string();
  const TextFile configuration("openssl_conf = all\n[all]\nproviders = list\n[list]\nbase = one\n[one]\nactivate = 1\n");
  auto home = libraryContext(library, {modules, configuration.path, "?fips=yes"});
  load(*home, "default");
  if (std::filesystem::exists(modules + "/legacy.so")) load(*home, "legacy");
  refuses(library, *home);
  expect(home->providers().size() >= 2, "they are listed");

  ContextSettings ofServer = serverSettings(files);
  ofServer.home = {home, "?provider=default"};
  ofServer.crls = {};
  ContextSettings ofClient = clientSettings(files, protocol);
  ofClient.home.context = home;
  auto server = context(library, ofServer);
  auto client = context(library, ofClient);
  SettingFailure failure;
  ContextSettings refused = ofServer;
  refused.identities[0].certificate = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
  expect(Context::create(library, refused, failure) == nullptr, "a broken certificate is refused");
  refused = ofServer;
  refused.identities[0].privateKey = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
  expect(Context::create(library, refused, failure) == nullptr, "a broken key is refused");
  refused = ofClient;
  refused.crls = {files.certificate};
  expect(Context::create(library, refused, failure) == nullptr, "a certificate is no revocation list");
  refused = ofServer;
  refused.dhParameters = files.certificate;
  expect(Context::create(library, refused, failure) == nullptr, "and no Diffie-Hellman parameters");
  refused = ofServer;
  refused.home.query = "fips=yes";
  expect(Context::create(library, refused, failure) == nullptr && !failure.queue.empty(), "nothing fulfils the query");
  refused = ofServer;
  refused.pkcs12 = {{"pkcs12", files.pkcs12.substr(0, files.pkcs12.size() / 2), known(library, "memory"), false, false, false}};
  expect(Context::create(library, refused, failure) == nullptr, "half a file is refused");
  ofServer.identities.clear();
  ofServer.pkcs12 = {{"pkcs12", files.pkcs12, known(library, "memory"), false, true, true}};
  const auto fromFile = context(library, ofServer);
  ofServer.home = ofClient.home = refused.home = {};

  std::shared_ptr<Session> session;
  {
    Pair pair(client, server, "localhost", 0);
    home.reset(); // the contexts keep it
    completes(pair);
    session = pair.client->session();
    Pair other(client, fromFile, "localhost", 0, session);
    client.reset();
    server.reset();
    static_cast<void>(other.shakeHands());
  }
  expect(!session->toDer().empty(), "a session outlives its library context's other users");
}

} // namespace memory
