#include "clayer/argument_stack.h"

namespace clayer {
namespace {

using NewStack = void*();
using Push = int(void*, const void*);
using Count = int(const void*);
using At = void*(const void*, int);
using FreeStack = void(void*);

} // namespace

StackArgument::StackArgument(Call& call, size_t index, KindId kind, bool nullable, bool takes) : library_(call.library()), takes_(takes) {
  const Napi::Value given = call.value(index);
  if (nullable && given.IsNull()) return;
  if (!given.IsArray()) call.refuseArgument(index, std::string("an array of ") + infoOf(kind).name + (nullable ? " or null" : ""));
  const auto list = given.As<Napi::Array>();
  for (uint32_t i = 0; i < list.Length(); ++i) {
    const auto body = call.handleIn(list.Get(i), call.argumentName(index) + "[" + std::to_string(i) + "]", kind);
    if (takes) call.mustOwn(index, *body);
    bodies_.push_back(body);
  }
  const auto push = call.need<Push>("OPENSSL_sk_push");
  stack_ = call.need<NewStack>("OPENSSL_sk_new_null")();
  for (const auto& body : bodies_) push(stack_, body->pointer);
}

StackArgument::~StackArgument() {
  if (stack_ != nullptr) functionOf<FreeStack>(*library_, "OPENSSL_sk_free")(stack_);
}

void StackArgument::after(Call& call, bool succeeded) {
  if (!takes_ || !succeeded) return;
  for (const auto& body : bodies_) call.handOver(body);
  stack_ = nullptr;
}

Napi::Value arrayOf(Call& call, KindId kind, void* stack, Ownership ownership) {
  if (stack == nullptr) return call.env().Null();
  const auto at = call.need<At>("OPENSSL_sk_value");
  const int count = call.need<Count>("OPENSSL_sk_num")(stack);
  Napi::Array array = Napi::Array::New(call.env(), static_cast<size_t>(count));
  for (int i = 0; i < count; ++i) array.Set(static_cast<uint32_t>(i), call.give(kind, at(stack, i), ownership));
  if (ownership == Ownership::owned) call.need<FreeStack>("OPENSSL_sk_free")(stack);
  return array;
}

} // namespace clayer
