// Owns: how a question that comes up on a thread of the pool reaches the thread of its environment, where JavaScript answers.
// Must not know: JavaScript, what is asked.
#pragma once

#include "napi/errands.h"
#include "ossl/engine.h"

namespace wrap {

class PoolAsker : public ossl::Asker {
public:
  // `asker` answers, on the environment's thread.
  PoolAsker(std::shared_ptr<ossl::Engine> engine, std::shared_ptr<ossl::Asker> asker, std::shared_ptr<napi::Errands> errands);
  // On a thread of the pool, which waits; no, where nobody can answer any more.
  ossl::Answer ask(const ossl::Engine& engine, const ossl::Question& question) override;

private:
  std::shared_ptr<ossl::Engine> engine_;
  std::shared_ptr<ossl::Asker> asker_;
  std::shared_ptr<napi::Errands> errands_;
};

} // namespace wrap
