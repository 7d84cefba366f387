// Owns: what a row of the table is in native code.
// Must not know: what its function does.
#pragma once

#include <functional>
#include <napi.h>
#include <span>

namespace clayer {

class Call;

struct Row {
  const char* name;
  const char* since;
  const char* until;
  const char* symbol;     // what the library exports; a macro's controller; "" for a body of our own
  const char* before;     // its name in the releases that lack it, ""
  const char* parameters; // "(Ref<SSL> ssl, Int num)"
  Napi::Value (*invoke)(Call& call);
  int command;
  long larg;
};

// The rows by family, each from its part of the table.
std::span<const Row> sslRows();
std::span<const Row> contextRows();
std::span<const Row> sessionRows();
std::span<const Row> bioRows();
std::span<const Row> x509Rows();
std::span<const Row> cryptoRows();

void eachRow(const std::function<void(const Row&)>& visit);

} // namespace clayer
