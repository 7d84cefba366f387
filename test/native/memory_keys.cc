// Owns: what a URI names, private keys, engines and passphrases, given and refused, without Node.
#include "memory.h"
#include "ossl/crypto_engine.h"
#include "ossl/store.h"

namespace memory {
namespace {

StoreRequest requestOf(const Files& files, PassphrasePointer passphrase, std::optional<StoreObject::Kind> expected = std::nullopt) {
  return {"file:" + files.pkcs12File, "uri", expected, {}, std::move(passphrase)};
}

void engines(const std::shared_ptr<const Library>& library) {
  if (library->api.ENGINE_by_id == nullptr) return;
  SettingFailure failure;
  expect(CryptoEngine::load(library, {"nobody", std::nullopt, {}}, failure) == nullptr, "an engine that does not exist is refused");
  expect(CryptoEngine::load(library, {"", "/nonexistent", {}}, failure) == nullptr, "a module that does not exist is refused");
  const auto dynamic = CryptoEngine::load(library, {"dynamic", std::nullopt, {}}, failure);
  if (dynamic == nullptr) return; // a release may not let it be initialised without a module
  expect(!dynamic->command({"NO_SUCH_COMMAND", "x", false}, failure), "an unknown command is refused");
  expect(CryptoEngine::loadKey(dynamic, "key", nullptr, "keyId", failure) == nullptr, "an engine without keys has none");
}

} // namespace

void roundOfKeys(const std::shared_ptr<const Library>& library, const Files& files) {
  SettingFailure failure;
  std::vector<StoreObject> objects;
  // 1.1.1's own loader of PKCS #12 files never frees the list of further certificates: there only what is refused is looked at.
  const bool freesAll = library->versionNumber >= 0x30000000UL;
  expect(!freesAll || (loadStore(library, requestOf(files, known(library, "memory")), objects, failure) && objects.size() > 1),
         "a file has what it has");
  expect(!loadStore(library, requestOf(files, known(library, "wrong")), objects, failure) && objects.empty(),
         "a wrong passphrase is refused");
  expect(failure.passphrase == PassphraseOutcome::given, "and was asked for");
  expect(!loadStore(library, requestOf(files, nullptr), objects, failure), "none is refused");
  expect(failure.passphrase == PassphraseOutcome::refused, "and was asked for");
  StoreRequest request = requestOf(files, nullptr);
  request.uri = "nobody:object";
  expect(!loadStore(library, request, objects, failure), "an unknown scheme is refused");

  engines(library);
  if (!freesAll) return;
  expect(loadStore(library, requestOf(files, known(library, "memory"), StoreObject::Kind::privateKey), objects, failure), "there is a key");
  ContextSettings settings = serverSettings(files);
  for (const StoreObject& object : objects) {
    if (object.key != nullptr) settings.identities.front().key = object.key;
  }
  objects.clear();
  expect(settings.identities.front().key != nullptr, "the key is one");
  expect(!readPublicKey(library->api, settings.identities.front().key->get(), failure).empty(), "its public half can be read");
  expect(context(library, settings)->hasIdentity(), "a context takes it");
}

} // namespace memory
