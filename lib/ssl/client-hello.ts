// Owns: a ClientHello as a plain record.
// Must not know: engines. What a client sends is not to be trusted: what cannot be read is left out, never thrown.

import { groupName } from '../core/group-names.ts';
import type { CertificateType } from '../core/public-key.ts';
import { signatureName } from '../core/signature-names.ts';
import { protocolName } from './protocols.ts';

/** What a client says first, RFC 8446 section 4.1.2. */
export interface ClientHello {
  /** The version field of the message, `TLSv1.2` from every client of today: see the supported_versions extension (43). @openssl SSL_client_hello_get0_legacy_version */
  readonly legacyVersion: string;
  /** 32 bytes. @openssl SSL_client_hello_get0_random */
  readonly random: Uint8Array;
  /** 0 to 32 bytes. @openssl SSL_client_hello_get0_session_id */
  readonly sessionId: Uint8Array;
  /** The numbers of the offered ciphers, 0x1301 for TLS_AES_128_GCM_SHA256. @openssl SSL_client_hello_get0_ciphers */
  readonly cipherSuites: readonly number[];
  /**
   * In the client's order, the content as it was sent.
   * @openssl SSL_client_hello_get1_extensions_present, SSL_client_hello_get0_ext
   */
  readonly extensions: readonly { readonly type: number; readonly data: Uint8Array }[];
  /** Of the server_name extension. */
  readonly serverName: string | null;
  /** Of the ALPN extension, in the client's order; null if there is none. */
  readonly alpn: readonly string[] | null;
  /** Of the supported_versions extension; null if there is none. */
  readonly supportedVersions: readonly string[] | null;
  /**
   * Of the supported_groups extension, in the client's order, by the names of the registry: `X25519MLKEM768`; what has no name here as
   * `0x0a0a`. null if there is none.
   */
  readonly groups: readonly string[] | null;
  /** The groups of the key_share extension (TLS 1.3): those for which the client has sent a share already. null if there is none. */
  readonly keyShares: readonly string[] | null;
  /** Of the signature_algorithms extension, by their TLS names: `mldsa65`; null if there is none. */
  readonly signatureAlgorithms: readonly string[] | null;
  /** Of the server_certificate_type extension (RFC 7250): what the client takes of a server; null if there is none. */
  readonly serverCertTypes: readonly (CertificateType | number)[] | null;
  /** Of the client_certificate_type extension: what the client could show; null if there is none. */
  readonly clientCertTypes: readonly (CertificateType | number)[] | null;
}

const serverNameType = 0;
const alpnType = 16;
const supportedVersionsType = 43;
const groupsType = 10;
const signatureAlgorithmsType = 13;
const clientCertTypesType = 19;
const serverCertTypesType = 20;
const keySharesType = 51;

export function clientHelloOf(numbers: readonly number[], bytes: readonly (Uint8Array | null)[]): ClientHello {
  const [legacyVersion = 0, ...types] = numbers;
  const [random, sessionId, ciphers, ...contents] = bytes.map((part) => part ?? new Uint8Array(0));
  const extensions = types.map((type, index) => ({ type, data: contents[index] ?? new Uint8Array(0) }));
  const content = (type: number): Uint8Array | null => extensions.find((extension) => extension.type === type)?.data ?? null;
  return {
    legacyVersion: protocolName(legacyVersion),
    random: random ?? new Uint8Array(0),
    sessionId: sessionId ?? new Uint8Array(0),
    cipherSuites: pairs(ciphers ?? new Uint8Array(0)),
    extensions,
    serverName: serverNameOf(content(serverNameType)),
    alpn: alpnOf(content(alpnType)),
    supportedVersions: versionsOf(content(supportedVersionsType)),
    groups: namesOf(content(groupsType), groupName),
    keyShares: keySharesOf(content(keySharesType)),
    signatureAlgorithms: namesOf(content(signatureAlgorithmsType), signatureName),
    serverCertTypes: certTypesOf(content(serverCertTypesType)),
    clientCertTypes: certTypesOf(content(clientCertTypesType)),
  };
}

/** The names of a list in wire form, each behind its length; null if it is none. */
export function protocolList(bytes: Uint8Array): readonly string[] | null {
  const names: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = bytes[at] ?? 0;
    if (size === 0 || at + 1 + size > bytes.length) return null;
    names.push(Buffer.from(bytes.subarray(at + 1, at + 1 + size)).toString('latin1'));
    at += 1 + size;
  }
  return names;
}

function pairs(bytes: Uint8Array): readonly number[] {
  return Array.from({ length: bytes.length >> 1 }, (_, index) => (bytes[2 * index] ?? 0) * 256 + (bytes[2 * index + 1] ?? 0));
}

// RFC 6066, 3: the length of the list, then one name: its type (0), its length, itself.
function serverNameOf(data: Uint8Array | null): string | null {
  if (data === null || data.length < 5 || data[2] !== 0) return null;
  const size = (data[3] ?? 0) * 256 + (data[4] ?? 0);
  return data.length === 5 + size && size > 0 ? Buffer.from(data.subarray(5)).toString('latin1') : null;
}

// RFC 7301, 3.1: the length of the list, then the names.
function alpnOf(data: Uint8Array | null): readonly string[] | null {
  return data === null || data.length < 2 ? null : protocolList(data.subarray(2));
}

// RFC 8446, 4.2.1: the length of the list in one byte, then the versions.
function versionsOf(data: Uint8Array | null): readonly string[] | null {
  return data === null ? null : pairs(data.subarray(1)).map(protocolName);
}

// RFC 8446, 4.2.3 and 4.2.7: the length of the list, then two bytes each.
function namesOf(data: Uint8Array | null, name: (code: number) => string): readonly string[] | null {
  return data === null || data.length < 2 ? null : pairs(data.subarray(2)).map(name);
}

// RFC 8446, 4.2.8: the length of the list, then each share: its group, its length, itself.
function keySharesOf(data: Uint8Array | null): readonly string[] | null {
  if (data === null || data.length < 2) return null;
  const names: string[] = [];
  for (let at = 2; at + 4 <= data.length; ) {
    const [group = 0, size = 0] = pairs(data.subarray(at, at + 4));
    names.push(groupName(group));
    at += 4 + size;
  }
  return names;
}

// RFC 7250, 3: the length of the list in one byte, then one byte each. Some types have gone out of use: they are told as numbers.
function certTypesOf(data: Uint8Array | null): readonly (CertificateType | number)[] | null {
  return data === null ? null : Array.from(data.subarray(1), (type) => (type === 0 ? 'x509' : type === 2 ? 'raw-public-key' : type));
}
