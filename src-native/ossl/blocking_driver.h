// Owns: running an engine's operations to their end over a blocking socket: send what the engine has, wait, receive, feed, repeat.
// Must not know: JavaScript. What the operation means is the engine's business, how to wait the socket's.
#pragma once

#include "ossl/blocking_socket.h"
#include "ossl/engine.h"

namespace ossl {

// One call of OpenSSL and the bytes that went each way because of it.
struct Step {
  int ret = 0;
  int code = 0;
  size_t sent = 0;
  size_t received = 0;
  double milliseconds = 0; // the call and the wait after it
};

struct Driven {
  Outcome outcome; // the last answer of OpenSSL
  IoResult io;     // anything but `done`: the transport ended the call, and `outcome` is what OpenSSL had said before
  std::vector<Step> steps;
};

// What counts where OpenSSL has done the operation, but not all that it gave to send could be sent in time.
enum class Done {
  isNotEnough, // the handshake, close_notify: the peer does not know of it yet
  stands,      // data was taken to be written: the rest is kept and goes out with the next call
  arrives,     // data is to be read: what is still unsent goes out beside the wait and does not hold it up, as the peer may be stuck
               // with what it wants to send before it takes anything
};

using EngineCall = std::function<Outcome(Engine&)>;

[[nodiscard]] Driven drive(Engine& engine, BlockingSocket& socket, const EngineCall& call, Done done, Deadline deadline,
                           const KeepWaiting& keepWaiting, bool recordSteps);

} // namespace ossl
