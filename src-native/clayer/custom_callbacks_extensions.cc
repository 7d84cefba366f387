// Owns: the callbacks that speak of extensions and of what TLS up to 1.2 negotiates by them: NPN, SRP, custom extensions, and the older
// ways to be asked for a client's certificate or for DH parameters.
#include "clayer/callbacks.h"

namespace clayer::custom {
namespace {

// --- next protocol negotiation

constexpr int kFatal = 2; // SSL_TLSEXT_ERR_ALERT_FATAL

// cb(ssl, out: { value: Uint8Array }, arg): the protocols in wire form.
int advertiseProtocols(void* ssl, const unsigned char** out, unsigned int* size, void*) {
  return calledBack(3, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "npn advertised");
    if (!heard) return 3;
    const Napi::Object cell = cellWith(call, call.env().Null());
    const int answer = intOf(heard->function.Call({sslOf(call, ssl), cell, heard->arg}), 3);
    if (answer != 0) return answer;
    const HeldBytes offered = heldBytes(call, ssl, cell, 65535);
    *out = offered.data;
    *size = static_cast<unsigned int>(offered.size);
    return answer;
  });
}

int selectProtocol(void* ssl, unsigned char** out, unsigned char* size, const unsigned char* in, unsigned int inSize, void*) {
  return chooseProtocol(ssl, "npn select", kFatal, in, inSize, out, size);
}

// --- SRP

// What the client's callback gives is OpenSSL's to free.
char* srpPassword(void* ssl, void*) {
  return calledBack(static_cast<char*>(nullptr), [&](Call& call) -> char* {
    const auto heard = heardBySsl(call, ssl, "srp password");
    if (!heard) return nullptr;
    const Napi::Value answer = heard->function.Call({sslOf(call, ssl), heard->arg});
    if (!answer.IsString()) return nullptr;
    const std::string text = answer.As<Napi::String>();
    return call.need<char*(const char*, const char*, int)>("CRYPTO_strdup")(text.c_str(), __FILE__, __LINE__);
  });
}

int srpUsername(void* ssl, int* alert, void*) {
  return calledBack(kFatal, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "srp username");
    if (!heard) return kFatal;
    const Napi::Object cell = cellWith(call, number(call, *alert));
    const int answer = intOf(heard->function.Call({sslOf(call, ssl), cell, heard->arg}), kFatal);
    *alert = intOf(cell.Get("value"), *alert);
    return answer;
  });
}

int srpVerifyParameters(void* ssl, void*) {
  return calledBack(0, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "srp verify");
    return heard ? intOf(heard->function.Call({sslOf(call, ssl), heard->arg}), 0) : 0;
  });
}

template <typename Function>
Napi::Value setSrp(Call& call, const char* name, Function* function) {
  setCallback(call, KindId::SSL_CTX, name, function);
  return Number<Int>::out(call.env(), 1);
}

// --- a client's certificate, and DH parameters

// cb(ssl, x509: { value }, pkey: { value }): with 1 both references go over.
int clientCertificate(void* ssl, void** certificate, void** key) {
  return calledBack(0, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "client certificate");
    if (!heard) return 0;
    const Napi::Object certificateCell = cellWith(call, call.env().Null());
    const Napi::Object keyCell = cellWith(call, call.env().Null());
    const int answer = intOf(heard->function.Call({sslOf(call, ssl), certificateCell, keyCell}), 0);
    if (answer != 1) return answer;
    *certificate = handedOver(call, certificateCell.Get("value"), KindId::X509, "x509.value");
    *key = handedOver(call, keyCell.Get("value"), KindId::EVP_PKEY, "pkey.value");
    return answer;
  });
}

// OpenSSL takes a reference of its own.
void* temporaryDh(void* ssl, int isExport, int keyLength) {
  return calledBack(static_cast<void*>(nullptr), [&](Call& call) -> void* {
    const auto heard = heardBySsl(call, ssl, "tmp dh");
    if (!heard) return nullptr;
    const Napi::Value answer = heard->function.Call({sslOf(call, ssl), number(call, isExport), number(call, keyLength)});
    return answer.IsNull() || answer.IsUndefined() ? nullptr : call.handleIn(answer, "the DH of the callback", KindId::DH)->pointer;
  });
}

unsigned int dtlsTimer(void* ssl, unsigned int microseconds) {
  return calledBack(microseconds, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "dtls timer");
    if (!heard) return microseconds;
    const Napi::Value answer = heard->function.Call({sslOf(call, ssl), number(call, microseconds)});
    return answer.IsNumber() ? answer.As<Napi::Number>().Uint32Value() : microseconds;
  });
}

} // namespace

Napi::Value SSL_CTX_set_next_protos_advertised_cb(Call& call) {
  return setCallbackWithArgument(call, KindId::SSL_CTX, "npn advertised", advertiseProtocols);
}
Napi::Value SSL_CTX_set_next_proto_select_cb(Call& call) {
  return setCallbackWithArgument(call, KindId::SSL_CTX, "npn select", selectProtocol);
}
Napi::Value SSL_CTX_set_srp_client_pwd_callback(Call& call) { return setSrp(call, "srp password", srpPassword); }
Napi::Value SSL_CTX_set_srp_username_callback(Call& call) { return setSrp(call, "srp username", srpUsername); }
Napi::Value SSL_CTX_set_srp_verify_param_callback(Call& call) { return setSrp(call, "srp verify", srpVerifyParameters); }
Napi::Value SSL_CTX_set_srp_cb_arg(Call& call) {
  void* context = call.handle(0, KindId::SSL_CTX, false)->pointer;
  for (const char* name : {"srp password", "srp username", "srp verify"}) setArgument(call, name, call.value(1));
  const auto run = call.need<int(void*, void*)>("SSL_CTX_set_srp_cb_arg");
  return Number<Int>::out(call.env(), call.inC([&]() { return run(context, nullptr); }));
}
Napi::Value SSL_CTX_set_client_cert_cb(Call& call) { return setCallback(call, KindId::SSL_CTX, "client certificate", clientCertificate); }
Napi::Value SSL_CTX_get_client_cert_cb(Call& call) { return heardValue(call, KindId::SSL_CTX, "client certificate"); }
Napi::Value SSL_CTX_set_tmp_dh_callback(Call& call) { return setCallback(call, KindId::SSL_CTX, "tmp dh", temporaryDh); }
Napi::Value SSL_set_tmp_dh_callback(Call& call) { return setCallback(call, KindId::SSL, "tmp dh", temporaryDh); }
Napi::Value DTLS_set_timer_cb(Call& call) { return setCallback(call, KindId::SSL, "dtls timer", dtlsTimer); }

} // namespace clayer::custom
