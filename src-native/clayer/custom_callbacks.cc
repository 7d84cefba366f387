// Owns: the callbacks of SSL_CTX and SSL that hear or decide with plain numbers.
#include "clayer/callbacks.h"

namespace clayer::custom {
namespace {

// The handle at argument 0, whichever of the two it is.
void* owner(Call& call, KindId kind) { return call.handle(0, kind, false)->pointer; }

Napi::Value giveArgument(Call& call, KindId kind, const char* name) {
  owner(call, kind);
  setArgument(call, name, call.value(1));
  return Number<Long>::out(call.env(), 1);
}

// --- what OpenSSL calls

int verify(int preverifyOk, void* storeContext) {
  return calledBack(0, [&](Call& call) {
    const auto getEx = call.need<void*(const void*, int)>("X509_STORE_CTX_get_ex_data");
    const int index = call.need<int()>("SSL_get_ex_data_X509_STORE_CTX_idx")();
    Passing context(call, KindId::X509_STORE_CTX, storeContext);
    auto heard = heardBy(call.environment(), bodyOf(call.env(), context.value()), "verify");
    void* ssl = getEx(storeContext, index);
    if (!heard && ssl != nullptr) heard = heardBySsl(call, ssl, "verify");
    if (!heard) {
      void* store = call.need<void*(const void*)>("X509_STORE_CTX_get0_store")(storeContext);
      if (store != nullptr) heard = heardBy(call.environment(), trackedBody(call.library(), KindId::X509_STORE, store), "verify");
    }
    if (!heard) return 0;
    return intOf(heard->function.Call({number(call, preverifyOk), context.value()}), 0);
  });
}

void info(const void* ssl, int where, int ret) {
  calledBack(0, [&](Call& call) {
    const auto heard = heardBySsl(call, const_cast<void*>(ssl), "info");
    if (heard) heard->function.Call({sslOf(call, const_cast<void*>(ssl)), number(call, where), number(call, ret)});
    return 0;
  });
}

void message(int writing, int version, int type, const void* data, size_t size, void* ssl, void*) {
  calledBack(0, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "message");
    if (!heard) return 0;
    const auto bytes = Napi::Buffer<unsigned char>::Copy(call.env(), static_cast<const unsigned char*>(data), size);
    heard->function.Call({number(call, writing), number(call, version), number(call, type), bytes, number(call, static_cast<double>(size)),
                          sslOf(call, ssl), heard->arg});
    return 0;
  });
}

void keyLog(const void* ssl, const char* line) {
  calledBack(0, [&](Call& call) {
    const auto heard = heardBySsl(call, const_cast<void*>(ssl), "keylog");
    if (heard) heard->function.Call({sslOf(call, const_cast<void*>(ssl)), Napi::String::New(call.env(), line)});
    return 0;
  });
}

// (ssl, arg) with the context that it was set for.
template <const char* const* name>
int decide(void* ssl, void*) {
  return calledBack(0, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, *name);
    return heard ? intOf(heard->function.Call({sslOf(call, ssl), heard->arg}), 0) : 1;
  });
}
constexpr const char* kCertificate = "certificate";
constexpr const char* kStatus = "status";

constexpr int kFatal = 2; // SSL_TLSEXT_ERR_ALERT_FATAL

int serverName(void* ssl, int* alert, void*) {
  return calledBack(kFatal, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "servername");
    if (!heard) return 3;
    const Napi::Object cell = cellWith(call, number(call, *alert));
    const int answer = intOf(heard->function.Call({sslOf(call, ssl), cell, heard->arg}), kFatal);
    *alert = intOf(cell.Get("value"), *alert);
    return answer;
  });
}

int clientHello(void* ssl, int* alert, void*) {
  return calledBack(0, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "client hello");
    if (!heard) return 1;
    const Napi::Object cell = cellWith(call, number(call, *alert));
    const int answer = intOf(heard->function.Call({sslOf(call, ssl), cell, heard->arg}), 0);
    *alert = intOf(cell.Get("value"), *alert);
    return answer;
  });
}

int certificateVerify(void* storeContext, void* arg) {
  return calledBack(0, [&](Call& call) {
    const auto heard = heardBy(call.environment(), static_cast<Body*>(arg)->shared_from_this(), "certificate verify");
    if (!heard) return 0;
    Passing context(call, KindId::X509_STORE_CTX, storeContext);
    return intOf(heard->function.Call({context.value(), heard->arg}), 0);
  });
}

