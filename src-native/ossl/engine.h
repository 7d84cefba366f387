// Owns: one SSL with its BIO pair (or its socket descriptor), and one operation at a time on it.
// Must not know: JavaScript, waiting, when to call what. It never calls OpenSSL again by itself after a failure: nor may its caller
// (SSL_get_error(3): after SSL_ERROR_SSL and SSL_ERROR_SYSCALL no further I/O).
#pragma once

#include "ossl/bio_pair.h"
#include "ossl/context.h"
#include "ossl/outcome.h"

#include <optional>
#include <vector>

namespace ossl {

struct EngineSettings {
  std::optional<std::string> serverName; // SNI
  std::optional<std::string> verifyHost;
  std::optional<std::string> verifyIp;
  std::optional<int> verifyMode;
  std::string alpn;              // in wire form
  size_t bufferSize = 0;         // 0: OpenSSL's default
  std::optional<int> descriptor; // a socket in place of the BIO pair; stays the caller's
};

struct Alert {
  int level = 0;
  int description = 0;
};

class Engine {
public:
  // Returns null and fills `failure` if OpenSSL refuses a setting.
  static std::unique_ptr<Engine> create(std::shared_ptr<const Context> context, const EngineSettings& settings, SettingFailure& failure);
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  ~Engine() = default;

  void setConnectState();
  void setAcceptState();
  [[nodiscard]] Outcome connect();
  [[nodiscard]] Outcome accept();
  [[nodiscard]] Outcome handshake();
  [[nodiscard]] Outcome read(unsigned char* into, size_t size);
  [[nodiscard]] Outcome peek(unsigned char* into, size_t size);
  // While a write waits for its retry the bytes are kept here, and the retry sends those: SSL_write(3) demands the same ones.
  [[nodiscard]] Outcome write(const unsigned char* data, size_t size);
  [[nodiscard]] bool isRetryOf(const unsigned char* data, size_t size) const;
  [[nodiscard]] size_t bytesToRetry() const { return unfinished_.size(); }
  [[nodiscard]] Outcome shutdown();

  [[nodiscard]] bool hasPair() const { return network_.isOpen(); }
  [[nodiscard]] BioPair& network() { return network_; }

  [[nodiscard]] SSL* get() const { return ssl_.get(); }
  [[nodiscard]] const Api& api() const { return context_->api(); }
  [[nodiscard]] const Library& library() const { return context_->library(); }
  [[nodiscard]] const std::optional<Alert>& alertSent() const { return alertSent_; }
  [[nodiscard]] const std::optional<Alert>& alertReceived() const { return alertReceived_; }

  [[nodiscard]] bool isOpen() const { return ssl_ != nullptr; }
  void close(); // idempotent

private:
  explicit Engine(std::shared_ptr<const Context> context);
  bool configure(const EngineSettings& settings, SettingFailure& failure);
  bool attach(const EngineSettings& settings, SettingFailure& failure);
  static void watch(int sent, int version, int contentType, const void* data, size_t size, SSL* ssl, void* self);

  std::shared_ptr<const Context> context_; // outlives the SSL: its callbacks point into the context
  BioPair network_;
  SslPointer ssl_; // frees the inner half of the pair
  std::vector<unsigned char> unfinished_;
  std::optional<Alert> alertSent_;
  std::optional<Alert> alertReceived_;
};

} // namespace ossl
