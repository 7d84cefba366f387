// Owns: how a question that comes up on a thread of the pool is answered on the thread of its environment, by JavaScript. Where OpenSSL can
// be suspended, the operation ends with the question open, and is repeated with the answer at hand; else the pool's thread waits.
// Must not know: JavaScript, what is asked.
#pragma once

#include "napi/errands.h"
#include "ossl/engine.h"
#include "ossl/held_question.h"

namespace wrap {

class PoolAsker : public ossl::Asker {
public:
  // `asker` answers, on the environment's thread.
  PoolAsker(std::shared_ptr<ossl::Engine> engine, std::shared_ptr<ossl::Asker> asker, std::shared_ptr<napi::Errands> errands);

  // On a thread of the pool. No, where nobody can answer any more.
  ossl::Answer ask(const ossl::Engine& engine, const ossl::Question& question) override;

  // On the environment's thread, after an operation: answers the question that was left open. True: the operation is to be repeated, on the
  // pool; false: none was, or its answer comes later.
  [[nodiscard]] bool answerOpen();

private:
  struct Open {
    ossl::HeldQuestion question;
    ossl::Answer answer;
    bool answered = false;
  };

  std::shared_ptr<ossl::Engine> engine_;
  std::shared_ptr<ossl::Asker> asker_;
  std::shared_ptr<napi::Errands> errands_;
  std::optional<Open> open_;
};

} // namespace wrap
