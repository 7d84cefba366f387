// OpenSSL's types and numbers as this project knows them, without OpenSSL's headers: which headers a build finds is chance (node-gyp
// finds Node's, cmake-js none), and their macros expand to direct calls that would bind to Node's own OpenSSL. The tags are OpenSSL's,
// so that test/native/prototypes.cc can compare these declarations with the real ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ctime>

struct ssl_st;
struct ssl_ctx_st;
struct ssl_method_st;
struct ssl_cipher_st;
struct ssl_session_st;
struct ssl_conf_ctx_st;
struct bio_st;
struct bio_method_st;
union bio_addr_st;
struct x509_st;
struct X509_name_st;
struct X509_crl_st;
struct x509_store_st;
struct x509_store_ctx_st;
struct X509_VERIFY_PARAM_st;
struct PKCS12_st;
struct stack_st;
struct stack_st_X509;
struct stack_st_X509_NAME;
struct stack_st_ASN1_OBJECT;
struct stack_st_SCT;
struct stack_st_SSL_CIPHER;
struct stack_st_GENERAL_NAME;
struct sct_st;
struct dh_st;
struct GENERAL_NAME_st;
struct evp_pkey_st;
struct ec_key_st;
struct rsa_st;
struct ec_group_st;
struct bignum_st;
struct asn1_string_st;
struct asn1_object_st;
struct ossl_init_settings_st;
struct evp_md_st;
struct evp_cipher_st;
struct evp_cipher_ctx_st;
struct evp_mac_ctx_st;
struct hmac_ctx_st;
struct engine_st;
struct ossl_lib_ctx_st;
struct ossl_store_ctx_st;
struct ossl_store_info_st;
struct ui_st;
struct ui_method_st;
struct ui_string_st;
// One of the structs whose members are part of OpenSSL's ABI: it travels by value (OSSL_PARAM(3)).
#ifndef OPENSSL_CORE_H
struct ossl_param_st {
  const char* key;
  unsigned int data_type;
  void* data;
  size_t data_size;
  size_t return_size;
};
#endif
struct comp_method_st;
struct ossl_echstore_st;
// The other one: it travels by value, and OpenSSL's own has no tag (OSSL_HPKE_CTX_new(3)).
#ifndef OSSL_HPKE_H
struct OSSL_HPKE_SUITE {
  uint16_t kem_id;
  uint16_t kdf_id;
  uint16_t aead_id;
};
#endif
struct ssl_dane_st;
// The other one, ssl.h's own.
#if !defined(OPENSSL_SSL_H) && !defined(HEADER_SSL_H)
struct srtp_protection_profile_st {
  const char* name;
  unsigned long id;
};
#endif
struct ossl_provider_st;
struct conf_st;
struct conf_method_st;
struct stack_st_CONF_VALUE;

using SSL = ssl_st;
using SSL_CTX = ssl_ctx_st;
using SSL_METHOD = ssl_method_st;
using SSL_CIPHER = ssl_cipher_st;
using SSL_SESSION = ssl_session_st;
using SSL_CONF_CTX = ssl_conf_ctx_st;
using SRTP_PROTECTION_PROFILE = srtp_protection_profile_st;
using BIO = bio_st;
using BIO_METHOD = bio_method_st;
using BIO_ADDR = bio_addr_st;
using X509 = x509_st;
using X509_NAME = X509_name_st;
using X509_CRL = X509_crl_st;
using X509_STORE = x509_store_st;
using X509_STORE_CTX = x509_store_ctx_st;
using X509_VERIFY_PARAM = X509_VERIFY_PARAM_st;
using PKCS12 = PKCS12_st;
using OPENSSL_STACK = stack_st;
using STACK_OF_X509 = stack_st_X509;
using STACK_OF_X509_NAME = stack_st_X509_NAME;
using STACK_OF_ASN1_OBJECT = stack_st_ASN1_OBJECT;
using STACK_OF_SCT = stack_st_SCT;
using SCT = sct_st;
using DH = dh_st;
using STACK_OF_SSL_CIPHER = stack_st_SSL_CIPHER;
using GENERAL_NAMES = stack_st_GENERAL_NAME;
using GENERAL_NAME = GENERAL_NAME_st;
using EVP_PKEY = evp_pkey_st;
using EC_KEY = ec_key_st;
using RSA = rsa_st;
using EC_GROUP = ec_group_st;
using BIGNUM = bignum_st;
using ASN1_STRING = asn1_string_st;
using ASN1_INTEGER = asn1_string_st;
using ASN1_TIME = asn1_string_st;
using ASN1_OBJECT = asn1_object_st;
using COMP_METHOD = comp_method_st;
using OPENSSL_INIT_SETTINGS = ossl_init_settings_st;
using EVP_MD = evp_md_st;
using EVP_CIPHER = evp_cipher_st;
using EVP_CIPHER_CTX = evp_cipher_ctx_st;
using EVP_MAC_CTX = evp_mac_ctx_st;
using HMAC_CTX = hmac_ctx_st;
using ENGINE = engine_st;
using OSSL_LIB_CTX = ossl_lib_ctx_st;
using OSSL_STORE_CTX = ossl_store_ctx_st;
using OSSL_STORE_INFO = ossl_store_info_st;
using UI = ui_st;
using UI_METHOD = ui_method_st;
using UI_STRING = ui_string_st;
using OSSL_PARAM = ossl_param_st;
using OSSL_ECHSTORE = ossl_echstore_st;

