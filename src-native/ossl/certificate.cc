#include "ossl/certificate.h"

#include "ossl/key_info.h"

#include <arpa/inet.h>

namespace ossl {
namespace {

// UTF-8 as it is, not \C3\A9: RFC 2253 form without ASN1_STRFLGS_ESC_MSB.
constexpr unsigned long kNameFlags = XN_FLAG_RFC2253 & ~0x4UL;

std::string serialText(const Api& api, X509* certificate) {
  const BignumPointer number(api.ASN1_INTEGER_to_BN(api.X509_get_serialNumber(certificate), nullptr), {&api});
  char* hex = number != nullptr ? api.BN_bn2hex(number.get()) : nullptr;
  if (hex == nullptr) return "";
  std::string text = hex;
  api.CRYPTO_free(hex, __FILE__, __LINE__);
  return text;
}

std::optional<long long> seconds(const Api& api, const ASN1_TIME* time) {
  struct tm parts = {};
  if (time == nullptr || api.ASN1_TIME_to_tm(time, &parts) != 1) return std::nullopt;
  return static_cast<long long>(timegm(&parts));
}

std::string stringText(const Api& api, const ASN1_STRING* string) {
  const int length = api.ASN1_STRING_length(string);
  return length > 0 ? std::string(reinterpret_cast<const char*>(api.ASN1_STRING_get0_data(string)), static_cast<size_t>(length)) : "";
}

std::string addressText(const std::string& bytes) {
  char text[INET6_ADDRSTRLEN] = {};
  const int family = bytes.size() == 4 ? AF_INET : bytes.size() == 16 ? AF_INET6 : AF_UNSPEC;
  return family != AF_UNSPEC && inet_ntop(family, bytes.data(), text, sizeof text) != nullptr ? text : "";
}

AltName altName(const Api& api, const GENERAL_NAME* name) {
  int type = -1;
  void* value = api.GENERAL_NAME_get0_value(name, &type);
  const auto* string = static_cast<const ASN1_STRING*>(value);
  switch (type) {
  case GEN_DNS:
    return {"DNS", stringText(api, string)};
  case GEN_EMAIL:
    return {"email", stringText(api, string)};
  case GEN_URI:
    return {"URI", stringText(api, string)};
  case GEN_IPADD:
    return {"IP", addressText(stringText(api, string))};
  case GEN_DIRNAME:
    return {"DirName", nameText(api, static_cast<const X509_NAME*>(value))};
  case GEN_RID: {
    char text[128] = {};
    api.OBJ_obj2txt(text, sizeof text, static_cast<const ASN1_OBJECT*>(value), 1);
    return {"RID", text};
  }
  default:
    return {"other", ""};
  }
}

std::vector<AltName> altNames(const Api& api, X509* certificate) {
  auto* raw = static_cast<GENERAL_NAMES*>(api.X509_get_ext_d2i(certificate, static_cast<int>(NID_subject_alt_name), nullptr, nullptr));
  const GeneralNamesPointer names(raw, {&api});
  std::vector<AltName> list;
  if (names == nullptr) return list;
  const auto* stack = reinterpret_cast<const OPENSSL_STACK*>(names.get());
  for (int i = 0; i < api.OPENSSL_sk_num(stack); ++i)
    list.push_back(altName(api, static_cast<const GENERAL_NAME*>(api.OPENSSL_sk_value(stack, i))));
  return list;
}

void readPublicKey(const Api& api, X509* x509, Certificate& record) {
  const EVP_PKEY* key = api.X509_get0_pubkey(x509); // null for a key type that this OpenSSL doesn't know
  if (key == nullptr) return;
  KeyInfo info = readKey(api, key);
  record.keyType = std::move(info.type);
  record.keyBits = info.bits;
  record.keyGroup = std::move(info.group);
  record.keySecurityBits = info.securityBits;
}

void appendStack(const Api& api, const STACK_OF_X509* chain, std::vector<Certificate>& list) {
  const auto* stack = reinterpret_cast<const OPENSSL_STACK*>(chain);
  for (int i = 0; stack != nullptr && i < api.OPENSSL_sk_num(stack); ++i)
    list.push_back(readCertificate(api, static_cast<X509*>(api.OPENSSL_sk_value(stack, i))));
}

} // namespace

std::string nameText(const Api& api, const X509_NAME* name) {
  const PlainBioPointer bio(api.BIO_new(api.BIO_s_mem()), {&api});
  if (bio == nullptr || api.X509_NAME_print_ex(bio.get(), name, 0, kNameFlags) < 0) return "";
  std::string text(api.BIO_ctrl_pending(bio.get()), '\0');
  const int read = text.empty() ? 0 : api.BIO_read(bio.get(), text.data(), static_cast<int>(text.size()));
  text.resize(read > 0 ? static_cast<size_t>(read) : 0);
  return text;
}

Certificate readCertificate(const Api& api, X509* x509) {
  ErrorScope scope(api);
  Certificate record;
  record.subject = nameText(api, api.X509_get_subject_name(x509));
  record.issuer = nameText(api, api.X509_get_issuer_name(x509));
  record.serialNumber = serialText(api, x509);
  record.notBefore = seconds(api, api.X509_get0_notBefore(x509));
  record.notAfter = seconds(api, api.X509_get0_notAfter(x509));
  record.altNames = altNames(api, x509);
  readPublicKey(api, x509, record);
  const char* algorithm = api.OBJ_nid2ln(api.X509_get_signature_nid(x509));
  record.signatureAlgorithm = algorithm != nullptr ? algorithm : "";
  const int size = api.i2d_X509(x509, nullptr);
  if (size > 0) {
    record.der.resize(static_cast<size_t>(size));
    unsigned char* out = record.der.data();
    api.i2d_X509(x509, &out);
  }
  return record;
}

std::vector<X509Pointer> holdPeerChain(const Api& api, SSL* ssl) {
  std::vector<X509Pointer> held;
  X509* leaf = api.SSL_get1_peer_certificate(ssl);
  if (leaf == nullptr) return held;
  held.emplace_back(leaf, X509Pointer::deleter_type{&api});
  const auto* sent = reinterpret_cast<const OPENSSL_STACK*>(api.SSL_get_peer_cert_chain(ssl));
  for (int i = 0; sent != nullptr && i < api.OPENSSL_sk_num(sent); ++i) {
    auto* certificate = static_cast<X509*>(api.OPENSSL_sk_value(sent, i));
    if (certificate == leaf) continue;
    api.X509_up_ref(certificate);
    held.emplace_back(certificate, X509Pointer::deleter_type{&api});
  }
  return held;
}

std::vector<Certificate> readPeerChain(const Api& api, const std::vector<X509Pointer>& held) {
  std::vector<Certificate> list;
  for (const X509Pointer& pointer : held) {
    Certificate certificate = readCertificate(api, pointer.get());
    if (list.empty() || certificate.der != list.front().der) list.push_back(std::move(certificate));
  }
  return list;
}

std::vector<Certificate> readOwnCertificate(const Api& api, SSL* ssl) {
  X509* certificate = api.SSL_get_certificate(ssl);
  if (certificate == nullptr) return {};
  return {readCertificate(api, certificate)};
}

std::vector<Certificate> readVerifiedChain(const Api& api, SSL* ssl) {
  std::vector<Certificate> list;
  appendStack(api, api.SSL_get0_verified_chain(ssl), list);
  return list;
}

} // namespace ossl
