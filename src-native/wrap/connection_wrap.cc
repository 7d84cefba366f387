#include "ossl/connection_info.h"

#include "napi/values.h"
#include "ossl/certificate.h"
#include "ossl/handshake_facts.h"
#include "wrap/certificate_record.h"
#include "wrap/engine_call.h"
#include "wrap/exports.h"

namespace wrap {
namespace {

using ossl::Engine;

constexpr int64_t kFactsWeight = int64_t{4} * 1024;

// handshakeFacts(engine): what the next three read
Napi::Value handshakeFacts(const Napi::CallbackInfo& info) {
  return napi::makeHandle(info.Env(), ossl::factsOf(openEngine(info)), kFactsWeight);
}

const ossl::HandshakeFacts& factsAt(const Napi::CallbackInfo& info) { return *napi::handleAt<ossl::HandshakeFacts>(info, 0); }

// connectionInfo(facts)
Napi::Value connectionInfo(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const ossl::ConnectionInfo& connection = factsAt(info).connection;
  Napi::Object record = Napi::Object::New(env);
  record.Set("finished", connection.finished);
  record.Set("protocol", connection.protocol);
  record.Set("cipher", connection.cipher ? cipherRecord(env, *connection.cipher).As<Napi::Value>() : env.Null());
  record.Set("group", napi::toValue(env, connection.group));
  record.Set("alpn", napi::toValue(env, connection.alpn));
  record.Set("serverName", napi::toValue(env, connection.serverName));
  record.Set("peerName", napi::toValue(env, connection.peerName));
  record.Set("resumed", connection.resumed);
  record.Set("verifyMode", connection.verifyMode);
  record.Set("peerShowedCertificate", connection.peerShowedCertificate);
  record.Set("peerShowedKey", connection.peerShowedKey);
  record.Set("serverCertType", connection.serverType);
  record.Set("clientCertType", connection.clientType);
  record.Set("verifyResult", static_cast<double>(connection.verifyResult));
  return record;
}

Napi::Value keyRecord(Napi::Env env, const std::optional<ossl::KeyInfo>& key) {
  if (!key) return env.Null();
  Napi::Object record = Napi::Object::New(env);
  record.Set("type", key->type);
  record.Set("bits", key->bits);
  record.Set("securityBits", key->securityBits);
  record.Set("group", key->group);
  return record;
}

Napi::Value signatureRecord(Napi::Env env, const std::optional<ossl::SignatureInfo>& signature) {
  if (!signature) return env.Null();
  Napi::Object record = Napi::Object::New(env);
  record.Set("name", signature->name);
  record.Set("keyType", signature->keyType);
  record.Set("digest", signature->digest);
  record.Set("pssKey", signature->pssKey);
  return record;
}

Napi::Value flagOrNull(Napi::Env env, const std::optional<bool>& flag) {
  if (!flag) return env.Null();
  return Napi::Boolean::New(env, *flag);
}

Napi::Value compressionRecord(Napi::Env env, const std::optional<ossl::CompressionNote>& note) {
  if (!note) return env.Null();
  Napi::Object record = Napi::Object::New(env);
  record.Set("algorithm", note->algorithm);
  record.Set("originalSize", static_cast<double>(note->originalSize));
  record.Set("size", static_cast<double>(note->size));
  return record;
}

// handshakeInfo(facts)
Napi::Value handshakeInfo(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const ossl::HandshakeInfo& handshake = factsAt(info).handshake;
  Napi::Object record = Napi::Object::New(env);
  record.Set("ownSignature", signatureRecord(env, handshake.ownSignature));
  record.Set("peerSignature", signatureRecord(env, handshake.peerSignature));
  record.Set("ownKey", keyRecord(env, handshake.ownKey));
  record.Set("peerKey", keyRecord(env, handshake.peerKey));
  record.Set("roundTrip", env.Null());
  if (handshake.roundTrip) record.Set("roundTrip", static_cast<double>(*handshake.roundTrip));
  record.Set("compression", napi::toValue(env, handshake.compression));
  record.Set("ownCertificate", compressionRecord(env, handshake.ownCertificate));
  record.Set("peerCertificate", compressionRecord(env, handshake.peerCertificate));
  record.Set("extendedMasterSecret", flagOrNull(env, handshake.extendedMasterSecret));
  record.Set("secureRenegotiation", flagOrNull(env, handshake.secureRenegotiation));
  return record;
}

// handshakeOffers(engine)
Napi::Value handshakeOffers(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const ossl::Offers offers = ossl::readOffers(openEngine(info));
  const auto text = [](Napi::Env inner, const std::string& name) { return Napi::String::New(inner, name); };
  Napi::Object record = Napi::Object::New(env);
  record.Set("clientCiphers", napi::toArray(env, offers.clientCiphers, text));
  record.Set("sharedCiphers", napi::toArray(env, offers.sharedCiphers, text));
  record.Set("sharedSignatures",
             napi::toArray(env, offers.sharedSignatures, [](Napi::Env inner, int code) { return Napi::Number::New(inner, code); }));
  return record;
}

// peerHasName(engine, name, kind)
Napi::Value peerHasName(const Napi::CallbackInfo& info) {
  const std::string kind = info[2].As<Napi::String>();
  const ossl::NameKind which = kind == "address" ? ossl::NameKind::address : kind == "email" ? ossl::NameKind::email : ossl::NameKind::host;
  const bool found = ossl::peerHasName(openEngine(info), info[1].As<Napi::String>(), which);
  return Napi::Boolean::New(info.Env(), found);
}

template <std::vector<ossl::Certificate> (*Read)(const ossl::Api&, SSL*)>
Napi::Value chain(const Napi::CallbackInfo& info) {
  const Engine& engine = openEngine(info);
  return napi::toArray(info.Env(), Read(engine.api(), engine.get()), certificateRecord);
}

// peerChain(facts)
Napi::Value peerChain(const Napi::CallbackInfo& info) {
  const ossl::HandshakeFacts& facts = factsAt(info);
  return napi::toArray(info.Env(), ossl::readPeerChain(facts.library->api, facts.peerChain), certificateRecord);
}

// verdict(engine): what a driver with a policy asks of every connection, in one number: the verify result times 16, plus 1 for a session
// that was resumed, 2 for a peer with a certificate, 4 for one that was verified, 8 for one with a raw public key
Napi::Value verdict(const Napi::CallbackInfo& info) {
  const Engine& engine = openEngine(info);
  const ossl::Api& api = engine.api();
  const bool shown = ossl::peerShowedCertificate(engine);
  const long result = api.SSL_get_verify_result(engine.get());
  const bool finished = api.SSL_is_init_finished(engine.get()) == 1;
  const bool asked = (static_cast<unsigned>(api.SSL_get_verify_mode(engine.get())) & static_cast<unsigned>(SSL_VERIFY_PEER)) != 0;
  const bool resumed = finished && api.SSL_session_reused(engine.get()) == 1;
  const bool rawKey = ossl::peerRawKey(api, engine.get()) != nullptr;
  const bool verified = finished && asked && (shown || rawKey) && result == X509_V_OK;
  return Napi::Number::New(
      info.Env(), static_cast<double>((result * 16) + (resumed ? 1 : 0) + (shown ? 2 : 0) + (verified ? 4 : 0) + (rawKey ? 8 : 0)));
}

// connectionState(engine): the numbers that change while a connection lives, without making a record of all the rest
Napi::Value connectionState(const Napi::CallbackInfo& info) {
  const Engine& engine = openEngine(info);
  const ossl::Api& api = engine.api();
  Napi::Object record = Napi::Object::New(info.Env());
  record.Set("text", api.SSL_state_string_long(engine.get()));
  record.Set("finished", api.SSL_is_init_finished(engine.get()) == 1);
  record.Set("shutdown", api.SSL_get_shutdown(engine.get()));
  record.Set("pending", api.SSL_pending(engine.get()));
  record.Set("hasPending", api.SSL_has_pending(engine.get()) == 1);
  return record;
}

// ocspResponse(engine): what the server has stapled; null if nothing
Napi::Value ocspResponse(const Napi::CallbackInfo& info) {
  const Engine& engine = openEngine(info);
  unsigned char* response = nullptr;
  const long size =
      engine.api().SSL_ctrl(engine.get(), static_cast<int>(SSL_CTRL_GET_TLSEXT_STATUS_REQ_OCSP_RESP), 0, static_cast<void*>(&response));
  if (response == nullptr || size < 0) return info.Env().Null();
  return napi::copyOf(info.Env(), std::vector<unsigned char>(response, response + size));
}

// pskIdentity(engine): of TLS 1.2 and older; null if the handshake used none
Napi::Value pskIdentity(const Napi::CallbackInfo& info) {
  const Engine& engine = openEngine(info);
  const char* identity = engine.api().SSL_get_psk_identity(engine.get());
  if (identity == nullptr) return info.Env().Null();
  return Napi::String::New(info.Env(), identity);
}

// verifyText(library, code)
Napi::Value verifyText(const Napi::CallbackInfo& info) {
  const auto& library = *napi::handleAt<const library::Library>(info, 0);
  return Napi::String::New(info.Env(), library.api.X509_verify_cert_error_string(info[1].As<Napi::Number>().Int32Value()));
}

} // namespace

void exportConnection(Napi::Object exports) {
  exportFunction(exports, "connectionInfo", connectionInfo);
  exportFunction(exports, "connectionState", connectionState);
  exportFunction(exports, "handshakeInfo", handshakeInfo);
  exportFunction(exports, "handshakeOffers", handshakeOffers);
  exportFunction(exports, "peerHasName", peerHasName);
  exportFunction(exports, "handshakeFacts", handshakeFacts);
  exportFunction(exports, "verdict", verdict);
  exportFunction(exports, "peerChain", peerChain);
  exportFunction(exports, "ownCertificate", chain<ossl::readOwnCertificate>);
  exportFunction(exports, "verifiedChain", chain<ossl::readVerifiedChain>);
  exportFunction(exports, "ocspResponse", ocspResponse);
  exportFunction(exports, "pskIdentity", pskIdentity);
  exportFunction(exports, "verifyText", verifyText);
}

} // namespace wrap
