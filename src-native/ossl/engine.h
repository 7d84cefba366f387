// Owns: one SSL with its BIO pair (its queues of datagrams, its socket descriptor), and one operation at a time on it.
// Must not know: JavaScript, waiting, when to call what. It never calls OpenSSL again by itself after a failure: nor may its caller
// (SSL_get_error(3): after SSL_ERROR_SSL and SSL_ERROR_SYSCALL no further I/O).
#pragma once

#include "ossl/bio_pair.h"
#include "ossl/context.h"
#include "ossl/dane.h"
#include "ossl/datagram_bio.h"
#include "ossl/descriptor_bio.h"
#include "ossl/ech.h"
#include "ossl/events.h"
#include "ossl/outcome.h"

#include <atomic>
#include <optional>
#include <utility>
#include <vector>

namespace ossl {

struct EngineSettings {
  std::optional<std::string> serverName; // SNI
  std::optional<std::string> verifyHost;
  std::optional<std::string> verifyIp;
  std::optional<int> verifyMode;
  VerifyParameters verifyParameters;
  std::optional<DaneSettings> dane;
  std::string alpn;                            // in wire form
  std::optional<int> statusType;               // of the certificate status that a client asks for
  size_t bufferSize = 0;                       // 0: OpenSSL's default
  std::shared_ptr<const Session> session;      // to resume
  std::optional<int> descriptor;               // a socket in place of the BIO pair; stays the caller's
  std::optional<std::vector<int>> compression; // of certificates, in order of preference
  bool bare = false;                           // none of them yet: attachPair() or attachDescriptor() follows
  std::shared_ptr<Asker> asker;                // answers what the context asks
  std::optional<int> mtu;                      // DTLS: bytes of a datagram
  std::optional<int> linkMtu;                  // DTLS: the same with the headers below it
  std::optional<EchSettings> ech;
  RawKeySettings rawKeys;
  std::optional<std::string> srtpProfiles;
};

// The first certificate that verification turned down.
struct TurnedDown {
  int depth = 0; // 0: the peer's own certificate
  X509Pointer certificate;
  X509Pointer peer;   // the peer's own, which OpenSSL does not keep after a failure
  KeyPointer peerKey; // in place of both: the raw public key
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
  // Before the handshake, which it starts: what a session lets this client send with its first flight (SSL_read_early_data(3)).
  [[nodiscard]] Outcome writeEarlyData(const unsigned char* data, size_t size);
  [[nodiscard]] Outcome readEarlyData(unsigned char* into, size_t size);
  [[nodiscard]] bool isRetryOf(const unsigned char* data, size_t size) const;
  [[nodiscard]] size_t bytesToRetry() const { return unfinished_.size(); }
  [[nodiscard]] bool earlyDataToRetry() const { return !unfinished_.empty() && unfinishedIsEarly_; }
  [[nodiscard]] Outcome shutdown();
  [[nodiscard]] Outcome stateless();

  // Records as long as they are there and `into` has room. The outcome is that of the last call, its bytes are those of all.
  [[nodiscard]] Outcome readMany(unsigned char* into, size_t size);

  // What an engine that was made bare works on. A descriptor belongs to the engine from here on: a connected socket that does not block.
  [[nodiscard]] bool attachPair(size_t bufferSize, SettingFailure& failure);
  [[nodiscard]] bool attachDescriptor(int descriptor, std::unique_ptr<DescriptorUser> user, SettingFailure& failure);
  [[nodiscard]] DescriptorBio& descriptor() { return descriptor_; }
  [[nodiscard]] bool hasDescriptor() const { return descriptor_.isOpen(); }

