#include "ossl/session.h"

#include "ossl/context.h"

namespace ossl {

Session::Session(std::shared_ptr<const Library> library, SSL_SESSION* session)
    : library_(std::move(library)), session_(session, FreeSession{library_.get()}) {
  ++library_->live.sessions;
}

std::shared_ptr<Session> Session::fromDer(std::shared_ptr<const Library> library, const unsigned char* data, size_t size,
                                          SettingFailure& failure) {
  ErrorScope scope(library->api);
  const unsigned char* at = data;
  SSL_SESSION* session = library->api.d2i_SSL_SESSION(nullptr, &at, static_cast<long>(size));
  if (session == nullptr) {
    failure = {"session", "d2i_SSL_SESSION", "", scope.take()};
    return nullptr;
  }
  auto made = std::make_shared<Session>(std::move(library), session);
  if (at == data + size) return made;
  failure = {"session", "d2i_SSL_SESSION", "bytes follow the session", {}};
  return nullptr;
}

std::vector<unsigned char> Session::toDer() const {
  const Api& api = library_->api;
  ErrorScope scope(api);
  const int size = api.i2d_SSL_SESSION(get(), nullptr);
  std::vector<unsigned char> der(size > 0 ? static_cast<size_t>(size) : 0);
  unsigned char* out = der.data();
  if (!der.empty()) api.i2d_SSL_SESSION(get(), &out);
  return der;
}

SessionInfo Session::info() const {
  const Api& api = library_->api;
  SessionInfo info;
  unsigned int idLength = 0;
  const unsigned char* id = api.SSL_SESSION_get_id(get(), &idLength);
  info.id.assign(id, id + idLength);
  info.protocol = api.SSL_SESSION_get_protocol_version(get());
  const SSL_CIPHER* cipher = api.SSL_SESSION_get0_cipher(get());
  if (cipher != nullptr) info.cipher = api.SSL_CIPHER_get_name(cipher);
  const char* serverName = api.SSL_SESSION_get0_hostname(get());
  if (serverName != nullptr) info.serverName = serverName;
  const unsigned char* alpn = nullptr;
  size_t alpnLength = 0;
  api.SSL_SESSION_get0_alpn_selected(get(), &alpn, &alpnLength);
  if (alpn != nullptr && alpnLength > 0) info.alpn.emplace(reinterpret_cast<const char*>(alpn), alpnLength);
  info.created = api.SSL_SESSION_get_time(get());
  info.timeout = api.SSL_SESSION_get_timeout(get());
  info.hasTicket = api.SSL_SESSION_has_ticket(get()) == 1;
  const unsigned char* ticket = nullptr;
  size_t ticketLength = 0;
  api.SSL_SESSION_get0_ticket(get(), &ticket, &ticketLength);
  if (ticket != nullptr) info.ticket.assign(ticket, ticket + ticketLength);
  info.ticketLifetime = api.SSL_SESSION_get_ticket_lifetime_hint(get());
  info.maxEarlyData = api.SSL_SESSION_get_max_early_data(get());
  info.resumable = api.SSL_SESSION_is_resumable(get()) == 1;
  void* appData = nullptr;
  size_t appDataLength = 0;
  if (api.SSL_SESSION_get0_ticket_appdata(get(), &appData, &appDataLength) == 1 && appData != nullptr) {
    const auto* bytes = static_cast<const unsigned char*>(appData);
    info.ticketAppData.assign(bytes, bytes + appDataLength);
  }
  return info;
}

} // namespace ossl
