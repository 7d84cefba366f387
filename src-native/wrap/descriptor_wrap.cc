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

class WatchingUser : public ossl::DescriptorUser {
public:
  explicit WatchingUser(std::unique_ptr<Watcher> watcher) : watcher_(std::move(watcher)) {}
  void letGo() override { watcher_->close(); }
  [[nodiscard]] Watcher& watcher() const { return *watcher_; }

private:
  std::unique_ptr<Watcher> watcher_;
};

ossl::DescriptorBio& descriptorOf(const Napi::CallbackInfo& info) {
  Engine& engine = openEngine(info);
  if (!engine.hasDescriptor()) throw Napi::Error::New(info.Env(), "the engine has no descriptor of its own");
  return engine.descriptor();
}

// What asks the socket only, and not what OpenSSL reads and writes, may be asked while the engine is on the pool.
ossl::DescriptorBio& socketOf(const Napi::CallbackInfo& info) {
  Engine& engine = *napi::handleAt<Engine>(info, 0);
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

// engineAttachDescriptor(engine, fd, receiver): the engine closes it, if it is not refused
Napi::Value engineAttachDescriptor(const Napi::CallbackInfo& info) {
  Engine& engine = idleEngine(info);
  const int descriptor = intAt(info, 1);
  const auto receiver = info[2].As<Napi::Object>();
  std::unique_ptr<Watcher> watcher = Watcher::create(info.Env(), descriptor, receiver, receiver.Get("ready").As<Napi::Function>());
  if (watcher == nullptr) return refusal(info.Env(), {"descriptor", "uv_poll_init", "", {}});
  ossl::SettingFailure failure;
  const bool taken = engine.attachDescriptor(descriptor, std::make_unique<WatchingUser>(std::move(watcher)), failure);
  return refusedOrNot(info, taken, failure);
}

Watcher& watcherOf(const Napi::CallbackInfo& info) {
  // No other users are made here.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-static-cast-downcast)
  return static_cast<WatchingUser*>(socketOf(info).user())->watcher();
}

// engineWatch(engine, events): false if the loop refuses
Napi::Value engineWatch(const Napi::CallbackInfo& info) { return Napi::Boolean::New(info.Env(), watcherOf(info).watch(intAt(info, 1))); }

// engineKeepAlive(engine, yes): whether the loop lives for its sake
Napi::Value engineKeepAlive(const Napi::CallbackInfo& info) {
  watcherOf(info).keepAlive(boolAt(info, 1));
  return info.Env().Undefined();
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

Napi::Value engineDiscardInput(const Napi::CallbackInfo& info) {
  ossl::discardInput(descriptorOf(info).descriptor());
  return info.Env().Undefined();
}

// engineSetNoDelay(engine, yes): errno
Napi::Value engineSetNoDelay(const Napi::CallbackInfo& info) {
  return toNumber(info, ossl::setNoDelay(socketOf(info).descriptor(), boolAt(info, 1)));
}

// engineSetKeepAlive(engine, yes, seconds): errno
Napi::Value engineSetKeepAlive(const Napi::CallbackInfo& info) {
  return toNumber(info, ossl::setKeepAlive(socketOf(info).descriptor(), boolAt(info, 1), intAt(info, 2)));
}

// engineAddress(engine, remote): null if it has none
Napi::Value engineAddress(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const int descriptor = socketOf(info).descriptor();
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
  exportFunction(exports, "engineAttachPair", engineAttachPair);
  exportFunction(exports, "engineAttachDescriptor", engineAttachDescriptor);
  exportFunction(exports, "engineWatch", engineWatch);
  exportFunction(exports, "engineKeepAlive", engineKeepAlive);
  exportFunction(exports, "engineReadable", engineReadable);
  exportFunction(exports, "engineFlush", engineFlush);
  exportFunction(exports, "engineHoldEnd", engineHoldEnd);
  exportFunction(exports, "engineTakeUnsent", engineTakeUnsent);
  exportFunction(exports, "engineReleaseDescriptor", engineReleaseDescriptor);
  exportFunction(exports, "engineEndOutput", engineEndOutput);
  exportFunction(exports, "engineDiscardInput", engineDiscardInput);
  exportFunction(exports, "engineSetNoDelay", engineSetNoDelay);
  exportFunction(exports, "engineSetKeepAlive", engineSetKeepAlive);
  exportFunction(exports, "engineAddress", engineAddress);
}

} // namespace wrap