  // DTLS, of a context that isDatagram() alone: some of it reads through null in a TLS connection.
  [[nodiscard]] Outcome listen();              // DTLSv1_listen(3)
  [[nodiscard]] Outcome handleTimeout();       // DTLSv1_handle_timeout(3)
  [[nodiscard]] std::optional<long> timeout(); // milliseconds, rounded up, DTLSv1_get_timeout(3); none: no timer runs
  [[nodiscard]] size_t dataMtu();              // DTLS_get_data_mtu(3)
  void feedDatagram(const unsigned char* data, size_t size);
  [[nodiscard]] DatagramBio& datagrams() { return datagrams_; }
  [[nodiscard]] bool hasDatagrams() const { return datagrams_.isOpen(); }

  // These only note what is to be done: the next handshake(), read() or write() sends it. False: `failure` says why not.
  [[nodiscard]] bool keyUpdate(bool peerToo, SettingFailure& failure);
  [[nodiscard]] bool renegotiate(bool abbreviated, SettingFailure& failure);
  [[nodiscard]] bool requestClientCertificate(SettingFailure& failure);

  // The session as it is now, SSL_get1_session(3): in TLS 1.3 it can be resumed only once a ticket has come. Null if there is none.
  [[nodiscard]] std::shared_ptr<Session> session() const;

  // What was observed since the last call.
  [[nodiscard]] std::vector<Event> takeEvents() { return std::exchange(events_, {}); }
  [[nodiscard]] size_t eventCount() const { return events_.size(); }
  // The engine whose operation runs on this thread: OpenSSL's callbacks without an argument find it so. Null outside of one.
  static Engine* current();
  void note(Event event) { events_.push_back(std::move(event)); }
  void noteTurnedDown(TurnedDown what);

  // For OpenSSL's callbacks that decide: what the context asks is answered by the asker, with the operation's errors kept safe.
  [[nodiscard]] bool asks(Ask what) const { return context_->asks(what); }
  // Whether an operation may run its owner's code. A context that is switched to asks only after one that asks.
  [[nodiscard]] bool asksAnything() const { return context_->asksAnything(); }
  // Whether OpenSSL can leave the operation with this question open, and ask again when it is repeated.
  [[nodiscard]] bool canSuspend(Ask what) const;
  [[nodiscard]] Question question(Ask what) const { return {what, context_->number(), {}, {}, {}}; }
  Answer ask(const Question& question);
  // Another context's certificates and callbacks for this connection, SSL_set_SSL_CTX(3).
  bool switchTo(const std::shared_ptr<const Context>& context);
  // Before verification: the keys that this context expects, unless the connection has expectations of its own. False: OpenSSL refuses.
  [[nodiscard]] bool expectKeysOf(const Context& context);
  // Whether the session's peer is one that a full handshake would take, by its key and by the type of its certificate: a resumed one does
  // not look.
  [[nodiscard]] bool expectsPeer() const;
  [[nodiscard]] bool takesCertificates() const { return ossl::takesCertificates(api(), get(), context_->isServer()); }

  // What of it the connection shows is to stay usable: a key from a module keeps the module through its context.
  void keep(std::shared_ptr<const Context> context) { switchedTo_.push_back(std::move(context)); }
  // The identity of a pre-shared key, which OpenSSL wants to find where it was.
  const std::string& keepIdentity(std::string identity) { return identity_ = std::move(identity); }
  // Where it may be used. `away`: on a thread of the pool, and nowhere else. `asking`: that thread waits for an answer, and whoever gives
  // it may look at the engine. Kept by the thread that the engine belongs to, which is the only one that asks.
  enum class Place { here, away, asking };
  [[nodiscard]] Place place() const { return place_; }
  // For an operation on the pool: who answers there, in place of the asker.
  void leave(std::shared_ptr<Asker> asker);
  void comeBack();
  void lookedAt(bool now) { place_ = now ? Place::asking : Place::away; }
  // Whoever wanted the operation that has yet to begin on the pool does not want it any more.
  void forsake() { forsaken_ = true; }
  [[nodiscard]] bool isForsaken() const { return forsaken_; }

