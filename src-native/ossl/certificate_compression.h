// Owns: compressed certificates (RFC 8879): how they may be compressed, what a server has compressed beforehand, and what a
// CompressedCertificate message says of itself.
// Must not know: connections' ends, JavaScript.
#pragma once

#include "ossl/handles.h"
#include "ossl/setting_call.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ossl {

// A server's Certificate message, compressed elsewhere.
struct CompressedCertificate {
  int algorithm = 0;
  std::string bytes;
  size_t originalSize = 0;
};

struct CompressionSettings {
  std::optional<std::vector<int>> algorithms; // in order of preference; none of them: off. Each is one that the library has
  std::vector<CompressedCertificate> compressed;
};

// What a CompressedCertificate message says: how, and what became of how many bytes.
struct CompressionNote {
  int algorithm = 0;
  size_t originalSize = 0;
  size_t size = 0;
};

// The algorithms that this library was built with, in the order in which it prefers them itself.
[[nodiscard]] std::vector<int> compressionsOf(const Library& library);

// After the certificates: a server compresses its own at once, for all connections. Returns false and fills `failure` if OpenSSL refuses.
[[nodiscard]] bool applyCompression(const Api& api, SSL_CTX* context, bool server, const CompressionSettings& settings,
                                    SettingFailure& failure);
// Of one connection.
[[nodiscard]] bool preferCompression(const Api& api, SSL* ssl, std::vector<int> algorithms);

// A server's certificate, the one that was given last, as OpenSSL compresses it. None where it cannot: no certificate, or no such
// algorithm.
[[nodiscard]] std::optional<CompressedCertificate> compressCertificate(const Api& api, SSL_CTX* context, int algorithm);

// Reads a handshake message with its header; none if it is another one.
[[nodiscard]] std::optional<CompressionNote> compressionIn(const unsigned char* message, size_t size);

} // namespace ossl
