// Owns: the names of TLS's numbers, as the IANA registries have them, for what a recording shows.
// Must not know: which of them an OpenSSL has. A number without a name is shown as it stands on the wire.

type Names = Readonly<Record<number, string>>;
type Naming = (number: number) => string;

const versions: Names = { 768: 'SSLv3', 769: 'TLSv1', 770: 'TLSv1.1', 771: 'TLSv1.2', 772: 'TLSv1.3' };
const contentTypes: Names = { 20: 'change_cipher_spec', 21: 'alert', 22: 'handshake', 23: 'application_data' };
const messages: Names = {
  0: 'hello_request',
  1: 'client_hello',
  2: 'server_hello',
  4: 'new_session_ticket',
  11: 'certificate',
  12: 'server_key_exchange',
  13: 'certificate_request',
  14: 'server_hello_done',
  15: 'certificate_verify',
  16: 'client_key_exchange',
  20: 'finished',
  22: 'certificate_status',
};
const extensions: Names = {
  0: 'server_name',
  1: 'max_fragment_length',
  5: 'status_request',
  10: 'supported_groups',
  11: 'ec_point_formats',
  12: 'srp',
  13: 'signature_algorithms',
  14: 'use_srtp',
  16: 'application_layer_protocol_negotiation',
  18: 'signed_certificate_timestamp',
  19: 'client_certificate_type',
  20: 'server_certificate_type',
  21: 'padding',
  22: 'encrypt_then_mac',
  23: 'extended_main_secret',
  27: 'compress_certificate',
  35: 'session_ticket',
  41: 'pre_shared_key',
  42: 'early_data',
  43: 'supported_versions',
  44: 'cookie',
  45: 'psk_key_exchange_modes',
  47: 'certificate_authorities',
  49: 'post_handshake_auth',
  50: 'signature_algorithms_cert',
  51: 'key_share',
  65037: 'encrypted_client_hello',
  65281: 'renegotiation_info',
};

// Those of TLS 1.3, and the two that are no ciphers but signals. All others have too many names to be clearer than their number.
const ciphers: Names = {
  255: 'TLS_EMPTY_RENEGOTIATION_INFO_SCSV',
  4865: 'TLS_AES_128_GCM_SHA256',
  4866: 'TLS_AES_256_GCM_SHA384',
  4867: 'TLS_CHACHA20_POLY1305_SHA256',
  4868: 'TLS_AES_128_CCM_SHA256',
  4869: 'TLS_AES_128_CCM_8_SHA256',
  22016: 'TLS_FALLBACK_SCSV',
};

export const versionName: Naming = naming(versions);
export const contentTypeName: Naming = naming(contentTypes);
export const messageName: Naming = naming(messages);
export const extensionName: Naming = naming(extensions);
export const cipherName: Naming = naming(ciphers);

/** Two bytes as the registries write them, `0x1301`. */
function hexNumber(number: number): string {
  return `0x${number.toString(16).padStart(4, '0')}`;
}

function naming(names: Names): Naming {
  return (number) => names[number] ?? hexNumber(number);
}
