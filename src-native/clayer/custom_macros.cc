// Owns: C's macros that are more than another name or a control call.
#include "clayer/argument_out.h"
#include "clayer/custom.h"
#include "clayer/result.h"

namespace clayer::custom {
namespace {

// bio.h's flags of a BIO that wants to be tried again.
enum RetryFlag { kRead = 1, kWrite = 2, kSpecial = 4, kRetry = 8, kKind = kRead | kWrite | kSpecial };

Napi::Value flagsOf(Call& call, int flags) {
  const Argument<Ref<BIO>> bio(call, 0);
  return Number<Int>::out(call.env(), call.need<int(const void*, int)>("BIO_test_flags")(bio.body->pointer, flags));
}

Napi::Value changeFlags(Call& call, const char* function, int flags) {
  const Argument<Ref<BIO>> bio(call, 0);
  call.need<void(void*, int)>(function)(bio.body->pointer, flags);
  return call.env().Undefined();
}

Napi::Value isWanting(Call& call, int what) {
  const Argument<Ref<SSL>> ssl(call, 0);
  return Number<Int>::out(call.env(), call.need<int(const void*)>("SSL_want")(ssl.body->pointer) == what ? 1 : 0);
}

const void* currentCipher(Call& call) {
  const Argument<Ref<SSL>> ssl(call, 0);
  return call.need<const void*(const void*)>("SSL_get_current_cipher")(ssl.body->pointer);
}

Napi::Value initialise(Call& call, uint64_t options) {
  const auto run = call.need<int(uint64_t, void*)>("OPENSSL_init_ssl");
  return Number<Int>::out(call.env(), call.inC([&]() { return run(options, nullptr); }));
}

Napi::Value inInit(Call& call, bool server) {
  const Argument<Ref<SSL>> ssl(call, 0);
  const bool inInit = call.need<int(const void*)>("SSL_in_init")(ssl.body->pointer) != 0;
  const bool isServer = call.need<int(const void*)>("SSL_is_server")(ssl.body->pointer) != 0;
  return Number<Int>::out(call.env(), inInit && isServer == server ? 1 : 0);
}

} // namespace

Napi::Value BIO_should_retry(Call& call) { return flagsOf(call, kRetry); }
Napi::Value BIO_should_read(Call& call) { return flagsOf(call, kRead); }
Napi::Value BIO_should_write(Call& call) { return flagsOf(call, kWrite); }
Napi::Value BIO_should_io_special(Call& call) { return flagsOf(call, kSpecial); }
Napi::Value BIO_retry_type(Call& call) { return flagsOf(call, kKind); }
Napi::Value BIO_get_retry_flags(Call& call) { return flagsOf(call, kKind | kRetry); }
Napi::Value BIO_set_retry_read(Call& call) { return changeFlags(call, "BIO_set_flags", kRead | kRetry); }
Napi::Value BIO_set_retry_write(Call& call) { return changeFlags(call, "BIO_set_flags", kWrite | kRetry); }
Napi::Value BIO_set_retry_special(Call& call) { return changeFlags(call, "BIO_set_flags", kSpecial | kRetry); }
Napi::Value BIO_clear_retry_flags(Call& call) { return changeFlags(call, "BIO_clear_flags", kKind | kRetry); }

Napi::Value SSL_want_nothing(Call& call) { return isWanting(call, 1); }
Napi::Value SSL_want_write(Call& call) { return isWanting(call, 2); }
Napi::Value SSL_want_read(Call& call) { return isWanting(call, 3); }
Napi::Value SSL_want_x509_lookup(Call& call) { return isWanting(call, 4); }
Napi::Value SSL_want_client_hello_cb(Call& call) { return isWanting(call, 7); }
Napi::Value SSL_want_retry_verify(Call& call) { return isWanting(call, 8); }
Napi::Value SSL_in_connect_init(Call& call) { return inInit(call, false); }
Napi::Value SSL_in_accept_init(Call& call) { return inInit(call, true); }

Napi::Value SSL_get_cipher_name(Call& call) {
  const void* cipher = currentCipher(call);
  return Result<Text>::out(call, call.need<const char*(const void*)>("SSL_CIPHER_get_name")(cipher));
}
Napi::Value SSL_get_cipher(Call& call) { return SSL_get_cipher_name(call); }
Napi::Value SSL_get_cipher_version(Call& call) {
  const void* cipher = currentCipher(call);
  return Result<Text>::out(call, call.need<const char*(const void*)>("SSL_CIPHER_get_version")(cipher));
}
Napi::Value SSL_get_cipher_bits(Call& call) {
  const void* cipher = currentCipher(call);
  Argument<OutOrNull<Int>> bits(call, 1);
  const int result = call.need<int(const void*, int*)>("SSL_CIPHER_get_bits")(cipher, bits.get());
  bits.after(call, true);
  return Number<Int>::out(call.env(), result);
}

// What these once did, every release since 1.1.0 does by itself.
Napi::Value SSL_library_init(Call& call) { return initialise(call, 0); }
Napi::Value OpenSSL_add_ssl_algorithms(Call& call) { return initialise(call, 0); }
Napi::Value SSL_load_error_strings(Call& call) { return initialise(call, 0x00200000 | 0x00000002); }
Napi::Value ERR_load_crypto_strings(Call& call) { return initialise(call, 0x00000002); }
Napi::Value OpenSSL_add_all_ciphers(Call& call) { return initialise(call, 0x00000004); }
Napi::Value OpenSSL_add_all_digests(Call& call) { return initialise(call, 0x00000008); }
Napi::Value OpenSSL_add_all_algorithms(Call& call) { return initialise(call, 0x00000004 | 0x00000008); }
Napi::Value ERR_free_strings(Call& call) { return call.env().Undefined(); }
Napi::Value SSL_COMP_free_compression_methods(Call& call) { return call.env().Undefined(); }
Napi::Value ERR_remove_thread_state(Call& call) { return call.env().Undefined(); }

Napi::Value SSL_CTX_set_ecdh_auto(Call& call) {
  const Argument<Ref<SSL_CTX>> context(call, 0);
  return Number<Int>::out(call.env(), Number<Int>::in(call, 1) != 0 ? 1 : 0);
}
Napi::Value SSL_set_ecdh_auto(Call& call) {
  const Argument<Ref<SSL>> ssl(call, 0);
  return Number<Int>::out(call.env(), Number<Int>::in(call, 1) != 0 ? 1 : 0);
}
Napi::Value SSL_CTX_need_tmp_RSA(Call& call) {
  const Argument<Ref<SSL_CTX>> context(call, 0);
  return Number<Int>::out(call.env(), 0);
}
Napi::Value SSL_need_tmp_RSA(Call& call) {
  const Argument<Ref<SSL>> ssl(call, 0);
  return Number<Int>::out(call.env(), 0);
}

// 3.0 dropped the function number and gave its bits to the reason.
namespace {
bool hasOldErrors(const Call& call) { return call.api().ERR_get_error_all == nullptr; }
} // namespace
Napi::Value ERR_GET_LIB(Call& call) {
  const unsigned long code = Number<ULong>::in(call, 0);
  if (hasOldErrors(call)) return Number<Int>::out(call.env(), static_cast<int>((code >> 24U) & 0xffU));
  const bool isSystem = (code & 0x80000000UL) != 0;
  return Number<Int>::out(call.env(), isSystem ? 2 : static_cast<int>((code >> 23U) & 0xffU));
}
Napi::Value ERR_GET_REASON(Call& call) {
  const unsigned long code = Number<ULong>::in(call, 0);
  if (hasOldErrors(call)) return Number<Int>::out(call.env(), static_cast<int>(code & 0xfffU));
  const bool isSystem = (code & 0x80000000UL) != 0;
  return Number<Int>::out(call.env(), static_cast<int>(isSystem ? code & 0x7fffffffUL : code & 0x7fffffUL));
}

} // namespace clayer::custom
