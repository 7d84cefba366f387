// Owns: pairs of native engines without Node, for Valgrind.
#pragma once

#include "ossl/certificate.h"
#include "ossl/connection_info.h"
#include "ossl/secrets.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace memory {

using namespace ossl;

struct Files {
  std::string certificate;
  std::string key;
  std::string pkcs12; // both of them, and the certificate again as its chain
  std::string pkcs12File;
};

[[noreturn]] inline void stop(const std::string& what) {
  std::fprintf(stderr, "%s\n", what.c_str());
  std::exit(1);
}

inline void expect(bool holds, const char* what) {
  if (!holds) stop(std::string("not so: ") + what);
}

inline std::string contents(const char* path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  if (text.str().empty()) stop(std::string("cannot read ") + path);
  return text.str();
}

inline std::shared_ptr<Context> context(const std::shared_ptr<const Library>& library, ContextSettings settings) {
  SettingFailure failure;
  auto made = Context::create(library, settings, failure);
  if (made == nullptr) stop(failure.function + " failed");
  return made;
}

inline PassphrasePointer known(const std::shared_ptr<const Library>& library, const std::string& passphrase) {
  Secret secret(library->api, passphrase.size());
  std::ranges::copy(passphrase, secret.data());
  return knownPassphrase(std::move(secret));
}

inline ContextSettings clientSettings(const Files& files, long protocol) {
  ContextSettings settings;
  settings.ca = {{CaSource::Kind::text, files.certificate}};
  settings.verifyMode = static_cast<int>(SSL_VERIFY_PEER);
  settings.controls = {
      {"minProtocol", "SSL_CTX_set_min_proto_version", static_cast<int>(SSL_CTRL_SET_MIN_PROTO_VERSION), protocol, {}, true},
      {"maxProtocol", "SSL_CTX_set_max_proto_version", static_cast<int>(SSL_CTRL_SET_MAX_PROTO_VERSION), protocol, {}, true}};
  settings.observed = kKeylog | kInfo | kMessages | kSessions;
  settings.alpn = "\1x";
  return settings;
}

inline ContextSettings serverSettings(const Files& files) {
  ContextSettings settings;
  settings.server = true;
  settings.identities = {{"", files.certificate, files.key, nullptr, nullptr}};
  settings.alpn = "\1x";
  return settings;
}

inline void move(Engine& from, Engine& to) {
  unsigned char buffer[8192];
  while (const size_t count = from.network().drain(buffer, std::min(sizeof buffer, to.network().room()))) {
    expect(to.network().feed(buffer, count) == count, "a pair takes what it has room for");
  }
}

struct Pair {
  std::unique_ptr<Engine> client;
  std::unique_ptr<Engine> server;

  Pair(const std::shared_ptr<Context>& clientContext, const std::shared_ptr<Context>& serverContext, const char* host, size_t buffer,
       std::shared_ptr<const Session> session = nullptr, const std::shared_ptr<Asker>& asker = nullptr) {
    SettingFailure failure;
    EngineSettings settings;
    settings.serverName = host;
    settings.verifyHost = host;
    settings.bufferSize = buffer;
    settings.session = std::move(session);
    settings.asker = asker;
    client = Engine::create(clientContext, settings, failure);
    EngineSettings ofServer;
    ofServer.asker = asker;
    server = Engine::create(serverContext, ofServer, failure);
    expect(client != nullptr && server != nullptr, "both engines are made");
  }

  // Returns the client's last outcome.
  Outcome shakeHands() {
    Outcome last;
    for (int turn = 0; turn < 1000; ++turn) {
      last = client->connect();
      move(*client, *server);
      const Outcome accepted = server->accept();
      move(*server, *client);
      if (last.failed() || accepted.failed() || (last.ret == 1 && accepted.ret == 1)) break;
    }
    return last;
  }
};

inline void completes(Pair& pair, bool resumed = false) {
  expect(pair.shakeHands().ret == 1, "the handshake completes");
  expect(readConnection(*pair.client).finished, "the connection can be read");
  expect(!readPeerChain(pair.client->api(), holdPeerChain(pair.client->api(), pair.client->get())).empty(), "the peer's chain can be read");
  const std::vector<Certificate> verified = readVerifiedChain(pair.client->api(), pair.client->get());
  expect(resumed || !verified.empty(), "the verified chain can be read");
  const std::vector<unsigned char> data(40'000, 'a');
  std::vector<unsigned char> into(50'000);
  size_t arrived = 0;
  for (bool written = false; !written || arrived < data.size();) {
    if (!written) written = pair.client->write(data.data(), data.size()).ret == 1;
    move(*pair.client, *pair.server);
    for (Outcome read = pair.server->read(into.data(), into.size()); read.ret == 1; read = pair.server->read(into.data(), into.size()))
      arrived += read.bytes;
  }
  expect(arrived == data.size(), "all data arrives");
  expect(pair.client->shutdown().ret == 0, "close_notify is sent");
  move(*pair.client, *pair.server);
  expect(pair.server->read(into.data(), into.size()).code == SSL_ERROR_ZERO_RETURN, "close_notify is read");
}

// The callbacks that decide: memory_callbacks.cc.
void roundOfCallbacks(const std::shared_ptr<const Library>& library, const Files& files, long protocol);
// Certificates and keys: memory_identities.cc.
void roundOfIdentities(const std::shared_ptr<const Library>& library, const Files& files, long protocol);
// Keys by URI and from engines: memory_keys.cc.
void roundOfKeys(const std::shared_ptr<const Library>& library, const Files& files);
// Compressed certificates and custom extensions: memory_extensions.cc.
void roundOfExtensions(const std::shared_ptr<const Library>& library, const Files& files, long protocol);
// Descriptors in place of pairs: memory_descriptors.cc.
void roundOfDescriptors(const std::shared_ptr<const Library>& library, const Files& files, long protocol);
// DTLS: memory_datagrams.cc.
void roundOfDatagrams(const std::shared_ptr<const Library>& library, const Files& files);
// Raw public keys: memory_raw_keys.cc.
void roundOfRawKeys(const std::shared_ptr<const Library>& library, const Files& files, long protocol);
// Library contexts and providers: memory_providers.cc.
void roundOfProviders(const std::shared_ptr<const Library>& library, const Files& files, long protocol);
// Steps on other threads: memory_threads.cc.
void roundOfThreads(const std::shared_ptr<const Library>& library, const Files& files, long protocol);
// Encrypted Client Hello, where there is any: memory_ech.cc.
void roundOfEch(const std::shared_ptr<const Library>& library, const Files& files);

} // namespace memory
