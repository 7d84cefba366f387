// Owns: the callbacks about what a session is resumed from and what early data may be: ticket keys, ticket data, pre-shared keys of
// TLS 1.3, session IDs, stateless cookies; and what a ticket-key callback calls.
#include "clayer/callbacks.h"

namespace clayer::custom {
namespace {

constexpr size_t kKeyNameSize = 16;
constexpr size_t kIvSize = 16; // EVP_MAX_IV_LENGTH

// cb(ssl, key_name, iv, cipher context, MAC context, enc): with enc 1 the callback fills key_name and iv, with 0 it is given a ticket's.
template <KindId mac, const char* const* name>
int ticketKey(void* ssl, unsigned char* keyName, unsigned char* iv, void* cipherContext, void* macContext, int encrypts) {
  return calledBack(-1, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, *name);
    if (!heard) return -1;
    Filled givenName(call, keyName, kKeyNameSize, encrypts == 0);
    Filled givenIv(call, iv, kIvSize, encrypts == 0);
    const Passing cipher(call, KindId::EVP_CIPHER_CTX, cipherContext);
    const Passing authenticator(call, mac, macContext);
    const int answer = intOf(heard->function.Call({sslOf(call, ssl), givenName.value(), givenIv.value(), cipher.value(),
                                                   authenticator.value(), number(call, encrypts)}),
                             -1);
    if (encrypts != 0) {
      givenName.take();
      givenIv.take();
    }
    return answer;
  });
}
constexpr const char* kTicketKey = "ticket key";
constexpr const char* kTicketKeyEvp = "ticket key evp";

// Both have the same argument, and SSL_CTX_set_session_ticket_cb(3) sets both at once.
int makeTicketData(void* ssl, void*) {
  return calledBack(0, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "ticket generate");
    return heard ? intOf(heard->function.Call({sslOf(call, ssl), heard->arg}), 0) : 1;
  });
}

int readTicketData(void* ssl, void* session, const unsigned char* keyName, size_t size, int status, void*) {
  constexpr int kAbort = 0; // SSL_TICKET_RETURN_ABORT
  return calledBack(kAbort, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "ticket decrypt");
    if (!heard) return kAbort;
    const Napi::Value given = call.give(KindId::SSL_SESSION, session, Ownership::borrowed, nullptr);
    const Napi::Value nameBytes = keyName == nullptr ? call.env().Null() : copyOf(call, keyName, size);
    return intOf(heard->function.Call(
                     {sslOf(call, ssl), given, nameBytes, number(call, static_cast<double>(size)), number(call, status), heard->arg}),
                 kAbort);
  });
}

// cb(ssl, md or null, id: { value: Uint8Array }, sess: { value }): the session's reference goes over.
int useSession(void* ssl, const void* digest, const unsigned char** id, size_t* idSize, void** session) {
  return calledBack(0, [&](Call& call) {
    *session = nullptr;
    const auto heard = heardBySsl(call, ssl, "psk use session");
    if (!heard) return 0;
    const Napi::Object idCell = cellWith(call, call.env().Null());
    const Napi::Object sessionCell = cellWith(call, call.env().Null());
    const Napi::Value md = call.give(KindId::EVP_MD, const_cast<void*>(digest), Ownership::fixed, nullptr);
    const int answer = intOf(heard->function.Call({sslOf(call, ssl), md, idCell, sessionCell}), 0);
    if (answer != 1 || !sessionCell.Get("value").IsObject()) return answer;
    const HeldBytes identity = heldBytes(call, ssl, idCell, 65535);
    *id = identity.data;
    *idSize = identity.size;
    *session = handedOver(call, sessionCell.Get("value"), KindId::SSL_SESSION, "sess.value");
    return answer;
  });
}

int findSession(void* ssl, const unsigned char* identity, size_t size, void** session) {
  return calledBack(0, [&](Call& call) {
    *session = nullptr;
    const auto heard = heardBySsl(call, ssl, "psk find session");
    if (!heard) return 0;
    const Napi::Object cell = cellWith(call, call.env().Null());
    const int answer =
        intOf(heard->function.Call({sslOf(call, ssl), copyOf(call, identity, size), number(call, static_cast<double>(size)), cell}), 0);
    if (answer == 1) *session = handedOver(call, cell.Get("value"), KindId::SSL_SESSION, "sess.value");
    return answer;
  });
}

