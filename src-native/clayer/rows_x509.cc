#include "clayer/custom.h"
#include "clayer/invoke.h"

namespace clayer {
namespace {

constexpr Row kRows[] = {
#include "c-layer/x509.inc"
};

} // namespace

std::span<const Row> x509Rows() { return kRows; }

} // namespace clayer
