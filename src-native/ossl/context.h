// Owns: an SSL_CTX and the settings put into it. What is not given stays as OpenSSL (and its openssl.cnf) has it.
// Must not know: JavaScript, connections.
#pragma once

#include "ossl/asking.h"
#include "ossl/certificate_compression.h"
#include "ossl/custom_extensions.h"
#include "ossl/error_queue.h"
#include "ossl/handles.h"
#include "ossl/passphrase.h"
#include "ossl/private_key.h"
#include "ossl/raw_keys.h"
#include "ossl/reading.h"
#include "ossl/setting_call.h"
#include "ossl/verify_parameters.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ossl {

class Context;

struct CaSource {
  enum class Kind { text, file, directory, defaultPaths };
  Kind kind = Kind::text;
  std::string value;
};

// A setting that is one call of SSL_CTX_ctrl: most setters of the C API are macros over it.
struct ControlSetting {
  std::string setting;
  std::string function; // the macro's name
  int command = 0;
  long number = 0;
  std::optional<std::string> text;
  bool answersOne = true; // false: the call returns the old or the new value, and cannot fail
};

// A setting that is one function with one number.
struct NumberSetting {
  std::string setting;
  std::string function;
  uint64_t value = 0;
};

// A certificate and its key. Only one of them where `conf` brings the other.
struct IdentitySetting {
  std::string place;                      // before `certificate` and `privateKey`, where a refusal names them
  std::optional<std::string> certificate; // PEM: the leaf first, then its chain
  std::optional<std::string> privateKey;  // PEM
  std::shared_ptr<PrivateKey> key;        // in place of it
  PassphrasePointer passphrase;
};

// A certificate, its key and its chain in one file, RFC 7292.
struct Pkcs12Setting {
  std::string setting; // by which a refusal names it
  std::string data;    // DER
  PassphrasePointer passphrase;
  bool asks = false;     // the passphrase comes from a callback, which is asked only if the file wants one
  bool trustCas = false; // the certificates of its chain are trusted
  bool nameCas = false;  // a server names them when it asks for a certificate
};

struct ContextSettings {
  bool server = false;
  bool datagrams = false; // DTLS in place of TLS
  Home home;
  std::vector<ControlSetting> controls;
  std::vector<NumberSetting> numbers;
  std::optional<std::string> cipherList;
  std::optional<std::string> cipherSuites;
  std::optional<std::string> sessionIdContext; // bytes
  std::vector<IdentitySetting> identities;
  std::vector<Pkcs12Setting> pkcs12;
  PassphrasePointer passphrase; // of the keys that `conf` names
  std::vector<CaSource> ca;
  std::shared_ptr<const Context> trustOf; // in place of `ca`: whose store of trusted certificates is shared
  std::optional<int> verifyMode;
  std::vector<std::string> crls; // PEM
  VerifyParameters verifyParameters;
  std::vector<std::string> clientCas; // PEM
  std::optional<std::string> dhParameters;
  std::optional<int> ctValidation; // SSL_CT_VALIDATION_…
  std::optional<std::string> ctLogFile;
  std::string alpn; // in wire form: each name behind its length
  std::vector<std::pair<std::string, std::string>> conf;
  unsigned observed = 0; // bits of Observed
  unsigned asked = 0;    // bits of Ask: what its owner wants to decide
  int number = 0;        // by which its owner knows it again in a Question
  std::optional<std::string> pskIdentityHint;
  std::optional<std::string> ticketKeys; // bytes
  RawKeySettings rawKeys;
  CompressionSettings compression;
  std::vector<ExtensionSetting> extensions;
  std::optional<std::string> srtpProfiles;
};

class Context {
public:
  // Returns null and fills `failure` if OpenSSL refuses a setting.
  static std::shared_ptr<Context> create(std::shared_ptr<const Library> library, const ContextSettings& settings, SettingFailure& failure);
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  ~Context() = default;

  // Makes `version` the oldest protocol, unless an older one is out of the question already: by a setting, or by openssl.cnf.
  void raiseMinProtocol(int version) const;

  // A certificate and its key: what SSL_use_cert_and_key(3) must be given, or it reads through null.
  [[nodiscard]] bool hasCertificate() const;
  // That, or a key that is shown without.
  [[nodiscard]] bool hasIdentity() const;
  [[nodiscard]] const ExpectedKeys& expectedKeys() const { return expectedKeys_; }
  // A server with a certificate callback takes itself for able to speak TLS 1.3, whatever certificate it has: this one is able.
  [[nodiscard]] bool isTheSameWithCertificateCallback() const { return signsInTls13_; }

  [[nodiscard]] const Library& library() const { return *library_; }
  [[nodiscard]] const std::shared_ptr<const Library>& sharedLibrary() const { return library_; }
  [[nodiscard]] unsigned observed() const { return observed_; }
  [[nodiscard]] bool isServer() const { return server_; }
  [[nodiscard]] bool isDatagram() const { return datagrams_; }
  [[nodiscard]] bool asks(Ask what) const { return (asked_ & bitOf(what)) != 0; }
  [[nodiscard]] bool asksAnything() const { return asked_ != 0; }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] const Api& api() const { return library_->api; }
  [[nodiscard]] SSL_CTX* get() const { return context_.get(); }

private:
  Context(std::shared_ptr<const Library> library, const ContextSettings& settings);
  static int selectAlpn(SSL* ssl, const unsigned char** out, unsigned char* outLength, const unsigned char* offered,
                        unsigned int offeredLength, void* self);

  std::shared_ptr<const Library> library_; // outlives context_, which is freed through its table; its library context lives as long
  std::string alpn_;                       // the ALPN callback reads it for as long as the SSL_CTX lives
  bool server_ = false;
  bool datagrams_ = false;
  unsigned observed_ = 0;
  unsigned asked_ = 0;
  int number_ = 0;
  bool signsInTls13_ = false; // of a server
  ExpectedKeys expectedKeys_;
  CustomExtensions extensions_;                         // OpenSSL points into them
  std::vector<std::shared_ptr<const PrivateKey>> keys_; // a key from a module needs the module for as long as the SSL_CTX lives
  ContextPointer context_;
};

} // namespace ossl
