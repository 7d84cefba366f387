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
      {"verify", Home::connection},     {"info", Home::connection},       {"message", Home::connection},
      {"psk client", Home::connection}, {"psk server", Home::connection}, {"certificate", Home::certificates},
      {"new session", Home::sessions},  {"get session", Home::sessions},
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

int intOf(const Napi::Value& value, int otherwise) {
  if (value.IsBoolean()) return value.As<Napi::Boolean>().Value() ? 1 : 0;
  return value.IsNumber() ? value.As<Napi::Number>().Int32Value() : otherwise;
}

} // namespace clayer
