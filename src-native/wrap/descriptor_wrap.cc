// An engine on a descriptor of its own, and the event loop's watch over it.
#include "loop/watcher.h"
#include "ossl/socket_facts.h"
#include "wrap/engine_call.h"
#include "wrap/exports.h"

#include <unistd.h>

namespace wrap {
namespace {

using loop::Watcher;
using ossl::Engine;

ossl::DescriptorBio& descriptorOf(const Napi::CallbackInfo& info) {
  Engine& engine = openEngine(info);
  if (!engine.hasDescriptor()) throw Napi::Error::New(info.Env(), "the engine has no descriptor of its own");
  return engine.descriptor();
}

int intAt(const Napi::CallbackInfo& info, size_t index) { return info[index].As<Napi::Number>().Int32Value(); }
bool boolAt(const Napi::CallbackInfo& info, size_t index) { return info[index].As<Napi::Boolean>(); }
Napi::Value toNumber(const Napi::CallbackInfo& info, int number) { return Napi::Number::New(info.Env(), number); }

// duplicateDescriptor(fd): another of the same socket; negative: -errno
Napi::Value duplicateDescriptor(const Napi::CallbackInfo& info) { return toNumber(info, ossl::duplicateDescriptor(intAt(info, 0))); }

// closeDescriptor(fd): of one that no engine has taken
Napi::Value closeDescriptor(const Napi::CallbackInfo& info) {
  ::close(intAt(info, 0));
  return info.Env().Undefined();
}

// createWatcher(fd, receiver, method): null if the loop cannot watch it
Napi::Value createWatcher(const Napi::CallbackInfo& info) {
  std::shared_ptr<Watcher> watcher = Watcher::create(info.Env(), intAt(info, 0), info[1].As<Napi::Object>(), info[2].As<Napi::Function>());
  if (watcher == nullptr) return info.Env().Null();
  return napi::makeHandle(info.Env(), std::move(watcher));
}

// watcherWatch(watcher, events)
Napi::Value watcherWatch(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), napi::handleAt<Watcher>(info, 0)->watch(intAt(info, 1)));
}

// watcherKeepAlive(watcher, yes)
Napi::Value watcherKeepAlive(const Napi::CallbackInfo& info) {
  napi::handleAt<Watcher>(info, 0)->keepAlive(boolAt(info, 1));
  return info.Env().Undefined();
}

Napi::Value watcherClose(const Napi::CallbackInfo& info) {
  napi::handleAt<Watcher>(info, 0)->close();
  return info.Env().Undefined();
}

Napi::Value refusedOrNot(const Napi::CallbackInfo& info, bool taken, const ossl::SettingFailure& failure) {
  if (taken) return info.Env().Undefined();
  return refusal(info.Env(), failure);
}

// engineAttachPair(engine, bufferSize)
Napi::Value engineAttachPair(const Napi::CallbackInfo& info) {
  ossl::SettingFailure failure;
  const bool taken = idleEngine(info).attachPair(static_cast<size_t>(intAt(info, 1)), failure);
  return refusedOrNot(info, taken, failure);
}

// engineAttachDescriptor(engine, fd): the engine closes it
Napi::Value engineAttachDescriptor(const Napi::CallbackInfo& info) {
  ossl::SettingFailure failure;
  const bool taken = idleEngine(info).attachDescriptor(intAt(info, 1), failure);
  return refusedOrNot(info, taken, failure);
}

Napi::Value engineReadable(const Napi::CallbackInfo& info) {
  descriptorOf(info).readable();
  return info.Env().Undefined();
}

// engineFlush(engine, numbers): errno; the numbers become [received, sent, unsent, whether the input has ended]
Napi::Value engineFlush(const Napi::CallbackInfo& info) {
  ossl::DescriptorBio& descriptor = descriptorOf(info);
  const int error = descriptor.flush();
  auto numbers = info[1].As<Napi::Float64Array>();
  if (numbers.ElementLength() < 4) throw Napi::TypeError::New(info.Env(), "the numbers of a descriptor need room for four");
  numbers[0] = static_cast<double>(descriptor.received());
  numbers[1] = static_cast<double>(descriptor.sent());
  numbers[2] = static_cast<double>(descriptor.unsent());
  numbers[3] = descriptor.ended() ? 1 : 0;
  return toNumber(info, error);
}

Napi::Value engineHoldEnd(const Napi::CallbackInfo& info) {
  descriptorOf(info).holdEnd();
  return info.Env().Undefined();
}

// engineTakeUnsent(engine): a copy of what is gathered
Napi::Value engineTakeUnsent(const Napi::CallbackInfo& info) { return napi::copyOf(info.Env(), descriptorOf(info).takeUnsent()); }

// engineReleaseDescriptor(engine): the descriptor, which is the caller's from here on
Napi::Value engineReleaseDescriptor(const Napi::CallbackInfo& info) { return toNumber(info, descriptorOf(info).release()); }

Napi::Value engineEndOutput(const Napi::CallbackInfo& info) { return toNumber(info, ossl::endOutput(descriptorOf(info).descriptor())); }

// engineSetNoDelay(engine, yes): errno
Napi::Value engineSetNoDelay(const Napi::CallbackInfo& info) {
  return toNumber(info, ossl::setNoDelay(descriptorOf(info).descriptor(), boolAt(info, 1)));
}

// engineSetKeepAlive(engine, yes, seconds): errno
Napi::Value engineSetKeepAlive(const Napi::CallbackInfo& info) {
  return toNumber(info, ossl::setKeepAlive(descriptorOf(info).descriptor(), boolAt(info, 1), intAt(info, 2)));
}

// engineAddress(engine, remote): null if it has none
Napi::Value engineAddress(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const int descriptor = descriptorOf(info).descriptor();
  const auto known = boolAt(info, 1) ? ossl::remoteAddress(descriptor) : ossl::localAddress(descriptor);
  if (!known) return env.Null();
  Napi::Object record = Napi::Object::New(env);
  record.Set("address", known->address);
  record.Set("port", known->port);
  record.Set("family", known->isIPv6 ? "IPv6" : "IPv4");
  return record;
}

} // namespace

void exportDescriptor(Napi::Object exports) {
  exportFunction(exports, "duplicateDescriptor", duplicateDescriptor);
  exportFunction(exports, "closeDescriptor", closeDescriptor);
  exportFunction(exports, "createWatcher", createWatcher);
  exportFunction(exports, "watcherWatch", watcherWatch);
  exportFunction(exports, "watcherKeepAlive", watcherKeepAlive);
  exportFunction(exports, "watcherClose", watcherClose);
  exportFunction(exports, "engineAttachPair", engineAttachPair);
  exportFunction(exports, "engineAttachDescriptor", engineAttachDescriptor);
  exportFunction(exports, "engineReadable", engineReadable);
  exportFunction(exports, "engineFlush", engineFlush);
  exportFunction(exports, "engineHoldEnd", engineHoldEnd);
  exportFunction(exports, "engineTakeUnsent", engineTakeUnsent);
  exportFunction(exports, "engineReleaseDescriptor", engineReleaseDescriptor);
  exportFunction(exports, "engineEndOutput", engineEndOutput);
  exportFunction(exports, "engineSetNoDelay", engineSetNoDelay);
  exportFunction(exports, "engineSetKeepAlive", engineSetKeepAlive);
  exportFunction(exports, "engineAddress", engineAddress);
}

} // namespace wrap
