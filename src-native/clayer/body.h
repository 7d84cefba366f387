// Owns: what the C layer knows of one object of OpenSSL's: whether it is alive, and how many of its references are JavaScript's.
// Must not know: Node-API. Who frees is said in handles.h.
#pragma once

#include "clayer/kinds.h"
#include "ossl/handles.h"

#include <memory>
#include <string>
#include <vector>

namespace clayer {

struct Holder; // the JavaScript object's side, handles.h

using LibraryRef = std::shared_ptr<const library::Library>;

struct Body : std::enable_shared_from_this<Body> {
  LibraryRef library; // null for what belongs to no OpenSSL: FILE
  KindId kind = KindId::count;
  void* pointer = nullptr; // null once the object is gone
  int owned = 0;           // references that JavaScript holds, each given back once: by X_free, or by the garbage collector
  bool givenUp = false;    // JavaScript has freed all of its references; others may still hold the object
  bool isStatic = false;
  int driven = 0;                           // functions that go on with it and have not returned
  std::shared_ptr<Body> parent;             // of a borrowed object that OpenSSL does not announce the end of: it lives as long as this
  std::vector<std::shared_ptr<void>> holds; // what the object points at without owning it
  Holder* holder = nullptr;                 // of the thread that made it
  std::shared_ptr<void> answered;           // the bytes that its last callback pointed OpenSSL to
  // Of an SSL, what the last write was given, if it was copied, and where that stood: OpenSSL wants a repeated one at the same address.
  std::string written;
  const void* writtenFrom = nullptr;

  bool tracked = false; // OpenSSL tells when it frees the object

  Body() = default;
  ~Body(); // frees a method: it must live as long as the last BIO that has it
  Body(const Body&) = delete;
  Body& operator=(const Body&) = delete;

  [[nodiscard]] bool isAlive() const;
};

// How many objects that OpenSSL announces the end of are alive and known to the layer, of all libraries and threads: for tests and leak
// hunts.
[[nodiscard]] long liveObjects();

// One and the same code: a library that was opened twice gives objects that both know.
[[nodiscard]] bool isSameLibrary(const library::Library& one, const library::Library& other);

// A function of the library by its name, in either of its files; null where it has none.
[[nodiscard]] void* symbolOf(const library::Library& library, const char* name);

template <typename Function>
[[nodiscard]] Function* functionOf(const library::Library& library, const char* name) {
  return reinterpret_cast<Function*>(symbolOf(library, name));
}

// The body that OpenSSL's object carries in its ex_data, or that it is given now; null if objects of this kind carry none.
[[nodiscard]] std::shared_ptr<Body> trackedBody(const LibraryRef& library, KindId kind, void* pointer);

// Gives `count` references back.
void giveBack(const library::Library& library, KindId kind, void* pointer, int count);

} // namespace clayer
