#include "clayer/call.h"

#include "clayer/invalidated.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace clayer {
namespace {

// "3.2" as OpenSSL numbers its releases; 1.1.1 keeps its third part, since 3.0 the second is the release.
unsigned long numberOf(const char* release) {
  char* rest = nullptr;
  const unsigned long major = std::strtoul(release, &rest, 10);
  const unsigned long minor = *rest == '.' ? std::strtoul(rest + 1, &rest, 10) : 0;
  const unsigned long fix = *rest == '.' ? std::strtoul(rest + 1, &rest, 10) : 0;
  return (major << 28) | (minor << 20) | (fix << 12);
}

// 1.1.1w and 3.0.22 differ in the parts that no row names.
unsigned long withoutPatch(unsigned long version) {
  constexpr unsigned long kOld = 0x100fffffUL;
  return version >> 28 >= 3 ? version & 0xfff00000UL : (version | 0xfffUL) & ~0xfffUL & (kOld | 0xffff000UL);
}

bool isCarrying(KindId kind) {
  switch (kind) {
  case KindId::SSL:
  case KindId::SSL_CTX:
  case KindId::SSL_SESSION:
  case KindId::BIO:
  case KindId::BIO_METHOD:
  case KindId::X509_STORE:
  case KindId::X509_STORE_CTX:
    return true;
  default:
    return false;
  }
}

size_t countOf(const char* parameters) {
  if (std::strcmp(parameters, "(void)") == 0 || std::strcmp(parameters, "()") == 0) return 0;
  return 1 + static_cast<size_t>(std::count(parameters, parameters + std::strlen(parameters), ','));
}

} // namespace

Napi::Value Call::dispatch(const Napi::CallbackInfo& info) {
  auto& bound = *static_cast<Bound*>(info.Data());
  Call call(info, bound);
  call.checkRelease();
  if (info.Length() > countOf(bound.row->parameters)) {
    call.refuse("ERR_SSL_ARGUMENT", bound.row->name,
                std::string(bound.row->name) + " takes " + bound.row->parameters + ": too many arguments");
  }
  const Napi::Value result = bound.row->invoke(call);
  killInvalidated(call);
  if (call.kept_) throw Napi::Error(*call.kept_);
  return result;
}

Call::Call(const Napi::CallbackInfo& info, Bound& bound)
    : info_(info), bound_(bound), outerEnvironment_(currentEnvironment()), outer_(bound.environment->innermost) {
  currentEnvironment() = bound.environment;
  environment().innermost = this;
}

Call::~Call() {
  environment().innermost = outer_;
  if (outer_ == nullptr && !environment().late.empty()) environment().settleLate();
  currentEnvironment() = outerEnvironment_;
}

void Call::checkRelease() const {
  const unsigned long version = withoutPatch(bound_.library->versionNumber);
  const bool isExported = row().symbol[0] != '\0' && row().command == 0;
  if (isExported) return; // then the library itself says whether it has it
  if (version < numberOf(row().since)) lacking();
  if (row().until[0] != '\0' && version > numberOf(row().until)) lacking();
}

void* Call::symbol() {
  if (bound_.symbol == nullptr) bound_.symbol = symbolOf(*library(), row().symbol);
  if (bound_.symbol == nullptr && row().before[0] != '\0') bound_.symbol = symbolOf(*library(), row().before);
  if (bound_.symbol == nullptr) lacking();
  return bound_.symbol;
}

void Call::lacking() const { refuse("ERR_SSL_NOT_SUPPORTED", row().name, bound_.library->versionText); }

void Call::refuse(const std::string& code, const std::string& argument, const std::string& message) const {
  throw environment().error(code, argument, message);
}

std::string Call::argumentName(size_t index) const {
  std::string text(row().parameters);
  if (text.size() >= 2) text = text.substr(1, text.size() - 2);
  for (; index > 0; --index) text.erase(0, text.find(',') == std::string::npos ? text.size() : text.find(',') + 1);
  text = text.substr(0, text.find(','));
  const size_t space = text.rfind(' ');
  return space == std::string::npos ? text : text.substr(space + 1);
}

