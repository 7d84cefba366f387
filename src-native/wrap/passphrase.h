// Owns: the way from OpenSSL's wish for a passphrase to the text or the JavaScript function that TypeScript gave for it.
#pragma once

#include "ossl/passphrase.h"

#include <napi.h>

namespace wrap {

// Of a text, or of a function (of, prompt, attempt, confirm): Uint8Array | null, which throws nothing. Its bytes are wiped once they are
// copied. Null for undefined.
ossl::PassphrasePointer passphraseOf(const library::Api& api, const Napi::Value& value);

} // namespace wrap