int allowEarlyData(void* ssl, void*) {
  return calledBack(0, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "allow early data");
    return heard ? intOf(heard->function.Call({sslOf(call, ssl), heard->arg}), 0) : 0;
  });
}

// cb(ssl, id, id_len: { value }): `id_len.value` bytes are wanted; fewer may be made.
int makeSessionId(void* ssl, unsigned char* id, unsigned int* size) {
  return calledBack(0, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "generate session id");
    if (!heard) return 0;
    Filled bytes(call, id, *size);
    const Napi::Object cell = cellWith(call, number(call, *size));
    const int answer = intOf(heard->function.Call({sslOf(call, ssl), bytes.value(), cell}), 0);
    const int made = intOf(cell.Get("value"), 0);
    bytes.take();
    *size = made < 0 ? 0U : static_cast<unsigned int>(made); // more than there is room for is OpenSSL's to refuse
    return answer;
  });
}

constexpr size_t kLongestCookie = 4096; // SSL_COOKIE_LENGTH

int makeStatelessCookie(void* ssl, unsigned char* cookie, size_t* size) {
  return calledBack(0, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "stateless cookie generate");
    if (!heard) return 0;
    Filled bytes(call, cookie, kLongestCookie);
    const Napi::Object cell = cellWith(call, number(call, 0));
    const int answer = intOf(heard->function.Call({sslOf(call, ssl), bytes.value(), cell}), 0);
    const int made = intOf(cell.Get("value"), 0);
    if (made < 0 || static_cast<size_t>(made) > kLongestCookie) return 0;
    bytes.take();
    *size = static_cast<size_t>(made);
    return answer;
  });
}

int checkStatelessCookie(void* ssl, const unsigned char* cookie, size_t size) {
  return calledBack(0, [&](Call& call) {
    const auto heard = heardBySsl(call, ssl, "stateless cookie verify");
    if (!heard) return 0;
    return intOf(heard->function.Call({sslOf(call, ssl), copyOf(call, cookie, size), number(call, static_cast<double>(size))}), 0);
  });
}

// Of key and IV OpenSSL is told no length: first the cipher alone, which says how long they must be.
Napi::Value initialiseCipher(Call& call) {
  using Init = int(void*, const void*, void*, const void*, const void*);
  using Length = int(const void*);
  const Argument<Ref<EVP_CIPHER_CTX>> context(call, 0);
  const Argument<RefOrNull<EVP_CIPHER>> cipher(call, 1);
  if (!call.value(2).IsNull()) call.refuseArgument(2, "null here");
  const auto run = call.need<Init>(call.row().name);
  if (cipher.body != nullptr) {
    const int result = call.inC([&]() { return run(context.body->pointer, cipher.body->pointer, nullptr, nullptr, nullptr); });
    if (result != 1) return Number<Int>::out(call.env(), result);
  }
  const bool isOld = symbolOf(*call.library(), "EVP_CIPHER_CTX_get_key_length") == nullptr;
  const char* const lengths[] = {isOld ? "EVP_CIPHER_CTX_key_length" : "EVP_CIPHER_CTX_get_key_length",
                                 isOld ? "EVP_CIPHER_CTX_iv_length" : "EVP_CIPHER_CTX_get_iv_length"};
  const bool hasCipher =
      call.need<const void*(const void*)>(isOld ? "EVP_CIPHER_CTX_cipher" : "EVP_CIPHER_CTX_get0_cipher")(context.body->pointer) != nullptr;
  const Argument<InBytesOrNull> key(call, 3);
  call.checkLength(3, 0); // forgets its length: the next is the IV's
  const Argument<InBytesOrNull> iv(call, 4);
  call.checkLength(4, 0);
  for (size_t i = 0; i < 2; ++i) {
    const Napi::Value given = call.value(3 + i);
    if (given.IsNull()) continue;
    if (!hasCipher) call.refuseArgument(3 + i, "null until there is a cipher");
    const int needed = call.need<Length>(lengths[i])(context.body->pointer);
    const auto bytes = viewOf(given);
    const size_t size = bytes ? bytes->size : given.As<Napi::String>().Utf8Value().size();
    if (size < static_cast<size_t>(needed)) call.refuseArgument(3 + i, "at least " + std::to_string(needed) + " bytes for this cipher");
  }
  return Number<Int>::out(call.env(), call.inC([&]() { return run(context.body->pointer, nullptr, nullptr, key.get(), iv.get()); }));
}

} // namespace

