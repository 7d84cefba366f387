#include "napi/values.h"
#include "ossl/blocking_driver.h"
#include "wrap/engine_call.h"
#include "wrap/exports.h"

#include <netdb.h>

namespace wrap {
namespace {

using ossl::BlockingSocket;
using ossl::Deadline;
using ossl::Engine;
using ossl::IoResult;
using ossl::Outcome;

Deadline deadlineAt(const Napi::CallbackInfo& info, size_t index) {
  if (!info[index].IsNumber()) return Deadline::never();
  return Deadline::in(std::chrono::milliseconds(info[index].As<Napi::Number>().Int64Value()));
}

const char* endName(IoResult::End end) {
  switch (end) {
  case IoResult::End::done:
    return "done";
  case IoResult::End::endOfFile:
    return "end";
  case IoResult::End::timeout:
    return "timeout";
  case IoResult::End::systemError:
    return "system";
  case IoResult::End::unresolved:
    return "unresolved";
  case IoResult::End::interrupted:
    return "interrupted";
  }
  return "";
}

Napi::Object ioRecord(Napi::Env env, const IoResult& io) {
  Napi::Object record = Napi::Object::New(env);
  record.Set("end", endName(io.end));
  record.Set("errno", io.end == IoResult::End::systemError ? io.error : 0);
  record.Set("syscall", io.syscall);
  if (io.end == IoResult::End::unresolved) {
    record.Set("resolverText", gai_strerror(io.error));
    record.Set("tryAgain", io.error == EAI_AGAIN);
  }
  return record;
}

// createSocket()
Napi::Value createSocket(const Napi::CallbackInfo& info) { return napi::makeHandle(info.Env(), std::make_shared<BlockingSocket>()); }

// socketConnect(socket, host, port, timeout | null)
Napi::Value socketConnect(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  BlockingSocket& socket = *napi::handleAt<BlockingSocket>(info, 0);
  const auto port = static_cast<uint16_t>(info[2].As<Napi::Number>().Uint32Value());
  const IoResult io = socket.connect(info[1].As<Napi::String>(), port, deadlineAt(info, 3), [env] { return napi::canRunJavaScript(env); });
  Napi::Object record = ioRecord(env, io);
  record.Set("address", socket.remoteAddress());
  record.Set("attempts", napi::toArray(env, socket.attempts(), [](Napi::Env inner, const ossl::ConnectAttempt& attempt) {
               Napi::Object entry = Napi::Object::New(inner);
               entry.Set("address", attempt.address);
               entry.Set("errno", attempt.error);
               return entry;
             }));
  return record;
}

// socketAdopt(socket, fd)
Napi::Value socketAdopt(const Napi::CallbackInfo& info) {
  return ioRecord(info.Env(), napi::handleAt<BlockingSocket>(info, 0)->adopt(info[1].As<Napi::Number>().Int32Value()));
}

// socketMakeBlocking(socket, milliseconds): 0 waits for ever
Napi::Value socketMakeBlocking(const Napi::CallbackInfo& info) {
  const std::chrono::milliseconds wait(info[1].As<Napi::Number>().Int64Value());
  return ioRecord(info.Env(), napi::handleAt<BlockingSocket>(info, 0)->makeBlocking(wait));
}

Napi::Value socketDescriptor(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), napi::handleAt<BlockingSocket>(info, 0)->descriptor());
}

Napi::Value socketClose(const Napi::CallbackInfo& info) {
  napi::handleAt<BlockingSocket>(info, 0)->close();
  return info.Env().Undefined();
}

Napi::Object stepRecord(Napi::Env env, const ossl::Step& step) {
  Napi::Object record = Napi::Object::New(env);
  record.Set("ret", step.ret);
  record.Set("code", step.code);
  record.Set("sent", static_cast<double>(step.sent));
  record.Set("received", static_cast<double>(step.received));
  record.Set("ms", step.milliseconds);
  return record;
}

// Arguments of all below: (engine, socket, timeout | null, bytes?). Result: {failure?, io?, steps}, or undefined where it would be empty.
Napi::Value driveCall(const Napi::CallbackInfo& info, const ossl::EngineCall& call, ossl::Done done, bool recordSteps = false) {
  const Napi::Env env = info.Env();
  Engine& engine = presentEngine(info);
  BlockingSocket& socket = *napi::handleAt<BlockingSocket>(info, 1);
  if (!engine.isOpen() || !engine.hasPair() || !socket.isOpen()) throw Napi::Error::New(env, "the engine or the socket is closed");
  const ossl::Driven driven =
      ossl::drive(engine, socket, call, done, deadlineAt(info, 2), [env] { return napi::canRunJavaScript(env); }, recordSteps);
  const Napi::Value failure = report(env, engine, driven.outcome);
  if (failure.IsUndefined() && driven.io.end == IoResult::End::done && !recordSteps) return failure;
  Napi::Object record = Napi::Object::New(env);
  record.Set("failure", failure);
  if (driven.io.end != IoResult::End::done) record.Set("io", ioRecord(env, driven.io));
  record.Set("steps", napi::toArray(env, driven.steps, stepRecord));
  return record;
}

Napi::Value blockingConnect(const Napi::CallbackInfo& info) {
  return driveCall(info, [](Engine& engine) { return engine.connect(); }, ossl::Done::isNotEnough, true);
}

Napi::Value blockingShutdown(const Napi::CallbackInfo& info) {
  return driveCall(info, [](Engine& engine) { return engine.shutdown(); }, ossl::Done::isNotEnough);
}

napi::SteadyBytes steadyBytes(const Napi::CallbackInfo& info) { return {info, 3, napi::handleAt<Engine>(info, 0)->asksAnything()}; }

Napi::Value blockingRead(const Napi::CallbackInfo& info) {
  const napi::SteadyBytes into = steadyBytes(info);
  const auto read = [&](Engine& engine) {
    Outcome outcome = engine.read(into.data(), into.size());
    into.giveBack(info, outcome.bytes);
    return outcome;
  };
  return driveCall(info, read, ossl::Done::arrives);
}

Napi::Value blockingWrite(const Napi::CallbackInfo& info) {
  const napi::SteadyBytes bytes = steadyBytes(info);
  return driveCall(info, [&](Engine& engine) { return engine.write(bytes.data(), bytes.size()); }, ossl::Done::stands);
}

Napi::Value blockingWriteEarlyData(const Napi::CallbackInfo& info) {
  const napi::SteadyBytes bytes = steadyBytes(info);
  return driveCall(info, [&](Engine& engine) { return engine.writeEarlyData(bytes.data(), bytes.size()); }, ossl::Done::isNotEnough, true);
}

} // namespace

void exportSocket(Napi::Object exports) {
  exportFunction(exports, "createSocket", createSocket);
  exportFunction(exports, "socketConnect", socketConnect);
  exportFunction(exports, "socketAdopt", socketAdopt);
  exportFunction(exports, "socketMakeBlocking", socketMakeBlocking);
  exportFunction(exports, "socketDescriptor", socketDescriptor);
  exportFunction(exports, "socketClose", socketClose);
  exportFunction(exports, "blockingConnect", blockingConnect);
  exportFunction(exports, "blockingRead", blockingRead);
  exportFunction(exports, "blockingWrite", blockingWrite);
  exportFunction(exports, "blockingWriteEarlyData", blockingWriteEarlyData);
  exportFunction(exports, "blockingShutdown", blockingShutdown);
}

} // namespace wrap
