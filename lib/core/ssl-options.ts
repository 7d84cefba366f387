// Generated from deps/openssl/options.inc by `npm run generate`. Do not edit.

/** Flags of SSL_CTX_set_options(3), each with the first release that knows it. */
export const OP = {
  SSL_OP_ALLOW_CLIENT_RENEGOTIATION: { value: 0x100, since: '3.0' },
  SSL_OP_ALLOW_NO_DHE_KEX: { value: 0x400, since: '1.1.1' },
  SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION: { value: 0x40000, since: '1.1.1' },
  SSL_OP_CIPHER_SERVER_PREFERENCE: { value: 0x400000, since: '1.1.1' },
  SSL_OP_CISCO_ANYCONNECT: { value: 0x8000, since: '1.1.1' },
  SSL_OP_CLEANSE_PLAINTEXT: { value: 0x2, since: '3.0' },
  SSL_OP_COOKIE_EXCHANGE: { value: 0x2000, since: '1.1.1' },
  SSL_OP_CRYPTOPRO_TLSEXT_BUG: { value: 0x80000000, since: '1.1.1' },
  SSL_OP_DISABLE_TLSEXT_CA_NAMES: { value: 0x200, since: '3.0' },
  SSL_OP_DONT_INSERT_EMPTY_FRAGMENTS: { value: 0x800, since: '1.1.1' },
  SSL_OP_ECH_GREASE: { value: 0x2000000000, since: '4.0' },
  SSL_OP_ECH_GREASE_RETRY_CONFIG: { value: 0x10000000000, since: '4.0' },
  SSL_OP_ECH_IGNORE_CID: { value: 0x8000000000, since: '4.0' },
  SSL_OP_ECH_TRIALDECRYPT: { value: 0x4000000000, since: '4.0' },
  SSL_OP_ENABLE_KTLS: { value: 0x8, since: '3.0' },
  SSL_OP_ENABLE_KTLS_TX_ZEROCOPY_SENDFILE: { value: 0x400000000, since: '3.2' },
  SSL_OP_ENABLE_MIDDLEBOX_COMPAT: { value: 0x100000, since: '1.1.1' },
  SSL_OP_IGNORE_UNEXPECTED_EOF: { value: 0x80, since: '3.0' },
  SSL_OP_LEGACY_EC_POINT_FORMATS: { value: 0x1000000000, since: '4.0' },
  SSL_OP_LEGACY_SERVER_CONNECT: { value: 0x4, since: '1.1.1' },
  SSL_OP_NO_ANTI_REPLAY: { value: 0x1000000, since: '1.1.1' },
  SSL_OP_NO_COMPRESSION: { value: 0x20000, since: '1.1.1' },
  SSL_OP_NO_DTLSv1: { value: 0x4000000, since: '1.1.1' },
  SSL_OP_NO_DTLSv1_2: { value: 0x8000000, since: '1.1.1' },
  SSL_OP_NO_ENCRYPT_THEN_MAC: { value: 0x80000, since: '1.1.1' },
  SSL_OP_NO_EXTENDED_MASTER_SECRET: { value: 0x1, since: '3.0' },
  SSL_OP_NO_QUERY_MTU: { value: 0x1000, since: '1.1.1' },
  SSL_OP_NO_RENEGOTIATION: { value: 0x40000000, since: '1.1.1' },
  SSL_OP_NO_RX_CERTIFICATE_COMPRESSION: { value: 0x200000000, since: '3.2' },
  SSL_OP_NO_SESSION_RESUMPTION_ON_RENEGOTIATION: { value: 0x10000, since: '1.1.1' },
  SSL_OP_NO_SSLv3: { value: 0x2000000, since: '1.1.1' },
  SSL_OP_NO_TICKET: { value: 0x4000, since: '1.1.1' },
  SSL_OP_NO_TLSv1: { value: 0x4000000, since: '1.1.1' },
  SSL_OP_NO_TLSv1_1: { value: 0x10000000, since: '1.1.1' },
  SSL_OP_NO_TLSv1_2: { value: 0x8000000, since: '1.1.1' },
  SSL_OP_NO_TLSv1_3: { value: 0x20000000, since: '1.1.1' },
  SSL_OP_NO_TX_CERTIFICATE_COMPRESSION: { value: 0x100000000, since: '3.2' },
  SSL_OP_PREFER_NO_DHE_KEX: { value: 0x800000000, since: '3.3' },
  SSL_OP_PRIORITIZE_CHACHA: { value: 0x200000, since: '1.1.1' },
  SSL_OP_SAFARI_ECDHE_ECDSA_BUG: { value: 0x40, since: '1.1.1' },
  SSL_OP_TLSEXT_PADDING: { value: 0x10, since: '1.1.1' },
  SSL_OP_TLS_ROLLBACK_BUG: { value: 0x800000, since: '1.1.1' },
} as const;

