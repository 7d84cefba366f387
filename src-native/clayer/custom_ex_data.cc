// Owns: ex_data and app_data: the index is OpenSSL's, the value is JavaScript's and lives with the handle.
#include "clayer/callbacks.h"

namespace clayer::custom {
namespace {

Napi::Value store(Call& call, KindId kind, int index, const Napi::Value& value) {
  call.handle(0, kind, false);
  if (index < 0) return Number<Int>::out(call.env(), 0);
  call.environment().sectionOf(call.used.front().object, "ex").Set(static_cast<uint32_t>(index), value);
  return Number<Int>::out(call.env(), 1);
}

Napi::Value load(Call& call, KindId kind, int index) {
  call.handle(0, kind, false);
  if (index < 0) return call.env().Null();
  const Napi::Value value = call.environment().sectionOf(call.used.front().object, "ex").Get(static_cast<uint32_t>(index));
  return value.IsUndefined() ? call.env().Null() : value;
}

Napi::Value newIndex(Call& call, int exClass) {
  const long argl = Number<Long>::in(call, 0);
  for (size_t i = 2; i < 5; ++i) {
    if (!call.value(i).IsNull()) call.refuseArgument(i, "null: the garbage collector does what it is for");
  }
  const auto run = call.need<int(int, long, void*, void*, void*, void*)>("CRYPTO_get_ex_new_index");
  return Number<Int>::out(call.env(), call.inC([&]() { return run(exClass, argl, nullptr, nullptr, nullptr, nullptr); }));
}

Napi::Value setAt(Call& call, KindId kind) { return store(call, kind, Number<Int>::in(call, 1), call.value(2)); }
Napi::Value getAt(Call& call, KindId kind) { return load(call, kind, Number<Int>::in(call, 1)); }

} // namespace

Napi::Value SSL_set_ex_data(Call& call) { return setAt(call, KindId::SSL); }
Napi::Value SSL_get_ex_data(Call& call) { return getAt(call, KindId::SSL); }
Napi::Value SSL_get_ex_new_index(Call& call) { return newIndex(call, 0); }
Napi::Value SSL_set_app_data(Call& call) { return store(call, KindId::SSL, 0, call.value(1)); }
Napi::Value SSL_get_app_data(Call& call) { return load(call, KindId::SSL, 0); }
Napi::Value SSL_CTX_set_ex_data(Call& call) { return setAt(call, KindId::SSL_CTX); }
Napi::Value SSL_CTX_get_ex_data(Call& call) { return getAt(call, KindId::SSL_CTX); }
Napi::Value SSL_CTX_get_ex_new_index(Call& call) { return newIndex(call, 1); }
Napi::Value SSL_CTX_set_app_data(Call& call) { return store(call, KindId::SSL_CTX, 0, call.value(1)); }
Napi::Value SSL_CTX_get_app_data(Call& call) { return load(call, KindId::SSL_CTX, 0); }
Napi::Value SSL_SESSION_set_ex_data(Call& call) { return setAt(call, KindId::SSL_SESSION); }
Napi::Value SSL_SESSION_get_ex_data(Call& call) { return getAt(call, KindId::SSL_SESSION); }
Napi::Value SSL_SESSION_get_ex_new_index(Call& call) { return newIndex(call, 2); }
Napi::Value SSL_SESSION_set_app_data(Call& call) { return store(call, KindId::SSL_SESSION, 0, call.value(1)); }
Napi::Value SSL_SESSION_get_app_data(Call& call) { return load(call, KindId::SSL_SESSION, 0); }
Napi::Value X509_set_ex_data(Call& call) { return setAt(call, KindId::X509); }
Napi::Value X509_get_ex_data(Call& call) { return getAt(call, KindId::X509); }
Napi::Value X509_get_ex_new_index(Call& call) { return newIndex(call, 3); }
Napi::Value X509_STORE_set_ex_data(Call& call) { return setAt(call, KindId::X509_STORE); }
Napi::Value X509_STORE_get_ex_data(Call& call) { return getAt(call, KindId::X509_STORE); }
Napi::Value X509_STORE_get_ex_new_index(Call& call) { return newIndex(call, 4); }
Napi::Value X509_STORE_CTX_set_ex_data(Call& call) { return setAt(call, KindId::X509_STORE_CTX); }
Napi::Value X509_STORE_CTX_get_ex_new_index(Call& call) { return newIndex(call, 5); }
Napi::Value BIO_set_ex_data(Call& call) { return setAt(call, KindId::BIO); }
Napi::Value BIO_get_ex_data(Call& call) { return getAt(call, KindId::BIO); }
Napi::Value BIO_get_ex_new_index(Call& call) { return newIndex(call, 12); }

// Where libssl verifies, it has put the SSL there itself.
Napi::Value X509_STORE_CTX_get_ex_data(Call& call) {
  const int index = Number<Int>::in(call, 1);
  if (index != call.need<int()>("SSL_get_ex_data_X509_STORE_CTX_idx")()) return load(call, KindId::X509_STORE_CTX, index);
  void* context = call.handle(0, KindId::X509_STORE_CTX, false)->pointer;
  void* ssl = call.need<void*(const void*, int)>("X509_STORE_CTX_get_ex_data")(context, index);
  return sslOf(call, ssl);
}

} // namespace clayer::custom
