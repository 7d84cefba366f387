// Owns: the callbacks of SSL_CTX and SSL that hand bytes, keys or sessions back.
#include "clayer/callbacks.h"

#include <algorithm>
#include <cstring>

namespace clayer::custom {
namespace {

template <typename Function>
Napi::Value set(Call& call, KindId kind, const char* name, Function* function) {
  void* object = call.handle(0, kind, false)->pointer;
  const bool isSet = setHeard(call, 1, name);
  const auto run = call.need<void(void*, Function*)>(call.row().name);
  call.inC([&]() { run(object, isSet ? function : nullptr); });
  return call.env().Undefined();
}

// A buffer of C's for the callback to fill: a Uint8Array of its size, copied back and wiped.
class Filled {
public:
  Filled(Call& call, void* target, size_t size) : target_(target), size_(size), bytes_(Napi::Buffer<unsigned char>::New(call.env(), size)) {
    std::memset(bytes_.Data(), 0, size);
  }
  [[nodiscard]] Napi::Value value() const { return bytes_; }
  void take() {
    if (bytes_.Length() < size_) return; // a callback that took the memory away filled nothing
    std::memcpy(target_, bytes_.Data(), size_);
    std::memset(bytes_.Data(), 0, size_);
  }

private:
  void* target_;
  size_t size_;
  Napi::Buffer<unsigned char> bytes_;
};

Napi::Value textOf(Call& call, const char* text) { return Result<Text>::out(call, text); }
Napi::Value copyOf(Call& call, const unsigned char* data, size_t size) { return Napi::Buffer<unsigned char>::Copy(call.env(), data, size); }

constexpr int kAlertFatal = 2;
constexpr int kNoAck = 3;

// cb(ssl, out: { value: Uint8Array }, in, inlen, arg): what is chosen must be a part of `in`, as in C, or of its own bytes.
int selectAlpn(void* ssl, const unsigned char** out, unsigned char* outLength, const unsigned char* in, unsigned int inLength, void*) {
  return calledBack(kAlertFatal, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "alpn select");
    if (!heard) return kNoAck;
    Napi::Object cell = Napi::Object::New(call.env());
    const int answer =
        intOf(heard->function.Call({sslOf(call, ssl), cell, copyOf(call, in, inLength), number(call, inLength), heard->arg}), kAlertFatal);
    if (answer != 0) return answer;
    const Napi::Value chosen = cell.Get("value");
    const auto bytes = viewOf(chosen);
    if (!bytes || bytes->size > 255) {
      call.refuse("ERR_SSL_ARGUMENT", "out", "the ALPN callback must put a Uint8Array of at most 255 bytes into out.value");
    }
    // It has to outlive this call: OpenSSL copies it when it is back.
    const auto body = trackedBody(call.library(), KindId::SSL, ssl);
    const auto copy = std::make_shared<std::vector<unsigned char>>(bytes->data, bytes->data + bytes->size);
    body->holds.assign(1, copy);
    *out = copy->data();
    *outLength = static_cast<unsigned char>(bytes->size);
    return answer;
  });
}

unsigned int pskClient(void* ssl, const char* hint, char* identity, unsigned int identitySize, unsigned char* psk, unsigned int pskSize) {
  return calledBack(0U, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "psk client");
    if (!heard) return 0U;
    Filled name(call, identity, identitySize);
    Filled key(call, psk, pskSize);
    const int length = intOf(heard->function.Call({sslOf(call, ssl), textOf(call, hint), name.value(), number(call, identitySize),
                                                   key.value(), number(call, pskSize)}),
                             0);
    name.take();
    key.take();
    return length < 0 || static_cast<unsigned int>(length) > pskSize ? 0U : static_cast<unsigned int>(length);
  });
}

unsigned int pskServer(void* ssl, const char* identity, unsigned char* psk, unsigned int pskSize) {
  return calledBack(0U, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "psk server");
    if (!heard) return 0U;
    Filled key(call, psk, pskSize);
    const int length = intOf(heard->function.Call({sslOf(call, ssl), textOf(call, identity), key.value(), number(call, pskSize)}), 0);
    key.take();
    return length < 0 || static_cast<unsigned int>(length) > pskSize ? 0U : static_cast<unsigned int>(length);
  });
}

