// Owns: the functions of SSL whose references or results the table's words cannot say.
#include "clayer/callbacks.h"

#include <sys/time.h>

namespace clayer::custom {
namespace {

using Control = long(void*, int, long, void*);

long control(Call& call, const char* function, void* object, int command, long larg, void* parg) {
  const auto run = call.need<Control>(function);
  return call.inC([&]() { return run(object, command, larg, parg); });
}

void setBytes(Call& call, Napi::Object& cell, const unsigned char* data, size_t size) {
  cell.Set("value", data == nullptr ? call.env().Null() : Napi::Value(Napi::Buffer<unsigned char>::Copy(call.env(), data, size)));
}

Napi::Value helloPart(Call& call) {
  const Argument<Ref<SSL>> ssl(call, 0);
  auto cell = cellAt(call, 1, false);
  const unsigned char* data = nullptr;
  const auto run = call.need<size_t(void*, const unsigned char**)>(call.row().name);
  const size_t size = call.inC([&]() { return run(ssl.body->pointer, &data); });
  setBytes(call, *cell, data, size);
  return Number<Size>::out(call.env(), size);
}

Napi::Value temporaryKey(Call& call, int command) {
  const Argument<Ref<SSL>> ssl(call, 0);
  auto cell = cellAt(call, 1, false);
  void* key = nullptr;
  const long result = control(call, "SSL_ctrl", ssl.body->pointer, command, 0, &key);
  cell->Set("value", call.give(KindId::EVP_PKEY, key, Ownership::owned));
  return Number<Long>::out(call.env(), result);
}

Napi::Value chain(Call& call, KindId kind, const char* function, int command, long larg) {
  void* object = call.handle(0, kind, false)->pointer;
  auto cell = cellAt(call, 1, false);
  void* stack = nullptr;
  const long result = control(call, function, object, command, larg, &stack);
  cell->Set("value", arrayOf(call, KindId::X509, stack, Ownership::borrowed));
  return Number<Long>::out(call.env(), result);
}

Napi::Value setGroups(Call& call, KindId kind, const char* function) {
  void* object = call.handle(0, kind, false)->pointer;
  const Napi::Value given = call.value(1);
  if (!given.IsArray()) call.refuseArgument(1, "an array of NIDs");
  const auto list = given.As<Napi::Array>();
  const int count = Number<Int>::in(call, 2);
  if (count < 0 || static_cast<uint32_t>(count) > list.Length()) call.refuseArgument(2, "at most the length of the list");
  std::vector<int> nids;
  for (int i = 0; i < count; ++i) nids.push_back(intOf(list.Get(static_cast<uint32_t>(i)), 0));
  return Number<Int>::out(call.env(), static_cast<int>(control(call, function, object, 91, count, nids.data())));
}

} // namespace

Napi::Value SSL_new(Call& call) {
  const Argument<Ref<SSL_CTX>> context(call, 0);
  const auto run = call.need<void*(void*)>("SSL_new");
  void* ssl = call.inC([&]() { return run(context.body->pointer); });
  const Napi::Value result = call.give(KindId::SSL, ssl, Ownership::owned);
  if (ssl != nullptr) inherit(call.environment(), call.used.front().object, result.As<Napi::Object>());
  return result;
}

// SSL_set_bio(3) says which references it takes: none where nothing changes, one where both are the same.
Napi::Value SSL_set_bio(Call& call) {
  const Argument<Drive<SSL>> ssl(call, 0);
  const Argument<RefOrNull<BIO>> reader(call, 1);
  const Argument<RefOrNull<BIO>> writer(call, 2);
  const auto pointerOf = [](const auto& argument) { return argument.body != nullptr ? argument.body->pointer : nullptr; };
  void* rbio = pointerOf(reader);
  void* wbio = pointerOf(writer);
  void* oldReader = call.need<void*(const void*)>("SSL_get_rbio")(ssl.body->pointer);
  void* oldWriter = call.need<void*(const void*)>("SSL_get_wbio")(ssl.body->pointer);
  const bool nothing = rbio == oldReader && wbio == oldWriter;
  const bool one = rbio == wbio;
  const bool takesReader = !nothing && rbio != nullptr && rbio != oldReader;
  bool takesWriter = !nothing && !one && wbio != nullptr && (wbio != oldWriter || oldReader == oldWriter);
  if (!nothing && one && rbio != nullptr && rbio == oldReader) takesWriter = true; // the writer becomes the reader's too
  if (takesReader) call.mustOwn(1, *reader.body);
  if (takesWriter) call.mustOwn(2, *writer.body);
  const auto run = call.need<void(void*, void*, void*)>("SSL_set_bio");
  call.inC([&]() { run(ssl.body->pointer, rbio, wbio); });
  if (takesReader) call.handOver(reader.body);
  if (takesWriter) call.handOver(writer.body);
  for (const auto& each : call.used) {
    if (each.body->kind == KindId::BIO)
      keep(call.environment(), call.used.front().object, each.body == reader.body ? "rbio" : "wbio", each.object);
  }
  return call.env().Undefined();
}

Napi::Value SSL_client_hello_get0_random(Call& call) { return helloPart(call); }
Napi::Value SSL_client_hello_get0_session_id(Call& call) { return helloPart(call); }
Napi::Value SSL_client_hello_get0_ciphers(Call& call) { return helloPart(call); }
Napi::Value SSL_client_hello_get0_compression_methods(Call& call) { return helloPart(call); }

Napi::Value SSL_get_peer_tmp_key(Call& call) { return temporaryKey(call, 109); }
Napi::Value SSL_get_server_tmp_key(Call& call) { return temporaryKey(call, 109); }
Napi::Value SSL_get_tmp_key(Call& call) { return temporaryKey(call, 133); }
Napi::Value SSL_CTX_get0_chain_certs(Call& call) { return chain(call, KindId::SSL_CTX, "SSL_CTX_ctrl", 115, 0); }
Napi::Value SSL_get0_chain_certs(Call& call) { return chain(call, KindId::SSL, "SSL_ctrl", 115, 0); }
Napi::Value SSL_CTX_get_extra_chain_certs(Call& call) { return chain(call, KindId::SSL_CTX, "SSL_CTX_ctrl", 82, 0); }
Napi::Value SSL_CTX_get_extra_chain_certs_only(Call& call) { return chain(call, KindId::SSL_CTX, "SSL_CTX_ctrl", 82, 1); }
Napi::Value SSL_set1_groups(Call& call) { return setGroups(call, KindId::SSL, "SSL_ctrl"); }
Napi::Value SSL_CTX_set1_groups(Call& call) { return setGroups(call, KindId::SSL_CTX, "SSL_CTX_ctrl"); }

Napi::Value SSL_get_tlsext_status_ocsp_resp(Call& call) {
  const Argument<Ref<SSL>> ssl(call, 0);
  auto cell = cellAt(call, 1, false);
  unsigned char* data = nullptr;
  const long length = control(call, "SSL_ctrl", ssl.body->pointer, 70, 0, &data);
  setBytes(call, *cell, length < 0 ? nullptr : data, length < 0 ? 0 : static_cast<size_t>(length));
  return Number<Long>::out(call.env(), length);
}

// The response goes over to the SSL: it is given a copy that OpenSSL can free.
Napi::Value SSL_set_tlsext_status_ocsp_resp(Call& call) {
  const Argument<Ref<SSL>> ssl(call, 0);
  const Argument<InBytesOrNull> bytes(call, 1);
  const Argument<Long> checked(call, 2);
  const long length = Number<Long>::in(call, 2);
  unsigned char* copy = nullptr;
  if (bytes.get() != nullptr && length >= 0) {
    copy = static_cast<unsigned char*>(call.api().CRYPTO_malloc(static_cast<size_t>(length) + 1, __FILE__, __LINE__));
    const auto* from = static_cast<const unsigned char*>(bytes.get());
    std::copy(from, from + length, copy);
  }
  return Number<Long>::out(call.env(), control(call, "SSL_ctrl", ssl.body->pointer, 71, length, copy));
}

Napi::Value SSL_CIPHER_description(Call& call) {
  const Argument<Ref<SSL_CIPHER>> cipher(call, 0);
  const auto run = call.need<char*(const void*, char*, int)>("SSL_CIPHER_description");
  if (call.value(1).IsNull()) {
    char* text = call.inC([&]() { return run(cipher.body->pointer, nullptr, 0); });
    return Result<OwnedText>::out(call, text);
  }
  Argument<OutBytes> buffer(call, 1);
  Argument<Int> size(call, 2);
  char* text = call.inC([&]() { return run(cipher.body->pointer, static_cast<char*>(buffer.get()), size.get()); });
  const Napi::Value result = Result<Text>::out(call, text);
  buffer.after(call, true);
  return result;
}

Napi::Value SSL_get_shared_ciphers(Call& call) {
  const Argument<Ref<SSL>> ssl(call, 0);
  Argument<OutBytes> buffer(call, 1);
  Argument<Int> size(call, 2);
  const auto run = call.need<char*(const void*, char*, int)>("SSL_get_shared_ciphers");
  char* text = call.inC([&]() { return run(ssl.body->pointer, static_cast<char*>(buffer.get()), size.get()); });
  const Napi::Value result = Result<Text>::out(call, text);
  buffer.after(call, true);
  return result;
}

Napi::Value SSL_CIPHER_find(Call& call) {
  const Argument<Ref<SSL>> ssl(call, 0);
  const Argument<InBytes> bytes(call, 1);
  call.checkLength(1, 2); // the two bytes of the wire
  const auto run = call.need<void*(void*, const void*)>("SSL_CIPHER_find");
  return call.give(KindId::SSL_CIPHER, call.inC([&]() { return run(ssl.body->pointer, bytes.get()); }), Ownership::fixed);
}

Napi::Value SSL_select_next_proto(Call& call) {
  using Select = int(unsigned char**, unsigned char*, const void*, unsigned int, const void*, unsigned int);
  auto cell = cellAt(call, 0, false);
  auto lengthCell = cellAt(call, 1, true);
  const Argument<InBytes> server(call, 2);
  Argument<UInt> serverLength(call, 3);
  const Argument<InBytes> client(call, 4);
  Argument<UInt> clientLength(call, 5);
  unsigned char* out = nullptr;
  unsigned char length = 0;
  const auto run = call.need<Select>("SSL_select_next_proto");
  const int result = call.inC([&]() { return run(&out, &length, server.get(), serverLength.get(), client.get(), clientLength.get()); });
  setBytes(call, *cell, out, length);
  if (lengthCell) lengthCell->Set("value", length);
  return Number<Int>::out(call.env(), result);
}

Napi::Value DTLSv1_get_timeout(Call& call) {
  const Argument<Ref<SSL>> ssl(call, 0);
  auto cell = cellAt(call, 1, false);
  timeval left{};
  const long result = control(call, "SSL_ctrl", ssl.body->pointer, 73, 0, &left);
  if (result == 1) cell->Set("value", static_cast<double>(left.tv_sec) * 1000 + static_cast<double>(left.tv_usec) / 1000);
  return Number<Int>::out(call.env(), static_cast<int>(result));
}

} // namespace clayer::custom
