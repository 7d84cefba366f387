#include "ossl/certificate_compression.h"

#include <algorithm>

namespace ossl {
namespace {

// `len` counts algorithms, whatever SSL_CTX_set1_cert_comp_preference(3) says of bytes; none switches it off.
bool prefer(const Api& api, SSL_CTX* context, std::vector<int> algorithms) {
  return api.SSL_CTX_set1_cert_comp_preference(context, algorithms.data(), algorithms.size()) == 1;
}

bool givenElsewhere(const CompressionSettings& settings, int algorithm) {
  return std::ranges::any_of(settings.compressed, [algorithm](const auto& each) { return each.algorithm == algorithm; });
}

// 0 without a word in the queue: there is no certificate, or it does not get smaller. It is then sent as it is.
bool compressOwn(const Api& api, SSL_CTX* context, const std::vector<int>& algorithms, const CompressionSettings& settings,
                 SettingFailure& failure) {
  for (const int algorithm : algorithms) {
    if (givenElsewhere(settings, algorithm)) continue;
    ErrorScope scope(api);
    if (api.SSL_CTX_compress_certs(context, algorithm) == 1) continue;
    ErrorStack queue = scope.take();
    if (queue.empty()) continue;
    failure = {"certificateCompression", "SSL_CTX_compress_certs", "", std::move(queue)};
    return false;
  }
  return true;
}

bool setElsewhere(const Api& api, SSL_CTX* context, const CompressedCertificate& certificate, SettingFailure& failure) {
  if (api.SSL_CTX_get0_certificate(context) == nullptr) {
    failure = {"compressedCertificates", "SSL_CTX_set1_compressed_cert", "there is no certificate that it could be of", {}};
    return false;
  }
  std::vector<unsigned char> bytes(certificate.bytes.begin(), certificate.bytes.end()); // copied by OpenSSL
  return attempt(api, failure, "compressedCertificates", "SSL_CTX_set1_compressed_cert", [&] {
    return api.SSL_CTX_set1_compressed_cert(context, certificate.algorithm, bytes.data(), bytes.size(), certificate.originalSize) == 1;
  });
}

} // namespace

std::vector<int> compressionsOf(const Library& library) {
  const Api& api = library.api;
  std::vector<int> present;
  if (api.SSL_CTX_set1_cert_comp_preference == nullptr) return present;
  const ErrorScope scope(api);
  const ContextPointer context(api.SSL_CTX_new(api.TLS_server_method()), FreeContext{&library});
  if (context == nullptr) return present;
  ++library.live.contexts; // which the pointer counts down
  // One that it lacks is passed over in silence, unless there is no other.
  for (const long algorithm : {TLSEXT_comp_cert_brotli, TLSEXT_comp_cert_zlib, TLSEXT_comp_cert_zstd})
    if (prefer(api, context.get(), {static_cast<int>(algorithm)})) present.push_back(static_cast<int>(algorithm));
  return present;
}

bool applyCompression(const Api& api, SSL_CTX* context, bool server, const CompressionSettings& settings, SettingFailure& failure) {
  if (settings.algorithms) {
    const auto preferred = [&] { return prefer(api, context, *settings.algorithms); };
    if (!attempt(api, failure, "certificateCompression", "SSL_CTX_set1_cert_comp_preference", preferred)) return false;
    if (server && !compressOwn(api, context, *settings.algorithms, settings, failure)) return false;
  }
  return std::ranges::all_of(settings.compressed, [&](const auto& each) { return setElsewhere(api, context, each, failure); });
}

bool preferCompression(const Api& api, SSL* ssl, std::vector<int> algorithms) {
  return api.SSL_set1_cert_comp_preference(ssl, algorithms.data(), algorithms.size()) == 1;
}

std::optional<CompressedCertificate> compressCertificate(const Api& api, SSL_CTX* context, int algorithm) {
  const ErrorScope scope(api);
  if (api.SSL_CTX_get1_compressed_cert == nullptr || api.SSL_CTX_get0_certificate(context) == nullptr) return std::nullopt;
  unsigned char* data = nullptr;
  CompressedCertificate made;
  made.algorithm = algorithm;
  const size_t size = api.SSL_CTX_get1_compressed_cert(context, algorithm, &data, &made.originalSize);
  if (size == 0 || data == nullptr) return std::nullopt;
  made.bytes.assign(reinterpret_cast<const char*>(data), size);
  api.CRYPTO_free(data, __FILE__, __LINE__);
  return made;
}

std::optional<CompressionNote> compressionIn(const unsigned char* message, size_t size) {
  // RFC 8879, 4: type and length, the algorithm, the length before, the length now.
  constexpr size_t kHeader = 4;
  constexpr size_t kFixed = kHeader + 2 + 3 + 3;
  if (size < kFixed || message[0] != SSL3_MT_COMPRESSED_CERTIFICATE) return std::nullopt;
  const auto number = [message](size_t at, size_t bytes) {
    size_t value = 0;
    for (size_t i = 0; i < bytes; ++i) value = value << 8 | message[at + i];
    return value;
  };
  return CompressionNote{static_cast<int>(number(kHeader, 2)), number(kHeader + 2, 3), number(kHeader + 5, 3)};
}

} // namespace ossl
