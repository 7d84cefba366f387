// Compile-only: compares the C layer's table with a release's real headers. Nothing of it is linked or run.
//
// The *-check.inc are written by c-layer.test.ts from deps/openssl/c-layer/*.inc, a row each:
//   FITS(name, Result, Words…)                           the C function called `name`, in the words of kinds.inc; stacks by their C name
//   MACRO(name, Result, call, controller, command, larg) the macro, called
//   VALUE(name, value)                                   the constant

#include "headers-check.h"

#include <ctime>
#include <type_traits>

// Not every release names every stack.
#include "stacks-check.inc"

namespace {

// --- the words, each with what it may be in C

// const of what is pointed at does not change a call, nor does the name of a 64-bit number; an enumeration is passed as an int is.
template <typename T>
struct Plain {
  using type = std::conditional_t<std::is_enum_v<T>, int, std::remove_cv_t<T>>;
};
template <>
struct Plain<unsigned long long> {
  using type = unsigned long;
};
template <>
struct Plain<long long> {
  using type = long;
};
template <typename T>
struct Plain<T*> {
  using type = typename Plain<std::remove_cv_t<T>>::type*;
};
template <typename T>
using PlainOf = typename Plain<std::remove_cv_t<T>>::type;

template <typename... C>
struct OneOf {
  template <typename Real>
  static constexpr bool fits = (std::is_same_v<PlainOf<C>, PlainOf<Real>> || ...);
};
// OpenSSL writes there.
template <typename... C>
struct Written {
  template <typename Real>
  static constexpr bool fits = OneOf<C...>::template fits<Real> && !std::is_const_v<std::remove_pointer_t<Real>>;
};
struct AnyPointer {
  template <typename Real>
  static constexpr bool fits = std::is_pointer_v<Real>;
};
struct AnyFunction {
  template <typename Real>
  static constexpr bool fits = std::is_pointer_v<Real> && std::is_function_v<std::remove_pointer_t<Real>>;
};

struct Void : OneOf<void> {};
struct Int : OneOf<int> {};
struct UInt : OneOf<unsigned int> {};
struct Long : OneOf<long> {};
struct WideLong : OneOf<long> {};
struct ULong : OneOf<unsigned long> {};
struct Size : OneOf<size_t> {};
struct Int64 : OneOf<long> {};
struct Time : OneOf<time_t> {};
struct UChar : OneOf<unsigned char> {};
struct UShort : OneOf<unsigned short> {};
struct Options : OneOf<unsigned long> {};

struct Text : OneOf<char*> {};
struct TextOrNull : Text {};
struct OwnedText : Written<char*> {};
struct View : OneOf<unsigned char*> {};
struct InBytes : OneOf<void*, char*, unsigned char*> {};
struct InBytesOrNull : InBytes {};
struct OutBytes : Written<void*, char*, unsigned char*> {};
struct OutBytesOrNull : OutBytes {};
struct OutText : Written<char**> {};
struct OutTextOrNull : OutText {};
struct OutView : Written<unsigned char**, void**> {};
struct InCursor : Written<unsigned char**> {};
struct OutCursorOrNull : Written<unsigned char**> {};
struct Null : AnyPointer {};
struct Password : AnyFunction {};
struct PasswordArg : OneOf<void*> {};

template <typename T>
struct Handle : OneOf<T*> {};
template <typename T>
struct HandleCell : Written<T**> {};

#define WORD(word, base)                                                                                                                   \
  template <typename T>                                                                                                                    \
  struct word : base<T> {};
WORD(Ref, Handle)
WORD(RefOrNull, Handle)
WORD(Drive, Handle)
WORD(Take, Handle)
WORD(TakeOrNull, Handle)
WORD(Free, Handle)
WORD(UpRef, Handle)
WORD(StackRef, Handle)
WORD(StackRefOrNull, Handle)
WORD(StackTake, Handle)
WORD(StackTakeOrNull, Handle)
WORD(Owned, Handle)
WORD(Borrowed, Handle)
WORD(Static, Handle)
WORD(StackOwned, Handle)
WORD(StackBorrowed, Handle)
WORD(Reuse, HandleCell)
WORD(OutBorrowed, HandleCell)
WORD(OutBorrowedOrNull, HandleCell)
WORD(OutOwned, HandleCell)
WORD(OutOwnedOrNull, HandleCell)
WORD(OutStackBorrowed, HandleCell)
WORD(OutStackOwned, HandleCell)
#undef WORD

// A cell of a number, of bytes, of text, or of a handle.
struct Bytes {};
template <typename Word>
struct Out : HandleCell<Word> {};
template <>
struct Out<Bytes> : OutView {};
template <>
struct Out<OwnedText> : Written<char**> {};
// What is there is given to C too: a pointer to const is as good.
#define CELL(word, type)                                                                                                                   \
  template <>                                                                                                                              \
  struct Out<word> : OneOf<type*> {};
CELL(Int, int)
CELL(UInt, unsigned int)
CELL(Long, long)
CELL(ULong, unsigned long)
CELL(Size, size_t)
CELL(Int64, long)
CELL(Time, time_t)
CELL(UChar, unsigned char)
CELL(UShort, unsigned short)
CELL(Options, unsigned long)
#undef CELL
template <typename Word>
struct OutOrNull : Out<Word> {};

// --- functions

// 0 if the function is what the row says, -1 for another number of arguments, 1 for another result, 2 for the first argument and so on:
// the compiler's message shows it.
template <typename Function, typename... Words>
struct Compared;
template <typename Real, typename... Reals, typename Result, typename... Words>
struct Compared<Real (*)(Reals...), Result, Words...> {
  static constexpr int difference() {
    if constexpr (sizeof...(Reals) != sizeof...(Words))
      return -1;
    else {
      int at = 0;
      int position = 1;
      const auto look = [&](bool fits) {
        if (!fits && at == 0) at = position;
        ++position;
      };
      look(Result::template fits<Real>);
      (look(Words::template fits<Reals>), ...);
      return at;
    }
  }
};

#define FITS(name, ...) static_assert(Compared<decltype(&::name), __VA_ARGS__>::difference() == 0, #name);
#include "functions-check.inc"
#undef FITS

// --- constants

#define VALUE(name, value) static_assert(static_cast<unsigned long long>(name) == static_cast<unsigned long long>(value), #name);
#include "constants-check.inc"
#undef VALUE

// --- macros: what a macro hands to its controller is seen by standing in its place, one thing after the other.

// A macro may make a yes or no of its controller's answer.
struct Seen {
  long value;
  constexpr explicit operator int() const { return static_cast<int>(value); }
  constexpr explicit operator long() const { return value; }
  constexpr explicit operator size_t() const { return static_cast<size_t>(value); }
  constexpr Seen operator>(int) const { return *this; }
};
constexpr bool operator==(Seen seen, long other) { return seen.value == other; }

// What is a bool in C++ is an int in C.
template <typename T>
using InC = std::conditional_t<std::is_same_v<T, bool>, int, T>;

enum Controller { of_SSL_ctrl, of_SSL_CTX_ctrl, of_BIO_ctrl, of_BIO_int_ctrl };

#define MACRO(name, result, call, controller, command, larg) static_assert((call) == (command), #name " has another command");
#define SSL_ctrl(object, cmd, larg, parg) (Seen{cmd})
#define SSL_CTX_ctrl SSL_ctrl
#define BIO_ctrl SSL_ctrl
#define BIO_int_ctrl SSL_ctrl
#include "macros-check.inc"
#undef MACRO
#undef SSL_ctrl

#define MACRO(name, result, call, controller, command, larg) static_assert((call) == (larg), #name " has another larg");
#define SSL_ctrl(object, cmd, larg, parg) (Seen{larg})
#include "macros-check.inc"
#undef MACRO
#undef SSL_ctrl

#define MACRO(name, result, call, controller, command, larg) static_assert(result::fits<InC<decltype(call)>>, #name " has another result");
#define SSL_ctrl(object, cmd, larg, parg) 0L
#include "macros-check.inc"
#undef MACRO
#undef SSL_ctrl
#undef SSL_CTX_ctrl
#undef BIO_ctrl
#undef BIO_int_ctrl

#define MACRO(name, result, call, controller, command, larg) static_assert((call) == of_##controller, #name " has another controller");
#define SSL_ctrl(object, cmd, larg, parg) (Seen{of_SSL_ctrl})
#define SSL_CTX_ctrl(object, cmd, larg, parg) (Seen{of_SSL_CTX_ctrl})
#define BIO_ctrl(object, cmd, larg, parg) (Seen{of_BIO_ctrl})
#define BIO_int_ctrl(object, cmd, larg, iarg) (Seen{of_BIO_int_ctrl})
#include "macros-check.inc"
#undef MACRO

} // namespace
