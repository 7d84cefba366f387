// Owns: which native objects JavaScript can hold, and the name of each.
#pragma once

#include "loop/watcher.h"
#include "napi/handle.h"
#include "ossl/blocking_socket.h"
#include "ossl/engine.h"

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
struct Kind<ossl::Engine> {
  static constexpr const char* name = "engine";
};
template <>
struct Kind<ossl::BlockingSocket> {
  static constexpr const char* name = "socket";
};

template <>
struct Kind<loop::Watcher> {
  static constexpr napi_type_tag tag = {0x1e7b94d0a5c24f38ULL, 0xd94c6a03e8b17f52ULL};
  static constexpr const char* name = "watcher";
};

template <>
struct Kind<ossl::Session> {
  static constexpr const char* name = "session";
};

} // namespace napi
