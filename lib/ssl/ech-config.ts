// Owns: an ECHConfig in the forms in which OpenSSL gives one: `[fe0d,bc,public.example,[0020,0001,0001],6341…,00,00]`
// (OSSL_ECHSTORE_get1_info(3)), and PEM.

import { ECH } from '../core/constants.ts';

/** Key encapsulation, key derivation and cipher, by their numbers in IANA's registry of HPKE. */
export interface HpkeSuite {
  readonly kem: number;
  readonly kdf: number;
  readonly aead: number;
}

/** One configuration of Encrypted Client Hello, RFC 9849 section 4. */
export interface EchConfig {
  readonly publicName: string;
  /** 0xfe0d; null where OpenSSL's form is none that this package can read. */
  readonly version: number | null;
  /** By which a server finds the key. */
  readonly configId: number | null;
  readonly suites: readonly HpkeSuite[];
  readonly publicKey: Uint8Array;
  readonly maxNameLength: number | null;
  /** OpenSSL's form of it. */
  readonly text: string;
}

const form = /^\[([0-9a-f]{4}),([0-9a-f]{2}),.*,\[([0-9a-f,]*)\],([0-9a-f]*),([0-9a-f]{2}),[0-9a-f]+\]$/;

export function echConfigOf(publicName: string, text: string): EchConfig {
  const [, version, configId, suites = '', publicKey = '', maxNameLength] = form.exec(text.trim()) ?? [];
  const numbers = suites === '' ? [] : suites.split(',').map((digits) => Number.parseInt(digits, 16));
  return {
    publicName,
    version: numberOf(version),
    configId: numberOf(configId),
    suites: Array.from({ length: Math.floor(numbers.length / 3) }, (_, at) => {
      const [kem = 0, kdf = 0, aead = 0] = numbers.slice(3 * at);
      return { kem, kdf, aead };
    }),
    publicKey: Uint8Array.from(Buffer.from(publicKey, 'hex')),
    maxNameLength: numberOf(maxNameLength),
    text,
  };
}

/** The bytes of the ECHCONFIG in a PEM text. */
export function configOfPem(pem: string): Uint8Array {
  const base64 = block.exec(pem)?.groups?.['base64'] ?? '';
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}

/**
 * The same text with its ECHCONFIG as a list, which RFC 9934 asks for. Of an entry that was read, OpenSSL 4.0 writes the configuration
 * alone, and cannot read it back.
 */
export function withConfigList(pem: string): string {
  const config = configOfPem(pem);
  if (isList(config)) return pem;
  const base64 = Buffer.concat([Buffer.of(config.length >> 8, config.length & 0xff), config]).toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return pem.replace(block, `-----BEGIN ECHCONFIG-----\n${lines.join('\n')}\n-----END ECHCONFIG-----`);
}

/**
 * A list as OpenSSL recognizes it: without configurations of other versions in front of the first of the one that it knows. It would take the
 * list for none, and RFC 9849 (section 4) wants them to be passed over.
 */
export function fromFirstKnown(list: Uint8Array): Uint8Array {
  if (!isList(list)) return list;
  let at = 2;
  while (at + 4 <= list.length && numberAt(list, at) !== ECH.OSSL_ECH_CURRENT_VERSION) at += 4 + numberAt(list, at + 2);
  if (at === 2 || at + 4 > list.length) return list;
  const rest = list.subarray(at);
  return Buffer.concat([Buffer.of(rest.length >> 8, rest.length & 0xff), rest]);
}

const block = /-----BEGIN ECHCONFIG-----\n(?<base64>[^-]*)\n-----END ECHCONFIG-----/;

// A list begins with its length, a configuration with its version, 0xfe0d.
function isList(bytes: Uint8Array): boolean {
  return numberAt(bytes, 0) === bytes.length - 2;
}

function numberAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0);
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number.parseInt(digits, 16);
}
