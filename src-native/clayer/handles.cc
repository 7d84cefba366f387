#include "clayer/handles.h"

#include "ossl/error_queue.h"

namespace clayer {
namespace {

constexpr napi_type_tag kTag = {0x4b5d92e17f0a3c68ULL, 0xd21c8e6f5a9b7034ULL};

// Roughly, in bytes: the garbage collector sees only the small object and would wait too long.
int64_t weightOf(KindId kind) {
  switch (kind) {
  case KindId::SSL:
    return 24 * 1024;
  case KindId::SSL_CTX:
    return 16 * 1024;
  case KindId::BIO:
    return 8 * 1024;
  case KindId::X509:
  case KindId::SSL_SESSION:
    return 4 * 1024;
  default:
    return 256;
  }
}

// The safety net: what the program never gave back. It runs when nobody can reach the object any more, and no JavaScript runs in it.
void release(const std::shared_ptr<Body>& body, Environment& environment) {
  body->holder = nullptr;
  if (body->kind == KindId::BIO_METHOD) return; // its BIOs may live on: ~Body
  const int count = std::exchange(body->owned, 0);
  void* pointer = body->pointer;
  if (count == 0 || pointer == nullptr) return;
  if (!body->tracked) body->pointer = nullptr;
  if (environment.innermost != nullptr) {
    environment.late.push_back({body->library, body->kind, pointer, count});
    return;
  }
  const ossl::KeptErrors kept(body->library->api); // freeing an SSL BIO may push an error that no call of the program made
  giveBack(*body->library, body->kind, pointer, count);
  body->library->api.ERR_clear_error();
}

void finalize(napi_env env, void* data, void*) {
  const std::unique_ptr<Holder> holder(static_cast<Holder*>(data));
  int64_t total = 0;
  napi_adjust_external_memory(env, -holder->weight, &total);
  napi_delete_reference(env, holder->self);
  if (holder->body != nullptr && holder->body->holder == holder.get()) release(holder->body, *holder->environment);
}

std::shared_ptr<Body> untrackedBody(Environment& environment, const LibraryRef& library, KindId kind, void* pointer, Ownership ownership,
                                    const std::shared_ptr<Body>& parent) {
  auto& place = environment.untracked[{kind, pointer}];
  const bool isCounted = infoOf(kind).upRef[0] != '\0';
  if (auto known = place.lock(); known != nullptr && known->isAlive()) {
    // An owned one is new, so what is known by its address is gone, unless objects of the kind are counted.
    if (ownership == Ownership::owned ? isCounted : (known->owned > 0 || known->isStatic || known->parent == parent)) return known;
    known->pointer = nullptr;
  }
  auto body = std::make_shared<Body>();
  body->library = library;
  body->kind = kind;
  body->pointer = pointer;
  body->isStatic = ownership == Ownership::fixed;
  if (ownership == Ownership::borrowed) body->parent = parent;
  place = body;
  // What is gone would pile up: the map is swept now and then.
  static constexpr size_t kSweepAt = 4096;
  if (environment.untracked.size() % kSweepAt == 0)
    std::erase_if(environment.untracked, [](const auto& each) { return each.second.expired(); });
  return body;
}

} // namespace

std::shared_ptr<Body> bodyOf(Napi::Env env, const Napi::Value& value) {
  bool tagged = false;
  void* data = nullptr;
  if (!value.IsObject() || napi_check_object_type_tag(env, value, &kTag, &tagged) != napi_ok || !tagged) return nullptr;
  if (napi_unwrap(env, value, &data) != napi_ok) return nullptr;
  return static_cast<Holder*>(data)->body;
}

Napi::Object objectOf(Environment& environment, const std::shared_ptr<Body>& body) {
  const Napi::Env env = environment.env();
  if (body->holder != nullptr) {
    napi_value known = nullptr;
    if (napi_get_reference_value(env, body->holder->self, &known) == napi_ok && known != nullptr) return {env, known};
    body->holder->body = nullptr; // collected, but not yet finalised: its references pass to the new object
  }
  Napi::Object object = Napi::Object::New(env);
  object.DefineProperty(
      Napi::PropertyDescriptor::Value(Napi::Symbol::WellKnown(env, "toStringTag"), Napi::String::New(env, infoOf(body->kind).name)));
  auto holder = std::make_unique<Holder>(Holder{body, environment.shared_from_this(), nullptr, weightOf(body->kind)});
  Holder* carried = holder.get();
  if (napi_wrap(env, object, carried, finalize, nullptr, nullptr) != napi_ok) throw Napi::Error::New(env, "napi_wrap failed");
  static_cast<void>(holder.release()); // the object frees it from here on
  napi_create_reference(env, object, 0, &carried->self);
  napi_type_tag_object(env, object, &kTag);
  body->holder = carried;
  int64_t total = 0;
  napi_adjust_external_memory(env, carried->weight, &total);
  return object;
}

std::shared_ptr<Body> bodyFor(Environment& environment, const LibraryRef& library, KindId kind, void* pointer, Ownership ownership,
                              const std::shared_ptr<Body>& parent) {
  std::shared_ptr<Body> body;
  if (ownership != Ownership::fixed) body = trackedBody(library, kind, pointer);
  if (body == nullptr) body = untrackedBody(environment, library, kind, pointer, ownership, parent);
  if (ownership == Ownership::owned) ++body->owned;
  body->givenUp = false;
  return body;
}

void keep(Environment& environment, const Napi::Object& keeper, const std::string& name, const Napi::Object& kept) {
  environment.sectionOf(keeper, "keeps").Set(name, kept);
}

} // namespace clayer