Napi::Value SSL_CTX_set_tlsext_ticket_key_cb(Call& call) {
  return setByControl(call, kTicketKey, 72, reinterpret_cast<void (*)()>(ticketKey<KindId::HMAC_CTX, &kTicketKey>));
}
Napi::Value SSL_CTX_set_tlsext_ticket_key_evp_cb(Call& call) {
  using Function = decltype(&ticketKey<KindId::EVP_MAC_CTX, &kTicketKeyEvp>);
  void* context = call.handle(0, KindId::SSL_CTX, false)->pointer;
  const auto run = call.need<int(void*, Function)>("SSL_CTX_set_tlsext_ticket_key_evp_cb");
  const bool isSet = setHeard(call, 1, kTicketKeyEvp);
  const Function function = isSet ? &ticketKey<KindId::EVP_MAC_CTX, &kTicketKeyEvp> : nullptr;
  return Number<Int>::out(call.env(), call.inC([&]() { return run(context, function); }));
}
Napi::Value SSL_CTX_set_session_ticket_cb(Call& call) {
  void* context = call.handle(0, KindId::SSL_CTX, false)->pointer;
  const bool generates = setHeard(call, 1, "ticket generate");
  const bool decrypts = setHeard(call, 2, "ticket decrypt");
  setArgument(call, "ticket generate", call.value(3));
  setArgument(call, "ticket decrypt", call.value(3));
  const auto run = call.need<int(void*, decltype(&makeTicketData), decltype(&readTicketData), void*)>("SSL_CTX_set_session_ticket_cb");
  return Number<Int>::out(call.env(), call.inC([&]() {
    return run(context, generates ? makeTicketData : nullptr, decrypts ? readTicketData : nullptr, nullptr);
  }));
}
Napi::Value SSL_CTX_set_psk_use_session_callback(Call& call) { return setCallback(call, KindId::SSL_CTX, "psk use session", useSession); }
Napi::Value SSL_set_psk_use_session_callback(Call& call) { return setCallback(call, KindId::SSL, "psk use session", useSession); }
Napi::Value SSL_CTX_set_psk_find_session_callback(Call& call) {
  return setCallback(call, KindId::SSL_CTX, "psk find session", findSession);
}
Napi::Value SSL_set_psk_find_session_callback(Call& call) { return setCallback(call, KindId::SSL, "psk find session", findSession); }
Napi::Value SSL_CTX_set_allow_early_data_cb(Call& call) {
  return setCallbackWithArgument(call, KindId::SSL_CTX, "allow early data", allowEarlyData);
}
Napi::Value SSL_set_allow_early_data_cb(Call& call) {
  return setCallbackWithArgument(call, KindId::SSL, "allow early data", allowEarlyData);
}
Napi::Value SSL_CTX_set_generate_session_id(Call& call) {
  setCallback(call, KindId::SSL_CTX, "generate session id", makeSessionId);
  return Number<Int>::out(call.env(), 1);
}
Napi::Value SSL_set_generate_session_id(Call& call) {
  setCallback(call, KindId::SSL, "generate session id", makeSessionId);
  return Number<Int>::out(call.env(), 1);
}
Napi::Value SSL_CTX_set_stateless_cookie_generate_cb(Call& call) {
  return setCallback(call, KindId::SSL_CTX, "stateless cookie generate", makeStatelessCookie);
}
Napi::Value SSL_CTX_set_stateless_cookie_verify_cb(Call& call) {
  return setCallback(call, KindId::SSL_CTX, "stateless cookie verify", checkStatelessCookie);
}

Napi::Value EVP_EncryptInit_ex(Call& call) { return initialiseCipher(call); }
Napi::Value EVP_DecryptInit_ex(Call& call) { return initialiseCipher(call); }

Napi::Value SSL_SESSION_get0_ticket_appdata(Call& call) {
  const Argument<Ref<SSL_SESSION>> session(call, 0);
  auto data = requiredCell(call, 1);
  auto length = requiredCell(call, 2);
  void* found = nullptr;
  size_t size = 0;
  const auto run = call.need<int(void*, void**, size_t*)>("SSL_SESSION_get0_ticket_appdata");
  const int result = call.inC([&]() { return run(session.body->pointer, &found, &size); });
  data.Set("value", found == nullptr ? Napi::Value(call.env().Null()) : copyOf(call, static_cast<unsigned char*>(found), size));
  length.Set("value", static_cast<double>(size));
  return Number<Int>::out(call.env(), result);
}

} // namespace clayer::custom
