#include "ossl/adjustment.h"

#include "ossl/identity.h"

namespace ossl {
namespace {

constexpr unsigned long kAllVerifyFlags = ~0UL;

bool setProtocol(const Engine& engine, const char* setting, const char* function, long command, std::optional<int> version,
                 SettingFailure& failure) {
  return !version || attempt(engine.api(), failure, setting, function,
                             [&] { return engine.api().SSL_ctrl(engine.get(), static_cast<int>(command), *version, nullptr) == 1; });
}

void takeOptions(const Engine& engine, const Context& from) {
  const Api& api = engine.api();
  const uint64_t options = api.SSL_CTX_get_options(from.get());
  api.SSL_clear_options(engine.get(), ~options);
  api.SSL_set_options(engine.get(), options);
}

// What SSL_set_SSL_CTX leaves as it was (SSL_set_SSL_CTX(3)), though it decides who is let in.
bool takePolicy(const Engine& engine, const Context& from, SettingFailure& failure) {
  const Api& api = engine.api();
  const auto version = [&](long command) { return static_cast<int>(api.SSL_CTX_ctrl(from.get(), static_cast<int>(command), 0, nullptr)); };
  takeOptions(engine, from);
  if (!setProtocol(engine, "policyFrom", "SSL_set_min_proto_version", SSL_CTRL_SET_MIN_PROTO_VERSION,
                   version(SSL_CTRL_GET_MIN_PROTO_VERSION), failure) ||
      !setProtocol(engine, "policyFrom", "SSL_set_max_proto_version", SSL_CTRL_SET_MAX_PROTO_VERSION,
                   version(SSL_CTRL_GET_MAX_PROTO_VERSION), failure))
    return false;
  if (!takeCertificateTypes(api, engine.get(), from.get(), failure)) return false;
  api.SSL_set_verify(engine.get(), api.SSL_CTX_get_verify_mode(from.get()), nullptr); // null: the callback stays
  X509_VERIFY_PARAM* own = api.SSL_get0_param(engine.get());
  api.X509_VERIFY_PARAM_clear_flags(own, kAllVerifyFlags); // it would only add the other's
  return attempt(api, failure, "policyFrom", "X509_VERIFY_PARAM_set1",
                 [&] { return api.X509_VERIFY_PARAM_set1(own, api.SSL_CTX_get0_param(from.get())) == 1; });
}

} // namespace

bool adjust(const Engine& engine, const Adjustment& adjustment, SettingFailure& failure) {
  const Api& api = engine.api();
  SSL* ssl = engine.get();
  // A callback may do this in the middle of an operation, whose errors SSL_get_error has yet to see: `attempt` would empty the queue. They
  // are kept by whoever asks (Engine::ask).
  if (adjustment.policyFrom != nullptr && !takePolicy(engine, *adjustment.policyFrom, failure)) return false;
  if (adjustment.optionsFrom != nullptr) takeOptions(engine, *adjustment.optionsFrom);
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
