// Owns: custom extensions: what is added to a message, and what is made of the peer's.
#include "clayer/callbacks.h"

namespace clayer::custom {
namespace {

constexpr int kError = -1;

// One extension of one context; its callbacks are under names of their own, for there may be many.
struct Extension {
  std::string add;
  std::string free;
  std::string parse;
};

// What a callback added, with its length in front of it: freed() is given the bytes alone.
struct Added {
  static const unsigned char* make(const unsigned char* data, size_t size) {
    auto block = std::make_unique<unsigned char[]>(sizeof(size_t) + size);
    std::memcpy(block.get(), &size, sizeof(size_t));
    if (size > 0) std::memcpy(block.get() + sizeof(size_t), data, size);
    return block.release() + sizeof(size_t);
  }
  explicit Added(const unsigned char* bytes) : bytes_(bytes), block_(bytes == nullptr ? nullptr : bytes - sizeof(size_t)) {}
  [[nodiscard]] Napi::Value value(Call& call) const {
    if (block_ == nullptr) return call.env().Null();
    size_t size = 0;
    std::memcpy(&size, block_.get(), sizeof(size_t));
    return copyOf(call, bytes_, size);
  }

private:
  const unsigned char* bytes_;
  std::unique_ptr<const unsigned char[]> block_;
};

// cb(ssl, ext_type, context, out: { value }, x, chainidx, al: { value }, add_arg); the older form has neither context, x nor chainidx.
int addTo(void* ssl, unsigned int type, const std::vector<Napi::Value>& where, const unsigned char** out, size_t* size,
          const std::vector<Napi::Value>& certificate, int* alert, const Extension& extension, Call& call) {
  const auto heard = heardBySsl(call, ssl, extension.add.c_str());
  if (!heard) return 0;
  const Napi::Object cell = cellWith(call, call.env().Null());
  const Napi::Object alertCell = cellWith(call, number(call, *alert));
  std::vector<napi_value> given{sslOf(call, ssl), number(call, type)};
  given.insert(given.end(), where.begin(), where.end());
  given.push_back(cell);
  given.insert(given.end(), certificate.begin(), certificate.end());
  given.push_back(alertCell);
  given.push_back(heard->arg);
  const int answer = intOf(heard->function.Call(given), kError);
  *alert = intOf(alertCell.Get("value"), *alert);
  if (answer != 1) return answer;
  const Napi::Value value = cell.Get("value");
  const auto bytes = viewOf(value);
  if (!bytes && !value.IsNull() && !value.IsUndefined())
    call.refuse("ERR_SSL_ARGUMENT", "out", "the callback of a custom extension must put a Uint8Array or null into out.value");
  *size = bytes ? bytes->size : 0;
  *out = Added::make(bytes ? bytes->data : nullptr, *size); // it comes back when the message is made
  return answer;
}

int parse(void* ssl, unsigned int type, const std::vector<Napi::Value>& where, const unsigned char* in, size_t size,
          const std::vector<Napi::Value>& certificate, int* alert, const Extension& extension, Call& call) {
  const auto heard = heardBySsl(call, ssl, extension.parse.c_str());
  if (!heard) return 1;
  const Napi::Object alertCell = cellWith(call, number(call, *alert));
  std::vector<napi_value> given{sslOf(call, ssl), number(call, type)};
  given.insert(given.end(), where.begin(), where.end());
  given.push_back(copyOf(call, in, size));
  given.push_back(number(call, static_cast<double>(size)));
  given.insert(given.end(), certificate.begin(), certificate.end());
  given.push_back(alertCell);
  given.push_back(heard->arg);
  const int answer = intOf(heard->function.Call(given), kError);
  *alert = intOf(alertCell.Get("value"), *alert);
  return answer;
}

void freed(void* ssl, unsigned int type, const std::vector<Napi::Value>& where, const Added& added, const Extension& extension,
           Call& call) {
  const auto heard = heardBySsl(call, ssl, extension.free.c_str());
  if (!heard) return;
  std::vector<napi_value> given{sslOf(call, ssl), number(call, type)};
  given.insert(given.end(), where.begin(), where.end());
  given.push_back(added.value(call));
  given.push_back(heard->arg);
  heard->function.Call(given);
}

const Extension& extensionOf(void* data) { return *static_cast<Extension*>(data); }

// --- the form with a context, for any message

std::vector<Napi::Value> certificateOf(Call& call, void* certificate, size_t index) {
  return {call.give(KindId::X509, certificate, Ownership::borrowed, nullptr), number(call, static_cast<double>(index))};
}

int addAnywhere(void* ssl, unsigned int type, unsigned int context, const unsigned char** out, size_t* size, void* certificate,
                size_t index, int* alert, void* data) {
  return calledBack(kError, [&](Call& call) {
    return addTo(ssl, type, {number(call, context)}, out, size, certificateOf(call, certificate, index), alert, extensionOf(data), call);
  });
}
void freeAnywhere(void* ssl, unsigned int type, unsigned int context, const unsigned char* out, void* data) {
  const Added added(out);
  calledBack(0, [&](Call& call) {
    freed(ssl, type, {number(call, context)}, added, extensionOf(data), call);
    return 0;
  });
}
int parseAnywhere(void* ssl, unsigned int type, unsigned int context, const unsigned char* in, size_t size, void* certificate, size_t index,
                  int* alert, void* data) {
  return calledBack(kError, [&](Call& call) {
    return parse(ssl, type, {number(call, context)}, in, size, certificateOf(call, certificate, index), alert, extensionOf(data), call);
  });
}

// --- the form without, for the hellos of TLS up to 1.2

int addToHello(void* ssl, unsigned int type, const unsigned char** out, size_t* size, int* alert, void* data) {
  return calledBack(kError, [&](Call& call) { return addTo(ssl, type, {}, out, size, {}, alert, extensionOf(data), call); });
}
void freeOfHello(void* ssl, unsigned int type, const unsigned char* out, void* data) {
  const Added added(out);
  calledBack(0, [&](Call& call) {
    freed(ssl, type, {}, added, extensionOf(data), call);
    return 0;
  });
}
int parseHello(void* ssl, unsigned int type, const unsigned char* in, size_t size, int* alert, void* data) {
  return calledBack(kError, [&](Call& call) { return parse(ssl, type, {}, in, size, {}, alert, extensionOf(data), call); });
}

// The callbacks from `at` on: add_cb, free_cb, add_arg, parse_cb, parse_arg. What OpenSSL is given lives as long as the context.
struct Registered {
  Extension* extension;
  bool adds;
  bool parses;
};
Registered registerCallbacks(Call& call, size_t at) {
  const std::string number = std::to_string(call.owner()->holds.size());
  const auto extension =
      std::make_shared<Extension>(Extension{std::string("extension add ").append(number), std::string("extension free ").append(number),
                                            std::string("extension parse ").append(number)});
  const bool adds = setHeard(call, at, extension->add.c_str());
  setHeard(call, at + 1, extension->free.c_str());
  setArgument(call, extension->add.c_str(), call.value(at + 2));
  setArgument(call, extension->free.c_str(), call.value(at + 2));
  const bool parses = setHeard(call, at + 3, extension->parse.c_str());
  setArgument(call, extension->parse.c_str(), call.value(at + 4));
  call.owner()->holds.push_back(extension);
  return {extension.get(), adds, parses};
}

Napi::Value addForHello(Call& call) {
  using Add = int(void*, unsigned int, decltype(&addToHello), decltype(&freeOfHello), void*, decltype(&parseHello), void*);
  const Argument<Ref<SSL_CTX>> context(call, 0);
  const unsigned int type = Number<UInt>::in(call, 1);
  const auto run = call.need<Add>(call.row().name);
  const auto [extension, adds, parses] = registerCallbacks(call, 2);
  return Number<Int>::out(call.env(), call.inC([&]() {
    return run(context.body->pointer, type, adds ? addToHello : nullptr, adds ? freeOfHello : nullptr, extension,
               parses ? parseHello : nullptr, extension);
  }));
}

} // namespace

Napi::Value SSL_CTX_add_client_custom_ext(Call& call) { return addForHello(call); }
Napi::Value SSL_CTX_add_server_custom_ext(Call& call) { return addForHello(call); }

Napi::Value SSL_CTX_add_custom_ext(Call& call) {
  using Add =
      int(void*, unsigned int, unsigned int, decltype(&addAnywhere), decltype(&freeAnywhere), void*, decltype(&parseAnywhere), void*);
  const Argument<Ref<SSL_CTX>> owner(call, 0);
  const unsigned int type = Number<UInt>::in(call, 1);
  const unsigned int context = Number<UInt>::in(call, 2);
  const auto run = call.need<Add>("SSL_CTX_add_custom_ext");
  const auto [extension, adds, parses] = registerCallbacks(call, 3);
  return Number<Int>::out(call.env(), call.inC([&]() {
    return run(owner.body->pointer, type, context, adds ? addAnywhere : nullptr, adds ? freeAnywhere : nullptr, extension,
               parses ? parseAnywhere : nullptr, extension);
  }));
}

} // namespace clayer::custom
