// Owns: the 48 bytes that node:tls has for ticket keys, as OpenSSL's 80: a name of 16 bytes, HMAC and AES keys of 32 each.

import { hkdfSync, randomBytes } from 'node:crypto';
import { invalidArgValue, requireView } from './node-errors.ts';

const nodeLength = 48;
const nameLength = 16;
const secretsLength = 64;

export function newTicketKeys(): Buffer {
  return randomBytes(nodeLength);
}

/** Fails when: these are not 48 bytes (ERR_INVALID_ARG_VALUE). The message never has them. */
export function requireTicketKeys(name: string, value: unknown): Buffer {
  const bytes = requireView(name, value);
  if (bytes.length !== nodeLength) throw invalidArgValue(name, bytes.length, 'must be exactly 48 bytes');
  return Buffer.from(bytes);
}

/** The same 48 bytes give the same keys everywhere; tickets of node:tls, which encrypts them otherwise, cannot be read with them. */
export function opensslTicketKeys(keys: Buffer): Uint8Array {
  const secrets = hkdfSync('sha256', keys.subarray(nameLength), keys.subarray(0, nameLength), 'libssl ticket keys', secretsLength);
  return Buffer.concat([keys.subarray(0, nameLength), Buffer.from(secrets)]);
}
