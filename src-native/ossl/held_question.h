// Owns: a question that outlives the call in which OpenSSL put it.
// Must not know: who answers.
#pragma once

#include "ossl/asking.h"
#include "ossl/handles.h"

#include <optional>

namespace ossl {

class HeldQuestion {
public:
  HeldQuestion(const Api& api, const Question& question);
  [[nodiscard]] const Question& get() const { return question_; }

private:
  std::vector<std::string> bytes_;
  std::vector<X509Pointer> certificates_;
  KeyPointer key_;
  Question question_; // points into those above
};

} // namespace ossl