void Call::refuseArgument(size_t index, const std::string& expected) const {
  const std::string name = argumentName(index);
  refuse("ERR_SSL_ARGUMENT", name, std::string(row().name) + ": " + name + " must be " + expected);
}

std::shared_ptr<Body> Call::handle(size_t index, KindId kind, bool mayBeNull) {
  const Napi::Value given = value(index);
  if (mayBeNull && given.IsNull()) return nullptr;
  auto body = handleIn(given, argumentName(index), kind);
  used.push_back({body, given.As<Napi::Object>()});
  if (owner_ == nullptr) owner_ = body;
  return body;
}

std::shared_ptr<Body> Call::handleIn(const Napi::Value& given, const std::string& what, KindId kind) {
  auto body = bodyOf(env(), given);
  const std::string name = infoOf(kind).name;
  const std::string place = std::string(row().name) + ": " + what;
  if (body == nullptr) refuse("ERR_SSL_ARGUMENT", what, place + " must be of the type " + name);
  if (body->kind != kind) refuse("ERR_SSL_ARGUMENT", what, place + " must be of the type " + name + ", not " + infoOf(body->kind).name);
  if (body->library != nullptr && !isSameLibrary(*body->library, *library())) {
    refuse("ERR_SSL_OTHER_LIBRARY", what,
           place + " was made by " + body->library->versionText + ", this function is of " + library()->versionText);
  }
  if (body->givenUp) refuse("ERR_SSL_FREED", what, place + " was freed");
  if (!body->isAlive()) refuse("ERR_SSL_FREED", what, place + " is gone: what it belonged to was freed or has replaced it");
  return body;
}

Napi::Value Call::give(KindId kind, void* pointer, Ownership ownership) { return give(kind, pointer, ownership, owner_); }

Napi::Value Call::give(KindId kind, void* pointer, Ownership ownership, const std::shared_ptr<Body>& parent) {
  if (pointer == nullptr) return env().Null();
  const auto body = bodyFor(environment(), library(), kind, pointer, ownership, parent);
  const Napi::Object object = objectOf(environment(), body);
  // What carries callbacks must be reachable for the garbage collector wherever it is reachable for OpenSSL.
  if (ownership == Ownership::owned) {
    for (const Used& each : used) {
      if (isCarrying(each.body->kind)) keep(environment(), object, row().name + argumentName(&each - used.data()), each.object);
    }
  } else if (ownership == Ownership::borrowed && parent != nullptr && parent != body) {
    const Napi::Object owner = objectOf(environment(), parent);
    keep(environment(), object, "owner", owner);
    if (isCarrying(kind)) keep(environment(), owner, row().name, object);
  }
  return object;
}

void Call::mustOwn(size_t index, const Body& body) const {
  if (body.owned > 0) return;
  const std::string name = argumentName(index);
  refuse("ERR_SSL_NOT_OWNED", name,
         std::string(row().name) + ": no reference of " + name + " is the program's to give: " + infoOf(body.kind).name +
             " belongs to what it was handed to or got from");
}

void Call::handOver(const std::shared_ptr<Body>& body) {
  --body->owned;
  if (!body->tracked && infoOf(body->kind).upRef[0] == '\0' && owner_ != body) body->parent = owner_;
  if (used.empty() || used.front().body == body || !isCarrying(body->kind)) return;
  for (const Used& each : used) {
    if (each.body == body) keep(environment(), used.front().object, row().name + argumentName(&each - used.data()), each.object);
  }
}

void Call::checkLength(size_t index, int64_t length) {
  if (!buffer) return;
  const Buffer given = *buffer;
  buffer.reset();
  if (length > 0 && static_cast<uint64_t>(length) > given.size) {
    refuseArgument(index, "at most the " + std::to_string(given.size) + " bytes of " + argumentName(given.index));
  }
}

} // namespace clayer
