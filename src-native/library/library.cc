#include "library/library.h"

#include "library/configuration.h"

#include <cstring>
#include <mutex>
#include <set>

namespace library {
namespace {

constexpr unsigned long kOldestVersion = 0x10101000L; // 1.1.1

// LibreSSL keeps OpenSSL's names and reports the version number 2.0.0 for ever; BoringSSL has functions that OpenSSL never had.
// Both would pass for OpenSSL until the first struct or constant that differs, so they are turned down by name.
std::string nameOfFork(const SharedLibrary& crypto, const SharedLibrary& ssl, const std::string& versionText) {
  if (versionText.find("LibreSSL") != std::string::npos) return "LibreSSL";
  if (versionText.find("BoringSSL") != std::string::npos || ssl.symbol("SSL_CTX_set_custom_verify") != nullptr) {
    return crypto.symbol("awslc_version_string") != nullptr ? "AWS-LC" : "BoringSSL";
  }
  return "";
}

LoadResult turnedDown(std::string reason) { return {nullptr, std::move(reason), false}; }

// What every candidate has to pass, in the order that gives the most telling reason.
LoadResult examine(const std::shared_ptr<Library>& library) {
  const auto versionText = reinterpret_cast<const char* (*)(int)>(library->crypto.symbol("OpenSSL_version"));
  const auto versionNumber = reinterpret_cast<unsigned long (*)()>(library->crypto.symbol("OpenSSL_version_num"));
  if (versionText == nullptr || versionNumber == nullptr) return turnedDown("it exports no OpenSSL_version: not OpenSSL 1.1.1 or later");
  library->versionText = versionText(static_cast<int>(OPENSSL_VERSION));
  library->versionNumber = versionNumber();

  const std::string fork = nameOfFork(library->crypto, library->ssl, library->versionText);
  if (!fork.empty()) return turnedDown("it is " + fork + " (" + library->versionText + "), not OpenSSL");
  if (library->versionNumber < kOldestVersion) return turnedDown(library->versionText + " is older than 1.1.1");

  const std::string missing = resolve(library->api, library->crypto, library->ssl);
  if (!missing.empty()) return turnedDown(library->versionText + " lacks the required function " + missing);

  library->cryptoFile = library->crypto.fileOf("OpenSSL_version_num");
  library->sslFile = library->ssl.fileOf("SSL_CTX_new");
  return {library, "", false};
}

// NO_ATEXIT: an exit handler would free OpenSSL's state under threads that still run.
constexpr uint64_t kOptions = static_cast<uint64_t>(OPENSSL_INIT_NO_ATEXIT | OPENSSL_INIT_LOAD_CRYPTO_STRINGS);

bool initialise(const Api& api, uint64_t further = 0) {
  return api.OPENSSL_init_ssl(kOptions | static_cast<uint64_t>(OPENSSL_INIT_LOAD_SSL_STRINGS) | further, nullptr) == 1;
}

bool configure(const Library& library) {
  const Api& api = library.api;
  if (api.OPENSSL_init_crypto(kOptions, nullptr) != 1) return false; // reads no openssl.cnf yet
  const std::unique_ptr<Configuration> configuration = takeOverDefault(library);
  const bool done = configuration == nullptr
                        ? initialise(api)
                        : initialise(api, static_cast<uint64_t>(OPENSSL_INIT_NO_LOAD_CONFIG)) && configuration->obey(kDefaultFlags);
  api.ERR_clear_error();
  return done;
}

// Every thread that loads the library comes here, and openssl.cnf is obeyed once.
bool configureOnce(const Library& library) {
  static std::mutex lock;
  static std::set<std::string> configured; // by the name of libcrypto, of which the process has one each
  const std::lock_guard guard(lock);
  if (configured.contains(library.cryptoName)) return true;
  if (!configure(library)) return false;
  if (!library.cryptoName.empty()) configured.insert(library.cryptoName);
  return true;
}

} // namespace

bool Library::has(const std::string& name) const { return ssl.symbol(name.c_str()) != nullptr || crypto.symbol(name.c_str()) != nullptr; }

LoadResult loadFiles(const std::string& cryptoFile, const std::string& sslFile) {
  std::string error;
  // libcrypto first: opened by libssl's own reference it would be the system's, whatever folder libssl came from.
  const SharedLibrary crypto = SharedLibrary::open(cryptoFile, error);
  if (!crypto.isOpen()) return turnedDown(error);
  const SharedLibrary ssl = SharedLibrary::open(sslFile, error);
  if (!ssl.isOpen()) return turnedDown(error);
  return loadOpened(crypto, ssl);
}

LoadResult loadOpened(const SharedLibrary& crypto, const SharedLibrary& ssl) {
  auto library = std::make_shared<Library>();
  library->crypto = crypto;
  library->ssl = ssl;
  library->cryptoName = crypto.soname();
  library->sslName = ssl.soname();
  LoadResult result = examine(library);
  if (result.library == nullptr) return result;
  // Before anything is initialised: a poisoned library must not run its set-up on Node's OpenSSL.
  library->isolation = proveIsolation(library->api, library->crypto, library->ssl);
  if (library->isolation.state == Isolation::failed)
    return {nullptr, library->versionText + " is not isolated: " + library->isolation.detail, true};
  library->api.queueIsShared = library->isolation.state == Isolation::shared;
  const bool initialised = library->api.queueIsShared ? initialise(library->api) : configureOnce(*library);
  if (!initialised) return turnedDown(library->versionText + ": OPENSSL_init_ssl failed (a faulty openssl.cnf?)");
  return result;
}

LoadResult loadNodesOwn() {
  auto library = std::make_shared<Library>();
  library->crypto = SharedLibrary::ofProcess();
  library->ssl = library->crypto;
  LoadResult result = examine(library);
  if (result.library == nullptr) return turnedDown("this Node's executable: " + result.reason);
  library->isolation = {Isolation::embedded, "Node's own OpenSSL, shared with node:tls and node:crypto"};
  library->api.queueIsShared = true;
  if (!initialise(library->api)) return turnedDown(library->versionText + ": OPENSSL_init_ssl failed");
  return result;
}

} // namespace library
