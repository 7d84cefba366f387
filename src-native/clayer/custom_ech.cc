// Owns: the functions of Encrypted Client Hello that the table's words cannot say.
#include "clayer/callbacks.h"

namespace clayer::custom {
namespace {

// OSSL_HPKE_SUITE, which travels by value.
struct Suite {
  uint16_t kem = 0;
  uint16_t kdf = 0;
  uint16_t aead = 0;
};

uint16_t memberOf(Call& call, size_t index, const Napi::Object& suite, const char* name) {
  constexpr double kMost = 0xffff;
  const Napi::Value value = suite.Get(name);
  const double number = value.IsNumber() ? value.As<Napi::Number>().DoubleValue() : -1;
  const auto whole = static_cast<uint16_t>(number >= 0 && number <= kMost ? number : 0);
  if (number < 0 || number > kMost || whole != number) call.refuseArgument(index, "{ kem_id, kdf_id, aead_id }, numbers of 16 bits");
  return whole;
}

unsigned int ech(void* ssl, const char* text) {
  constexpr unsigned int kFine = 1;
  return calledBack(kFine, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "ech");
    if (!heard) return kFine;
    return static_cast<unsigned int>(
        intOf(heard->function.Call({sslOf(call, ssl), Napi::String::New(call.env(), text != nullptr ? text : "")}), 1));
  });
}

} // namespace

Napi::Value OSSL_ECHSTORE_new_config(Call& call) {
  const Argument<Ref<OSSL_ECHSTORE>> store(call, 0);
  const auto version = Number<UShort>::in(call, 1);
  const auto maxNameLength = Number<UChar>::in(call, 2);
  Argument<Text> publicName(call, 3);
  const Napi::Value given = call.value(4);
  if (!given.IsObject()) call.refuseArgument(4, "{ kem_id, kdf_id, aead_id }, numbers of 16 bits");
  const auto members = given.As<Napi::Object>();
  const Suite suite{memberOf(call, 4, members, "kem_id"), memberOf(call, 4, members, "kdf_id"), memberOf(call, 4, members, "aead_id")};
  const auto run = call.need<int(void*, uint16_t, uint8_t, const char*, Suite)>("OSSL_ECHSTORE_new_config");
  const int result = call.inC([&]() { return run(store.body->pointer, version, maxNameLength, publicName.get(), suite); });
  return Number<Int>::out(call.env(), result);
}

Napi::Value SSL_ech_get1_retry_config(Call& call) {
  const Argument<Ref<SSL>> ssl(call, 0);
  auto cell = requiredCell(call, 1);
  auto length = requiredCell(call, 2);
  unsigned char* configs = nullptr;
  size_t size = 0;
  const auto run = call.need<int(void*, unsigned char**, size_t*)>("SSL_ech_get1_retry_config");
  const int result = call.inC([&]() { return run(ssl.body->pointer, &configs, &size); });
  cell.Set("value", configs == nullptr ? Napi::Value(call.env().Null()) : Napi::Buffer<unsigned char>::Copy(call.env(), configs, size));
  length.Set("value", Number<Size>::out(call.env(), size));
  if (configs != nullptr) call.api().CRYPTO_free(configs, __FILE__, __LINE__);
  return Number<Int>::out(call.env(), result);
}

Napi::Value SSL_CTX_ech_set_callback(Call& call) { return setCallback(call, KindId::SSL_CTX, "ech", ech); }
Napi::Value SSL_ech_set_callback(Call& call) { return setCallback(call, KindId::SSL, "ech", ech); }

} // namespace clayer::custom
