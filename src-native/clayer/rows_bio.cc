#include "clayer/custom.h"
#include "clayer/invoke.h"

namespace clayer {
namespace {

constexpr Row kRows[] = {
#include "c-layer/bio.inc"
};

} // namespace

std::span<const Row> bioRows() { return kRows; }

} // namespace clayer
