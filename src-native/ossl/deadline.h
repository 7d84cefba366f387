// Owns: one point in time that a whole call has to meet, however many waits it is made of.
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>

namespace ossl {

class Deadline {
public:
  using Clock = std::chrono::steady_clock;

  static Deadline never() { return {}; }
  static Deadline in(std::chrono::milliseconds time) {
    Deadline deadline;
    deadline.at_ = Clock::now() + time;
    return deadline;
  }

  [[nodiscard]] bool passed() const { return at_ && Clock::now() >= *at_; }
  // What is left, but never more than `longest`. Rounded up, so that a wait does not end just before the deadline.
  [[nodiscard]] std::chrono::milliseconds left(std::chrono::milliseconds longest) const {
    if (!at_) return longest;
    const auto rest = std::chrono::ceil<std::chrono::milliseconds>(*at_ - Clock::now());
    return std::clamp(rest, std::chrono::milliseconds(0), longest);
  }
  // An equal share of what is left for each of `parties`.
  [[nodiscard]] Deadline share(size_t parties) const {
    Deadline deadline;
    if (at_) deadline.at_ = Clock::now() + (*at_ - Clock::now()) / static_cast<long>(std::max<size_t>(parties, 1));
    return deadline;
  }

private:
  std::optional<Clock::time_point> at_;
};

} // namespace ossl
