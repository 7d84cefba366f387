// DTLS: the parts of an engine that a stream has no use for.
#include "ossl/running.h"
#include "ossl/srtp.h"

#include <chrono>
#include <sys/time.h>

namespace ossl {
namespace {

// SSL_get_error(3) is not for these functions, and what it makes of their -1 depends on what the SSL did before: it is a failure.
Outcome failedIfNegative(Outcome outcome) {
  if (outcome.ret < 0 && !outcome.failed()) outcome.code = static_cast<int>(SSL_ERROR_SSL);
  return outcome;
}

} // namespace

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
