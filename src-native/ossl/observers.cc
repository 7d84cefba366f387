#include "ossl/observers.h"

namespace ossl {
namespace {

void noteKeylog(const SSL*, const char* line) {
  Engine* engine = Engine::current();
  if (engine == nullptr) return;
  Event event;
  event.kind = Event::Kind::keylog;
  event.text = line;
  engine->note(std::move(event));
}

void noteInfo(const SSL*, int where, int value) {
  Engine* engine = Engine::current();
  if (engine == nullptr) return;
  Event event;
  event.kind = Event::Kind::info;
  event.where = where;
  event.value = value;
  event.text = engine->api().SSL_state_string_long(engine->get());
  engine->note(std::move(event));
}

int noteSession(SSL*, SSL_SESSION* session) {
  constexpr int kNotKept = 0; // OpenSSL frees its reference again
  constexpr int kKept = 1;
  Engine* engine = Engine::current();
  if (engine == nullptr) return kNotKept;
  Event event;
  event.kind = Event::Kind::session;
  event.session = std::make_shared<Session>(engine->sharedLibrary(), session);
  engine->note(std::move(event));
  return kKept;
}

void noteRemovedSession(SSL_CTX*, SSL_SESSION* session) {
  Engine* engine = Engine::current();
  if (engine == nullptr) return;
  engine->api().SSL_SESSION_up_ref(session); // the caller's reference goes with the cache's
  Event event;
  event.kind = Event::Kind::removedSession;
  event.session = std::make_shared<Session>(engine->sharedLibrary(), session);
  engine->note(std::move(event));
}

unsigned int noteEch(SSL* ssl, const char* text) {
  constexpr unsigned int kFine = 1;
  Engine* engine = Engine::current();
  if (engine == nullptr) return kFine;
  const KeptErrors kept(engine->api()); // reading the outcome of a failure pushes one
  Event event;
  event.kind = Event::Kind::ech;
  event.text = text != nullptr ? text : "";
  event.ech = readEch(engine->api(), ssl);
  engine->note(std::move(event));
  return kFine;
}

} // namespace

void observeContext(const Api& api, SSL_CTX* context, unsigned observed) {
  if ((observed & kKeylog) != 0) api.SSL_CTX_set_keylog_callback(context, noteKeylog);
  if ((observed & kSessions) != 0) api.SSL_CTX_sess_set_new_cb(context, noteSession);
  if ((observed & kRemovedSessions) != 0) api.SSL_CTX_sess_set_remove_cb(context, noteRemovedSession);
  if ((observed & kEch) != 0) api.SSL_CTX_ech_set_callback(context, noteEch); // whoever asked has looked whether there is one
}

void observeConnection(const Api& api, SSL* ssl, unsigned observed) {
  if ((observed & kInfo) != 0) api.SSL_set_info_callback(ssl, noteInfo);
}

void noteMessage(Engine& engine, bool sent, int version, int contentType, const unsigned char* data, size_t size) {
  Event event;
  event.kind = Event::Kind::message;
  event.sent = sent;
  event.version = version;
  event.contentType = contentType;
  event.bytes.assign(data, data + size);
  engine.note(std::move(event));
}

} // namespace ossl
