// Owns: what was negotiated, in node:tls's words.

import type { CipherNameAndProtocol, EphemeralKeyInfo } from 'node:tls';
import type { CipherInfo } from '../ssl/connection-info.ts';
import type { TemporaryKey } from '../ssl/handshake-info.ts';

export function nodeCipher({ name, standardName }: CipherInfo): CipherNameAndProtocol & { readonly standardName: string } {
  return { name, standardName, version: firstProtocol(name) };
}

// SSL_CIPHER_get_version(3) by the cipher's name: those with an AEAD or a SHA-2 came with TLS 1.2.
function firstProtocol(name: string): string {
  if (name.startsWith('TLS_')) return 'TLSv1.3';
  if (/GCM|CCM|POLY1305|SHA256|SHA384|ARIA/.test(name)) return 'TLSv1.2';
  return /^(?:ECDHE|AECDH|ECDHE-PSK|DHE-PSK|RSA-PSK)-/.test(name) ? 'TLSv1.0' : 'SSLv3';
}

/** Of a client; an empty object where there was no such key. */
export function nodeEphemeralKey(key: TemporaryKey | null): EphemeralKeyInfo | Record<string, never> {
  if (key === null) return {};
  if (/^(?:DH|DHX|dhKeyAgreement|X9\.42 DH)$/i.test(key.type)) return { type: 'DH', size: key.bits } as EphemeralKeyInfo;
  return { type: 'ECDH', name: key.group ?? key.type, size: key.bits } as EphemeralKeyInfo;
}

const hashes: Readonly<Record<string, string>> = { sha1: 'SHA1', sha224: 'SHA224', sha256: 'SHA256', sha384: 'SHA384', sha512: 'SHA512' };

/** `ECDSA+SHA256` for `ecdsa_secp256r1_sha256`; a scheme without such a form keeps the standard's name. */
export function nodeSignature(scheme: string): string {
  if (scheme === 'ed25519') return 'Ed25519+UNDEF';
  if (scheme === 'ed448') return 'Ed448+UNDEF';
  const hash = hashes[/(?<hash>sha\d+)$/.exec(scheme)?.groups?.['hash'] ?? ''];
  if (hash === undefined) return scheme;
  if (scheme.startsWith('ecdsa_')) return `ECDSA+${hash}`;
  if (scheme.startsWith('rsa_pss_')) return `RSA-PSS+${hash}`;
  if (scheme.startsWith('rsa_pkcs1_')) return `RSA+${hash}`;
  if (scheme.startsWith('dsa_')) return `DSA+${hash}`;
  return scheme;
}
