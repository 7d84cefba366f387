// Owns: tls.getCiphers() and tls.DEFAULT_CIPHERS.

import { SslContext } from '../ssl/context.ts';
import type { OpenSSL } from '../ssl/openssl.ts';
import { chosenLibrary, defaults } from './defaults.ts';

const usual = new WeakMap<OpenSSL, string>();

/**
 * The names of all ciphers that the chosen OpenSSL has, in small letters, as Node gives them.
 *
 * Fails when: no OpenSSL can be loaded (LibraryLoadError). @openssl SSL_CTX_get_ciphers
 */
export function getCiphers(): string[] {
  const every = new SslContext({ role: 'client', library: chosenLibrary(), cipherList: 'ALL:COMPLEMENTOFALL@SECLEVEL=0' });
  return [...new Set(every.ciphers.map(({ name }) => name.toLowerCase()))].sort();
}

/** What a program has assigned; else what the chosen OpenSSL, with its openssl.cnf, offers by itself. */
export function defaultCiphers(): string {
  if (defaults.ciphers !== null) return defaults.ciphers;
  const library = chosenLibrary();
  let names = usual.get(library);
  if (names === undefined) {
    names = new SslContext({ role: 'client', library }).ciphers.map(({ name }) => name).join(':');
    usual.set(library, names);
  }
  return names;
}

export function setDefaultCiphers(ciphers: string): void {
  defaults.ciphers = ciphers;
}
