// Owns: functions that give C structures without a handle: struct tm, a PEM block, an algorithm's parameter, a list of addresses, an
// argument vector, OSSL_PARAM. Here they are plain objects and arrays.
#include "clayer/argument_out.h"
#include "clayer/argument_stack.h"
#include "clayer/custom.h"
#include "clayer/result.h"

#include <cstring>
#include <ctime>

namespace clayer::custom {
namespace {

// STACK_OF(OPENSSL_STRING), the caller's to free: an array of copies.
Napi::Value textsOf(Call& call, void* stack) {
  if (stack == nullptr) return call.env().Null();
  const auto at = call.need<const char*(const void*, int)>("OPENSSL_sk_value");
  const int count = call.need<int(const void*)>("OPENSSL_sk_num")(stack);
  Napi::Array array = Napi::Array::New(call.env(), static_cast<size_t>(count));
  for (int i = 0; i < count; ++i) array.Set(static_cast<uint32_t>(i), Result<Text>::out(call, at(stack, i)));
  call.need<void(void*)>("X509_email_free")(stack);
  return array;
}

Napi::Value addressesOf(Call& call) {
  const Argument<Ref<X509>> certificate(call, 0);
  const auto run = call.need<void*(void*)>(call.row().name);
  return textsOf(call, call.inC([&]() { return run(certificate.body->pointer); }));
}

} // namespace

Napi::Value X509_get1_email(Call& call) { return addressesOf(call); }
Napi::Value X509_get1_ocsp(Call& call) { return addressesOf(call); }
// The list was freed when its copies were made.
Napi::Value X509_email_free(Call& call) {
  if (!call.value(0).IsNull() && !call.value(0).IsArray()) call.refuseArgument(0, "an array of strings or null");
  return call.env().Undefined();
}

Napi::Value ASN1_TIME_to_tm(Call& call) {
  const Argument<RefOrNull<ASN1_TIME>> time(call, 0);
  const Napi::Value given = call.value(1);
  if (!given.IsNull() && !given.IsObject()) call.refuseArgument(1, "an object for the fields of struct tm, or null");
  std::tm made{};
  const auto run = call.need<int(const void*, std::tm*)>("ASN1_TIME_to_tm");
  void* pointer = time.body != nullptr ? time.body->pointer : nullptr;
  const int result = call.inC([&]() { return run(pointer, given.IsNull() ? nullptr : &made); });
  if (result != 1 || given.IsNull()) return Number<Int>::out(call.env(), result);
  auto tm = given.As<Napi::Object>();
  const std::pair<const char*, int> fields[] = {{"tm_sec", made.tm_sec},   {"tm_min", made.tm_min},   {"tm_hour", made.tm_hour},
                                                {"tm_mday", made.tm_mday}, {"tm_mon", made.tm_mon},   {"tm_year", made.tm_year},
                                                {"tm_wday", made.tm_wday}, {"tm_yday", made.tm_yday}, {"tm_isdst", made.tm_isdst}};
  for (const auto& [name, value] : fields) tm.Set(name, value);
  return Number<Int>::out(call.env(), result);
}

Napi::Value PEM_read_bio(Call& call) {
  const Argument<Ref<BIO>> bio(call, 0);
  auto name = requiredCell(call, 1);
  auto header = requiredCell(call, 2);
  auto data = requiredCell(call, 3);
  auto length = requiredCell(call, 4);
  char* madeName = nullptr;
  char* madeHeader = nullptr;
  unsigned char* madeData = nullptr;
  long size = 0;
  const auto run = call.need<int(void*, char**, char**, unsigned char**, long*)>("PEM_read_bio");
  const int result = call.inC([&]() { return run(bio.body->pointer, &madeName, &madeHeader, &madeData, &size); });
  name.Set("value", Result<OwnedText>::out(call, madeName));
  header.Set("value", Result<OwnedText>::out(call, madeHeader));
  length.Set("value", static_cast<double>(size));
  data.Set("value", madeData == nullptr ? Napi::Value(call.env().Null())
                                        : Napi::Buffer<unsigned char>::Copy(call.env(), madeData, static_cast<size_t>(size)));
  // It may be a private key.
  if (madeData != nullptr)
    call.need<void(void*, size_t, const char*, int)>("CRYPTO_clear_free")(madeData, static_cast<size_t>(size), __FILE__, __LINE__);
  return Number<Int>::out(call.env(), result);
}

Napi::Value X509_PUBKEY_get0_param(Call& call) {
  using Get = int(void**, const unsigned char**, int*, void**, const void*);
  auto objectCell = cellAt(call, 0, true);
  auto bytesCell = cellAt(call, 1, true);
  auto lengthCell = cellAt(call, 2, true);
  auto algorithmCell = cellAt(call, 3, true);
  const Argument<Ref<X509_PUBKEY>> key(call, 4);
  void* object = nullptr;
  const unsigned char* bytes = nullptr;
  int length = 0;
  void* algorithm = nullptr;
  const auto run = call.need<Get>("X509_PUBKEY_get0_param");
  const int result = call.inC([&]() { return run(&object, &bytes, &length, &algorithm, key.body->pointer); });
  if (objectCell) objectCell->Set("value", call.give(KindId::ASN1_OBJECT, object, Ownership::borrowed));
  if (bytesCell) {
    bytesCell->Set("value", bytes == nullptr ? Napi::Value(call.env().Null())
                                             : Napi::Buffer<unsigned char>::Copy(call.env(), bytes, static_cast<size_t>(length)));
  }
  if (lengthCell) lengthCell->Set("value", length);
  if (algorithmCell) algorithmCell->Set("value", call.give(KindId::X509_ALGOR, algorithm, Ownership::borrowed));
  return Number<Int>::out(call.env(), result);
}

// The parameter is an object identifier, a string of ASN.1's, or nothing: as its type says.
Napi::Value X509_ALGOR_get0(Call& call) {
  using Get = void(const void**, int*, const void**, const void*);
  auto objectCell = cellAt(call, 0, true);
  auto typeCell = cellAt(call, 1, true);
  auto valueCell = cellAt(call, 2, true);
  const Argument<Ref<X509_ALGOR>> algorithm(call, 3);
  const void* object = nullptr;
  const void* value = nullptr;
  int type = 0;
  const auto run = call.need<Get>("X509_ALGOR_get0");
  call.inC([&]() { run(&object, &type, &value, algorithm.body->pointer); });
  if (objectCell) objectCell->Set("value", call.give(KindId::ASN1_OBJECT, const_cast<void*>(object), Ownership::borrowed));
  if (typeCell) typeCell->Set("value", type);
  constexpr int kUndefined = -1;
  constexpr int kBoolean = 1;
  constexpr int kNull = 5;
  constexpr int kObject = 6;
  const bool hasHandle = type != kUndefined && type != kBoolean && type != kNull && type != 0;
  const KindId kind = type == kObject ? KindId::ASN1_OBJECT : KindId::ASN1_STRING;
  if (valueCell)
    valueCell->Set("value", hasHandle ? call.give(kind, const_cast<void*>(value), Ownership::borrowed) : Napi::Value(call.env().Null()));
  return call.env().Undefined();
}

// C moves the vector on past what it has taken; here the cell gets what is left of it.
Napi::Value SSL_CONF_cmd_argv(Call& call) {
  const Argument<Ref<SSL_CONF_CTX>> conf(call, 0);
  auto countCell = cellAt(call, 1, true);
  auto cell = requiredCell(call, 2);
  const Napi::Value given = cell.Get("value");
  if (!given.IsArray()) call.refuseArgument(2, "a cell with an array of strings");
  const auto list = given.As<Napi::Array>();
  std::vector<std::string> texts;
  for (uint32_t i = 0; i < list.Length(); ++i) {
    const Napi::Value each = list.Get(i);
    if (!each.IsString()) call.refuseArgument(2, "a cell with an array of strings");
    texts.push_back(each.As<Napi::String>());
  }
  std::vector<char*> vector;
  vector.reserve(texts.size() + 1);
  for (std::string& text : texts) vector.push_back(text.data());
  vector.push_back(nullptr);
  int count = static_cast<int>(texts.size());
  char** position = vector.data();
  const auto run = call.need<int(void*, int*, char***)>("SSL_CONF_cmd_argv");
  const int result = call.inC([&]() { return run(conf.body->pointer, &count, &position); });
  const auto taken = static_cast<uint32_t>(position - vector.data());
  Napi::Array left = Napi::Array::New(call.env());
  for (uint32_t i = taken; i < texts.size(); ++i) left.Set(i - taken, list.Get(i));
  cell.Set("value", left);
  if (countCell) countCell->Set("value", count);
  return Number<Int>::out(call.env(), result);
}

Napi::Value BIO_set_write_buffer_size(Call& call) {
  const Argument<Ref<BIO>> bio(call, 0);
  const long size = Number<Long>::in(call, 1);
  const auto run = call.need<long(void*, int, long, int)>("BIO_int_ctrl");
  return Number<Long>::out(call.env(), call.inC([&]() { return run(bio.body->pointer, 117, size, 1); }));
}

// union BIO_sock_info_u is an object with `addr`, as in C.
Napi::Value BIO_sock_info(Call& call) {
  const int socket = Number<Int>::in(call, 0);
  const int type = Number<Int>::in(call, 1);
  const Napi::Value info = call.value(2);
  if (!info.IsObject()) call.refuseArgument(2, "an object { addr } with a BIO_ADDR");
  void* address = call.handleIn(info.As<Napi::Object>().Get("addr"), "info.addr", KindId::BIO_ADDR)->pointer;
  const auto run = call.need<int(int, int, void**)>("BIO_sock_info");
  return Number<Int>::out(call.env(), call.inC([&]() { return run(socket, type, &address); }));
}

// ssl.h makes nothing of it since 1.1.0.
Napi::Value SSL_CTX_set_tmp_rsa_callback(Call& call) {
  const Argument<Ref<SSL_CTX>> context(call, 0);
  if (!call.value(1).IsNull() && !call.value(1).IsFunction()) call.refuseArgument(1, "a function or null");
  return call.env().Undefined();
}

} // namespace clayer::custom
