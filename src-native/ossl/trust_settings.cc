#include "ossl/trust_settings.h"

#include "ossl/pem.h"

namespace ossl {
namespace {

// A list that nobody looks at would be a trap: giving one switches the check on, for the peer's own certificate.
bool revocationLists(const Api& api, const Reading& reading, SSL_CTX* context, const std::vector<std::string>& texts,
                     SettingFailure& failure) {
  constexpr PemKind kKind{"crl", "PEM_read_bio_X509_CRL", "no certificate revocation list found in the PEM text"};
  X509_STORE* store = api.SSL_CTX_get_cert_store(context);
  for (const std::string& text : texts) {
    const bool added = eachPemBlock(
        api, failure, kKind, text, [&](BIO* bio) { return reading.revocationList(bio); },
        [&](X509_CRL* list, size_t) { return api.X509_STORE_add_crl(store, list) == 1 ? nullptr : "X509_STORE_add_crl"; });
    if (!added) return false;
  }
  return texts.empty() || attempt(api, failure, "crl", "X509_VERIFY_PARAM_set_flags", [&] {
           return api.X509_VERIFY_PARAM_set_flags(api.SSL_CTX_get0_param(context), X509_V_FLAG_CRL_CHECK) == 1;
         });
}

// The names in a CertificateRequest, SSL_CTX_add_client_CA(3). It copies the subject and nothing else.
bool clientAuthorities(const Api& api, const Reading& reading, SSL_CTX* context, const std::vector<std::string>& texts,
                       SettingFailure& failure) {
  constexpr PemKind kKind{"clientCa", "PEM_read_bio_X509", "no certificate found in the PEM text"};
  for (const std::string& text : texts) {
    const bool added = eachPemBlock(
        api, failure, kKind, text, [&](BIO* bio) { return reading.certificate(bio); },
        [&](X509* authority, size_t) { return api.SSL_CTX_add_client_CA(context, authority) == 1 ? nullptr : "SSL_CTX_add_client_CA"; });
    if (!added) return false;
  }
  return true;
}

bool dhParameters(const Api& api, const Reading& reading, SSL_CTX* context, const std::string& text, SettingFailure& failure) {
  constexpr const char* kSetting = "dhParameters";
  KeyPointer parameters(nullptr, {&api});
  const auto read = [&] {
    const PlainBioPointer bio = pemReader(api, text);
    if (bio != nullptr) parameters = reading.parameters(bio.get());
    return parameters != nullptr;
  };
  if (!attempt(api, failure, kSetting, "PEM_read_bio_Parameters", read)) return false;
  const int kind = api.EVP_PKEY_get_id(parameters.get());
  if (kind != EVP_PKEY_DH && kind != EVP_PKEY_DHX) { // the same reader takes those of elliptic curves and of DSA
    failure = {kSetting, "PEM_read_bio_Parameters", "these are no Diffie-Hellman parameters", {}};
    return false;
  }
  if (api.SSL_CTX_set0_tmp_dh_pkey != nullptr) {
    return attempt(api, failure, kSetting, "SSL_CTX_set0_tmp_dh_pkey", [&] {
      EVP_PKEY* taken = parameters.release();
      if (api.SSL_CTX_set0_tmp_dh_pkey(context, taken) == 1) return true;
      parameters.reset(taken); // refused, it stays ours
      return false;
    });
  }
  // 1.1.1: SSL_CTX_set_tmp_dh copies the parameters.
  return attempt(api, failure, kSetting, "SSL_CTX_set_tmp_dh", [&] {
    const DH* dh = api.EVP_PKEY_get0_DH != nullptr ? api.EVP_PKEY_get0_DH(parameters.get()) : nullptr;
    return dh != nullptr && api.SSL_CTX_ctrl(context, static_cast<int>(SSL_CTRL_SET_TMP_DH), 0, const_cast<DH*>(dh)) == 1;
  });
}

// TypeScript has asked whether the library has these functions.
bool transparency(const Api& api, SSL_CTX* context, const ContextSettings& settings, SettingFailure& failure) {
  if (settings.ctValidation && !attempt(api, failure, "certificateTransparency", "SSL_CTX_enable_ct", [&] {
        return api.SSL_CTX_enable_ct != nullptr && api.SSL_CTX_enable_ct(context, *settings.ctValidation) == 1;
      }))
    return false;
  return !settings.ctLogFile || attempt(api, failure, "ctLogs", "SSL_CTX_set_ctlog_list_file", [&] {
    return api.SSL_CTX_set_ctlog_list_file != nullptr && api.SSL_CTX_set_ctlog_list_file(context, settings.ctLogFile->c_str()) == 1;
  });
}

} // namespace

bool applyTrust(const Api& api, SSL_CTX* context, const ContextSettings& settings, SettingFailure& failure) {
  const Reading reading(api, settings.home);
  return revocationLists(api, reading, context, settings.crls, failure) &&
         clientAuthorities(api, reading, context, settings.clientCas, failure) &&
         // After the lists: what the caller says of flags stands.
         applyVerifyParameters(api, api.SSL_CTX_get0_param(context), settings.verifyParameters, failure) &&
         (!settings.dhParameters || dhParameters(api, reading, context, *settings.dhParameters, failure)) &&
         transparency(api, context, settings, failure);
}

} // namespace ossl
