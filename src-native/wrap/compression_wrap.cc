#include "napi/values.h"
#include "ossl/context.h"
#include "wrap/compression.h"
#include "wrap/exports.h"
#include "wrap/kinds.h"

namespace wrap {
namespace {

ossl::CompressedCertificate compressedOf(const Napi::Object& object) {
  ossl::CompressedCertificate certificate;
  certificate.algorithm = object.Get("algorithm").As<Napi::Number>().Int32Value();
  certificate.bytes = napi::optionalBytes(object, "bytes").value_or("");
  certificate.originalSize = static_cast<size_t>(object.Get("originalSize").As<Napi::Number>().Int64Value());
  return certificate;
}

// libraryCompressions(library): the numbers of the algorithms that it has
Napi::Value libraryCompressions(const Napi::CallbackInfo& info) {
  const auto library = napi::handleAt<const library::Library>(info, 0);
  const auto number = [](Napi::Env env, int algorithm) { return Napi::Number::New(env, algorithm); };
  return napi::toArray(info.Env(), ossl::compressionsOf(*library), number);
}

// contextCompressedCertificate(context, algorithm): {bytes, originalSize} or null
Napi::Value contextCompressedCertificate(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const auto context = napi::handleAt<ossl::Context>(info, 0);
  const auto made = ossl::compressCertificate(context->api(), context->get(), info[1].As<Napi::Number>().Int32Value());
  if (!made) return env.Null();
  Napi::Object record = Napi::Object::New(env);
  record.Set("bytes", napi::copyOf(env, std::vector<unsigned char>(made->bytes.begin(), made->bytes.end())));
  record.Set("originalSize", static_cast<double>(made->originalSize));
  return record;
}

} // namespace

std::optional<std::vector<int>> compressionsIn(const Napi::Object& options, const char* name) {
  const Napi::Value value = options.Get(name);
  if (!value.IsArray()) return std::nullopt;
  const auto list = value.As<Napi::Array>();
  std::vector<int> algorithms;
  algorithms.reserve(list.Length());
  for (uint32_t i = 0; i < list.Length(); ++i) algorithms.push_back(list.Get(i).As<Napi::Number>().Int32Value());
  return algorithms;
}

void takeCompression(ossl::CompressionSettings& settings, const Napi::Object& options) {
  settings.algorithms = compressionsIn(options, "certificateCompression");
  const auto compressed = options.Get("compressedCertificates").As<Napi::Array>();
  for (uint32_t i = 0; i < compressed.Length(); ++i) settings.compressed.push_back(compressedOf(compressed.Get(i).As<Napi::Object>()));
}

void exportCompression(Napi::Object exports) {
  exportFunction(exports, "libraryCompressions", libraryCompressions);
  exportFunction(exports, "contextCompressedCertificate", contextCompressedCertificate);
}

} // namespace wrap
