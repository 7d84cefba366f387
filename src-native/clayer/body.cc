#include "clayer/body.h"

#include "ossl/error_queue.h"

#include <map>
#include <mutex>

namespace clayer {
namespace {

using library::Library;
using Shared = std::shared_ptr<Body>;

// OpenSSL calls these three for every object of a class, ours and others: those without a body have a null there.
void freeEx(void*, void* data, void*, int, long, void*) {
  const std::unique_ptr<Shared> body(static_cast<Shared*>(data));
  if (body != nullptr) (*body)->pointer = nullptr;
}

// What is copied (SSL_dup, a session) is another object. `from` points at the value that the copy is about to get.
int dupEx(void*, const void*, void* from, int, long, void*) {
  *static_cast<void**>(from) = nullptr;
  return 1;
}

using FreeEx = void(void*, void*, void*, int, long, void*);
using DupEx = int(void*, const void*, void*, int, long, void*);

// An index is the library's for good: one for each class, whichever thread asks first. -1 where the release does not know the class.
int exIndex(const Library& library, KindId kind) {
  static std::mutex mutex;
  static std::map<std::pair<void*, int>, int> indices;
  const int exClass = infoOf(kind).exClass;
  if (exClass < 0) return -1;
  void* newIndex = symbolOf(library, "CRYPTO_get_ex_new_index");
  if (newIndex == nullptr || symbolOf(library, infoOf(kind).setEx) == nullptr) return -1;
  const std::scoped_lock lock(mutex);
  const auto [place, isNew] = indices.try_emplace({newIndex, exClass}, -1);
  if (isNew) {
    const auto ask = reinterpret_cast<int (*)(int, long, void*, void*, DupEx*, FreeEx*)>(newIndex);
    const ossl::KeptErrors kept(library.api); // a class that the release does not know is an error in the queue
    place->second = ask(exClass, 0, nullptr, nullptr, dupEx, freeEx);
    library.api.ERR_clear_error();
  }
  return place->second;
}

} // namespace

Body::~Body() {
  if (kind == KindId::BIO_METHOD && owned > 0 && pointer != nullptr) giveBack(*library, kind, pointer, 1);
}

bool Body::isAlive() const {
  if (pointer == nullptr) return false;
  return isStatic || tracked || parent == nullptr || parent->isAlive();
}

bool isSameLibrary(const Library& one, const Library& other) { return one.api.SSL_new == other.api.SSL_new; }

void* symbolOf(const Library& library, const char* name) {
  void* found = library.ssl.symbol(name);
  return found != nullptr ? found : library.crypto.symbol(name);
}

std::shared_ptr<Body> trackedBody(const LibraryRef& library, KindId kind, void* pointer) {
  const int index = exIndex(*library, kind);
  if (index < 0) return nullptr;
  const auto get = functionOf<void*(const void*, int)>(*library, infoOf(kind).getEx);
  if (const auto* known = static_cast<Shared*>(get(pointer, index)); known != nullptr) return *known;
  auto body = std::make_shared<Body>();
  body->library = library;
  body->kind = kind;
  body->pointer = pointer;
  body->tracked = true;
  auto carried = std::make_unique<Shared>(body);
  const auto set = functionOf<int(void*, int, void*)>(*library, infoOf(kind).setEx);
  if (set(pointer, index, carried.get()) != 1) return nullptr;
  static_cast<void>(carried.release()); // freeEx frees it
  return body;
}

void giveBack(const Library& library, KindId kind, void* pointer, int count) {
  const auto free = functionOf<void(void*)>(library, infoOf(kind).free);
  if (free == nullptr) return;
  for (int i = 0; i < count; ++i) free(pointer);
}

} // namespace clayer
