// Owns: opening the library of a token (a PKCS #11 module) before the provider or the engine opens it that was told its file. They do so
// without RTLD_DEEPBIND, and SoftHSM and its like, which use an OpenSSL of their own choice, would find Node's.
// Must not know: what a token is.
#pragma once

#include <string>

namespace library {

// For every parameter, command or line of configuration that a module is told: does nothing unless its value is such a file. One that
// cannot be opened is the module's to complain about.
void openTokenNamed(const std::string& parameter, const std::string& value);
// For every module that is loaded: what its environment names.
void openTokenOfEnvironment();

} // namespace library
