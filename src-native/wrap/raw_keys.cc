#include "wrap/raw_keys.h"

#include "ossl/handshake_facts.h"
#include "wrap/engine_call.h"
#include "wrap/exports.h"

namespace wrap {
namespace {

// peerPublicKey(facts): that of the certificate, where it showed one; null if it showed nothing
Napi::Value peerPublicKey(const Napi::CallbackInfo& info) {
  const auto facts = napi::handleAt<ossl::HandshakeFacts>(info, 0);
  const ossl::Api& api = facts->library->api;
  const EVP_PKEY* key = facts->peerKey.get();
  if (key == nullptr && !facts->peerChain.empty()) key = api.X509_get0_pubkey(facts->peerChain.front().get());
  return publicKeyRecord(info.Env(), api, key);
}

// sessionPeerKey(session): the raw public key that its peer showed; null if it showed none
Napi::Value sessionPeerKey(const Napi::CallbackInfo& info) {
  const auto session = napi::handleAt<ossl::Session>(info, 0);
  const ossl::Api& api = session->library().api;
  if (api.SSL_SESSION_get0_peer_rpk == nullptr) return info.Env().Null();
  return publicKeyRecord(info.Env(), api, api.SSL_SESSION_get0_peer_rpk(session->get()));
}

// engineExpectsPeer(engine)
Napi::Value engineExpectsPeer(const Napi::CallbackInfo& info) { return Napi::Boolean::New(info.Env(), openEngine(info).expectsPeer()); }

} // namespace

ossl::RawKeySettings rawKeysOf(const Napi::Object& options) {
  ossl::RawKeySettings settings;
  const Napi::Value value = options.Get("rawKeys");
  if (value.IsUndefined()) return settings;
  const auto given = value.As<Napi::Object>();
  settings.serverTypes = napi::optionalBytes(given, "serverTypes");
  settings.clientTypes = napi::optionalBytes(given, "clientTypes");
  const auto keys = given.Get("expected").As<Napi::Array>();
  for (uint32_t i = 0; i < keys.Length(); ++i) {
    const auto bytes = keys.Get(i).As<Napi::Uint8Array>();
    settings.expected.emplace_back(reinterpret_cast<const char*>(bytes.Data()), bytes.ByteLength());
  }
  return settings;
}

Napi::Value publicKeyRecord(Napi::Env env, const ossl::Api& api, const EVP_PKEY* key) {
  if (key == nullptr) return env.Null();
  const ossl::PublicKey read = ossl::readPublicKey(api, key);
  Napi::Object record = Napi::Object::New(env);
  record.Set("type", read.info.type);
  record.Set("bits", read.info.bits);
  record.Set("securityBits", read.info.securityBits);
  record.Set("group", read.info.group);
  record.Set("raw", napi::copyOf(env, read.der));
  return record;
}

void exportRawKeys(Napi::Object exports) {
  exportFunction(exports, "peerPublicKey", peerPublicKey);
  exportFunction(exports, "sessionPeerKey", sessionPeerKey);
  exportFunction(exports, "engineExpectsPeer", engineExpectsPeer);
}

} // namespace wrap