// 1 keeps the reference that OpenSSL has taken for the callback.
int newSession(void* ssl, void* session) {
  return calledBack(0, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "new session");
    if (!heard) return 0;
    const Napi::Value given = call.give(KindId::SSL_SESSION, session, Ownership::borrowed, nullptr);
    const int answer = intOf(heard->function.Call({sslOf(call, ssl), given}), 0);
    if (answer == 1) ++trackedBody(call.library(), KindId::SSL_SESSION, session)->owned;
    return answer == 1 ? 1 : 0;
  });
}

void removeSession(void* context, void* session) {
  calledBack(0, [&](Call& call) {
    const auto heard = heardByContext(call, context, "remove session");
    if (!heard) return 0;
    const Napi::Value owner = call.give(KindId::SSL_CTX, context, Ownership::borrowed, nullptr);
    heard->function.Call({owner, call.give(KindId::SSL_SESSION, session, Ownership::borrowed, nullptr)});
    return 0;
  });
}

// cb(ssl, id, length, copy: { value }): a session or null. With copy.value 0 the reference that the program has goes over.
void* getSession(void* ssl, const unsigned char* id, int length, int* copy) {
  return calledBack(static_cast<void*>(nullptr), [&](Call& call) -> void* {
    const auto heard = heardBySsl(call, ssl, "get session");
    if (!heard) return nullptr;
    Napi::Object cell = Napi::Object::New(call.env());
    cell.Set("value", *copy);
    const Napi::Value answer =
        heard->function.Call({sslOf(call, ssl), copyOf(call, id, static_cast<size_t>(length)), number(call, length), cell});
    if (answer.IsNull() || answer.IsUndefined()) return nullptr;
    const auto body = call.handleIn(answer, "the session of the callback", KindId::SSL_SESSION);
    *copy = intOf(cell.Get("value"), 1);
    if (*copy == 0) {
      if (body->owned == 0) call.refuse("ERR_SSL_NOT_OWNED", "copy", "a session that is handed over (copy 0) must be the program's");
      --body->owned;
    }
    return body->pointer;
  });
}

int makeCookie(void* ssl, unsigned char* cookie, unsigned int* length) {
  return calledBack(0, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "cookie generate");
    if (!heard) return 0;
    constexpr size_t kLongest = 255; // DTLS1_COOKIE_LENGTH
    Filled bytes(call, cookie, kLongest);
    Napi::Object cell = Napi::Object::New(call.env());
    cell.Set("value", 0);
    const int answer = intOf(heard->function.Call({sslOf(call, ssl), bytes.value(), cell}), 0);
    const int made = intOf(cell.Get("value"), 0);
    if (made < 0 || static_cast<size_t>(made) > kLongest) return 0;
    bytes.take();
    *length = static_cast<unsigned int>(made);
    return answer;
  });
}

int checkCookie(void* ssl, const unsigned char* cookie, unsigned int length) {
  return calledBack(0, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "cookie verify");
    if (!heard) return 0;
    return intOf(heard->function.Call({sslOf(call, ssl), copyOf(call, cookie, length), number(call, length)}), 0);
  });
}

// Its user data is the body of what it was set for: OpenSSL names nothing else.
int password(char* buffer, int size, int rwflag, void* owner) {
  return calledBack(-1, [&](Call& call) {
    const auto heard = heardBy(call.environment(), static_cast<Body*>(owner)->shared_from_this(), "password");
    if (!heard) return -1;
    Filled bytes(call, buffer, static_cast<size_t>(size));
    const int length = intOf(heard->function.Call({bytes.value(), number(call, size), number(call, rwflag), heard->arg}), -1);
    bytes.take();
    return length > size ? -1 : length;
  });
}

