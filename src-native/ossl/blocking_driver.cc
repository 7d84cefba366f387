#include "ossl/blocking_driver.h"

#include <poll.h>

namespace ossl {
namespace {

using End = IoResult::End;

constexpr size_t kMostAtOnce = size_t{64} * 1024; // of input: what fits into a processor's cache until it is decrypted

// What the system takes now, straight from the pair; the rest stays there.
IoResult push(Engine& engine, const BlockingSocket& socket) {
  size_t total = 0;
  while (true) {
    const BioPair::Piece output = engine.network().output();
    IoResult sent = output.size > 0 ? socket.send(output.data, output.size) : IoResult{};
    engine.network().drained(sent.bytes);
    total += sent.bytes;
    const bool stuck = sent.bytes < output.size;
    sent.bytes = total;
    if (output.size == 0 || stuck || sent.end != End::done) return sent;
  }
}

// What is to be sent goes out before anyone waits, whatever the code says: else both sides wait for each other.
IoResult flush(Engine& engine, const BlockingSocket& socket, Deadline deadline, const KeepWaiting& keepWaiting) {
  size_t total = 0;
  while (true) {
    IoResult sent = push(engine, socket);
    total += sent.bytes;
    if (sent.end == End::done && engine.network().pending() > 0) sent = socket.wait(POLLOUT, deadline, keepWaiting);
    sent.bytes = total;
    if (sent.end != End::done || engine.network().pending() == 0) return sent;
  }
}

// Puts what comes straight into the pair, no more than it has room for. What is still to be sent goes out beside the wait.
IoResult fill(Engine& engine, const BlockingSocket& socket, Deadline deadline, const KeepWaiting& keepWaiting) {
  bool sends = true;
  while (true) {
    if (deadline.passed()) return {End::timeout, 0, 0, "recv"}; // whatever is ready: a flood must not outlast the deadline
    const BioPair::Piece space = engine.network().space();
    IoResult received = socket.receive(space.data, std::min(space.size, kMostAtOnce));
    if (received.end == End::endOfFile) {
      engine.network().end(); // OpenSSL says what an end at this point means
      return {};
    }
    engine.network().fed(received.bytes);
    if (received.end != End::done || received.bytes > 0) return received;
    const bool alsoSends = sends && engine.network().pending() > 0;
    const IoResult waited = socket.wait(static_cast<short>(alsoSends ? POLLIN | POLLOUT : POLLIN), deadline, keepWaiting);
    if (waited.end != End::done) return waited;
    // A peer that takes nothing any more may still have sent something: a write will be told.
    if (alsoSends) sends = push(engine, socket).end == End::done;
  }
}

} // namespace

Driven drive(Engine& engine, BlockingSocket& socket, const EngineCall& call, Done done, Deadline deadline, const KeepWaiting& keepWaiting,
             bool recordSteps) {
  Driven driven;
  const auto send = [&](bool mustGo) {
    if (mustGo || done != Done::arrives) return flush(engine, socket, deadline, keepWaiting);
    IoResult sent = push(engine, socket);
    sent.end = End::done; // as in fill(): what fails here is a write's business
    return sent;
  };
  // What an earlier call left: nothing new is started before it is out, so that a call that fails here can simply be repeated.
  driven.io = send(false);
  if (driven.io.end != End::done) {
    driven.outcome.ret = -1;
    driven.outcome.code = static_cast<int>(SSL_ERROR_WANT_WRITE);
    return driven;
  }
  while (true) {
    const auto start = recordSteps ? Deadline::Clock::now() : Deadline::Clock::time_point();
    driven.outcome = call(engine);
    const Outcome& outcome = driven.outcome;
    const IoResult sent = send(outcome.code == SSL_ERROR_WANT_WRITE);
    IoResult received;
    const bool ended = sent.end != End::done;
    if (!ended && outcome.code == SSL_ERROR_WANT_READ) received = fill(engine, socket, deadline, keepWaiting);
    if (recordSteps) {
      const std::chrono::duration<double, std::milli> took = Deadline::Clock::now() - start;
      driven.steps.push_back({outcome.ret, outcome.code, sent.bytes, received.bytes, took.count()});
    }
    // A peer that is gone while the alert of a failed handshake is sent must not hide why the handshake failed.
    const bool late = sent.end == End::timeout || sent.end == End::interrupted;
    const bool stands = outcome.failed() || (outcome.ret > 0 && done == Done::stands && late);
    driven.io = ended && !stands ? sent : received;
    if (driven.io.end != End::done || (outcome.code != SSL_ERROR_WANT_READ && outcome.code != SSL_ERROR_WANT_WRITE)) return driven;
  }
}

} // namespace ossl
