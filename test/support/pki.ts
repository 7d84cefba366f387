// Owns: reading what pki-make.ts wrote.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Identity } from './pki-names.ts';
import { tempFolder } from './temp-folder.ts';

export { encryptedKeyPassphrase, hosts, type Identity } from './pki-names.ts';

export function certificateFile(name: Identity): string {
  return join(tempFolder('pki'), `${name}.pem`);
}

export function keyFile(name: Identity | 'encrypted'): string {
  return join(tempFolder('pki'), `${name}.key.pem`);
}

export function certificatePem(name: Identity): string {
  return readFileSync(certificateFile(name), 'latin1');
}

export function keyPem(name: Identity | 'encrypted'): string {
  return readFileSync(keyFile(name), 'latin1');
}

/** The two options of SslContext that make it this identity. */
export function identity(name: Identity): { readonly certificate: string; readonly privateKey: string } {
  return { certificate: certificatePem(name), privateKey: keyPem(name) };
}
