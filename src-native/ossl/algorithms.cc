#include "ossl/algorithms.h"

#include "ossl/error_queue.h"

#include <algorithm>

namespace ossl {
namespace {

struct FreeStack {
  const Api* api = nullptr;
  void operator()(OPENSSL_STACK* stack) const { api->OPENSSL_sk_free(stack); }
};
using StackPointer = std::unique_ptr<OPENSSL_STACK, FreeStack>; // of what it does not own

struct FreeText {
  const Api* api = nullptr;
  void operator()(char* text) const { api->CRYPTO_free(text, __FILE__, __LINE__); }
};
using TextPointer = std::unique_ptr<char, FreeText>;

struct Found {
  const Api* api = nullptr;
  std::vector<std::string> names;

  void add(const std::string& name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
};

constexpr int kGoOn = 1;

// One scheme of a provider, provider-base(7).
int addScheme(const OSSL_PARAM* parameters, void* argument) {
  auto& found = *static_cast<Found*>(argument);
  const OSSL_PARAM* parameter = found.api->OSSL_PARAM_locate_const(parameters, "tls-sigalg-iana-name");
  const char* name = nullptr;
  if (parameter != nullptr && found.api->OSSL_PARAM_get_utf8_string_ptr(parameter, &name) == 1 && name != nullptr) found.add(name);
  return kGoOn;
}

int addProvider(OSSL_PROVIDER* provider, void* argument) {
  const auto& found = *static_cast<const Found*>(argument);
  found.api->OSSL_PROVIDER_get_capabilities(provider, "TLS-SIGALG", addScheme, argument); // a provider may have none
  return kGoOn;
}

} // namespace

std::vector<std::string> readGroups(const Api& api, SSL_CTX* context) {
  ErrorScope scope(api);
  const StackPointer stack(api.OPENSSL_sk_new_null(), {&api});
  constexpr long kOneNameEach = 0;
  std::vector<std::string> names;
  if (stack == nullptr ||
      api.SSL_CTX_ctrl(context, static_cast<int>(SSL_CTRL_GET0_IMPLEMENTED_GROUPS), kOneNameEach, static_cast<void*>(stack.get())) != 1)
    return names;
  const int count = api.OPENSSL_sk_num(stack.get());
  for (int i = 0; i < count; ++i) names.emplace_back(static_cast<const char*>(api.OPENSSL_sk_value(stack.get(), i)));
  return names;
}

std::vector<std::string> readGroups(const Library& library) {
  ErrorScope scope(library.api);
  SSL_CTX* made = library.api.SSL_CTX_new(library.api.TLS_client_method());
  if (made == nullptr) return {};
  ++library.live.contexts;
  const ContextPointer context(made, FreeContext{&library});
  return readGroups(library.api, context.get());
}

std::vector<std::string> readSignatureSchemes(const Api& api) {
  ErrorScope scope(api);
  Found found{&api, {}};
  if (api.SSL_get1_builtin_sigalgs == nullptr) return found.names;
  const TextPointer own(api.SSL_get1_builtin_sigalgs(nullptr), {&api});
  const std::string names = own != nullptr ? own.get() : "";
  for (size_t from = 0; from < names.size();) {
    const size_t end = std::min(names.find(':', from), names.size());
    found.add(names.substr(from, end - from));
    from = end + 1;
  }
  if (api.OSSL_PROVIDER_do_all != nullptr) api.OSSL_PROVIDER_do_all(nullptr, addProvider, &found);
  return found.names;
}

} // namespace ossl
