// Owns: one call that sets something, and what is kept when OpenSSL says no.
// Must not know: which setting it is.
#pragma once

#include "ossl/error_queue.h"

#include <string>
#include <utility>

namespace ossl {

// What became of the question for a passphrase, where there was one.
enum class PassphraseOutcome { unasked, given, refused, tooLong };

// A setting that OpenSSL refused: which, by which function, and what the error queue said.
struct SettingFailure {
  std::string setting;
  std::string function;
  std::string detail; // ours, where the queue has nothing to say
  ErrorStack queue;
  PassphraseOutcome passphrase = PassphraseOutcome::unasked;
};

// Runs `call`, which says whether OpenSSL took the setting, and fills `failure` if not.
template <typename Call>
[[nodiscard]] bool attempt(const library::Api& api, SettingFailure& failure, const std::string& setting, const char* function, Call call,
                           const char* detail = "") {
  ErrorScope scope(api);
  if (call()) return true;
  failure = {setting, function, detail, scope.take()};
  return false;
}

} // namespace ossl