// C's callback of its own takes a passphrase from the user data: without a function, that is what the user data is.
void applyPassword(Call& call, const std::string& prefix) {
  const auto setFunction = call.need<void(void*, int (*)(char*, int, int, void*))>((prefix + "_set_default_passwd_cb").c_str());
  const auto setData = call.need<void(void*, void*)>((prefix + "_set_default_passwd_cb_userdata").c_str());
  const auto& owner = call.owner();
  if (heardBy(call.environment(), owner, "password")) {
    setFunction(owner->pointer, password);
    setData(owner->pointer, owner.get());
    return;
  }
  const Napi::Value arg = call.environment().sectionOf(call.used.front().object, "callbacks").Get("password arg");
  setFunction(owner->pointer, nullptr);
  void* data = nullptr;
  if (arg.IsString()) {
    const std::string text = arg.As<Napi::String>();
    const auto copy = std::make_shared<std::vector<char>>(text.begin(), text.end());
    copy->push_back('\0');
    data = copy->data();
    owner->holds.push_back(copy);
  }
  setData(owner->pointer, data);
}

Napi::Value setPassword(Call& call, KindId kind, const char* prefix) {
  call.handle(0, kind, false);
  setHeard(call, 1, "password");
  applyPassword(call, prefix);
  return call.env().Undefined();
}

Napi::Value setPasswordData(Call& call, KindId kind, const char* prefix) {
  call.handle(0, kind, false);
  setArgument(call, "password", call.value(1));
  applyPassword(call, prefix);
  return call.env().Undefined();
}

} // namespace

Napi::Value SSL_CTX_set_alpn_select_cb(Call& call) {
  void* context = call.handle(0, KindId::SSL_CTX, false)->pointer;
  const bool isSet = setHeard(call, 1, "alpn select");
  setArgument(call, "alpn select", call.value(2));
  const auto run = call.need<void(void*, decltype(&selectAlpn), void*)>("SSL_CTX_set_alpn_select_cb");
  call.inC([&]() { run(context, isSet ? selectAlpn : nullptr, nullptr); });
  return call.env().Undefined();
}
Napi::Value SSL_CTX_set_psk_client_callback(Call& call) { return set(call, KindId::SSL_CTX, "psk client", pskClient); }
Napi::Value SSL_set_psk_client_callback(Call& call) { return set(call, KindId::SSL, "psk client", pskClient); }
Napi::Value SSL_CTX_set_psk_server_callback(Call& call) { return set(call, KindId::SSL_CTX, "psk server", pskServer); }
Napi::Value SSL_set_psk_server_callback(Call& call) { return set(call, KindId::SSL, "psk server", pskServer); }
Napi::Value SSL_CTX_sess_set_new_cb(Call& call) { return set(call, KindId::SSL_CTX, "new session", newSession); }
Napi::Value SSL_CTX_sess_set_remove_cb(Call& call) { return set(call, KindId::SSL_CTX, "remove session", removeSession); }
Napi::Value SSL_CTX_sess_set_get_cb(Call& call) { return set(call, KindId::SSL_CTX, "get session", getSession); }
Napi::Value SSL_CTX_set_cookie_generate_cb(Call& call) { return set(call, KindId::SSL_CTX, "cookie generate", makeCookie); }
Napi::Value SSL_CTX_set_cookie_verify_cb(Call& call) { return set(call, KindId::SSL_CTX, "cookie verify", checkCookie); }
Napi::Value SSL_CTX_set_default_passwd_cb(Call& call) { return setPassword(call, KindId::SSL_CTX, "SSL_CTX"); }
Napi::Value SSL_set_default_passwd_cb(Call& call) { return setPassword(call, KindId::SSL, "SSL"); }
Napi::Value SSL_CTX_set_default_passwd_cb_userdata(Call& call) { return setPasswordData(call, KindId::SSL_CTX, "SSL_CTX"); }
Napi::Value SSL_set_default_passwd_cb_userdata(Call& call) { return setPasswordData(call, KindId::SSL, "SSL"); }

} // namespace clayer::custom
