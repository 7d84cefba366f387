// Owns: the functions of X.509 and of ASN.1 whose results depend on what they find.
#include "clayer/argument_out.h"
#include "clayer/custom.h"
#include "clayer/result.h"

namespace clayer::custom {
namespace {

Napi::Value copied(Call& call, const unsigned char* data, size_t size) {
  if (data == nullptr) return call.env().Null();
  return Napi::Buffer<unsigned char>::Copy(call.env(), data, size);
}

template <typename T>
Napi::Value digest(Call& call) {
  using Digest = int(const void*, const void*, unsigned char*, unsigned int*);
  const Argument<Ref<T>> object(call, 0);
  const Argument<Ref<EVP_MD>> type(call, 1);
  Argument<OutBytes> out(call, 2);
  constexpr size_t kLongest = 64; // EVP_MAX_MD_SIZE
  unsigned char made[kLongest];
  unsigned int length = 0;
  const size_t room = call.buffer ? call.buffer->size : 0;
  const auto run = call.need<Digest>(call.row().name);
  const int result = call.inC([&]() { return run(object.body->pointer, type.body->pointer, made, &length); });
  if (length > room) call.refuseArgument(2, "at least " + std::to_string(length) + " bytes long");
  std::copy(made, made + length, static_cast<unsigned char*>(out.get()));
  out.after(call, true);
  if (const auto cell = cellAt(call, 3, true)) Napi::Object(*cell).Set("value", length);
  return Number<Int>::out(call.env(), result);
}

// What X509_get_ext_d2i makes of an extension: the kind of the value, or of a stack's elements.
struct ExtensionKind {
  int nid;
  KindId kind;
  bool isStack;
};
constexpr ExtensionKind kExtensions[] = {
    {85, KindId::GENERAL_NAME, true}, {86, KindId::GENERAL_NAME, true}, // subjectAltName, issuerAltName
    {82, KindId::ASN1_STRING, false}, {83, KindId::ASN1_STRING, false}, // subject key identifier, key usage
    {126, KindId::ASN1_OBJECT, true}, {88, KindId::ASN1_STRING, false}, // extended key usage, CRL number
    {71, KindId::ASN1_STRING, false}, {78, KindId::ASN1_STRING, false}, // Netscape's type and comment
};

const ExtensionKind* kindOfExtension(const Call& call, size_t index, int nid, const char* otherwise) {
  for (const ExtensionKind& each : kExtensions) {
    if (each.nid == nid) return &each;
  }
  call.refuseArgument(index,
                      std::string("the NID of an alternative name, a key usage, a key identifier, a CRL number or a Netscape comment; "
                                  "others: ") +
                          otherwise);
}

} // namespace

Napi::Value X509_digest(Call& call) { return digest<X509>(call); }
Napi::Value X509_pubkey_digest(Call& call) { return digest<X509>(call); }
Napi::Value X509_NAME_digest(Call& call) { return digest<X509_NAME>(call); }

Napi::Value ASN1_STRING_get0_data(Call& call) {
  const Argument<Ref<ASN1_STRING>> text(call, 0);
  const auto* data = call.need<const unsigned char*(const void*)>("ASN1_STRING_get0_data")(text.body->pointer);
  const int length = call.need<int(const void*)>("ASN1_STRING_length")(text.body->pointer);
  return copied(call, data, static_cast<size_t>(length));
}
Napi::Value ASN1_STRING_data(Call& call) { return ASN1_STRING_get0_data(call); }

Napi::Value ASN1_STRING_to_UTF8(Call& call) {
  auto cell = requiredCell(call, 0);
  const Argument<Ref<ASN1_STRING>> text(call, 1);
  unsigned char* made = nullptr;
  const auto run = call.need<int(unsigned char**, const void*)>("ASN1_STRING_to_UTF8");
  const int length = call.inC([&]() { return run(&made, text.body->pointer); });
  cell.Set("value", copied(call, made, length < 0 ? 0 : static_cast<size_t>(length)));
  if (made != nullptr) call.api().CRYPTO_free(made, __FILE__, __LINE__);
  return Number<Int>::out(call.env(), length);
}

Napi::Value X509_NAME_oneline(Call& call) {
  const Argument<Ref<X509_NAME>> name(call, 0);
  const auto run = call.need<char*(const void*, char*, int)>("X509_NAME_oneline");
  if (call.value(1).IsNull()) return Result<OwnedText>::out(call, call.inC([&]() { return run(name.body->pointer, nullptr, 0); }));
  Argument<OutBytes> buffer(call, 1);
  Argument<Int> size(call, 2);
  const Napi::Value result =
      Result<Text>::out(call, call.inC([&]() { return run(name.body->pointer, static_cast<char*>(buffer.get()), size.get()); }));
  buffer.after(call, true);
  return result;
}

Napi::Value X509_check_host(Call& call) {
  using Check = int(const void*, const void*, size_t, unsigned int, char**);
  const Argument<Ref<X509>> certificate(call, 0);
  const Argument<InBytes> host(call, 1);
  Argument<Size> length(call, 2);
  Argument<UInt> flags(call, 3);
  const auto cell = cellAt(call, 4, true);
  char* peer = nullptr;
  const auto run = call.need<Check>("X509_check_host");
  const int result =
      call.inC([&]() { return run(certificate.body->pointer, host.get(), length.get(), flags.get(), cell ? &peer : nullptr); });
  if (cell) Napi::Object(*cell).Set("value", Result<OwnedText>::out(call, peer));
  return Number<Int>::out(call.env(), result);
}

// Its result is of another type for each extension: those of names, usages and identifiers are known here.
Napi::Value X509_get_ext_d2i(Call& call) {
  const Argument<Ref<X509>> certificate(call, 0);
  const int nid = Number<Int>::in(call, 1);
  Argument<OutOrNull<Int>> critical(call, 2);
  Argument<OutOrNull<Int>> index(call, 3);
  const ExtensionKind* known = kindOfExtension(call, 1, nid, "X509_get_ext");
  const auto run = call.need<void*(const void*, int, int*, int*)>("X509_get_ext_d2i");
  void* found = call.inC([&]() { return run(certificate.body->pointer, nid, critical.get(), index.get()); });
  critical.after(call, true);
  index.after(call, true);
  return known->isStack ? arrayOf(call, known->kind, found, Ownership::owned) : call.give(known->kind, found, Ownership::owned);
}

// The value is of another type for each extension, as X509_get_ext_d2i's result is. OpenSSL encodes it, and keeps nothing of it.
Napi::Value X509_add1_ext_i2d(Call& call) {
  const Argument<Ref<X509>> certificate(call, 0);
  const int nid = Number<Int>::in(call, 1);
  const ExtensionKind* known = kindOfExtension(call, 1, nid, "X509V3_EXT_conf_nid and X509_add_ext");
  const int critical = Number<Int>::in(call, 3);
  const unsigned long flags = Number<ULong>::in(call, 4);
  const auto run = call.need<int(void*, int, void*, int, unsigned long)>("X509_add1_ext_i2d");
  const auto add = [&](void* value) {
    return Number<Int>::out(call.env(), call.inC([&]() { return run(certificate.body->pointer, nid, value, critical, flags); }));
  };
  if (known->isStack) return add(StackArgument(call, 2, known->kind, false, false).get());
  return add(call.handle(2, known->kind, false)->pointer);
}

Napi::Value GENERAL_NAME_get0_value(Call& call) {
  const Argument<Ref<GENERAL_NAME>> name(call, 0);
  auto cell = cellAt(call, 1, true);
  int type = -1;
  const auto run = call.need<void*(const void*, int*)>("GENERAL_NAME_get0_value");
  void* value = call.inC([&]() { return run(name.body->pointer, &type); });
  if (cell) cell->Set("value", type);
  switch (type) {
  case 1: // GEN_EMAIL
  case 2: // GEN_DNS
  case 6: // GEN_URI
  case 7: // GEN_IPADD
    return call.give(KindId::ASN1_STRING, value, Ownership::borrowed);
  case 4: // GEN_DIRNAME
    return call.give(KindId::X509_NAME, value, Ownership::borrowed);
  case 8: // GEN_RID
    return call.give(KindId::ASN1_OBJECT, value, Ownership::borrowed);
  default:
    return call.env().Null();
  }
}

Napi::Value X509_LOOKUP_add_dir(Call& call) {
  const Argument<Ref<X509_LOOKUP>> lookup(call, 0);
  Argument<TextOrNull> name(call, 1);
  const long type = Number<Long>::in(call, 2);
  const auto run = call.need<int(void*, int, const char*, long, char**)>("X509_LOOKUP_ctrl");
  return Number<Int>::out(call.env(), call.inC([&]() { return run(lookup.body->pointer, 2, name.get(), type, nullptr); }));
}
Napi::Value X509_LOOKUP_load_file(Call& call) {
  const Argument<Ref<X509_LOOKUP>> lookup(call, 0);
  Argument<TextOrNull> name(call, 1);
  const long type = Number<Long>::in(call, 2);
  const auto run = call.need<int(void*, int, const char*, long, char**)>("X509_LOOKUP_ctrl");
  return Number<Int>::out(call.env(), call.inC([&]() { return run(lookup.body->pointer, 1, name.get(), type, nullptr); }));
}

// Both make a new one for null, and give back what they were given otherwise.
Napi::Value X509_gmtime_adj(Call& call) {
  const Argument<RefOrNull<ASN1_TIME>> time(call, 0);
  const long adjustment = Number<Long>::in(call, 1);
  const auto run = call.need<void*(void*, long)>("X509_gmtime_adj");
  void* given = time.body != nullptr ? time.body->pointer : nullptr;
  void* made = call.inC([&]() { return run(given, adjustment); });
  return made == given ? call.value(0) : call.give(KindId::ASN1_STRING, made, Ownership::owned);
}
Napi::Value ASN1_TIME_set(Call& call) {
  const Argument<RefOrNull<ASN1_TIME>> time(call, 0);
  const time_t value = Number<Time>::in(call, 1);
  const auto run = call.need<void*(void*, time_t)>("ASN1_TIME_set");
  void* given = time.body != nullptr ? time.body->pointer : nullptr;
  void* made = call.inC([&]() { return run(given, value); });
  return made == given ? call.value(0) : call.give(KindId::ASN1_STRING, made, Ownership::owned);
}

Napi::Value PKCS12_parse(Call& call) {
  using Parse = int(void*, const char*, void**, void**, void**);
  const Argument<Ref<PKCS12>> bag(call, 0);
  Argument<TextOrNull> password(call, 1);
  auto keyCell = requiredCell(call, 2);
  auto certificateCell = requiredCell(call, 3);
  auto chainCell = cellAt(call, 4, true);
  void* key = nullptr;
  void* certificate = nullptr;
  void* chain = nullptr;
  const auto run = call.need<Parse>("PKCS12_parse");
  const int result = call.inC([&]() { return run(bag.body->pointer, password.get(), &key, &certificate, chainCell ? &chain : nullptr); });
  keyCell.Set("value", call.give(KindId::EVP_PKEY, key, Ownership::owned));
  certificateCell.Set("value", call.give(KindId::X509, certificate, Ownership::owned));
  if (chainCell) chainCell->Set("value", arrayOf(call, KindId::X509, chain, Ownership::owned));
  return Number<Int>::out(call.env(), result);
}

Napi::Value EVP_EC_gen(Call& call) {
  Argument<Text> curve(call, 0);
  const auto run = call.need<void*(void*, void*, const char*, ...)>("EVP_PKEY_Q_keygen");
  return call.give(KindId::EVP_PKEY, call.inC([&]() { return run(nullptr, nullptr, "EC", curve.get()); }), Ownership::owned);
}
Napi::Value EVP_RSA_gen(Call& call) {
  const unsigned int bits = Number<UInt>::in(call, 0);
  const auto run = call.need<void*(void*, void*, const char*, ...)>("EVP_PKEY_Q_keygen");
  return call.give(KindId::EVP_PKEY, call.inC([&]() { return run(nullptr, nullptr, "RSA", static_cast<size_t>(bits)); }), Ownership::owned);
}

} // namespace clayer::custom
