// Owns: all that a handshake came to, as it stood at one moment: kept as plain data and references, so that it outlives the connection and
// costs little until somebody looks at it.
// Must not know: who looks.
#pragma once

#include "ossl/certificate.h"
#include "ossl/connection_info.h"
#include "ossl/handshake_info.h"

namespace ossl {

struct HandshakeFacts {
  std::shared_ptr<const Library> library; // outlives the certificates
  ConnectionInfo connection;
  HandshakeInfo handshake;
  std::vector<X509Pointer> peerChain;
  KeyPointer peerKey; // where the peer showed that and no certificate
  std::optional<EchOutcome> ech;
};

[[nodiscard]] inline std::shared_ptr<HandshakeFacts> factsOf(const Engine& engine) {
  return std::make_shared<HandshakeFacts>(
      HandshakeFacts{engine.sharedLibrary(), readConnection(engine), readHandshake(engine), holdPeerChain(engine.api(), engine.get()),
                     holdKey(engine.api(), peerRawKey(engine.api(), engine.get())), readEch(engine.api(), engine.get())});
}

} // namespace ossl
