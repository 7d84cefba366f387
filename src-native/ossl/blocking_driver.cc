#include "ossl/blocking_driver.h"

#include <array>

namespace ossl {
namespace {

using End = IoResult::End;
using Buffer = std::array<unsigned char, size_t{64} * 1024>;

// What is to be sent goes out before anyone waits, whatever the code says: else both sides wait for each other.
IoResult flush(Engine& engine, BlockingSocket& socket, Buffer& buffer, Deadline deadline, const KeepWaiting& keepWaiting) {
  size_t total = 0;
  IoResult sent = socket.sendOrKeep(nullptr, 0, deadline, keepWaiting);
  while (sent.end == End::done) {
    const size_t count = engine.network().drain(buffer.data(), buffer.size());
    if (count == 0) break;
    sent = socket.sendOrKeep(buffer.data(), count, deadline, keepWaiting);
    total += sent.bytes;
  }
  sent.bytes = total;
  return sent;
}

// The same without waiting: the rest is kept and goes out while the socket waits for input. A peer that takes nothing more may still have
// sent something; a write will be told.
IoResult push(Engine& engine, BlockingSocket& socket, Buffer& buffer) {
  IoResult sent;
  while (const size_t count = engine.network().drain(buffer.data(), buffer.size())) {
    socket.keep(buffer.data(), count);
    sent.bytes += count;
  }
  socket.sendKept();
  return sent;
}

// Takes no more from the socket than the engine has room for: nothing needs to be kept aside.
IoResult fill(Engine& engine, BlockingSocket& socket, Buffer& buffer, Deadline deadline, const KeepWaiting& keepWaiting) {
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

Driven drive(Engine& engine, BlockingSocket& socket, const EngineCall& call, Done done, Deadline deadline, const KeepWaiting& keepWaiting,
             bool recordSteps) {
  Driven driven;
  Buffer buffer;
  const auto send = [&] {
    return done == Done::arrives ? push(engine, socket, buffer) : flush(engine, socket, buffer, deadline, keepWaiting);
  };
  // What an earlier call left: nothing new is started before it is out, so that a call that fails here can simply be repeated.
  driven.io = send();
  if (driven.io.end != End::done) {
    driven.outcome.ret = -1;
    driven.outcome.code = static_cast<int>(SSL_ERROR_WANT_WRITE);
    return driven;
  }
  while (true) {
    const auto start = Deadline::Clock::now();
    driven.outcome = call(engine);
    const Outcome& outcome = driven.outcome;
    const IoResult sent = send();
    IoResult received;
    const bool ended = sent.end != End::done;
    if (!ended && outcome.code == SSL_ERROR_WANT_READ) received = fill(engine, socket, buffer, deadline, keepWaiting);
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