using SSL_DANE = ssl_dane_st;
using OSSL_CALLBACK = int(const ossl_param_st* params, void* arg);
using OSSL_PROVIDER = ossl_provider_st;
using CONF = conf_st;
using CONF_METHOD = conf_method_st;
using STACK_OF_CONF_VALUE = stack_st_CONF_VALUE;

using pem_password_cb = int(char* buf, int size, int rwflag, void* userdata);
using SSL_verify_cb = int (*)(int preverify_ok, X509_STORE_CTX* x509_ctx);
using SSL_info_callback = void (*)(const SSL* ssl, int where, int ret);
using SSL_CTX_keylog_cb_func = void (*)(const SSL* ssl, const char* line);
using SSL_new_session_callback = int (*)(SSL* ssl, SSL_SESSION* session);
using SSL_msg_callback = void (*)(int write_p, int version, int content_type, const void* buf, size_t len, SSL* ssl, void* arg);
using SSL_CTX_alpn_select_cb_func = int (*)(SSL* ssl, const unsigned char** out, unsigned char* outlen, const unsigned char* in,
                                            unsigned int inlen, void* arg);
using SSL_client_hello_cb_fn = int (*)(SSL* s, int* al, void* arg);
using SSL_psk_client_cb_func = unsigned int (*)(SSL* ssl, const char* hint, char* identity, unsigned int max_identity_len,
                                                unsigned char* psk, unsigned int max_psk_len);
using SSL_psk_server_cb_func = unsigned int (*)(SSL* ssl, const char* identity, unsigned char* psk, unsigned int max_psk_len);
using SSL_psk_use_session_cb_func = int (*)(SSL* ssl, const EVP_MD* md, const unsigned char** id, size_t* idlen, SSL_SESSION** sess);
using SSL_psk_find_session_cb_func = int (*)(SSL* ssl, const unsigned char* identity, size_t identity_len, SSL_SESSION** sess);
using SSL_get_session_callback = SSL_SESSION* (*)(SSL* ssl, const unsigned char* data, int len, int* copy);
using SSL_ticket_key_evp_callback = int (*)(SSL* s, unsigned char* key_name, unsigned char* iv, EVP_CIPHER_CTX* ctx, EVP_MAC_CTX* hctx,
                                            int enc);
// The status and the answer are typedefs of int (SSL_TICKET_STATUS, SSL_TICKET_RETURN).
using SSL_CTX_generate_session_ticket_fn = int (*)(SSL* s, void* arg);
using SSL_CTX_decrypt_session_ticket_fn = int (*)(SSL* s, SSL_SESSION* ss, const unsigned char* keyname, size_t keyname_length, int status,
                                                  void* arg);
using SSL_cookie_generate_callback = int (*)(SSL* ssl, unsigned char* cookie, size_t* cookie_len);
using SSL_cookie_verify_callback = int (*)(SSL* ssl, const unsigned char* cookie, size_t cookie_len);
using DTLS_timer_cb = unsigned int (*)(SSL* s, unsigned int timer_us);
using SSL_ech_cb_func = unsigned int (*)(SSL* s, const char* str);
using OSSL_STORE_post_process_info_fn = OSSL_STORE_INFO* (*)(OSSL_STORE_INFO* info, void* data);
using SSL_allow_early_data_cb_fn = int (*)(SSL* s, void* arg);
using SSL_custom_ext_add_cb_ex = int (*)(SSL* s, unsigned int ext_type, unsigned int context, const unsigned char** out, size_t* outlen,
                                         X509* x, size_t chainidx, int* al, void* add_arg);
using SSL_custom_ext_free_cb_ex = void (*)(SSL* s, unsigned int ext_type, unsigned int context, const unsigned char* out, void* add_arg);
using SSL_custom_ext_parse_cb_ex = int (*)(SSL* s, unsigned int ext_type, unsigned int context, const unsigned char* in, size_t inlen,
                                           X509* x, size_t chainidx, int* al, void* parse_arg);

#define CONSTANT(group, name, value) inline constexpr long name = value;
#include "constants.inc"
#undef CONSTANT
