#include "ossl/reading.h"

#include "ossl/pem.h"

namespace ossl {

bool Reading::isQueryValid() const {
  if (query() == nullptr) return true;
  OSSL_LIB_CTX* empty = api_.OSSL_LIB_CTX_new();
  const bool valid = empty != nullptr && api_.EVP_set_default_properties(empty, query()) == 1;
  api_.OSSL_LIB_CTX_free(empty);
  return valid;
}

SSL_CTX* Reading::newContext(const SSL_METHOD* method) const {
  return isElsewhere() ? api_.SSL_CTX_new_ex(context(), query(), method) : api_.SSL_CTX_new(method);
}

// An object that is given keeps the library context that it was made in, X509_new_ex(3). The reader may free it and put null in its place.
X509Pointer Reading::certificate(BIO* bio) const {
  X509* given = isElsewhere() ? api_.X509_new_ex(context(), query()) : nullptr;
  if (isElsewhere() && given == nullptr) return {nullptr, {&api_}};
  X509* read = api_.PEM_read_bio_X509(bio, given != nullptr ? &given : nullptr, nullptr, nullptr);
  if (read == nullptr && given != nullptr) api_.X509_free(given);
  return {read, {&api_}};
}

CrlPointer Reading::revocationList(BIO* bio) const {
  X509_CRL* given = isElsewhere() ? api_.X509_CRL_new_ex(context(), query()) : nullptr;
  if (isElsewhere() && given == nullptr) return {nullptr, {&api_}};
  X509_CRL* read = api_.PEM_read_bio_X509_CRL(bio, given != nullptr ? &given : nullptr, nullptr, nullptr);
  if (read == nullptr && given != nullptr) api_.X509_CRL_free(given);
  return {read, {&api_}};
}

KeyPointer Reading::privateKey(BIO* bio, pem_password_cb* callback, void* data) const {
  EVP_PKEY* read = isElsewhere() ? api_.PEM_read_bio_PrivateKey_ex(bio, nullptr, callback, data, context(), query())
                                 : api_.PEM_read_bio_PrivateKey(bio, nullptr, callback, data);
  return {read, {&api_}};
}

KeyPointer Reading::parameters(BIO* bio) const {
  EVP_PKEY* read =
      isElsewhere() ? api_.PEM_read_bio_Parameters_ex(bio, nullptr, context(), query()) : api_.PEM_read_bio_Parameters(bio, nullptr);
  return {read, {&api_}};
}

Pkcs12Pointer Reading::pkcs12(const std::string& der) const {
  if (!isElsewhere()) {
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    return {api_.d2i_PKCS12(nullptr, &at, static_cast<long>(der.size())), {&api_}};
  }
  // 3.0 never frees its copy of the query: it gets none, and the properties of the library context count alone.
  constexpr unsigned long kFrees = 0x30500000L;
  const char* copied = api_.OpenSSL_version_num() >= kFrees ? query() : nullptr;
  // Of the two only this one keeps the library context of what it is given.
  const PlainBioPointer bio = pemReader(api_, der);
  PKCS12* given = bio != nullptr ? api_.PKCS12_init_ex(static_cast<int>(NID_pkcs7_data), context(), copied) : nullptr;
  if (given == nullptr) return {nullptr, {&api_}};
  PKCS12* read = api_.d2i_PKCS12_bio(bio.get(), &given);
  if (read == nullptr && given != nullptr) api_.PKCS12_free(given);
  return {read, {&api_}};
}

} // namespace ossl
