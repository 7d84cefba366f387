// Owns: what a worker is told, and what all connections are made with: one version, one cipher, X25519 for the key exchange, as bench/c/common.c has it.
// Must not know: who connects.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Settings {
  /** Whose connections they are: this package's, those of node:tls, or TCP alone. */
  readonly stack?: 'ours' | 'node' | 'plain';
  readonly keys: string;
  readonly key: 'ecdsa' | 'rsa' | 'rsa4096';
  readonly version: 'tls1.2' | 'tls1.3';
  /** What it does. */
  readonly mode: string;
  readonly port?: number;
  /** Bytes of a write. */
  readonly size?: number;
  /** Connections at once. */
  readonly atOnce?: number;
  /** Bytes of a half of the BIO pair. */
  readonly pair?: number;
  /** Which call, for mode `call`. */
  readonly call?: string;
  /** Handshakes on libuv's pool. */
  readonly offload?: boolean;
  /** In place of answering: so many calls, and the end. */
  readonly count?: number;
}

export const hostName = 'bench.test';
export const address = '127.0.0.1';
export const readAhead = 64 * 1024;

export const suite13 = 'TLS_AES_256_GCM_SHA384';
export const suites12 = 'ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384';
// A certificate of P-256 wants that one, too, up to TLS 1.2; the first is what is agreed on.
export const groups = 'X25519:P-256';

export const settings: Settings = JSON.parse(process.argv[2] ?? '{}') as Settings;

/** `TLSv1.3`, as both packages call it. */
export const protocol = settings.version === 'tls1.2' ? 'TLSv1.2' : 'TLSv1.3';

export const files = {
  ca: join(settings.keys, `${settings.key}.ca.pem`),
  certificate: join(settings.keys, `${settings.key}.pem`),
  privateKey: join(settings.keys, `${settings.key}.key.pem`),
};

export function textOf(file: string): string {
  return readFileSync(file, 'utf8');
}
