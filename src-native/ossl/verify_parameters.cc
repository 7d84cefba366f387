#include "ossl/verify_parameters.h"

#include "ossl/handles.h"

namespace ossl {
namespace {

// A stack that owns its objects. OPENSSL_sk_pop_free would do it in one call, but wants a function of C for each kind.
class Policies {
public:
  explicit Policies(const Api& api) : api_(api), stack_(api.OPENSSL_sk_new_null()) {}
  Policies(const Policies&) = delete;
  Policies& operator=(const Policies&) = delete;
  ~Policies() {
    if (stack_ == nullptr) return;
    for (int i = 0; i < api_.OPENSSL_sk_num(stack_); ++i)
      api_.ASN1_OBJECT_free(static_cast<ASN1_OBJECT*>(api_.OPENSSL_sk_value(stack_, i)));
    api_.OPENSSL_sk_free(stack_);
  }

  [[nodiscard]] bool add(const std::string& identifier) {
    constexpr int kNumbersOnly = 1;
    ASN1_OBJECT* object = stack_ != nullptr ? api_.OBJ_txt2obj(identifier.c_str(), kNumbersOnly) : nullptr;
    if (object != nullptr && api_.OPENSSL_sk_push(stack_, object) > 0) return true;
    if (object != nullptr) api_.ASN1_OBJECT_free(object);
    return false;
  }
  [[nodiscard]] STACK_OF_ASN1_OBJECT* get() const { return reinterpret_cast<STACK_OF_ASN1_OBJECT*>(stack_); }

private:
  const Api& api_;
  OPENSSL_STACK* stack_;
};

class Applier {
public:
  Applier(const Api& api, X509_VERIFY_PARAM* param, SettingFailure& failure) : api_(api), param_(param), failure_(failure) {}

  bool apply(const VerifyParameters& given) {
    // These return nothing: they cannot fail.
    if (given.depth) api_.X509_VERIFY_PARAM_set_depth(param_, *given.depth);
    if (given.authLevel) api_.X509_VERIFY_PARAM_set_auth_level(param_, *given.authLevel);
    if (given.time) api_.X509_VERIFY_PARAM_set_time(param_, static_cast<time_t>(*given.time));
    if (given.hostFlags) api_.X509_VERIFY_PARAM_set_hostflags(param_, *given.hostFlags);
    const auto number = [&](const char* name, const char* function, const std::optional<int>& value, auto set) {
      return !value || call(name, function, [&] { return set(param_, *value) == 1; });
    };
    return number("purpose", "X509_VERIFY_PARAM_set_purpose", given.purpose, api_.X509_VERIFY_PARAM_set_purpose) &&
           number("trust", "X509_VERIFY_PARAM_set_trust", given.trust, api_.X509_VERIFY_PARAM_set_trust) && names(given) &&
           policies(given.policies) && flags(given);
  }

private:
  template <typename Call>
  bool call(const std::string& name, const char* function, Call call) {
    return attempt(api_, failure_, "verifyParameters." + name, function, call);
  }

  bool names(const VerifyParameters& given) {
    for (size_t i = 0; i < given.hosts.size(); ++i) {
      const std::string& host = given.hosts[i];
      const auto set = i == 0 ? api_.X509_VERIFY_PARAM_set1_host : api_.X509_VERIFY_PARAM_add1_host;
      const char* function = i == 0 ? "X509_VERIFY_PARAM_set1_host" : "X509_VERIFY_PARAM_add1_host";
      if (!call("hosts[" + std::to_string(i) + "]", function, [&] { return set(param_, host.data(), host.size()) == 1; })) return false;
    }
    return (!given.email ||
            call("email", "X509_VERIFY_PARAM_set1_email",
                 [&] { return api_.X509_VERIFY_PARAM_set1_email(param_, given.email->data(), given.email->size()) == 1; })) &&
           (!given.ip || call("ip", "X509_VERIFY_PARAM_set1_ip_asc",
                              [&] { return api_.X509_VERIFY_PARAM_set1_ip_asc(param_, given.ip->c_str()) == 1; }));
  }

  // Switches policy checks on too (X509_VERIFY_PARAM_set_flags(3)).
  bool policies(const std::vector<std::string>& identifiers) {
    if (identifiers.empty()) return true;
    Policies stack(api_);
    for (size_t i = 0; i < identifiers.size(); ++i) {
      if (!call("policies[" + std::to_string(i) + "]", "OBJ_txt2obj", [&] { return stack.add(identifiers[i]); })) return false;
    }
    return call("policies", "X509_VERIFY_PARAM_set1_policies",
                [&] { return api_.X509_VERIFY_PARAM_set1_policies(param_, stack.get()) == 1; });
  }

  bool flags(const VerifyParameters& given) {
    return (given.flags == 0 ||
            call("flags", "X509_VERIFY_PARAM_set_flags", [&] { return api_.X509_VERIFY_PARAM_set_flags(param_, given.flags) == 1; })) &&
           (given.clearFlags == 0 || call("clearFlags", "X509_VERIFY_PARAM_clear_flags",
                                          [&] { return api_.X509_VERIFY_PARAM_clear_flags(param_, given.clearFlags) == 1; }));
  }

  const Api& api_;
  X509_VERIFY_PARAM* param_;
  SettingFailure& failure_;
};

} // namespace

bool applyVerifyParameters(const Api& api, X509_VERIFY_PARAM* param, const VerifyParameters& parameters, SettingFailure& failure) {
  return Applier(api, param, failure).apply(parameters);
}

} // namespace ossl
