#include "ossl/adjustment.h"

#include "ossl/identity.h"

namespace ossl {
namespace {

bool setProtocol(const Engine& engine, const char* setting, const char* function, long command, std::optional<int> version,
                 SettingFailure& failure) {
  return !version || attempt(engine.api(), failure, setting, function,
                             [&] { return engine.api().SSL_ctrl(engine.get(), static_cast<int>(command), *version, nullptr) == 1; });
}

} // namespace

bool adjust(const Engine& engine, const Adjustment& adjustment, SettingFailure& failure) {
  const Api& api = engine.api();
  SSL* ssl = engine.get();
  // A callback may do this in the middle of an operation, whose errors SSL_get_error has yet to see: `attempt` would empty the queue. They
  // are kept by whoever asks (Engine::ask).
  if (adjustment.optionsFrom != nullptr) {
    const uint64_t options = api.SSL_CTX_get_options(adjustment.optionsFrom->get());
    api.SSL_clear_options(ssl, ~options);
    api.SSL_set_options(ssl, options);
  }
  if (adjustment.clearOptions) api.SSL_clear_options(ssl, *adjustment.clearOptions);
  if (adjustment.setOptions) api.SSL_set_options(ssl, *adjustment.setOptions);
  if (!setProtocol(engine, "minProtocol", "SSL_set_min_proto_version", SSL_CTRL_SET_MIN_PROTO_VERSION, adjustment.minProtocol, failure) ||
      !setProtocol(engine, "maxProtocol", "SSL_set_max_proto_version", SSL_CTRL_SET_MAX_PROTO_VERSION, adjustment.maxProtocol, failure))
    return false;
  if (adjustment.cipherList && !attempt(api, failure, "cipherList", "SSL_set_cipher_list",
                                        [&] { return api.SSL_set_cipher_list(ssl, adjustment.cipherList->c_str()) == 1; }))
    return false;
  if (adjustment.maxSendFragment && !attempt(api, failure, "maxSendFragment", "SSL_set_max_send_fragment", [&] {
        return api.SSL_ctrl(ssl, static_cast<int>(SSL_CTRL_SET_MAX_SEND_FRAGMENT), *adjustment.maxSendFragment, nullptr) == 1;
      }))
    return false;
  return adjustment.identity == nullptr ||
         attempt(api, failure, "identity", "SSL_use_cert_and_key", [&] { return showIdentity(ssl, *adjustment.identity); });
}

} // namespace ossl
