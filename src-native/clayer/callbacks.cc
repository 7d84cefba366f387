#include "clayer/callbacks.h"

#include <string_view>

namespace clayer {
namespace {

std::optional<Napi::Object> knownObject(Environment& environment, const std::shared_ptr<Body>& body) {
  if (body == nullptr || body->holder == nullptr) return std::nullopt;
  napi_value known = nullptr;
  if (napi_get_reference_value(environment.env(), body->holder->self, &known) != napi_ok || known == nullptr) return std::nullopt;
  return Napi::Object(environment.env(), known);
}

std::optional<Heard> heardIn(Environment& environment, const Napi::Object& handle, const char* section, const char* name) {
  const Napi::Value callbacks = environment.storageOf(handle).Get(section);
  if (!callbacks.IsObject()) return std::nullopt;
  const Napi::Value function = callbacks.As<Napi::Object>().Get(name);
  if (!function.IsFunction()) return std::nullopt;
  Napi::Value arg = callbacks.As<Napi::Object>().Get(std::string(name) + " arg");
  if (arg.IsUndefined()) arg = environment.env().Null();
  return Heard{function.As<Napi::Function>(), arg};
}

// Where OpenSSL looks for a callback of a connection.
enum class Home {
  connection,   // in the SSL itself, which took it over when it was made
  certificates, // there too, but another context brings its own along with its certificates
  sessions,     // in the context that the SSL was made from, whichever it has now
  context,      // in the context that it has now
};

Home homeOf(std::string_view name) {
  struct Row {
    std::string_view name;
    Home home;
  };
  static constexpr Row kRows[] = {
      {"verify", Home::connection},
      {"info", Home::connection},
      {"message", Home::connection},
      {"psk client", Home::connection},
      {"psk server", Home::connection},
      {"psk use session", Home::connection},
      {"psk find session", Home::connection},
      {"allow early data", Home::connection},
      {"generate session id", Home::connection},
      {"srp password", Home::connection},
      {"srp username", Home::connection},
      {"srp verify", Home::connection},
      {"certificate", Home::certificates},
      {"tmp dh", Home::certificates},
      {"new session", Home::sessions},
      {"get session", Home::sessions},
      {"ticket key", Home::sessions},
      {"ticket key evp", Home::sessions},
      {"ticket generate", Home::sessions},
      {"ticket decrypt", Home::sessions},
  };
  for (const Row& row : kRows) {
    if (row.name == name) return row.home;
  }
  return Home::context;
}

bool isOther(Call& call, const Napi::Value& first, void* current) {
  return first.IsObject() && bodyOf(call.env(), first)->pointer != current;
}

} // namespace

std::optional<Heard> heardBy(Environment& environment, const std::shared_ptr<Body>& body, const char* name) {
  const auto handle = knownObject(environment, body);
  return handle ? heardIn(environment, *handle, "callbacks", name) : std::nullopt;
}

std::optional<Heard> heardByContext(Call& call, void* context, const char* name) {
  if (context == nullptr) return std::nullopt;
  return heardBy(call.environment(), trackedBody(call.library(), KindId::SSL_CTX, context), name);
}

std::optional<Heard> heardBySsl(Call& call, void* ssl, const char* name) {
  const auto handle = knownObject(call.environment(), trackedBody(call.library(), KindId::SSL, ssl));
  void* current = call.need<void*(const void*)>("SSL_get_SSL_CTX")(ssl);
  if (!handle) return heardByContext(call, current, name);
  // The context that the SSL was made from: SSL_set_SSL_CTX(3) may have given it another one.
  const Napi::Value first = call.environment().sectionOf(*handle, "keeps").Get("SSL_newctx");
  const auto heardByFirst = [&] {
    return first.IsObject() ? heardIn(call.environment(), first.As<Napi::Object>(), "callbacks", name) : std::nullopt;
  };
  const Home home = homeOf(name);
  if (home == Home::certificates && isOther(call, first, current)) return heardByContext(call, current, name);
  if (auto own = heardIn(call.environment(), *handle, "callbacks", name)) return own;
  if (home == Home::connection || home == Home::certificates) {
    if (auto taken = heardIn(call.environment(), *handle, "inherited", name)) return taken;
  }
  if (home == Home::sessions) return heardByFirst();
  if (auto now = heardByContext(call, current, name)) return now;
  return heardByFirst();
}

bool setHeard(Call& call, size_t index, const char* name) {
  const Napi::Value given = call.value(index);
  if (!given.IsNull() && !given.IsFunction()) call.refuseArgument(index, "a function or null");
  Napi::Object callbacks = call.environment().sectionOf(call.used.front().object, "callbacks");
  callbacks.Set(name, given);
  if (given.IsFunction()) call.environment().callsBack = true;
  return given.IsFunction();
}

void setArgument(Call& call, const char* name, const Napi::Value& arg) {
  call.environment().sectionOf(call.used.front().object, "callbacks").Set(std::string(name) + " arg", arg);
}

Napi::Value argumentOf(Call& call, const char* name) {
  const Napi::Value arg = call.environment().sectionOf(call.used.front().object, "callbacks").Get(std::string(name) + " arg");
  return arg.IsUndefined() ? call.env().Null() : arg;
}

Napi::Value heardValue(Call& call, KindId kind, const char* name) {
  call.handle(0, kind, false);
  const auto heard = kind == KindId::SSL ? heardBySsl(call, call.owner()->pointer, name) : heardBy(call.environment(), call.owner(), name);
  return heard ? Napi::Value(heard->function) : call.env().Null();
}

Napi::Value setByControl(Call& call, const char* name, int command, void (*function)()) {
  void* object = call.handle(0, KindId::SSL_CTX, false)->pointer;
  const bool isSet = setHeard(call, 1, name);
  const auto run = call.need<long(void*, int, void (*)())>("SSL_CTX_callback_ctrl");
  return Number<Long>::out(call.env(), call.inC([&]() { return run(object, command, isSet ? function : nullptr); }));
}

void inherit(Environment& environment, const Napi::Object& context, const Napi::Object& ssl) {
  const Napi::Value callbacks = environment.storageOf(context).Get("callbacks");
  if (!callbacks.IsObject()) return;
  Napi::Object copy = environment.sectionOf(ssl, "inherited");
  const auto from = callbacks.As<Napi::Object>();
  const Napi::Array names = from.GetPropertyNames();
  for (uint32_t i = 0; i < names.Length(); ++i) copy.Set(names.Get(i), from.Get(names.Get(i)));
}

Passing::Passing(Call& call, KindId kind, void* pointer)
    : body_(bodyFor(call.environment(), call.library(), kind, pointer, Ownership::borrowed, nullptr)),
      value_(objectOf(call.environment(), body_)) {}

Passing::~Passing() {
  if (body_->owned == 0 && !body_->tracked) body_->pointer = nullptr;
}

Filled::Filled(Call& call, void* target, size_t size, bool isGiven)
    : target_(target), size_(size), bytes_(Napi::Buffer<unsigned char>::New(call.env(), size)) {
  if (isGiven)
    std::memcpy(bytes_.Data(), target, size);
  else
    std::memset(bytes_.Data(), 0, size);
}

void Filled::take() {
  if (bytes_.Length() < size_) return; // a callback that took the memory away filled nothing
  std::memcpy(target_, bytes_.Data(), size_);
  std::memset(bytes_.Data(), 0, size_);
}

Napi::Object cellWith(Call& call, const Napi::Value& value) {
  Napi::Object cell = Napi::Object::New(call.env());
  cell.Set("value", value);
  return cell;
}

HeldBytes heldBytes(Call& call, void* ssl, const Napi::Object& cell, size_t longest) {
  const auto bytes = viewOf(cell.Get("value"));
  if (!bytes || bytes->size > longest) {
    call.refuse("ERR_SSL_ARGUMENT", "out",
                std::string(call.row().name) + ": the callback must put a Uint8Array of at most " + std::to_string(longest) +
                    " bytes into out.value");
  }
  const auto copy = std::make_shared<std::vector<unsigned char>>(bytes->data, bytes->data + bytes->size);
  trackedBody(call.library(), KindId::SSL, ssl)->answered = copy;
  return {copy->data(), copy->size()};
}

int chooseProtocol(void* ssl, const char* name, int unheard, const unsigned char* in, unsigned int inSize, unsigned char** out,
                   unsigned char* outSize) {
  constexpr int kAlertFatal = 2; // SSL_TLSEXT_ERR_ALERT_FATAL
  return calledBack(kAlertFatal, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, name);
    if (!heard) return unheard;
    const Napi::Object cell = cellWith(call, call.env().Null());
    const int answer =
        intOf(heard->function.Call({sslOf(call, ssl), cell, copyOf(call, in, inSize), number(call, inSize), heard->arg}), kAlertFatal);
    if (answer != 0) return answer;
    constexpr size_t kLongest = 255; // one byte has its length
    const HeldBytes chosen = heldBytes(call, ssl, cell, kLongest);
    *out = chosen.data;
    *outSize = static_cast<unsigned char>(chosen.size);
    return answer;
  });
}

void* handedOver(Call& call, const Napi::Value& given, KindId kind, const char* what) {
  if (given.IsNull() || given.IsUndefined()) return nullptr;
  const auto body = call.handleIn(given, what, kind);
  if (body->owned == 0) {
    call.refuse("ERR_SSL_NOT_OWNED", what, std::string(call.row().name) + ": " + what + " must be the program's own: it is handed over");
  }
  --body->owned;
  return body->pointer;
}

int intOf(const Napi::Value& value, int otherwise) {
  if (value.IsBoolean()) return value.As<Napi::Boolean>().Value() ? 1 : 0;
  return value.IsNumber() ? value.As<Napi::Number>().Int32Value() : otherwise;
}

} // namespace clayer
