#include "wrap/pool_asker.h"

namespace wrap {
namespace {

using ossl::Answer;
using ossl::Engine;
using ossl::Question;

Answer answerFor(Engine& engine, ossl::Asker& asker, const Question& question) {
  const ossl::ErrorScope scope(engine.api()); // this thread's queue: what a callback leaves there is nobody's
  engine.lookedAt(true);
  return asker.ask(engine, question);
}

class Asking : public napi::Errand {
public:
  Asking(std::shared_ptr<Engine> engine, std::shared_ptr<ossl::Asker> asker, const Question& question)
      : engine_(std::move(engine)), asker_(std::move(asker)), question_(&question) {}

  // The question is read before any script runs: from then on the thread that asked may be let go, and the question with it.
  void run() override {
    Answer answer = answerFor(*engine_, *asker_, *question_);
    if (abandoned_) return;
    engine_->lookedAt(false);
    answer_ = std::move(answer);
  }

  void abandoned() override {
    abandoned_ = true;
    engine_->lookedAt(false);
  }

  Answer take() { return std::move(answer_); }

private:
  std::shared_ptr<Engine> engine_;
  std::shared_ptr<ossl::Asker> asker_;
  const Question* question_;
  Answer answer_;
  bool abandoned_ = false; // of the environment's thread alone
};

} // namespace

PoolAsker::PoolAsker(std::shared_ptr<Engine> engine, std::shared_ptr<ossl::Asker> asker, std::shared_ptr<napi::Errands> errands)
    : engine_(std::move(engine)), asker_(std::move(asker)), errands_(std::move(errands)) {}

Answer PoolAsker::ask(const Engine&, const Question& question) {
  if (open_ && open_->answered && open_->question.get().what == question.what) {
    Answer answer = std::move(open_->answer);
    open_.reset();
    return answer;
  }
  if (engine_->canSuspend(question.what)) {
    open_ = Open{ossl::HeldQuestion(engine_->api(), question), {}, false};
    Answer later;
    later.verdict = Answer::Verdict::suspend;
    return later;
  }
  const auto asking = std::make_shared<Asking>(engine_, asker_, question);
  if (!errands_->run(asking)) return {};
  return asking->take();
}

bool PoolAsker::answerOpen() {
  if (!open_ || open_->answered) return false;
  open_->answer = answerFor(*engine_, *asker_, open_->question.get());
  open_->answered = true;
  return open_->answer.verdict != Answer::Verdict::suspend;
}

} // namespace wrap
