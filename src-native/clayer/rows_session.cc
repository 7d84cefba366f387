#include "clayer/custom.h"
#include "clayer/invoke.h"

namespace clayer {
namespace {

constexpr Row kRows[] = {
#include "c-layer/session.inc"
};

} // namespace

std::span<const Row> sessionRows() { return kRows; }

} // namespace clayer
