// Owns: what the addon keeps for one environment (the main thread, a worker): who answers OpenSSL's questions there, and the way to that
// thread from those of the pool.
#pragma once

#include "napi/errands.h"
#include "ossl/asking.h"

namespace wrap {

struct Environment {
  std::shared_ptr<ossl::Asker> asker;     // null as long as no function is set
  std::shared_ptr<napi::Errands> errands; // null as long as nothing ran on the pool
};

inline Environment& environmentOf(Napi::Env env) { return *env.GetInstanceData<Environment>(); }

} // namespace wrap
