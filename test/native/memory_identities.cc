// Owns: certificates and keys of every form, given, shown elsewhere and refused, without Node.
#include "memory.h"
#include "ossl/adjustment.h"
#include "ossl/cipher_info.h"

namespace memory {

void roundOfIdentities(const std::shared_ptr<const Library>& library, const Files& files, long protocol) {
  const PassphrasePointer passphrase = known(library, "memory");
  SettingFailure failure;

  ContextSettings fromFile;
  fromFile.server = true;
  fromFile.pkcs12 = {{"pkcs12", files.pkcs12, passphrase, false, true, true}};
  fromFile.verifyMode = static_cast<int>(SSL_VERIFY_PEER);
  const auto server = context(library, fromFile);
  expect(!readCiphers(server->api(), server->get()).empty(), "there are ciphers");

  // The store outlives the context that made it.
  ContextSettings sharing = clientSettings(files, protocol);
  sharing.trustOf = context(library, clientSettings(files, protocol));
  sharing.ca.clear();
  const auto client = context(library, sharing);
  sharing.trustOf.reset();

  Pair plain(client, server, "localhost", 0);
  completes(plain);
  // Of TLS 1.3 it comes with the first read.
  expect(plain.client->session()->info().ticket.empty() == (protocol == TLS1_3_VERSION), "there is a ticket");

  ContextSettings twice = serverSettings(files);
  twice.identities.push_back(twice.identities.front());
  const auto other = context(library, twice);
  Pair adjusted(client, server, "localhost", 0);
  Adjustment adjustment;
  adjustment.identity = other.get();
  adjustment.maxSendFragment = 512;
  expect(adjust(*adjusted.server, adjustment, failure), "another identity is shown");
  expect(adjust(*adjusted.server, adjustment, failure), "and again");
  completes(adjusted);

  ContextSettings nobody;
  nobody.server = true;
  const auto bare = context(library, nobody);
  adjustment.identity = bare.get();
  expect(!adjust(*adjusted.server, adjustment, failure), "what has no certificate shows none");

  fromFile.pkcs12 = {{"pkcs12", files.pkcs12, known(library, "wrong"), true, true, true}};
  expect(Context::create(library, fromFile, failure) == nullptr && !failure.queue.empty(), "a wrong passphrase is refused");
  fromFile.pkcs12 = {{"pkcs12", files.pkcs12.substr(0, files.pkcs12.size() / 2), passphrase, false, true, true}};
  expect(Context::create(library, fromFile, failure) == nullptr && !failure.queue.empty(), "half a file is refused");
  twice.identities.back().privateKey = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
  expect(Context::create(library, twice, failure) == nullptr, "a broken further key is refused");
}

} // namespace memory
