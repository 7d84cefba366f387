#include "ossl/settings.h"

#include "ossl/identity_settings.h"
#include "ossl/pem.h"
#include "ossl/pkcs12_settings.h"
#include "ossl/srtp.h"
#include "ossl/trust_settings.h"

namespace ossl {
namespace {

class Applier {
public:
  Applier(const Api& api, SSL_CTX* context, SettingFailure& failure) : api_(api), context_(context), failure_(failure) {}

  bool apply(const ContextSettings& settings) {
    // Never OpenSSL's own callback: it would ask on the terminal and wait. Without userdata this one says no.
    api_.SSL_CTX_set_default_passwd_cb(context_, PassphraseAsker::givePem);
    api_.SSL_CTX_set_default_passwd_cb_userdata(context_, nullptr);
    return controls(settings.controls) && numbers(settings.numbers) && algorithms(settings) && sessions(settings) &&
           pskIdentityHint(settings) && ticketKeys(settings) && certificateAuthorities(settings) &&
           applyIdentities(api_, context_, settings, failure_) && applyPkcs12(api_, context_, settings, failure_) &&
           verification(settings) && applyTrust(api_, context_, settings, failure_) && rawKeys(settings.rawKeys) && alpn(settings) &&
           applySrtpProfiles(api_, context_, settings.srtpProfiles, failure_) && conf(settings) &&
           applyCompression(api_, context_, settings.server, settings.compression, failure_);
  }

private:
  // Runs one call and keeps what it left in the queue if it says no.
  template <typename Call>
  bool call(const std::string& setting, const char* function, Call call) {
    return attempt(api_, failure_, setting, function, call);
  }

  bool refuse(const std::string& setting, const char* function, std::string detail, ErrorStack queue) {
    failure_ = {setting, function, std::move(detail), std::move(queue), failure_.passphrase};
    return false;
  }

  bool controls(const std::vector<ControlSetting>& settings) {
    for (const ControlSetting& control : settings) {
      const bool taken = call(control.setting, control.function.c_str(), [&] {
        auto* text = control.text ? const_cast<char*>(control.text->c_str()) : nullptr;
        const long answer = api_.SSL_CTX_ctrl(context_, control.command, control.number, text);
        return answer == 1 || !control.answersOne;
      });
      if (!taken) return false;
    }
    return true;
  }

  bool numbers(const std::vector<NumberSetting>& settings) {
    for (const NumberSetting& setting : settings) {
      const bool taken = call(setting.setting, setting.function.c_str(), [&] { return setNumber(setting.function, setting.value); });
      if (!taken) return false;
    }
    return true;
  }

  bool setNumber(const std::string& function, uint64_t value) {
    struct Setter {
      const char* name;
      bool (*set)(const Api& api, SSL_CTX* context, uint64_t value);
    };
    // Those that return nothing, or the new value, cannot fail.
    static constexpr Setter kSetters[] = {
        {"SSL_CTX_set_options",
         [](const Api& api, SSL_CTX* context, uint64_t value) { return (api.SSL_CTX_set_options(context, value), true); }},
        {"SSL_CTX_clear_options",
         [](const Api& api, SSL_CTX* context, uint64_t value) { return (api.SSL_CTX_clear_options(context, value), true); }},
        {"SSL_CTX_set_security_level",
         [](const Api& api, SSL_CTX* context, uint64_t value) {
           return (api.SSL_CTX_set_security_level(context, static_cast<int>(value)), true);
         }},
        {"SSL_CTX_set_num_tickets",
         [](const Api& api, SSL_CTX* context, uint64_t value) { return api.SSL_CTX_set_num_tickets(context, value) == 1; }},
        {"SSL_CTX_set_block_padding",
         [](const Api& api, SSL_CTX* context, uint64_t value) { return api.SSL_CTX_set_block_padding(context, value) == 1; }},
        {"SSL_CTX_set_tlsext_max_fragment_length",
         [](const Api& api, SSL_CTX* context, uint64_t value) {
           return api.SSL_CTX_set_tlsext_max_fragment_length(context, static_cast<uint8_t>(value)) == 1;
         }},
        {"SSL_CTX_set_max_early_data",
         [](const Api& api, SSL_CTX* context, uint64_t value) {
           return api.SSL_CTX_set_max_early_data(context, static_cast<uint32_t>(value)) == 1;
         }},
        {"SSL_CTX_set_recv_max_early_data",
         [](const Api& api, SSL_CTX* context, uint64_t value) {
           return api.SSL_CTX_set_recv_max_early_data(context, static_cast<uint32_t>(value)) == 1;
         }},
        {"SSL_CTX_set_default_read_buffer_len",
         [](const Api& api, SSL_CTX* context, uint64_t value) { return (api.SSL_CTX_set_default_read_buffer_len(context, value), true); }},
        {"SSL_CTX_set_post_handshake_auth",
         [](const Api& api, SSL_CTX* context, uint64_t value) {
           return (api.SSL_CTX_set_post_handshake_auth(context, static_cast<int>(value)), true);
         }},
        {"SSL_CTX_set_quiet_shutdown",
         [](const Api& api, SSL_CTX* context, uint64_t value) {
           return (api.SSL_CTX_set_quiet_shutdown(context, static_cast<int>(value)), true);
         }},
        {"SSL_CTX_set_timeout", [](const Api& api, SSL_CTX* context,
                                   uint64_t value) { return (api.SSL_CTX_set_timeout(context, static_cast<long>(value)), true); }},
    };
    for (const Setter& setter : kSetters) {
      if (function == setter.name) return setter.set(api_, context_, value);
    }
    return false;
  }

