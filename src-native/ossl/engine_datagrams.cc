// DTLS: the parts of an engine that a stream has no use for.
#include "ossl/running.h"
#include "ossl/srtp.h"

#include <chrono>
#include <string_view>
#include <sys/time.h>

namespace ossl {
namespace {

// SSL_get_error(3) is not for these functions, and what it makes of their -1 depends on what the SSL did before: it is a failure.
Outcome failedIfNegative(Outcome outcome) {
  if (outcome.ret < 0 && !outcome.failed()) outcome.code = static_cast<int>(SSL_ERROR_SSL);
  return outcome;
}

// RFC 6347, 4.1: type(1) version(2) epoch(2) sequence(6) length(2).
constexpr size_t kRecordHeader = 13;
constexpr size_t kEpochAt = 3;
constexpr size_t kLengthAt = 11;

size_t twoBytes(const unsigned char* at) { return static_cast<size_t>(at[0]) << 8U | at[1]; }

// The shortest encrypted record: an explicit nonce and a tag (RFC 5288, RFC 6655, RFC 7905). Of other ciphers OpenSSL itself finds a record
// too short. As long as there is no cipher, what comes first is a Finished, which is longer than any.
size_t shortestRecord(const Api& api, const SSL* ssl) {
  constexpr size_t kNonceAndTag = 24;
  constexpr size_t kShortTag = 16;
  const SSL_CIPHER* cipher = api.SSL_get_current_cipher(ssl);
  if (cipher == nullptr) return kNonceAndTag;
  const std::string_view name = api.SSL_CIPHER_get_name(cipher);
  const auto has = [&](const char* part) { return name.find(part) != std::string_view::npos; };
  if (has("CCM8") || has("CHACHA20")) return kShortTag;
  return has("GCM") || has("CCM") ? kNonceAndTag : 0;
}

// Whether a record of it is encrypted and shorter than any can be. RFC 6347, 4.1.2.7 has such a record dropped; 1.1.1 to 4.0, but for the
// newest patches, take it for the end of the connection, and anybody can send one.
bool endsConnections(const unsigned char* data, size_t size, size_t shortest) {
  for (size_t at = 0; at + kRecordHeader <= size;) {
    const size_t length = twoBytes(data + at + kLengthAt);
    if (twoBytes(data + at + kEpochAt) > 0 && length < shortest) return true;
    at += kRecordHeader + length;
  }
  return false;
}

} // namespace

void Engine::feedDatagram(const unsigned char* data, size_t size) {
  const Running running(*this);
  if (!endsConnections(data, size, shortestRecord(api(), get()))) datagrams_.feed(data, size);
}

bool Engine::attachDatagrams(const EngineSettings& settings, SettingFailure& failure) {
  const Running running(*this);
  BIO* bio = datagrams_.open(library());
  if (bio == nullptr) {
    failure = {"context", "BIO_new", "", {}};
    return false;
  }
  api().SSL_set_bio(get(), bio, bio); // one BIO for both directions: one reference is taken over (SSL_set_bio(3))
  if (!applySrtpProfiles(api(), get(), settings.srtpProfiles, failure)) return false;
  if (!settings.mtu && !settings.linkMtu) return true;
  // Without it the handshake's first step forgets the number and asks the BIO.
  api().SSL_set_options(get(), static_cast<uint64_t>(SSL_OP_NO_QUERY_MTU));
  const auto set = [&](const std::optional<int>& mtu, long command, const char* setting, const char* function) {
    if (!mtu || api().SSL_ctrl(get(), static_cast<int>(command), *mtu, nullptr) > 0) return true;
    failure = {setting, function, "", {}};
    return false;
  };
  return set(settings.mtu, SSL_CTRL_SET_MTU, "mtu", "SSL_set_mtu") &&
         set(settings.linkMtu, DTLS_CTRL_SET_LINK_MTU, "linkMtu", "DTLS_set_link_mtu");
}

Outcome Engine::listen() {
  constexpr bool kZeroIsAnAnswer = true; // no ClientHello with a good cookie yet
  using Address = Pointer<BIO_ADDR, &Api::BIO_ADDR_free>;
  const Address peer(api().BIO_ADDR_new(), {&api()}); // it must be given, and stays empty: a queue has no peer
  return failedIfNegative(run([&](size_t&) { return api().DTLSv1_listen(get(), peer.get()); }, kZeroIsAnAnswer));
}

Outcome Engine::handleTimeout() {
  constexpr bool kZeroIsAnAnswer = true; // nothing had expired
  return failedIfNegative(
      run([this](size_t&) { return static_cast<int>(api().SSL_ctrl(get(), static_cast<int>(DTLS_CTRL_HANDLE_TIMEOUT), 0, nullptr)); },
          kZeroIsAnAnswer));
}

std::optional<long> Engine::timeout() {
  const Running running(*this);
  timeval left = {};
  if (api().SSL_ctrl(get(), static_cast<int>(DTLS_CTRL_GET_TIMEOUT), 0, &left) != 1) return std::nullopt;
  // Rounded up: who waits for so long finds that the time is over.
  const auto microseconds = std::chrono::seconds(left.tv_sec) + std::chrono::microseconds(left.tv_usec);
  return static_cast<long>(std::chrono::ceil<std::chrono::milliseconds>(microseconds).count());
}

size_t Engine::dataMtu() {
  const Running running(*this);
  return api().DTLS_get_data_mtu(get());
}

} // namespace ossl
