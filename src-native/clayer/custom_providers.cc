// Owns: the functions that make libcrypto open modules: each is opened isolated before libcrypto sees it.
#include "clayer/argument_out.h"
#include "clayer/custom.h"
#include "clayer/result.h"
#include "ossl/modules.h"

namespace clayer::custom {
namespace {

std::string folderOf(Call& call, const std::shared_ptr<Body>& context) {
  const auto& folders = call.environment().moduleFolders;
  const auto found = folders.find(context);
  return found != folders.end() ? found->second : library::providersFolder(call.api());
}

::OSSL_LIB_CTX* pointerOf(const std::shared_ptr<Body>& context) {
  return context != nullptr ? static_cast<::OSSL_LIB_CTX*>(context->pointer) : nullptr;
}

// What libcrypto must be told of the provider before it is asked for it.
void prepare(Call& call, const std::shared_ptr<Body>& context, const std::string& name) {
  if (call.api().OSSL_LIB_CTX_new == nullptr) return; // the call says what is lacking
  const library::OpenedModule opened = library::openProvider(*call.library(), folderOf(call, context), name);
  if (!opened.reason.empty()) call.refuse("ERR_SSL_OTHER_LIBRARY", "name", std::string(call.row().name) + ": " + opened.reason);
  const std::string text = library::providerText(name, opened.file, {});
  if (!text.empty()) static_cast<void>(library::announceProvider(*call.library(), pointerOf(context), text));
}

} // namespace

Napi::Value OSSL_PROVIDER_load(Call& call) {
  const Argument<RefOrNull<OSSL_LIB_CTX>> context(call, 0);
  Argument<Text> name(call, 1);
  const auto run = call.need<OSSL_PROVIDER*(::OSSL_LIB_CTX*, const char*)>("OSSL_PROVIDER_load");
  prepare(call, context.body, name.get());
  OSSL_PROVIDER* provider = call.inC([&] { return run(pointerOf(context.body), name.get()); });
  return Result<Owned<OSSL_PROVIDER>>::out(call, provider);
}

Napi::Value OSSL_PROVIDER_try_load(Call& call) {
  const Argument<RefOrNull<OSSL_LIB_CTX>> context(call, 0);
  Argument<Text> name(call, 1);
  const int retain = Number<Int>::in(call, 2);
  const auto run = call.need<OSSL_PROVIDER*(::OSSL_LIB_CTX*, const char*, int)>("OSSL_PROVIDER_try_load");
  prepare(call, context.body, name.get());
  OSSL_PROVIDER* provider = call.inC([&] { return run(pointerOf(context.body), name.get(), retain); });
  return Result<Owned<OSSL_PROVIDER>>::out(call, provider);
}

Napi::Value OSSL_PROVIDER_set_default_search_path(Call& call) {
  const Argument<RefOrNull<OSSL_LIB_CTX>> context(call, 0);
  Argument<TextOrNull> path(call, 1);
  const auto run = call.need<int(::OSSL_LIB_CTX*, const char*)>("OSSL_PROVIDER_set_default_search_path");
  const int taken = call.inC([&] { return run(pointerOf(context.body), path.get()); });
  auto& folders = call.environment().moduleFolders;
  if (taken == 1 && path.get() != nullptr) folders.insert_or_assign(context.body, path.get());
  if (taken == 1 && path.get() == nullptr) folders.erase(context.body);
  return Number<Int>::out(call.env(), taken);
}

// In its parts, so that the modules are opened in between.
Napi::Value OSSL_LIB_CTX_load_config(Call& call) {
  const Argument<Ref<OSSL_LIB_CTX>> context(call, 0);
  Argument<Text> file(call, 1);
  const auto run = call.need<int(::OSSL_LIB_CTX*, const char*)>("OSSL_LIB_CTX_load_config");
  const int loaded = call.inC([&] {
    const auto configuration = library::Configuration::read(*call.library(), pointerOf(context.body), file.get());
    if (configuration == nullptr) return run(pointerOf(context.body), file.get()); // which says why
    configuration->openModules(folderOf(call, context.body));
    return configuration->obey(0) ? 1 : 0;
  });
  return Number<Int>::out(call.env(), loaded);
}

} // namespace clayer::custom
