// Owns: which native objects JavaScript can hold, and the name of each.
#pragma once

#include "napi/handle.h"
#include "ossl/blocking_socket.h"
#include "ossl/crypto_engine.h"
#include "ossl/engine.h"
#include "ossl/handshake_facts.h"

namespace napi {

template <>
struct Kind<const library::Library> {
  static constexpr const char* name = "library";
};
template <>
struct Kind<ossl::Context> {
  static constexpr const char* name = "context";
};
template <>
struct Kind<ossl::LibraryContext> {
  static constexpr const char* name = "library context";
};
template <>
struct Kind<ossl::Engine> {
  static constexpr const char* name = "engine";
};
template <>
struct Kind<ossl::HandshakeFacts> {
  static constexpr const char* name = "handshake's facts";
};
template <>
struct Kind<ossl::BlockingSocket> {
  static constexpr const char* name = "socket";
};

template <>
struct Kind<ossl::EchStore> {
  static constexpr const char* name = "ECH store";
};

template <>
struct Kind<ossl::PrivateKey> {
  static constexpr const char* name = "private key";
};
template <>
struct Kind<ossl::CryptoEngine> {
  static constexpr const char* name = "cryptographic engine";
};
template <>
struct Kind<ossl::Session> {
  static constexpr const char* name = "session";
};

} // namespace napi
