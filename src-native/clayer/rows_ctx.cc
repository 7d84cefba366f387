#include "clayer/custom.h"
#include "clayer/invoke.h"

namespace clayer {
namespace {

constexpr Row kRows[] = {
#include "c-layer/ssl_ctx.inc"
};

} // namespace

std::span<const Row> contextRows() { return kRows; }

} // namespace clayer
