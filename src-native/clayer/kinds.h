// Owns: which kinds of handles the C layer has, and the words of the table (deps/openssl/c-layer/kinds.inc) as types.
// Must not know: what is done with them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace clayer {

// Only names: what a handle points at is known to OpenSSL alone.
#define C_KIND(name, exClass, free, upRef) struct name;
#define C_SUBKIND(name, of) using name = of;
#include "c-layer/kinds.inc"
#undef C_KIND
#undef C_SUBKIND

enum class KindId : std::uint8_t {
#define C_KIND(name, exClass, free, upRef) name,
#define C_SUBKIND(name, of)
#include "c-layer/kinds.inc"
#undef C_KIND
#undef C_SUBKIND
  count
};

struct KindInfo {
  const char* name;
  int exClass;
  const char* free;
  const char* upRef;
  const char* getEx;
  const char* setEx;
};

inline constexpr KindInfo kKinds[] = {
#define C_KIND(name, exClass, free, upRef) {#name, exClass, free, upRef, #name "_get_ex_data", #name "_set_ex_data"},
#define C_SUBKIND(name, of)
#include "c-layer/kinds.inc"
#undef C_KIND
#undef C_SUBKIND
};

[[nodiscard]] constexpr const KindInfo& infoOf(KindId kind) { return kKinds[static_cast<std::size_t>(kind)]; }

template <typename T>
inline constexpr KindId kindOf = KindId::count;
#define C_KIND(name, exClass, free, upRef)                                                                                                 \
  template <>                                                                                                                              \
  inline constexpr KindId kindOf<name> = KindId::name;
#define C_SUBKIND(name, of)
#include "c-layer/kinds.inc"
#undef C_KIND
#undef C_SUBKIND

// --- the words: see kinds.inc
struct Void;
struct Int;
struct UInt;
struct Long;
struct WideLong;
struct ULong;
struct Size;
struct Int64;
struct Time;
struct UChar;
struct UShort;
struct Options;
struct Text;
struct TextOrNull;
struct OwnedText;
struct View;
struct InBytes;
struct InBytesOrNull;
struct OutBytes;
struct OutBytesOrNull;
struct OutText;
struct OutTextOrNull;
struct OutView;
struct InCursor;
struct OutCursorOrNull;
struct Null;
struct Password;
struct PasswordArg;
template <typename T>
struct Reuse;
template <typename T>
struct Ref;
template <typename T>
struct RefOrNull;
template <typename T>
struct Drive;
template <typename T>
struct Take;
template <typename T>
struct TakeOrNull;
template <typename T>
struct Free;
template <typename T>
struct UpRef;
template <typename T>
struct StackRef;
template <typename T>
struct StackRefOrNull;
template <typename T>
struct StackTake;
template <typename T>
struct Out;
template <typename T>
struct OutOrNull;
template <typename T>
struct Owned;
template <typename T>
struct Borrowed;
template <typename T>
struct Static;
template <typename T>
struct StackOwned;
template <typename T>
struct StackBorrowed;

} // namespace clayer
