// Owns: functions that keep bare pointers in C, or read through one that is not there yet. What they point at is held here, and what would
// be a crash in some release is the answer that the other releases give.
#include "clayer/argument_out.h"
#include "clayer/custom.h"
#include "clayer/result.h"

namespace clayer::custom {
namespace {

// One more reference of the object, given back when the holder is gone.
std::shared_ptr<void> reference(const std::shared_ptr<Body>& body) {
  const LibraryRef library = body->library;
  const KindId kind = body->kind;
  void* pointer = body->pointer;
  functionOf<int(void*)>(*library, infoOf(kind).upRef)(pointer);
  return {pointer, [library, kind](void* object) { giveBack(*library, kind, object, 1); }};
}

Napi::Value configure(Call& call, KindId kind) {
  const Argument<Ref<SSL_CONF_CTX>> conf(call, 0);
  const auto target = call.handle(1, kind, true);
  std::vector<std::shared_ptr<void>> held;
  if (target != nullptr) held.push_back(reference(target));
  const auto run = call.need<void(void*, void*)>(call.row().name);
  call.inC([&]() { run(conf.body->pointer, target != nullptr ? target->pointer : nullptr); });
  conf.body->holds.swap(held);
  return call.env().Undefined();
}

bool hasSession(Call& call, void* ssl) { return call.need<void*(const void*)>("SSL_get_session")(ssl) != nullptr; }

} // namespace

Napi::Value SSL_CONF_CTX_set_ssl(Call& call) { return configure(call, KindId::SSL); }
Napi::Value SSL_CONF_CTX_set_ssl_ctx(Call& call) { return configure(call, KindId::SSL_CTX); }

Napi::Value X509_STORE_CTX_init(Call& call) {
  using Init = int(void*, void*, void*, void*);
  using FreeStack = void(void*);
  const Argument<Ref<X509_STORE_CTX>> context(call, 0);
  const Argument<RefOrNull<X509_STORE>> store(call, 1);
  const Argument<RefOrNull<X509>> target(call, 2);
  std::vector<std::shared_ptr<void>> held;
  void* chain = nullptr;
  if (const Napi::Value given = call.value(3); !given.IsNull()) {
    if (!given.IsArray()) call.refuseArgument(3, "an array of X509 or null");
    const auto list = given.As<Napi::Array>();
    chain = call.need<void*()>("OPENSSL_sk_new_null")();
    held.emplace_back(chain, call.need<FreeStack>("OPENSSL_sk_free"));
    for (uint32_t i = 0; i < list.Length(); ++i) {
      const auto body = call.handleIn(list.Get(i), "chain[" + std::to_string(i) + "]", KindId::X509);
      held.push_back(reference(body));
      call.need<int(void*, const void*)>("OPENSSL_sk_push")(chain, body->pointer);
    }
  }
  for (const auto& body : {store.body, target.body}) {
    if (body != nullptr) held.push_back(reference(body));
  }
  const auto run = call.need<Init>("X509_STORE_CTX_init");
  const auto pointerOf = [](const std::shared_ptr<Body>& body) { return body != nullptr ? body->pointer : nullptr; };
  const int result = call.inC([&]() { return run(context.body->pointer, pointerOf(store.body), pointerOf(target.body), chain); });
  context.body->holds.swap(held);
  return Number<Int>::out(call.env(), result);
}

// x509v3.h declares it for programs to have on their stack: the flags, then bare pointers.
struct V3Context {
  int flags;
  void* issuer;
  void* subject;
  void* request;
  void* crl;
  void* configurationMethod;
  void* configuration;
  void* issuerKey;    // since 3.0
  void* reserved[24]; // of releases to come
};

Napi::Value X509V3_CTX_new(Call& call) {
  const auto context = std::make_shared<V3Context>();
  auto body = bodyFor(call.environment(), call.library(), KindId::X509V3_CTX, context.get(), Ownership::borrowed, nullptr);
  body->holds.push_back(context);
  return objectOf(call.environment(), body);
}

Napi::Value X509V3_set_ctx(Call& call) {
  using Set = void(void*, void*, void*, void*, void*, int);
  const Argument<Ref<X509V3_CTX>> context(call, 0);
  const Argument<RefOrNull<X509>> issuer(call, 1);
  const Argument<RefOrNull<X509>> subject(call, 2);
  if (!call.value(3).IsNull()) call.refuseArgument(3, "null here");
  const Argument<RefOrNull<X509_CRL>> crl(call, 4);
  const int flags = Number<Int>::in(call, 5);
  std::vector<std::shared_ptr<void>> held{context.body->holds.front()};
  const auto hold = [&](const std::shared_ptr<Body>& body) -> void* {
    if (body == nullptr) return nullptr;
    held.push_back(reference(body));
    return body->pointer;
  };
  const auto run = call.need<Set>("X509V3_set_ctx");
  void* const pointers[] = {hold(issuer.body), hold(subject.body), hold(crl.body)};
  call.inC([&]() { run(context.body->pointer, pointers[0], pointers[1], nullptr, pointers[2], flags); });
  context.body->holds.swap(held);
  return call.env().Undefined();
}

Napi::Value X509V3_EXT_conf_nid(Call& call) {
  if (!call.value(0).IsNull()) call.refuseArgument(0, "null here");
  const Argument<RefOrNull<X509V3_CTX>> context(call, 1);
  const int nid = Number<Int>::in(call, 2);
  Argument<Text> value(call, 3);
  const auto run = call.need<void*(void*, void*, int, const char*)>("X509V3_EXT_conf_nid");
  // Without a context, OpenSSL reads through it all the same where the value asks for the issuer: an empty one says so as an error.
  V3Context empty{};
  void* given = context.body != nullptr ? context.body->pointer : &empty;
  return call.give(KindId::X509_EXTENSION, call.inC([&]() { return run(nullptr, given, nid, value.get()); }), Ownership::owned, nullptr);
}

Napi::Value SSL_get_negotiated_group(Call& call) {
  const Argument<Ref<SSL>> ssl(call, 0);
  if (!hasSession(call, ssl.body->pointer)) return Number<Long>::out(call.env(), 0);
  const auto run = call.need<long(void*, int, long, void*)>("SSL_ctrl");
  return Number<Long>::out(call.env(), call.inC([&]() { return run(ssl.body->pointer, 134, 0, nullptr); }));
}

Napi::Value SSL_get0_group_name(Call& call) {
  const Argument<Ref<SSL>> ssl(call, 0);
  const auto run = call.need<const char*(void*)>("SSL_get0_group_name");
  return Result<Text>::out(call, hasSession(call, ssl.body->pointer) ? call.inC([&]() { return run(ssl.body->pointer); }) : nullptr);
}

Napi::Value DTLS_get_data_mtu(Call& call) {
  const Argument<Ref<SSL>> ssl(call, 0);
  const auto run = call.need<size_t(const void*)>("DTLS_get_data_mtu");
  const bool isDtls = call.need<int(const void*)>("SSL_is_dtls")(ssl.body->pointer) != 0;
  return Number<Size>::out(call.env(), isDtls ? call.inC([&]() { return run(ssl.body->pointer); }) : 0);
}

} // namespace clayer::custom
