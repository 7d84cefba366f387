// Owns: what OpenSSL reports while it works and asks no answer to: key log lines, state changes, messages, new sessions. It is noted
// here and handed out when the operation is over, so that no JavaScript runs inside OpenSSL for it.
#pragma once

#include "ossl/ech.h"
#include "ossl/session.h"

#include <cstdint>

namespace ossl {

// Bits of what a context wants to hear.
enum Observed : unsigned { kKeylog = 1, kInfo = 2, kMessages = 4, kSessions = 8, kRemovedSessions = 16, kEch = 32 };

struct Event {
  enum class Kind { keylog, info, message, session, removedSession, ech };
  Kind kind = Kind::keylog;
  std::string text;                 // keylog: the line; info: the state in words; ech: OpenSSL's account of it
  int where = 0;                    // info: SSL_CB_ flags
  int value = 0;                    // info: ret, an alert's two bytes for SSL_CB_ALERT
  bool sent = false;                // message
  int version = 0;                  // message
  int contentType = 0;              // message: a record's type, or one of OpenSSL's pseudo types from 256 on
  std::vector<unsigned char> bytes; // message
  std::shared_ptr<Session> session; // session, removedSession
  std::optional<EchOutcome> ech;    // ech
};

} // namespace ossl
