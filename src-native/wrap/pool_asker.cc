#include "wrap/pool_asker.h"

namespace wrap {
namespace {

using ossl::Answer;
using ossl::Engine;
using ossl::Question;

class Asking : public napi::Errand {
public:
  Asking(std::shared_ptr<Engine> engine, std::shared_ptr<ossl::Asker> asker, const Question& question)
      : engine_(std::move(engine)), asker_(std::move(asker)), question_(&question) {}

  // The question is read before any script runs: from then on the thread that asked may be let go, and the question with it.
  void run() override {
    const ossl::ErrorScope scope(engine_->api()); // this thread's queue: what a callback leaves there is nobody's
    engine_->lookedAt(true);
    Answer answer = asker_->ask(*engine_, *question_);
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
  const auto asking = std::make_shared<Asking>(engine_, asker_, question);
  if (!errands_->run(asking)) return {};
  return asking->take();
}

} // namespace wrap
