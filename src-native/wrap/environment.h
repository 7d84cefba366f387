// Owns: what the addon keeps for one environment (the main thread, a worker): who answers OpenSSL's questions there, where the numbers of
// an outcome go, and the way to that thread from those of the pool.
#pragma once

#include "napi/errands.h"
#include "ossl/asking.h"

namespace wrap {

// [ret, code, errno, bytes, events, unfinished]: of the operation that has ended last. Whoever calls one reads them at once.
constexpr size_t kOutcomeNumbers = 6;

struct Environment {
  std::shared_ptr<ossl::Asker> asker; // null as long as no function is set
  Napi::Reference<Napi::Float64Array> numbersKept;
  double* numbers = nullptr;
  std::shared_ptr<napi::Errands> errands; // null as long as nothing ran on the pool
};

inline Environment& environmentOf(Napi::Env env) { return *env.GetInstanceData<Environment>(); }

} // namespace wrap
