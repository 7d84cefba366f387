// Compile-only: compares the project's own declarations of OpenSSL with a release's real headers. Nothing of it is linked or run.
//
// functions-check.inc and constants-check.inc are written by prototypes.test.ts from deps/openssl/*.inc, a row each, in a folder that also
// has an empty constants.inc: the headers' macros of the same names would spoil the constants that openssl_types.h makes of the real one.

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/conf.h>
#include <openssl/crypto.h>
#include <openssl/ct.h>
#include <openssl/dh.h>
#include <openssl/ec.h>
#if !defined(OPENSSL_VERSION_MAJOR) || OPENSSL_VERSION_MAJOR < 4
#include <openssl/engine.h>
#endif
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/opensslv.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/stack.h>
#include <openssl/store.h>
#include <openssl/ui.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>
// By the release: what this one lacks, the compiler would find among the system's.
#if OPENSSL_VERSION_NUMBER >= 0x30200000L
#include <openssl/hpke.h>
#endif
#if OPENSSL_VERSION_NUMBER >= 0x30000000L
#include <openssl/params.h>
#include <openssl/provider.h>
#endif

// By the release: what this one lacks, the compiler would find among the system's.
#if defined(OPENSSL_VERSION_MAJOR) && OPENSSL_VERSION_MAJOR >= 3
#include <openssl/provider.h>
#endif

// After the real ones: a tag or an alias that differs from OpenSSL's does not compile.
#include "library/openssl_types.h"

#include <type_traits>

namespace {

// What a release may change without changing the call: const of what a pointer points at, and the name of a 64-bit number.
template <typename T>
struct Plain {
  using type = T;
};
template <>
struct Plain<unsigned long long> {
  using type = unsigned long;
};
// An enumeration is passed as an int is.
template <typename T>
  requires std::is_enum_v<T>
struct Plain<T> {
  using type = int;
};
template <typename T>
struct Plain<T*> {
  using type = typename Plain<std::remove_cv_t<T>>::type*;
};
template <typename Result, typename... Parameters>
struct Plain<Result(Parameters...)> {
  using type = typename Plain<Result>::type(typename Plain<Parameters>::type...);
};
template <typename Result, typename... Parameters>
struct Plain<Result(Parameters..., ...)> {
  using type = typename Plain<Result>::type(typename Plain<Parameters>::type..., ...);
};

template <typename Ours, typename Theirs>
inline constexpr bool same = std::is_same_v<typename Plain<Ours>::type, typename Plain<Theirs>::type>;

#define FUNCTION(result, name, parameters) static_assert(same<result(*) parameters, decltype(&::name)>, #name);
#include "functions-check.inc"
#undef FUNCTION

#define VALUE(name, value) static_assert(static_cast<long long>(name) == (value), #name);
#include "constants-check.inc"
#undef VALUE

} // namespace
