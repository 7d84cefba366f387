// Owns: the functions of BIO whose references or results the table's words cannot say.
#include "clayer/argument_out.h"
#include "clayer/custom.h"
#include "clayer/result.h"

#include <algorithm>

namespace clayer::custom {
namespace {

using Control = long(void*, int, long, void*);
using PairMaker = int(void**, size_t, void**, size_t);

long control(Call& call, void* bio, int command, long larg, void* parg) {
  const auto run = call.need<Control>("BIO_ctrl");
  return call.inC([&]() { return run(bio, command, larg, parg); });
}

Napi::Value makePair(Call& call, const char* function) {
  const auto run = call.need<PairMaker>(function);
  auto one = cellAt(call, 0, false);
  const size_t oneSize = Number<Size>::in(call, 1);
  auto other = cellAt(call, 2, false);
  const size_t otherSize = Number<Size>::in(call, 3);
  void* halves[2] = {nullptr, nullptr};
  const int result = call.inC([&]() { return run(&halves[0], oneSize, &halves[1], otherSize); });
  one->Set("value", call.give(KindId::BIO, halves[0], Ownership::owned));
  other->Set("value", call.give(KindId::BIO, halves[1], Ownership::owned));
  return Number<Int>::out(call.env(), result);
}

// BIO_ptr_ctrl: the pointer comes through parg.
Napi::Value textBy(Call& call, int command, long which) {
  const Argument<Ref<BIO>> bio(call, 0);
  const auto run = call.need<void*(void*, int, long)>("BIO_ptr_ctrl");
  return Result<Text>::out(call, static_cast<const char*>(call.inC([&]() { return run(bio.body->pointer, command, which); })));
}

constexpr int kGetConnect = 123;
constexpr int kGetAccept = 124;

} // namespace

Napi::Value BIO_new_bio_pair(Call& call) { return makePair(call, "BIO_new_bio_pair"); }
Napi::Value BIO_new_bio_dgram_pair(Call& call) { return makePair(call, "BIO_new_bio_dgram_pair"); }

// The BIO reads from the buffer as long as it lives: it is given a copy that lives as long.
Napi::Value BIO_new_mem_buf(Call& call) {
  const Argument<InBytes> bytes(call, 0);
  const size_t given = call.buffer->size;
  const Argument<Int> length(call, 1);
  const int size = Number<Int>::in(call, 1);
  const size_t count = size < 0 ? given : static_cast<size_t>(size);
  const auto* data = static_cast<const unsigned char*>(bytes.get());
  const auto copy = std::make_shared<std::vector<unsigned char>>(data, data + count);
  copy->push_back(0); // C's -1 asks for the length of a string
  const auto run = call.need<void*(const void*, int)>("BIO_new_mem_buf");
  void* bio = call.inC([&]() { return run(copy->data(), static_cast<int>(count)); });
  const Napi::Value result = call.give(KindId::BIO, bio, Ownership::owned);
  if (bio != nullptr) bodyOf(call.env(), result)->holds.push_back(copy);
  return result;
}

Napi::Value BIO_push(Call& call) {
  const Argument<Ref<BIO>> bio(call, 0);
  const Argument<RefOrNull<BIO>> append(call, 1);
  const auto run = call.need<void*(void*, void*)>("BIO_push");
  void* next = append.body != nullptr ? append.body->pointer : nullptr;
  call.inC([&]() { return run(bio.body->pointer, next); });
  // A chain is reachable by its first link.
  if (append.body != nullptr) keep(call.environment(), call.used.front().object, "next", call.used.back().object);
  return call.value(0);
}

// What was in the chain behind it is the caller's from now on, unless it was that already.
Napi::Value BIO_pop(Call& call) {
  const Argument<Ref<BIO>> bio(call, 0);
  const auto run = call.need<void*(void*)>("BIO_pop");
  void* next = call.inC([&]() { return run(bio.body->pointer); });
  const Napi::Value result = call.give(KindId::BIO, next, Ownership::borrowed);
  if (const auto body = bodyOf(call.env(), result); body != nullptr && body->owned == 0) ++body->owned;
  return result;
}

Napi::Value BIO_free_all(Call& call) {
  const Napi::Value given = call.value(0);
  if (given.IsNull()) return call.env().Undefined();
  const auto first = call.handle(0, KindId::BIO, false);
  call.mustOwn(0, *first);
  const auto next = call.need<void*(void*)>("BIO_next");
  // OpenSSL goes on as long as what it frees had one reference: those behind it are the chain's.
  for (void* link = first->pointer; link != nullptr; link = next(link)) {
    const auto body = trackedBody(call.library(), KindId::BIO, link);
    if (body == nullptr || body->owned == 0) continue;
    --body->owned;
    if (body->owned == 0) body->givenUp = true;
  }
  void* pointer = first->pointer;
  if (call.isInCallback()) {
    call.environment().late.push_back({call.library(), KindId::BIO, pointer, 1});
    return call.env().Undefined();
  }
  const auto run = call.need<void(void*)>("BIO_free_all");
  call.inC([&]() { run(pointer); });
  return call.env().Undefined();
}

Napi::Value BIO_get_mem_data(Call& call) {
  const Argument<Ref<BIO>> bio(call, 0);
  auto cell = cellAt(call, 1, false);
  unsigned char* data = nullptr;
  const long length = control(call, bio.body->pointer, 3, 0, &data);
  cell->Set("value", data == nullptr || length < 0
                         ? call.env().Null()
                         : Napi::Value(Napi::Buffer<unsigned char>::Copy(call.env(), data, static_cast<size_t>(length))));
  return Number<Long>::out(call.env(), length);
}

// BUF_MEM: a copy of what it holds.
Napi::Value BIO_get_mem_ptr(Call& call) {
  struct BufMem {
    size_t length;
    char* data;
    size_t max;
    unsigned long flags;
  };
  const Argument<Ref<BIO>> bio(call, 0);
  auto cell = cellAt(call, 1, false);
  BufMem* memory = nullptr;
  const long result = control(call, bio.body->pointer, 115, 0, &memory);
  if (memory == nullptr) {
    cell->Set("value", call.env().Null());
    return Number<Long>::out(call.env(), result);
  }
  Napi::Object record = Napi::Object::New(call.env());
  record.Set("length", static_cast<double>(memory->length));
  record.Set("max", static_cast<double>(memory->max));
  record.Set("data", Napi::Buffer<char>::Copy(call.env(), memory->data, memory->data != nullptr ? memory->length : 0));
  cell->Set("value", record);
  return Number<Long>::out(call.env(), result);
}

Napi::Value BIO_get_ssl(Call& call) {
  const Argument<Ref<BIO>> bio(call, 0);
  auto cell = cellAt(call, 1, false);
  void* ssl = nullptr;
  const long result = control(call, bio.body->pointer, 110, 0, &ssl);
  cell->Set("value", call.give(KindId::SSL, ssl, Ownership::borrowed));
  return Number<Long>::out(call.env(), result);
}

Napi::Value BIO_set_ssl(Call& call) {
  const Argument<Ref<BIO>> bio(call, 0);
  const Argument<Ref<SSL>> ssl(call, 1);
  const long close = Number<Long>::in(call, 2);
  if (close != 0) call.mustOwn(1, *ssl.body);
  const long result = control(call, bio.body->pointer, 109, close, ssl.body->pointer);
  if (close != 0 && result > 0) call.handOver(ssl.body);
  return Number<Long>::out(call.env(), result);
}

Napi::Value BIO_set_fd(Call& call) {
  const Argument<Ref<BIO>> bio(call, 0);
  int descriptor = Number<Int>::in(call, 1);
  return Number<Int>::out(call.env(), static_cast<int>(control(call, bio.body->pointer, 104, Number<Int>::in(call, 2), &descriptor)));
}

Napi::Value BIO_get_conn_hostname(Call& call) { return textBy(call, kGetConnect, 0); }
Napi::Value BIO_get_conn_port(Call& call) { return textBy(call, kGetConnect, 1); }
Napi::Value BIO_get_accept_name(Call& call) { return textBy(call, kGetAccept, 0); }
Napi::Value BIO_get_accept_port(Call& call) { return textBy(call, kGetAccept, 1); }

Napi::Value BIO_set_nbio_accept(Call& call) {
  const Argument<Ref<BIO>> bio(call, 0);
  char yes[] = "a";
  return Number<Int>::out(call.env(),
                          static_cast<int>(control(call, bio.body->pointer, 118, 2, Number<Int>::in(call, 1) != 0 ? yes : nullptr)));
}

Napi::Value BIO_ctrl(Call& call) {
  const Argument<Ref<BIO>> bio(call, 0);
  const int command = Number<Int>::in(call, 1);
  const long larg = Number<Long>::in(call, 2);
  const Argument<Null> parg(call, 3);
  // Commands that read or write through parg are functions of their own here: these take none.
  static constexpr int kPlain[] = {1, 2, 7, 8, 9, 10, 11, 12, 13, 101, 102, 117, 128, 130, 133, 136, 140, 141, 142, 147, 152, 153};
  if (std::find(std::begin(kPlain), std::end(kPlain), command) == std::end(kPlain)) {
    call.refuseArgument(
        1, "a command that needs no parg (BIO_CTRL_FLUSH, BIO_CTRL_PENDING, BIO_CTRL_EOF …): the others have functions of their own");
  }
  return Number<Long>::out(call.env(), control(call, bio.body->pointer, command, larg, nullptr));
}

Napi::Value BIO_lookup_ex(Call& call) {
  using Lookup = int(const char*, const char*, int, int, int, int, void**);
  Argument<TextOrNull> host(call, 0);
  Argument<TextOrNull> service(call, 1);
  const int type = Number<Int>::in(call, 2);
  const int family = Number<Int>::in(call, 3);
  const int socktype = Number<Int>::in(call, 4);
  const int protocol = Number<Int>::in(call, 5);
  auto cell = cellAt(call, 6, false);
  void* found = nullptr;
  const auto run = call.need<Lookup>("BIO_lookup_ex");
  const int result = call.inC([&]() { return run(host.get(), service.get(), type, family, socktype, protocol, &found); });
  cell->Set("value", call.give(KindId::BIO_ADDRINFO, found, Ownership::owned));
  return Number<Int>::out(call.env(), result);
}

Napi::Value BIO_printf(Call& call) {
  const Argument<Ref<BIO>> bio(call, 0);
  Argument<Text> text(call, 1);
  const auto run = call.need<int(void*, const char*, ...)>("BIO_printf");
  return Number<Int>::out(call.env(), call.inC([&]() { return run(bio.body->pointer, "%s", text.get()); }));
}

Napi::Value BIO_get_data(Call& call) {
  const Argument<Ref<BIO>> bio(call, 0);
  const Napi::Value data = call.environment().storageOf(call.used.front().object).Get("data");
  return data.IsUndefined() ? call.env().Null() : data;
}
Napi::Value BIO_set_data(Call& call) {
  const Argument<Ref<BIO>> bio(call, 0);
  call.environment().storageOf(call.used.front().object).Set("data", call.value(1));
  return call.env().Undefined();
}

} // namespace clayer::custom
