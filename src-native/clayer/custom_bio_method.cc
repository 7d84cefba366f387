// Owns: BIO_METHODs made in JavaScript: BIO_meth_set_… and what OpenSSL calls then.
#include "clayer/callbacks.h"

#include <cstring>
#include <map>

namespace clayer::custom {
namespace {

// A BIO tells its method by the method's name, of which every method has a copy of its own.
std::map<const void*, std::weak_ptr<Body>>& methods() {
  thread_local std::map<const void*, std::weak_ptr<Body>> known;
  return known;
}

std::optional<Heard> heardByMethod(Call& call, void* bio, const char* name) {
  const void* methodName = call.need<const char*(const void*)>("BIO_method_name")(bio);
  const auto found = methods().find(methodName);
  if (found == methods().end()) return std::nullopt;
  const auto method = found->second.lock();
  return method != nullptr ? heardBy(call.environment(), method, name) : std::nullopt;
}

Napi::Value bioOf(Call& call, void* bio) { return call.give(KindId::BIO, bio, Ownership::borrowed, nullptr); }

int create(void* bio) {
  return calledBack(0, [&](Call& call) {
    const auto heard = heardByMethod(call, bio, "create");
    return heard ? intOf(heard->function.Call({bioOf(call, bio)}), 0) : 1;
  });
}

int destroy(void* bio) {
  // Whatever is collected calls nobody: to OpenSSL that is a success.
  return calledBack(1, [&](Call& call) {
    const auto heard = heardByMethod(call, bio, "destroy");
    return heard ? intOf(heard->function.Call({bioOf(call, bio)}), 0) : 1;
  });
}

int readInto(const char* name, void* bio, char* data, int size) {
  return calledBack(-1, [&](Call& call) {
    const auto heard = heardByMethod(call, bio, name);
    if (!heard) return -2;
    auto bytes = Napi::Buffer<char>::New(call.env(), static_cast<size_t>(std::max(size, 0)));
    const int count = intOf(heard->function.Call({bioOf(call, bio), bytes, number(call, size)}), -1);
    if (count > size || (count > 0 && bytes.Length() < static_cast<size_t>(count))) {
      call.refuse("ERR_SSL_ARGUMENT", name, std::string("the BIO's ") + name + " says that it gave more bytes than there was room for");
    }
    if (count > 0) std::memcpy(data, bytes.Data(), static_cast<size_t>(count));
    return count;
  });
}
int read(void* bio, char* data, int size) { return readInto("read", bio, data, size); }
int gets(void* bio, char* data, int size) { return readInto("gets", bio, data, size); }

int write(void* bio, const char* data, int size) {
  return calledBack(-1, [&](Call& call) {
    const auto heard = heardByMethod(call, bio, "write");
    if (!heard) return -2;
    const auto bytes = Napi::Buffer<char>::Copy(call.env(), data, static_cast<size_t>(std::max(size, 0)));
    const int count = intOf(heard->function.Call({bioOf(call, bio), bytes, number(call, size)}), -1);
    if (count > size) call.refuse("ERR_SSL_ARGUMENT", "write", "the BIO's write says that it took more bytes than it was given");
    return count;
  });
}

int puts(void* bio, const char* text) {
  return calledBack(-1, [&](Call& call) {
    const auto heard = heardByMethod(call, bio, "puts");
    return heard ? intOf(heard->function.Call({bioOf(call, bio), Napi::String::New(call.env(), text)}), -1) : -2;
  });
}

long control(void* bio, int command, long larg, void*) {
  return calledBack(0L, [&](Call& call) {
    const auto heard = heardByMethod(call, bio, "ctrl");
    if (!heard) return 0L;
    const Napi::Value answer =
        heard->function.Call({bioOf(call, bio), number(call, command), exact(call.env(), static_cast<int64_t>(larg)), call.env().Null()});
    return answer.IsNumber() ? static_cast<long>(answer.As<Napi::Number>().Int64Value()) : 0L;
  });
}

template <typename Function>
Napi::Value set(Call& call, const char* name, Function* function) {
  void* method = call.handle(0, KindId::BIO_METHOD, false)->pointer;
  if (call.owner()->isStatic) call.refuseArgument(0, "of BIO_meth_new: OpenSSL's own methods are not changed");
  const bool isSet = setHeard(call, 1, name);
  const auto run = call.need<int(void*, Function*)>(call.row().name);
  return Number<Int>::out(call.env(), call.inC([&]() { return run(method, isSet ? function : nullptr); }));
}

} // namespace

Napi::Value BIO_meth_set_create(Call& call) { return set(call, "create", create); }
Napi::Value BIO_meth_set_destroy(Call& call) { return set(call, "destroy", destroy); }
Napi::Value BIO_meth_set_read(Call& call) { return set(call, "read", read); }
Napi::Value BIO_meth_set_gets(Call& call) { return set(call, "gets", gets); }
Napi::Value BIO_meth_set_write(Call& call) { return set(call, "write", write); }
Napi::Value BIO_meth_set_puts(Call& call) { return set(call, "puts", puts); }
Napi::Value BIO_meth_set_ctrl(Call& call) { return set(call, "ctrl", control); }

Napi::Value BIO_meth_new(Call& call) {
  const int type = Number<Int>::in(call, 0);
  Argument<Text> name(call, 1);
  const auto run = call.need<void*(int, const char*)>("BIO_meth_new");
  void* method = call.inC([&]() { return run(type, name.get()); });
  const Napi::Value result = call.give(KindId::BIO_METHOD, method, Ownership::owned);
  const auto body = bodyOf(call.env(), result);
  if (body == nullptr) return result;
  // OpenSSL keeps the copied name behind the type: the same place that BIO_method_name reads.
  const auto probe = functionOf<void*(const void*)>(*call.library(), "BIO_new");
  const auto free = functionOf<int(void*)>(*call.library(), "BIO_free");
  void* bio = probe(method);
  if (bio != nullptr) {
    methods()[functionOf<const char*(const void*)>(*call.library(), "BIO_method_name")(bio)] = body;
    free(bio);
  }
  return result;
}

// A method is freed with the last BIO that has it: in C, freeing it earlier is a dangling pointer.
Napi::Value BIO_meth_free(Call& call) {
  if (call.value(0).IsNull()) return call.env().Undefined();
  const auto body = call.handle(0, KindId::BIO_METHOD, false);
  call.mustOwn(0, *body);
  body->givenUp = true;
  return call.env().Undefined();
}

Napi::Value BIO_new(Call& call) {
  const Argument<Ref<BIO_METHOD>> method(call, 0);
  const auto run = call.need<void*(const void*)>("BIO_new");
  void* bio = call.inC([&]() { return run(method.body->pointer); });
  const Napi::Value result = call.give(KindId::BIO, bio, Ownership::owned);
  if (bio != nullptr && !method.body->isStatic) bodyOf(call.env(), result)->holds.push_back(method.body);
  return result;
}

} // namespace clayer::custom
