// Owns: making what verification is told of plain records. TypeScript has validated them.
#pragma once

#include "napi/values.h"
#include "ossl/dane.h"

namespace wrap {

// Of the member `verifyParameters`; nothing where there is none.
ossl::VerifyParameters verifyParametersOf(const Napi::Object& options);
// Of the member `dane`.
std::optional<ossl::DaneSettings> daneOf(const Napi::Object& options);

} // namespace wrap
