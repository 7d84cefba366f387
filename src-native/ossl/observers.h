// Owns: the C callbacks that note what OpenSSL reports. Those without an argument find their engine as the one that is running.
// Must not know: who reads the notes.
#pragma once

#include "ossl/engine.h"

namespace ossl {

void observeContext(const Api& api, SSL_CTX* context, unsigned observed);
void observeConnection(const Api& api, SSL* ssl, unsigned observed);
// A message callback's part of Engine::watch.
void noteMessage(Engine& engine, bool sent, int version, int contentType, const unsigned char* data, size_t size);

} // namespace ossl