  // A server's handshake stops once, when all is chosen and before keys are made and used: for whoever does that elsewhere.
  void pauseBeforeKeys();
  [[nodiscard]] bool isPaused() const { return pause_ == Pause::now; }
  // For the callback where it stops: whether it does; and that it goes on, which is said once.
  [[nodiscard]] bool stopsHere();
  [[nodiscard]] bool goesOnHere();
  // The own Finished is out, and no certificate of the peer's is to come: the rest takes less than the way to another thread.
  [[nodiscard]] bool isFinishing() const;

  // An operation is under way: a callback of its runs.
  [[nodiscard]] bool isRunning() const { return running_ > 0; }
  [[nodiscard]] const std::optional<TurnedDown>& turnedDown() const { return turnedDown_; }

  [[nodiscard]] bool hasPair() const { return network_.isOpen(); }
  [[nodiscard]] BioPair& network() { return network_; }

  [[nodiscard]] SSL* get() const { return ssl_.get(); }
  [[nodiscard]] bool isServer() const { return context_->isServer(); }
  [[nodiscard]] const Api& api() const { return context_->api(); }
  [[nodiscard]] const std::shared_ptr<const Library>& sharedLibrary() const { return context_->sharedLibrary(); }
  [[nodiscard]] const Library& library() const { return context_->library(); }
  [[nodiscard]] const std::optional<Alert>& alertSent() const { return alertSent_; }
  [[nodiscard]] const std::optional<Alert>& alertReceived() const { return alertReceived_; }

  // The certificates that went compressed: in TLS 1.3, at most one each way in a handshake.
  [[nodiscard]] const std::optional<CompressionNote>& compressionSent() const { return compressionSent_; }
  [[nodiscard]] const std::optional<CompressionNote>& compressionReceived() const { return compressionReceived_; }

  [[nodiscard]] bool isOpen() const { return ssl_ != nullptr; }
  void close(); // idempotent

private:
  explicit Engine(std::shared_ptr<const Context> context);
  template <typename Operation>
  Outcome run(Operation operation, bool zeroIsAnAnswer = false);
  template <typename Write>
  Outcome writeOrRetry(const unsigned char* data, size_t size, bool early, Write write);
  template <typename Request>
  bool request(const char* setting, const char* function, Request request, SettingFailure& failure);
  bool configure(const EngineSettings& settings, SettingFailure& failure);
  bool configureRawKeys(const EngineSettings& settings, SettingFailure& failure);
  bool attach(const EngineSettings& settings, SettingFailure& failure);
  bool attachDatagrams(const EngineSettings& settings, SettingFailure& failure);
  static Engine* enter(Engine* engine); // gives back whose operation ran until now
  static void watch(int sent, int version, int contentType, const void* data, size_t size, SSL* ssl, void* self);

  friend class Running;

  std::shared_ptr<const Context> context_; // outlives the SSL: its callbacks point into the context
  std::vector<std::shared_ptr<const Context>> switchedTo_;
  std::shared_ptr<Asker> asker_;
  std::shared_ptr<Asker> poolAsker_;
  Place place_ = Place::here;
  std::atomic<bool> forsaken_ = false;
  void stopBeforeKeysOf(const Context& context);
  enum class Pause { none, wanted, now };
  Pause pause_ = Pause::none;
  std::string identity_;
  ExpectedKeys expected_;           // of this connection alone
  bool expectsItself_ = false;      // by them or by TLSA records
  const Context* keysOf_ = nullptr; // whose keys OpenSSL has been told
  int running_ = 0;
  BioPair network_;
  DatagramBio datagrams_;
  DescriptorBio descriptor_;
  SslPointer ssl_; // frees the inner half of the pair, the BIO of the datagrams, and that of the descriptor
  std::vector<unsigned char> unfinished_;
  bool unfinishedIsEarly_ = false;
  std::optional<Alert> alertSent_;
  std::optional<Alert> alertReceived_;
  std::optional<CompressionNote> compressionSent_;
  std::optional<CompressionNote> compressionReceived_;
  std::optional<TurnedDown> turnedDown_;
  std::vector<Event> events_;
};

} // namespace ossl