/** Flags of SSL_CTX_set_mode(3), each with the first release that knows it. */
export const MODE = {
  SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER: { value: 0x2, since: '1.1.1' },
  SSL_MODE_AUTO_RETRY: { value: 0x4, since: '1.1.1' },
  SSL_MODE_ENABLE_PARTIAL_WRITE: { value: 0x1, since: '1.1.1' },
  SSL_MODE_NO_AUTO_CHAIN: { value: 0x8, since: '1.1.1' },
  SSL_MODE_RELEASE_BUFFERS: { value: 0x10, since: '1.1.1' },
  SSL_MODE_SEND_CLIENTHELLO_TIME: { value: 0x20, since: '1.1.1' },
  SSL_MODE_SEND_FALLBACK_SCSV: { value: 0x80, since: '1.1.1' },
  SSL_MODE_SEND_SERVERHELLO_TIME: { value: 0x40, since: '1.1.1' },
} as const;

/** Flags of X509_VERIFY_PARAM_set_flags(3), each with the first release that knows it. */
export const X509_V_FLAG = {
  X509_V_FLAG_ALLOW_PROXY_CERTS: { value: 0x40, since: '1.1.1' },
  X509_V_FLAG_CHECK_SS_SIGNATURE: { value: 0x4000, since: '1.1.1' },
  X509_V_FLAG_CRL_CHECK: { value: 0x4, since: '1.1.1' },
  X509_V_FLAG_CRL_CHECK_ALL: { value: 0x8, since: '1.1.1' },
  X509_V_FLAG_EXPLICIT_POLICY: { value: 0x100, since: '1.1.1' },
  X509_V_FLAG_EXTENDED_CRL_SUPPORT: { value: 0x1000, since: '1.1.1' },
  X509_V_FLAG_IGNORE_CRITICAL: { value: 0x10, since: '1.1.1' },
  X509_V_FLAG_INHIBIT_ANY: { value: 0x200, since: '1.1.1' },
  X509_V_FLAG_INHIBIT_MAP: { value: 0x400, since: '1.1.1' },
  X509_V_FLAG_NOTIFY_POLICY: { value: 0x800, since: '1.1.1' },
  X509_V_FLAG_NO_ALT_CHAINS: { value: 0x100000, since: '1.1.1' },
  X509_V_FLAG_NO_CHECK_TIME: { value: 0x200000, since: '1.1.1' },
  X509_V_FLAG_OCSP_RESP_CHECK: { value: 0x400000, since: '3.6' },
  X509_V_FLAG_OCSP_RESP_CHECK_ALL: { value: 0x800000, since: '3.6' },
  X509_V_FLAG_PARTIAL_CHAIN: { value: 0x80000, since: '1.1.1' },
  X509_V_FLAG_POLICY_CHECK: { value: 0x80, since: '1.1.1' },
  X509_V_FLAG_SUITEB_128_LOS_ONLY: { value: 0x10000, since: '1.1.1' },
  X509_V_FLAG_SUITEB_192_LOS: { value: 0x20000, since: '1.1.1' },
  X509_V_FLAG_TRUSTED_FIRST: { value: 0x8000, since: '1.1.1' },
  X509_V_FLAG_USE_DELTAS: { value: 0x2000, since: '1.1.1' },
  X509_V_FLAG_X509_STRICT: { value: 0x20, since: '1.1.1' },
} as const;

/** Flags of X509_VERIFY_PARAM_set_hostflags(3), each with the first release that knows it. */
export const X509_CHECK_FLAG = {
  X509_CHECK_FLAG_ALWAYS_CHECK_SUBJECT: { value: 0x1, since: '1.1.1' },
  X509_CHECK_FLAG_MULTI_LABEL_WILDCARDS: { value: 0x8, since: '1.1.1' },
  X509_CHECK_FLAG_NEVER_CHECK_SUBJECT: { value: 0x20, since: '1.1.1' },
  X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS: { value: 0x4, since: '1.1.1' },
  X509_CHECK_FLAG_NO_WILDCARDS: { value: 0x2, since: '1.1.1' },
  X509_CHECK_FLAG_SINGLE_LABEL_SUBDOMAINS: { value: 0x10, since: '1.1.1' },
} as const;

/** Flags of SSL_dane_set_flags(3), each with the first release that knows it. */
export const DANE_FLAG = {
  DANE_FLAG_NO_DANE_EE_NAMECHECKS: { value: 0x1, since: '1.1.1' },
} as const;
