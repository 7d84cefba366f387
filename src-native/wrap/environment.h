// Owns: what is kept for each environment (thread of JavaScript): who answers there, the way to it from the threads of the pool, and where
// the numbers of an outcome go.
#pragma once

#include "napi/errands.h"
#include "ossl/asking.h"

namespace wrap {

// [ret, code, errno, bytes, events, unfinished]: of the operation that has ended last. Whoever calls one reads them at once.
constexpr size_t kOutcomeNumbers = 6;

struct Environment {
  std::shared_ptr<ossl::Asker> asker;     // null as long as no function is set
  std::shared_ptr<napi::Errands> errands; // null as long as nothing ran on the pool
  Napi::Reference<Napi::Float64Array> numbersKept;
  double* numbers = nullptr;
};

inline Environment& environmentOf(Napi::Env env) { return *env.GetInstanceData<Environment>(); }

} // namespace wrap
