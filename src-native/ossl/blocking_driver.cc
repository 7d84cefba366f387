#include "ossl/blocking_driver.h"

#include <array>

namespace ossl {
namespace {

using End = IoResult::End;
using Buffer = std::array<unsigned char, size_t{64} * 1024>;

// What is to be sent goes out before anyone waits, whatever the code says: else both sides wait for each other.
IoResult flush(Engine& engine, const BlockingSocket& socket, Buffer& buffer, Deadline deadline, const KeepWaiting& keepWaiting) {
  size_t total = 0;
  while (const size_t count = engine.network().drain(buffer.data(), buffer.size())) {
    IoResult sent = socket.sendAll(buffer.data(), count, deadline, keepWaiting);
    total += sent.bytes;
    sent.bytes = total;
    if (sent.end != End::done) return sent;
  }
  return {End::done, total, 0, ""};
}

// Takes no more from the socket than the engine has room for: nothing needs to be kept aside.
IoResult fill(Engine& engine, const BlockingSocket& socket, Buffer& buffer, Deadline deadline, const KeepWaiting& keepWaiting) {
  if (deadline.passed()) return {End::timeout, 0, 0, "recv"}; // whatever is ready: a flood must not outlast the deadline
  const size_t room = std::min(engine.network().room(), buffer.size());
  IoResult received = socket.receive(buffer.data(), room, deadline, keepWaiting);
  if (received.end == End::done) {
    received.bytes = engine.network().feed(buffer.data(), received.bytes);
  } else if (received.end == End::endOfFile) {
    engine.network().end(); // OpenSSL says what an end at this point means
    received.end = End::done;
  }
  return received;
}

} // namespace

Driven drive(Engine& engine, const BlockingSocket& socket, const EngineCall& call, Deadline deadline, const KeepWaiting& keepWaiting,
             bool recordSteps) {
  Driven driven;
  Buffer buffer;
  while (true) {
    const auto start = Deadline::Clock::now();
    driven.outcome = call(engine);
    const Outcome& outcome = driven.outcome;
    const IoResult sent = flush(engine, socket, buffer, deadline, keepWaiting);
    IoResult received;
    const bool ended = sent.end != End::done;
    if (!ended && outcome.code == SSL_ERROR_WANT_READ) received = fill(engine, socket, buffer, deadline, keepWaiting);
    if (recordSteps) {
      const std::chrono::duration<double, std::milli> took = Deadline::Clock::now() - start;
      driven.steps.push_back({outcome.ret, outcome.code, sent.bytes, received.bytes, took.count()});
    }
    // A peer that is gone while the alert of a failed handshake is sent must not hide why the handshake failed.
    driven.io = ended && !outcome.failed() ? sent : received;
    if (driven.io.end != End::done || (outcome.code != SSL_ERROR_WANT_READ && outcome.code != SSL_ERROR_WANT_WRITE)) return driven;
  }
}

} // namespace ossl
