// Owns: the callbacks of SSL_CTX and SSL that hand bytes, keys or sessions back.
#include "clayer/callbacks.h"

#include <algorithm>
#include <cstring>

namespace clayer::custom {
namespace {

Napi::Value textOf(Call& call, const char* text) { return Result<Text>::out(call, text); }

int selectAlpn(void* ssl, const unsigned char** out, unsigned char* outLength, const unsigned char* in, unsigned int inLength, void*) {
  constexpr int kNoAck = 3; // SSL_TLSEXT_ERR_NOACK
  return chooseProtocol(ssl, "alpn select", kNoAck, in, inLength, const_cast<unsigned char**>(out), outLength);
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
    const Napi::Object cell = cellWith(call, number(call, *copy));
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
    const Napi::Object cell = cellWith(call, number(call, 0));
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
Napi::Value SSL_CTX_set_psk_client_callback(Call& call) { return setCallback(call, KindId::SSL_CTX, "psk client", pskClient); }
Napi::Value SSL_set_psk_client_callback(Call& call) { return setCallback(call, KindId::SSL, "psk client", pskClient); }
Napi::Value SSL_CTX_set_psk_server_callback(Call& call) { return setCallback(call, KindId::SSL_CTX, "psk server", pskServer); }
Napi::Value SSL_set_psk_server_callback(Call& call) { return setCallback(call, KindId::SSL, "psk server", pskServer); }
Napi::Value SSL_CTX_sess_set_new_cb(Call& call) { return setCallback(call, KindId::SSL_CTX, "new session", newSession); }
Napi::Value SSL_CTX_sess_set_remove_cb(Call& call) { return setCallback(call, KindId::SSL_CTX, "remove session", removeSession); }
Napi::Value SSL_CTX_sess_set_get_cb(Call& call) { return setCallback(call, KindId::SSL_CTX, "get session", getSession); }
Napi::Value SSL_CTX_set_cookie_generate_cb(Call& call) { return setCallback(call, KindId::SSL_CTX, "cookie generate", makeCookie); }
Napi::Value SSL_CTX_set_cookie_verify_cb(Call& call) { return setCallback(call, KindId::SSL_CTX, "cookie verify", checkCookie); }
Napi::Value SSL_CTX_set_default_passwd_cb(Call& call) { return setPassword(call, KindId::SSL_CTX, "SSL_CTX"); }
Napi::Value SSL_set_default_passwd_cb(Call& call) { return setPassword(call, KindId::SSL, "SSL"); }
Napi::Value SSL_CTX_get_default_passwd_cb(Call& call) { return heardValue(call, KindId::SSL_CTX, "password"); }
Napi::Value SSL_get_default_passwd_cb(Call& call) { return heardValue(call, KindId::SSL, "password"); }
Napi::Value SSL_CTX_get_default_passwd_cb_userdata(Call& call) {
  call.handle(0, KindId::SSL_CTX, false);
  return argumentOf(call, "password");
}
Napi::Value SSL_get_default_passwd_cb_userdata(Call& call) {
  call.handle(0, KindId::SSL, false);
  return argumentOf(call, "password");
}
Napi::Value SSL_CTX_sess_get_new_cb(Call& call) { return heardValue(call, KindId::SSL_CTX, "new session"); }
Napi::Value SSL_CTX_sess_get_remove_cb(Call& call) { return heardValue(call, KindId::SSL_CTX, "remove session"); }
Napi::Value SSL_CTX_sess_get_get_cb(Call& call) { return heardValue(call, KindId::SSL_CTX, "get session"); }
Napi::Value SSL_CTX_set_default_passwd_cb_userdata(Call& call) { return setPasswordData(call, KindId::SSL_CTX, "SSL_CTX"); }
Napi::Value SSL_set_default_passwd_cb_userdata(Call& call) { return setPasswordData(call, KindId::SSL, "SSL"); }

} // namespace clayer::custom
