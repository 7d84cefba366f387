// Owns: Encrypted Client Hello as plain records, for those who report on a connection and those who make one.
#pragma once

#include "napi/values.h"
#include "ossl/engine.h"

namespace wrap {

// The member `ech` of a connection's settings; none where it is not given.
std::optional<ossl::EchSettings> echOf(const Napi::Object& options);
// null where there is none.
Napi::Value echRecord(Napi::Env env, const std::optional<ossl::EchOutcome>& outcome);
// Of a client whose server did not take the offer; null for every other failure.
Napi::Value echRejectionRecord(Napi::Env env, const ossl::Engine& engine, const ossl::ErrorStack& queue);

} // namespace wrap