  bool algorithms(const ContextSettings& settings) {
    const auto text = [&](const char* setting, const char* function, const std::optional<std::string>& value, auto set) {
      return !value || call(setting, function, [&] { return set(context_, value->c_str()) == 1; });
    };
    return text("cipherList", "SSL_CTX_set_cipher_list", settings.cipherList, api_.SSL_CTX_set_cipher_list) &&
           text("cipherSuites", "SSL_CTX_set_ciphersuites", settings.cipherSuites, api_.SSL_CTX_set_ciphersuites);
  }

  bool pskIdentityHint(const ContextSettings& settings) {
    return !settings.pskIdentityHint || call("pskIdentityHint", "SSL_CTX_use_psk_identity_hint", [&] {
      return api_.SSL_CTX_use_psk_identity_hint(context_, settings.pskIdentityHint->c_str()) == 1;
    });
  }

  bool ticketKeys(const ContextSettings& settings) {
    return !settings.ticketKeys || call("ticketKeys", "SSL_CTX_set_tlsext_ticket_keys", [&] {
      auto* bytes = const_cast<char*>(settings.ticketKeys->data());
      return api_.SSL_CTX_ctrl(context_, static_cast<int>(SSL_CTRL_SET_TLSEXT_TICKET_KEYS), static_cast<long>(settings.ticketKeys->size()),
                               bytes) == 1;
    });
  }

  bool sessions(const ContextSettings& settings) {
    return !settings.sessionIdContext || call("sessionIdContext", "SSL_CTX_set_session_id_context", [&] {
      const auto* bytes = reinterpret_cast<const unsigned char*>(settings.sessionIdContext->data());
      return api_.SSL_CTX_set_session_id_context(context_, bytes, static_cast<unsigned int>(settings.sessionIdContext->size())) == 1;
    });
  }

  // Hands every certificate of a PEM text to `use`, which says whether OpenSSL took it.
  template <typename Use>
  bool eachCertificate(const Reading& reading, const char* setting, const std::string& text, Use use) {
    return eachPemBlock(
        api_, failure_, {setting, "PEM_read_bio_X509", "no certificate found in the PEM text"}, text,
        [&](BIO* bio) { return reading.certificate(bio); }, use);
  }

  bool certificateAuthorities(const ContextSettings& settings) {
    // It returns nothing, and takes its own reference to the store.
    if (settings.trustOf != nullptr) api_.SSL_CTX_set1_cert_store(context_, api_.SSL_CTX_get_cert_store(settings.trustOf->get()));
    for (const CaSource& source : settings.ca) {
      if (!certificateAuthority(Reading(api_, settings.home), source)) return false;
    }
    return true;
  }

