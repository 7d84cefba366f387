#include "ossl/deciders.h"
#include "ossl/observers.h"
#include "ossl/running.h"

#include <cstring>

namespace ossl {
namespace {

// The key log, info, session and verify callbacks get no argument of ours: they find the engine here.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables) -- one of each thread, set and restored by Running
thread_local Engine* runningEngine = nullptr;

} // namespace

Engine* Engine::current() { return runningEngine; }
Engine* Engine::enter(Engine* engine) { return std::exchange(runningEngine, engine); }

template <typename Request>
bool Engine::request(const char* setting, const char* function, Request request, SettingFailure& failure) {
  ErrorScope scope(api());
  if (request(get()) == 1) return true;
  failure = {setting, function, "", scope.take()};
  return false;
}

Engine::Engine(std::shared_ptr<const Context> context) : context_(std::move(context)), ssl_(nullptr, FreeSsl{&context_->library()}) {}

std::unique_ptr<Engine> Engine::create(std::shared_ptr<const Context> context, const EngineSettings& settings, SettingFailure& failure) {
  std::unique_ptr<Engine> self(new Engine(std::move(context)));
  ErrorScope scope(self->api());
  self->ssl_.reset(self->api().SSL_new(self->context_->get()));
  if (self->ssl_ == nullptr) {
    failure = {"context", "SSL_new", "", scope.take()};
    return nullptr;
  }
  ++self->library().live.connections;
  self->asker_ = settings.asker;
  if (!self->configure(settings, failure) || !self->attach(settings, failure)) {
    if (failure.queue.empty()) failure.queue = scope.take();
    return nullptr;
  }
  return self;
}

bool Engine::configure(const EngineSettings& settings, SettingFailure& failure) {
  const Api& api = this->api();
  SSL* ssl = get();
  const auto refuse = [&failure](const char* setting, const char* function) {
    failure = {setting, function, "", {}};
    return false;
  };

  // The bytes of an unfinished write move into this object, so the retry comes from another address. Nothing on the wire changes.
  api.SSL_ctrl(ssl, static_cast<int>(SSL_CTRL_MODE), SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER, nullptr);
  api.SSL_set_msg_callback(ssl, &Engine::watch);
  api.SSL_ctrl(ssl, static_cast<int>(SSL_CTRL_SET_MSG_CALLBACK_ARG), 0, this);

  if (settings.serverName) {
    auto* name = const_cast<char*>(settings.serverName->c_str());
    if (api.SSL_ctrl(ssl, static_cast<int>(SSL_CTRL_SET_TLSEXT_HOSTNAME), TLSEXT_NAMETYPE_host_name, name) != 1)
      return refuse("serverName", "SSL_set_tlsext_host_name");
  }
  if (!applyVerifyParameters(api, api.SSL_get0_param(ssl), settings.verifyParameters, failure)) return false;
  // Behind the server name, which it would make of its own name if there were none.
  if (settings.dane && !applyDane(api, context_->get(), ssl, *settings.dane, failure)) return false;
  if (!configureRawKeys(settings, failure)) return false;
  if (settings.verifyHost && api.SSL_set1_host(ssl, settings.verifyHost->c_str()) != 1) return refuse("verifyHost", "SSL_set1_host");
  if (settings.verifyIp && api.X509_VERIFY_PARAM_set1_ip_asc(api.SSL_get0_param(ssl), settings.verifyIp->c_str()) != 1)
    return refuse("verifyIp", "X509_VERIFY_PARAM_set1_ip_asc");
  if (settings.statusType && api.SSL_ctrl(ssl, static_cast<int>(SSL_CTRL_SET_TLSEXT_STATUS_REQ_TYPE), *settings.statusType, nullptr) != 1)
    return refuse("statusType", "SSL_set_tlsext_status_type");
  if (settings.compression && !preferCompression(api, ssl, *settings.compression))
    return refuse("certificateCompression", "SSL_set1_cert_comp_preference");
  observeConnection(api, ssl, context_->observed());
  if (context_->isDatagram() && asks(Ask::timer)) api.DTLS_set_timer_cb(ssl, decideTimer);
  if (settings.session != nullptr && api.SSL_set_session(ssl, settings.session->get()) != 1) return refuse("session", "SSL_set_session");
  api.SSL_set_verify(ssl, settings.verifyMode.value_or(api.SSL_get_verify_mode(ssl)), decideVerification);
  if (!settings.alpn.empty()) {
    const auto* names = reinterpret_cast<const unsigned char*>(settings.alpn.data());
    constexpr int kTaken = 0; // 0 is success here
    if (api.SSL_set_alpn_protos(ssl, names, static_cast<unsigned int>(settings.alpn.size())) != kTaken)
      return refuse("alpn", "SSL_set_alpn_protos");
  }
  return !settings.ech || applyEch(api, ssl, *settings.ech, failure);
}

bool Engine::attach(const EngineSettings& settings, SettingFailure& failure) {
  if (settings.bare) return true;
  if (context_->isDatagram()) return attachDatagrams(settings, failure);
  if (settings.descriptor) {
    if (api().SSL_set_fd(get(), *settings.descriptor) == 1) return true;
    failure = {"fd", "SSL_set_fd", "", {}};
    return false;
  }
  return attachPair(settings.bufferSize, failure);
}

bool Engine::attachPair(size_t bufferSize, SettingFailure& failure) {
  BIO* inner = nullptr;
  if (!network_.open(library(), bufferSize, inner)) {
    failure = {"bufferSize", "BIO_new_bio_pair", "", {}};
    return false;
  }
  api().SSL_set_bio(get(), inner, inner); // one BIO for both directions: one reference is taken over (SSL_set_bio(3))
  return true;
}

// Alerts are always noted, as two bytes, level and description (RFC 8446, 6); everything else only for those who ask.
void Engine::watch(int sent, int version, int contentType, const void* data, size_t size, SSL*, void* self) {
  if (self == nullptr) return;
  const auto* bytes = static_cast<const unsigned char*>(data);
  auto& engine = *static_cast<Engine*>(self);
  if ((engine.context_->observed() & kMessages) != 0) noteMessage(engine, sent != 0, version, contentType, bytes, size);
  if (contentType == SSL3_RT_HANDSHAKE) {
    if (const auto note = compressionIn(bytes, size)) (sent != 0 ? engine.compressionSent_ : engine.compressionReceived_) = note;
    return;
  }
  if (contentType != SSL3_RT_ALERT || size < 2) return;
  (sent != 0 ? engine.alertSent_ : engine.alertReceived_) = Alert{bytes[0], bytes[1]};
}

void Engine::setConnectState() { api().SSL_set_connect_state(get()); }
void Engine::setAcceptState() { api().SSL_set_accept_state(get()); }

Outcome Engine::connect() {
  return run([this](size_t&) { return api().SSL_connect(get()); });
}

Outcome Engine::accept() {
  return run([this](size_t&) { return api().SSL_accept(get()); });
}

Outcome Engine::handshake() {
  return run([this](size_t&) { return api().SSL_do_handshake(get()); });
}

Outcome Engine::read(unsigned char* into, size_t size) {
  return run([&](size_t& count) { return api().SSL_read_ex(get(), into, size, &count); });
}

Outcome Engine::peek(unsigned char* into, size_t size) {
  return run([&](size_t& count) { return api().SSL_peek_ex(get(), into, size, &count); });
}

Outcome Engine::write(const unsigned char* data, size_t size) {
  constexpr bool kEarly = false;
  return writeOrRetry(data, size, kEarly, api().SSL_write_ex);
}

Outcome Engine::writeEarlyData(const unsigned char* data, size_t size) {
  constexpr bool kEarly = true;
  return writeOrRetry(data, size, kEarly, api().SSL_write_early_data);
}

Outcome Engine::readEarlyData(unsigned char* into, size_t size) {
  return run([&](size_t& count) { return api().SSL_read_early_data(get(), into, size, &count); });
}

template <typename Write>
Outcome Engine::writeOrRetry(const unsigned char* data, size_t size, bool early, Write write) {
  const bool retry = !unfinished_.empty();
  const unsigned char* from = retry ? unfinished_.data() : data;
  const size_t length = retry ? unfinished_.size() : size;
  Outcome outcome = run([&](size_t& count) { return write(get(), from, length, &count); });
  const bool finished = outcome.ret > 0 || outcome.failed() || outcome.code == SSL_ERROR_ZERO_RETURN;
  if (finished) {
    unfinished_.clear();
  } else if (!retry) {
    unfinished_.assign(data, data + size);
    unfinishedIsEarly_ = early;
  }
  return outcome;
}

bool Engine::isRetryOf(const unsigned char* data, size_t size) const {
  return size == unfinished_.size() && std::memcmp(data, unfinished_.data(), size) == 0;
}

Outcome Engine::shutdown() {
  constexpr bool kZeroIsAnAnswer = true; // sent, not answered yet
  return run([this](size_t&) { return api().SSL_shutdown(get()); }, kZeroIsAnAnswer);
}

Outcome Engine::stateless() {
  constexpr bool kZeroIsAnAnswer = true; // a HelloRetryRequest was sent
  return run([this](size_t&) { return api().SSL_stateless(get()); }, kZeroIsAnAnswer);
}

bool Engine::keyUpdate(bool peerToo, SettingFailure& failure) {
  const long type = peerToo ? SSL_KEY_UPDATE_REQUESTED : SSL_KEY_UPDATE_NOT_REQUESTED;
  return request("keyUpdate", "SSL_key_update", [&](SSL* ssl) { return api().SSL_key_update(ssl, static_cast<int>(type)); }, failure);
}

bool Engine::renegotiate(bool abbreviated, SettingFailure& failure) {
  if (abbreviated) return request("renegotiate", "SSL_renegotiate_abbreviated", api().SSL_renegotiate_abbreviated, failure);
  return request("renegotiate", "SSL_renegotiate", api().SSL_renegotiate, failure);
}

bool Engine::requestClientCertificate(SettingFailure& failure) {
  return request("requestClientCertificate", "SSL_verify_client_post_handshake", api().SSL_verify_client_post_handshake, failure);
}

std::shared_ptr<Session> Engine::session() const {
  SSL_SESSION* session = api().SSL_get1_session(get());
  return session != nullptr ? std::make_shared<Session>(sharedLibrary(), session) : nullptr;
}

void Engine::noteTurnedDown(TurnedDown what) {
  if (!turnedDown_) turnedDown_ = std::move(what);
}

void Engine::leave(std::shared_ptr<Asker> asker) {
  poolAsker_ = std::move(asker);
  place_ = Place::away;
}

void Engine::comeBack() {
  poolAsker_.reset();
  place_ = Place::here;
}

void Engine::pauseBeforeKeys() {
  pause_ = Pause::wanted;
  stopBeforeKeysOf(*context_);
}

void Engine::stopBeforeKeysOf(const Context& context) {
  if (pause_ != Pause::wanted || context.asks(Ask::certificate) || !context.isTheSameWithCertificateCallback()) return;
  api().SSL_set_cert_cb(get(), decideCertificate, const_cast<Context*>(&context));
}

bool Engine::stopsHere() {
  if (pause_ != Pause::wanted) return false;
  pause_ = Pause::now;
  return true;
}

bool Engine::goesOnHere() {
  if (pause_ != Pause::now) return false;
  pause_ = Pause::none;
  return true;
}

bool Engine::isFinishing() const {
  constexpr size_t kOnlyItsSize = 0;
  if (api().SSL_get_finished(get(), nullptr, kOnlyItsSize) == 0) return false;
  const bool awaitsCertificate = context_->isServer() && (api().SSL_get_verify_mode(get()) & static_cast<int>(SSL_VERIFY_PEER)) != 0;
  return !awaitsCertificate;
}

bool Engine::canSuspend(Ask what) const {
  constexpr unsigned long kWithRetryVerify = 0x30000020UL; // 3.0.2: SSL_set_retry_verify(3), of a server's certificate
  if (what == Ask::certVerify) return !context_->isServer() && library().versionNumber >= kWithRetryVerify;
  return what == Ask::clientHello || what == Ask::certificate;
}

Answer Engine::ask(const Question& question) {
  Asker* asker = poolAsker_ != nullptr ? poolAsker_.get() : asker_.get();
  if (asker == nullptr) return {};
  const KeptErrors kept(api()); // SSL_get_error will look at them when the operation is over
  const int systemError = errno;
  Answer answer = asker->ask(*this, question);
  errno = systemError;
  return answer;
}

bool Engine::switchTo(const std::shared_ptr<const Context>& context) {
  if (api().SSL_set_SSL_CTX(get(), context->get()) == nullptr) return false;
  switchedTo_.push_back(context);
  stopBeforeKeysOf(*context); // the callback went with the other context's certificates
  return true;
}

void Engine::close() {
  if (!isOpen()) return;
  ErrorScope scope(api()); // SSL_free may leave errors behind
  {
    const Running running(*this); // a session that was not shut down is no longer good: its removal is noted
    ssl_.reset();
  }
  network_.close();
  datagrams_.close();
  descriptor_.close();
  turnedDown_.reset();
  unfinished_ = {};
}

} // namespace ossl
