#include "clayer/custom.h"
#include "clayer/invoke.h"

namespace clayer {
namespace {

constexpr Row kRows[] = {
#include "c-layer/ssl.inc"
};

} // namespace

std::span<const Row> sslRows() { return kRows; }

} // namespace clayer
