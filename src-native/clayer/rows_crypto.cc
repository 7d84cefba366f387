#include "clayer/custom.h"
#include "clayer/invoke.h"

namespace clayer {
namespace {

constexpr Row kRows[] = {
#include "c-layer/crypto.inc"
};

} // namespace

std::span<const Row> cryptoRows() { return kRows; }

} // namespace clayer
