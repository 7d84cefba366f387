// Owns: what was negotiated, in node:tls's words.

import type { CipherNameAndProtocol, EphemeralKeyInfo } from 'node:tls';
import type { CipherInfo, ConnectionInfo } from '../ssl/connection-info.ts';

export function nodeCipher({ name, standardName, protocol }: CipherInfo): CipherNameAndProtocol & { readonly standardName: string } {
  return { name, standardName, version: protocol };
}

/** Of a client; an empty object where there was no such key. What ML-KEM encapsulates is none: then it is the group, as with Node 24. */
export function nodeEphemeralKey({ temporaryKeys, group, protocol }: Negotiated): EphemeralKeyInfo | GroupInfo | Record<string, never> {
  const { peer: key } = temporaryKeys;
  if (key === null) return group !== null && protocol === 'TLSv1.3' ? { type: 'TLSGroup', name: group } : {};
  if (/^(?:DH|DHX|dhKeyAgreement|X9\.42 DH)$/i.test(key.type)) return { type: 'DH', size: key.bits };
  return { type: 'ECDH', name: key.group ?? key.type, size: key.bits };
}

type Negotiated = Pick<ConnectionInfo, 'temporaryKeys' | 'group' | 'protocol'>;
interface GroupInfo {
  readonly type: 'TLSGroup';
  readonly name: string;
  readonly size?: never;
}

const hashes: Readonly<Record<string, string>> = { sha1: 'SHA1', sha224: 'SHA224', sha256: 'SHA256', sha384: 'SHA384', sha512: 'SHA512' };

/** `ECDSA+SHA256` for `ecdsa_secp256r1_sha256`; a scheme without such a form keeps the standard's name. */
export function nodeSignature(scheme: string): string {
  if (scheme === 'ed25519') return 'Ed25519+UNDEF';
  if (scheme === 'ed448') return 'Ed448+UNDEF';
  if (scheme.startsWith('mldsa')) return `id-ml-dsa-${scheme.slice('mldsa'.length)}+UNDEF`;
  const hash = hashes[/(?<hash>sha\d+)$/.exec(scheme)?.groups?.['hash'] ?? ''];
  if (hash === undefined) return scheme;
  if (scheme.startsWith('ecdsa_')) return `ECDSA+${hash}`;
  if (scheme.startsWith('rsa_pss_')) return `RSA-PSS+${hash}`;
  if (scheme.startsWith('rsa_pkcs1_')) return `RSA+${hash}`;
  if (scheme.startsWith('dsa_')) return `DSA+${hash}`;
  return scheme;
}
