#include "wrap/certificate_record.h"

#include "napi/values.h"

namespace wrap {
namespace {

Napi::Value secondsOrNull(Napi::Env env, const std::optional<long long>& seconds) {
  if (!seconds) return env.Null();
  return Napi::Number::New(env, static_cast<double>(*seconds));
}

} // namespace

Napi::Object certificateRecord(Napi::Env env, const ossl::Certificate& certificate) {
  Napi::Object record = Napi::Object::New(env);
  record.Set("subject", certificate.subject);
  record.Set("issuer", certificate.issuer);
  record.Set("serialNumber", certificate.serialNumber);
  record.Set("notBefore", secondsOrNull(env, certificate.notBefore));
  record.Set("notAfter", secondsOrNull(env, certificate.notAfter));
  record.Set("altNames", napi::toArray(env, certificate.altNames, [](Napi::Env inner, const ossl::AltName& name) {
               Napi::Object entry = Napi::Object::New(inner);
               entry.Set("type", name.type);
               entry.Set("value", name.value);
               return entry;
             }));
  record.Set("keyType", certificate.keyType);
  record.Set("keyBits", certificate.keyBits);
  record.Set("keySecurityBits", certificate.keySecurityBits);
  record.Set("keyGroup", certificate.keyGroup);
  record.Set("signatureAlgorithm", certificate.signatureAlgorithm);
  record.Set("raw", napi::copyOf(env, certificate.der));
  return record;
}

} // namespace wrap