Napi::Value setVerify(Call& call, KindId kind) {
  void* object = owner(call, kind);
  const int mode = Number<Int>::in(call, 1);
  const bool isSet = setHeard(call, 2, "verify");
  const auto run = call.need<void(void*, int, int (*)(int, void*))>(call.row().name);
  call.inC([&]() { run(object, mode, isSet ? verify : nullptr); });
  return call.env().Undefined();
}

Napi::Value setStoreVerify(Call& call, KindId kind, const char* function) {
  void* object = owner(call, kind);
  const bool isSet = setHeard(call, 1, "verify");
  const auto run = call.need<void(void*, int (*)(int, void*))>(function);
  call.inC([&]() { run(object, isSet ? verify : nullptr); });
  return call.env().Undefined();
}

} // namespace

Napi::Value SSL_CTX_set_verify(Call& call) { return setVerify(call, KindId::SSL_CTX); }
Napi::Value SSL_set_verify(Call& call) { return setVerify(call, KindId::SSL); }
Napi::Value SSL_CTX_get_verify_callback(Call& call) { return heardValue(call, KindId::SSL_CTX, "verify"); }
Napi::Value SSL_get_verify_callback(Call& call) { return heardValue(call, KindId::SSL, "verify"); }
Napi::Value X509_STORE_CTX_set_verify_cb(Call& call) {
  return setStoreVerify(call, KindId::X509_STORE_CTX, "X509_STORE_CTX_set_verify_cb");
}
Napi::Value X509_STORE_set_verify_cb(Call& call) { return setStoreVerify(call, KindId::X509_STORE, "X509_STORE_set_verify_cb"); }
Napi::Value X509_STORE_set_verify_cb_func(Call& call) { return setStoreVerify(call, KindId::X509_STORE, "X509_STORE_set_verify_cb"); }
Napi::Value SSL_CTX_set_info_callback(Call& call) { return setCallback(call, KindId::SSL_CTX, "info", info); }
Napi::Value SSL_set_info_callback(Call& call) { return setCallback(call, KindId::SSL, "info", info); }
Napi::Value SSL_CTX_get_info_callback(Call& call) { return heardValue(call, KindId::SSL_CTX, "info"); }
Napi::Value SSL_get_info_callback(Call& call) { return heardValue(call, KindId::SSL, "info"); }
Napi::Value SSL_CTX_set_msg_callback(Call& call) { return setCallback(call, KindId::SSL_CTX, "message", message); }
Napi::Value SSL_set_msg_callback(Call& call) { return setCallback(call, KindId::SSL, "message", message); }
Napi::Value SSL_CTX_set_msg_callback_arg(Call& call) { return giveArgument(call, KindId::SSL_CTX, "message"); }
Napi::Value SSL_set_msg_callback_arg(Call& call) { return giveArgument(call, KindId::SSL, "message"); }
Napi::Value SSL_CTX_set_keylog_callback(Call& call) { return setCallback(call, KindId::SSL_CTX, "keylog", keyLog); }
Napi::Value SSL_CTX_get_keylog_callback(Call& call) { return heardValue(call, KindId::SSL_CTX, "keylog"); }
Napi::Value SSL_CTX_set_cert_cb(Call& call) { return setCallbackWithArgument(call, KindId::SSL_CTX, kCertificate, decide<&kCertificate>); }
Napi::Value SSL_set_cert_cb(Call& call) { return setCallbackWithArgument(call, KindId::SSL, kCertificate, decide<&kCertificate>); }
Napi::Value SSL_CTX_set_client_hello_cb(Call& call) { return setCallbackWithArgument(call, KindId::SSL_CTX, "client hello", clientHello); }
Napi::Value SSL_CTX_set_cert_verify_callback(Call& call) {
  return setCallbackWithArgument(call, KindId::SSL_CTX, "certificate verify", certificateVerify);
}
Napi::Value SSL_CTX_set_tlsext_servername_callback(Call& call) {
  return setByControl(call, "servername", 53, reinterpret_cast<void (*)()>(serverName));
}
Napi::Value SSL_CTX_set_tlsext_servername_arg(Call& call) { return giveArgument(call, KindId::SSL_CTX, "servername"); }
Napi::Value SSL_CTX_set_tlsext_status_cb(Call& call) {
  return setByControl(call, kStatus, 63, reinterpret_cast<void (*)()>(decide<&kStatus>));
}
Napi::Value SSL_CTX_set_tlsext_status_arg(Call& call) { return giveArgument(call, KindId::SSL_CTX, kStatus); }

} // namespace clayer::custom