  bool certificateAuthority(const Reading& reading, const CaSource& source) {
    const char* value = source.value.c_str();
    switch (source.kind) {
    case CaSource::Kind::text: {
      X509_STORE* store = api_.SSL_CTX_get_cert_store(context_);
      return eachCertificate(reading, "ca", source.value, [&](X509* certificate, size_t) {
        return api_.X509_STORE_add_cert(store, certificate) == 1 ? nullptr : "X509_STORE_add_cert";
      });
    }
    case CaSource::Kind::file:
      return call("ca", "SSL_CTX_load_verify_locations", [&] { return api_.SSL_CTX_load_verify_locations(context_, value, nullptr) == 1; });
    case CaSource::Kind::directory:
      return call("ca", "SSL_CTX_load_verify_locations", [&] { return api_.SSL_CTX_load_verify_locations(context_, nullptr, value) == 1; });
    case CaSource::Kind::defaultPaths:
      return call("ca", "SSL_CTX_set_default_verify_paths", [&] { return api_.SSL_CTX_set_default_verify_paths(context_) == 1; });
    }
    return false;
  }

  bool verification(const ContextSettings& settings) {
    if (settings.verifyMode) api_.SSL_CTX_set_verify(context_, *settings.verifyMode, nullptr);
    return true;
  }

  bool rawKeys(const RawKeySettings& settings) {
    // The keys themselves are for each connection to be told: see Engine.
    const bool expects = !settings.expected.empty();
    if (expects && !call("expectedPeerKeys", "SSL_CTX_dane_enable", [&] { return api_.SSL_CTX_dane_enable(context_) == 1; })) return false;
    return applyCertificateTypes(api_, context_, settings, failure_);
  }

  bool alpn(const ContextSettings& settings) {
    if (settings.server || settings.alpn.empty()) return true; // a server answers by callback: see Context
    return call("alpn", "SSL_CTX_set_alpn_protos", [&] {
      constexpr int kTaken = 0; // the one setter of OpenSSL that says 0 for success
      return api_.SSL_CTX_set_alpn_protos(context_, reinterpret_cast<const unsigned char*>(settings.alpn.data()),
                                          static_cast<unsigned int>(settings.alpn.size())) == kTaken;
    });
  }

  // SSL_CONF_cmd(3): 1 or 2 done, 0 refused, -2 unknown command, -3 value missing.
  bool conf(const ContextSettings& settings) {
    if (settings.conf.empty()) return true;
    ErrorScope scope(api_);
    const ConfPointer conf(api_.SSL_CONF_CTX_new(), {&api_});
    if (conf == nullptr) return refuse("conf", "SSL_CONF_CTX_new", "", scope.take());
    const long side = settings.server ? SSL_CONF_FLAG_SERVER : SSL_CONF_FLAG_CLIENT;
    api_.SSL_CONF_CTX_set_flags(conf.get(), static_cast<unsigned int>(SSL_CONF_FLAG_FILE | SSL_CONF_FLAG_SHOW_ERRORS |
                                                                      SSL_CONF_FLAG_CERTIFICATE | SSL_CONF_FLAG_REQUIRE_PRIVATE | side));
    api_.SSL_CONF_CTX_set_ssl_ctx(conf.get(), context_);
    for (const auto& [command, value] : settings.conf) {
      PassphraseAsker asker(api_, settings.passphrase, "conf." + command); // for the keys that the command names
      api_.SSL_CTX_set_default_passwd_cb_userdata(context_, &asker);
      const int taken = api_.SSL_CONF_cmd(conf.get(), command.c_str(), value.c_str());
      api_.SSL_CTX_set_default_passwd_cb_userdata(context_, nullptr);
      if (taken > 0) continue;
      const char* detail = taken == -2 ? "unknown command, or not one for this role" : taken == -3 ? "the command needs a value" : "";
      failure_.passphrase = asker.outcome();
      return refuse("conf." + command, "SSL_CONF_cmd", detail, scope.take());
    }
    if (api_.SSL_CONF_CTX_finish(conf.get()) == 1) return true;
    return refuse("conf", "SSL_CONF_CTX_finish", "", scope.take());
  }

  const Api& api_;
  SSL_CTX* context_;
  SettingFailure& failure_;
};

} // namespace

bool applySettings(const Api& api, SSL_CTX* context, const ContextSettings& settings, SettingFailure& failure) {
  return Applier(api, context, failure).apply(settings);
}

} // namespace ossl
