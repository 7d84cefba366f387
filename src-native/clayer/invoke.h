// Owns: the way from a row's words to a call: one function for each signature, whatever it is the signature of.
// Must not know: any function.
#pragma once

#include "clayer/argument_out.h"
#include "clayer/result.h"

namespace clayer {

// The arguments in their order: each is made after the one before it, for a number checks the bytes before it.
template <size_t index, typename... Words>
struct Arguments {
  explicit Arguments(Call&) {}
  template <typename Function, typename... Done>
  auto apply(Function&& function, Done... done) {
    return function(done...);
  }
  template <typename Visit>
  void each(Visit&&) {}
};
template <size_t index, typename Word, typename... Words>
struct Arguments<index, Word, Words...> {
  explicit Arguments(Call& call) : first(call, index), rest(call) {}
  template <typename Function, typename... Done>
  auto apply(Function&& function, Done... done) {
    return rest.apply(std::forward<Function>(function), done..., first.get());
  }
  template <typename Visit>
  void each(Visit&& visit) {
    visit(first);
    rest.each(std::forward<Visit>(visit));
  }
  Argument<Word> first;
  Arguments<index + 1, Words...> rest;
};

template <typename T>
concept Reused = requires(T& argument, Call& call, Napi::Value value) { argument.settle(call, value); };
template <typename T>
concept LengthLater = requires(T& argument, Call& call) { argument.settle(call); };

template <typename Given>
void settleLength(Call& call, Given& argument) {
  if constexpr (LengthLater<Given>) argument.settle(call);
}

template <typename List, typename Function>
Napi::Value finishVoid(Call& call, List& arguments, Function run) {
  if (!call.isPutOff) call.inC([&]() { arguments.apply(run); });
  arguments.each([&call](auto& argument) { argument.after(call, true); });
  arguments.each([&call](auto& argument) { settleLength(call, argument); });
  return call.env().Undefined();
}

// A pointer, which may be that of an object which the program gave to be used again: then it brings no reference of its own.
template <typename Word, typename List>
Napi::Value giveHandle(Call& call, List& arguments, typename Result<Word>::C result) {
  bool wasReused = false;
  arguments.each([&](auto& argument) {
    if constexpr (Reused<std::remove_reference_t<decltype(argument)>>) wasReused = wasReused || argument.wasReused(result);
  });
  const Napi::Value value = Result<Word>::out(call, result);
  if (const auto body = wasReused ? bodyOf(call.env(), value) : nullptr; body != nullptr) --body->owned;
  arguments.each([&](auto& argument) {
    if constexpr (Reused<std::remove_reference_t<decltype(argument)>>) argument.settle(call, value);
  });
  return value;
}

template <typename Word, typename List, typename Function>
Napi::Value finish(Call& call, List& arguments, Function run) {
  using C = typename Result<Word>::C;
  C result{};
  // X_free that returns a number says 1, as it does for whatever it is not the last reference of.
  if constexpr (std::is_arithmetic_v<C>) result = 1;
  if (!call.isPutOff) result = call.inC([&]() { return static_cast<C>(arguments.apply(run)); });
  const bool succeeded = Result<Word>::succeeded(result);
  if constexpr (std::is_arithmetic_v<C>) {
    if (succeeded) call.outLength = static_cast<size_t>(result); // of i2d_…: the result is the length
  }
  arguments.each([&](auto& argument) { argument.after(call, succeeded); });
  arguments.each([&call](auto& argument) { settleLength(call, argument); });
  if constexpr (std::is_pointer_v<C>)
    return giveHandle<Word>(call, arguments, result);
  else
    return Result<Word>::out(call, result);
}

template <typename Signature>
struct Invoke;

template <typename Word, typename... Words>
struct Invoke<Word(Words...)> {
  // A function of the library. const aside, what it is called as is what the headers declare: test/native/c-layer.test.ts compares.
  static Napi::Value function(Call& call) {
    void* symbol = call.symbol();
    Arguments<0, Words...> arguments(call);
    const auto run = [symbol](typename Argument<Words>::C... values) {
      if constexpr (std::is_same_v<Word, Void>)
        reinterpret_cast<void (*)(typename Argument<Words>::C...)>(symbol)(values...);
      else
        return reinterpret_cast<typename Result<Word>::C (*)(typename Argument<Words>::C...)>(symbol)(values...);
    };
    return end(call, arguments, run);
  }

  // A macro over SSL_ctrl and its kin: controller(object, command, larg, parg).
  static Napi::Value control(Call& call) {
    const auto controller = reinterpret_cast<long (*)(void*, int, long, void*)>(call.symbol());
    const Row& row = call.row();
    Arguments<0, Words...> arguments(call);
    return end(call, arguments, [&](auto object, auto... values) {
      long larg = row.larg;
      void* parg = nullptr;
      [[maybe_unused]] const auto place = [&](auto value) {
        if constexpr (std::is_arithmetic_v<decltype(value)>)
          larg = static_cast<long>(value);
        else
          parg = const_cast<void*>(static_cast<const void*>(value));
      };
      (place(values), ...);
      const long answer = controller(object, row.command, larg, parg);
      if constexpr (!std::is_same_v<Word, Void>) {
        if constexpr (std::is_pointer_v<typename Result<Word>::C>)
          return reinterpret_cast<typename Result<Word>::C>(answer);
        else
          return static_cast<typename Result<Word>::C>(answer);
      }
    });
  }

private:
  template <typename Function>
  static Napi::Value end(Call& call, Arguments<0, Words...>& arguments, Function run) {
    if constexpr (std::is_same_v<Word, Void>)
      return finishVoid(call, arguments, run);
    else
      return finish<Word>(call, arguments, run);
  }
};

#define C_FUNCTION(home, since, until, result, name, parameters)                                                                           \
  Row{#name, since, until, #name, "", #parameters, &Invoke<result parameters>::function, 0, 0},
#define C_RENAMED(home, since, until, result, name, parameters, before)                                                                    \
  Row{#name, since, until, #name, #before, #parameters, &Invoke<result parameters>::function, 0, 0},
#define C_CTRL(since, until, result, name, parameters, controller, command, larg)                                                          \
  Row{#name, since, until, #controller, "", #parameters, &Invoke<result parameters>::control, command, larg},
#define C_CUSTOM(home, since, until, result, name, parameters) Row{#name, since, until, "", "", #parameters, &custom::name, 0, 0},

} // namespace clayer
