// Owns: which native objects JavaScript can hold, and the tag of each.
#pragma once

#include "loop/watcher.h"
#include "napi/handle.h"
#include "ossl/blocking_socket.h"
#include "ossl/engine.h"

namespace napi {

template <>
struct Kind<const library::Library> {
  static constexpr napi_type_tag tag = {0x7d1c3a5b0f6e4d82ULL, 0x9b40c1e86a2f5d37ULL};
  static constexpr const char* name = "library";
};
template <>
struct Kind<ossl::Context> {
  static constexpr napi_type_tag tag = {0x2f8e6b91d4a7430cULL, 0xb5172e90c83d6fa4ULL};
  static constexpr const char* name = "context";
};
template <>
struct Kind<ossl::Engine> {
  static constexpr napi_type_tag tag = {0xc60d9f3472be4158ULL, 0x8e2ab7f51d9c0346ULL};
  static constexpr const char* name = "engine";
};
template <>
struct Kind<ossl::BlockingSocket> {
  static constexpr napi_type_tag tag = {0x51b7e2c8f093464dULL, 0xa3d86f10472c9be5ULL};
  static constexpr const char* name = "socket";
};

template <>
struct Kind<loop::Watcher> {
  static constexpr napi_type_tag tag = {0x1e7b94d0a5c24f38ULL, 0xd94c6a03e8b17f52ULL};
  static constexpr const char* name = "watcher";
};

template <>
struct Kind<ossl::Session> {
  static constexpr napi_type_tag tag = {0x93e05a7c1d2b4f86ULL, 0x6a71c4d9e8f0352bULL};
  static constexpr const char* name = "session";
};

} // namespace napi
