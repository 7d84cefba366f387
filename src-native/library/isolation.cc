// Why the probe pushes an error: the version text and the address of an entry point look right even when libssl's own calls into
// libcrypto went to Node's copy. Where an error that libssl raised *lands* cannot be faked.
#include "library/isolation.h"

namespace library {
namespace {

using PeekError = unsigned long (*)();

} // namespace

IsolationReport proveIsolation(const Api& api, const SharedLibrary& crypto, const SharedLibrary& ssl) {
  const SharedLibrary process = SharedLibrary::ofProcess();
  const auto nodePeek = reinterpret_cast<PeekError>(process.symbol("ERR_peek_error"));
  if (nodePeek != nullptr && nodePeek == api.ERR_peek_error)
    return {Isolation::shared, "Node itself runs on this file: " + crypto.fileOf("ERR_peek_error")};

  // dlsym on libssl's handle searches libssl's own dependencies: it finds the libcrypto that libssl was really linked to.
  if (ssl.symbol("ERR_peek_error") != crypto.symbol("ERR_peek_error")) {
    return {Isolation::failed, "libssl is bound to another libcrypto (" + ssl.fileOf("ERR_peek_error") + ") than the one opened for it (" +
                                   crypto.fileOf("ERR_peek_error") +
                                   "): a library of the same soname is loaded already, and one process can hold only one of a soname"};
  }

  api.ERR_clear_error();
  const unsigned long nodeBefore = nodePeek != nullptr ? nodePeek() : 0;
  SSL* none = api.SSL_new(nullptr); // must fail with "null ssl ctx" on every version
  const bool landedHere = none == nullptr && api.ERR_peek_error() != 0;
  const unsigned long nodeAfter = nodePeek != nullptr ? nodePeek() : 0;
  api.ERR_clear_error();
  if (!landedHere || nodeBefore != nodeAfter) {
    return {Isolation::failed, "an error raised inside libssl landed in another OpenSSL's queue: the file was loaded before without "
                               "RTLD_DEEPBIND (by another addon, or by LD_PRELOAD), so its inner calls go to Node's own OpenSSL"};
  }
  return {Isolation::isolated, nodePeek != nullptr
                                   ? "an error raised in libssl landed in this libcrypto's queue, and Node's queue stayed as it was"
                                   : "an error raised in libssl landed in this libcrypto's queue; this Node exports no OpenSSL of its own"};
}

} // namespace library
