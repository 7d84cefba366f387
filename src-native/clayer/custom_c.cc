// Owns: what C programs have around OpenSSL: stacks, files, poll, errno, and the error queue's texts.
#include "clayer/callbacks.h"

#include <cstdio>
#include <cstring>
#include <poll.h>

namespace clayer::custom {
namespace {

// STACK_OF(T) is an array here.
Napi::Value countOf(Call& call) {
  const Napi::Value stack = call.value(0);
  if (stack.IsNull()) return Number<Int>::out(call.env(), -1); // as OPENSSL_sk_num(NULL)
  if (!stack.IsArray()) call.refuseArgument(0, "an array or null");
  return Number<Int>::out(call.env(), static_cast<int>(stack.As<Napi::Array>().Length()));
}

Napi::Value elementOf(Call& call) {
  const Napi::Value stack = call.value(0);
  const int index = Number<Int>::in(call, 1);
  if (stack.IsNull()) return call.env().Null();
  if (!stack.IsArray()) call.refuseArgument(0, "an array or null");
  const auto array = stack.As<Napi::Array>();
  if (index < 0 || static_cast<uint32_t>(index) >= array.Length()) return call.env().Null();
  return array.Get(static_cast<uint32_t>(index));
}

Napi::Value freeAll(Call& call, KindId kind) {
  const Napi::Value stack = call.value(0);
  if (stack.IsNull()) return call.env().Undefined();
  if (!stack.IsArray()) call.refuseArgument(0, std::string("an array of ") + infoOf(kind).name + " or null");
  const auto array = stack.As<Napi::Array>();
  for (uint32_t i = 0; i < array.Length(); ++i) {
    const auto body = call.handleIn(array.Get(i), "[" + std::to_string(i) + "]", kind);
    call.mustOwn(0, *body);
    void* pointer = body->pointer;
    if (--body->owned == 0) {
      body->givenUp = true;
      if (!body->tracked) body->pointer = nullptr;
    }
    giveBack(*call.library(), kind, pointer, 1);
  }
  return call.env().Undefined();
}

// A stream belongs to no OpenSSL: both have the same C library.
Napi::Value giveFile(Call& call, std::FILE* file) {
  if (file == nullptr) return call.env().Null();
  auto body = bodyFor(call.environment(), nullptr, KindId::FILE, file, Ownership::borrowed, nullptr);
  body->isStatic = true;
  return objectOf(call.environment(), body);
}

int printError(const char* text, size_t size, void* data) {
  return calledBack(0, [&](Call& call) {
    const auto& heard = *static_cast<Heard*>(data);
    return intOf(heard.function.Call({Napi::String::New(call.env(), text, size), number(call, static_cast<double>(size)), heard.arg}), 0);
  });
}

} // namespace

Napi::Value sk_X509_num(Call& call) { return countOf(call); }
Napi::Value sk_X509_value(Call& call) { return elementOf(call); }
Napi::Value sk_X509_NAME_num(Call& call) { return countOf(call); }
Napi::Value sk_X509_NAME_value(Call& call) { return elementOf(call); }
Napi::Value sk_CONF_VALUE_num(Call& call) { return countOf(call); }
Napi::Value sk_CONF_VALUE_value(Call& call) { return elementOf(call); }
Napi::Value sk_SSL_CIPHER_num(Call& call) { return countOf(call); }
Napi::Value sk_SSL_CIPHER_value(Call& call) { return elementOf(call); }
Napi::Value sk_GENERAL_NAME_num(Call& call) { return countOf(call); }
Napi::Value sk_GENERAL_NAME_value(Call& call) { return elementOf(call); }
Napi::Value sk_SSL_COMP_num(Call& call) { return countOf(call); }
Napi::Value sk_SSL_COMP_value(Call& call) { return elementOf(call); }
Napi::Value sk_X509_pop_free(Call& call) { return freeAll(call, KindId::X509); }
Napi::Value GENERAL_NAMES_free(Call& call) { return freeAll(call, KindId::GENERAL_NAME); }

// What came out of OpenSSL as text or bytes is a copy here, and nobody's to free.
Napi::Value OPENSSL_free(Call& call) {
  if (bodyOf(call.env(), call.value(0)) != nullptr)
    call.refuseArgument(0, "a string, bytes or null: a handle has a free function of its own");
  return call.env().Undefined();
}

Napi::Value ERR_error_string(Call& call) {
  const unsigned long code = Number<ULong>::in(call, 0);
  constexpr size_t kRoom = 256; // what C's own buffer has
  char text[kRoom];
  call.need<void(unsigned long, char*, size_t)>("ERR_error_string_n")(code, text, kRoom);
  if (!call.value(1).IsNull()) {
    const auto bytes = viewOf(call.value(1));
    if (!bytes || bytes->size < kRoom) call.refuseArgument(1, "null, or a Uint8Array of at least 256 bytes");
    std::memcpy(bytes->data, text, std::strlen(text) + 1);
  }
  return Napi::String::New(call.env(), text);
}

Napi::Value ERR_print_errors_cb(Call& call) {
  if (!call.value(0).IsFunction()) call.refuseArgument(0, "a function (text, length, u)");
  Heard heard{call.value(0).As<Napi::Function>(), call.value(1)};
  call.environment().callsBack = true;
  const auto run = call.need<void(int (*)(const char*, size_t, void*), void*)>("ERR_print_errors_cb");
  call.inC([&]() { run(printError, &heard); });
  return call.env().Undefined();
}

Napi::Value NCONF_get_section(Call& call) {
  struct ConfValue {
    char* section;
    char* name;
    char* value;
  };
  const Argument<Ref<CONF>> conf(call, 0);
  Argument<Text> section(call, 1);
  const auto run = call.need<void*(const void*, const char*)>("NCONF_get_section");
  void* stack = call.inC([&]() { return run(conf.body->pointer, section.get()); });
  if (stack == nullptr) return call.env().Null();
  const auto at = call.need<ConfValue*(const void*, int)>("OPENSSL_sk_value");
  const int count = call.need<int(const void*)>("OPENSSL_sk_num")(stack);
  Napi::Array array = Napi::Array::New(call.env(), static_cast<size_t>(count));
  for (int i = 0; i < count; ++i) {
    const ConfValue& entry = *at(stack, i);
    Napi::Object record = Napi::Object::New(call.env());
    record.Set("section", Result<Text>::out(call, entry.section));
    record.Set("name", Result<Text>::out(call, entry.name));
    record.Set("value", Result<Text>::out(call, entry.value));
    array.Set(static_cast<uint32_t>(i), record);
  }
  return array;
}

Napi::Value fopen(Call& call) {
  Argument<Text> path(call, 0);
  Argument<Text> mode(call, 1);
  return giveFile(call, call.inC([&]() { return std::fopen(path.get(), mode.get()); }));
}
Napi::Value fclose(Call& call) {
  const auto file = call.handle(0, KindId::FILE, false);
  auto* stream = static_cast<std::FILE*>(std::exchange(file->pointer, nullptr));
  return Number<Int>::out(call.env(), call.inC([&]() { return std::fclose(stream); }));
}
Napi::Value fflush(Call& call) {
  const auto file = call.handle(0, KindId::FILE, false);
  return Number<Int>::out(call.env(), call.inC([&]() { return std::fflush(static_cast<std::FILE*>(file->pointer)); }));
}

Napi::Value c_errno(Call& call) { return Number<Int>::out(call.env(), call.environment().savedErrno); }
Napi::Value strerror(Call& call) { return Napi::String::New(call.env(), std::strerror(Number<Int>::in(call, 0))); }

// poll(2): [{ fd, events, revents }]
Napi::Value poll(Call& call) {
  const Napi::Value given = call.value(0);
  if (!given.IsArray()) call.refuseArgument(0, "an array of { fd, events, revents }");
  const auto list = given.As<Napi::Array>();
  const int timeout = Number<Int>::in(call, 1);
  std::vector<pollfd> descriptors;
  for (uint32_t i = 0; i < list.Length(); ++i) {
    const Napi::Value each = list.Get(i);
    if (!each.IsObject()) call.refuseArgument(0, "an array of { fd, events, revents }");
    const auto entry = each.As<Napi::Object>();
    if (!entry.Get("fd").IsNumber() || !entry.Get("events").IsNumber()) call.refuseArgument(0, "an array of { fd, events, revents }");
    descriptors.push_back({intOf(entry.Get("fd"), -1), static_cast<short>(intOf(entry.Get("events"), 0)), 0});
  }
  const int result = call.inC([&]() { return ::poll(descriptors.data(), descriptors.size(), timeout); });
  for (uint32_t i = 0; i < list.Length(); ++i) list.Get(i).As<Napi::Object>().Set("revents", static_cast<int>(descriptors[i].revents));
  return Number<Int>::out(call.env(), result);
}

} // namespace clayer::custom
