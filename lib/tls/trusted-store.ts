// Owns: the default trust of one OpenSSL, read once: parsing all of Node's certificates for every context would be most of its cost.

import { SslContext } from '../ssl/context.ts';
import type { OpenSSL } from '../ssl/openssl.ts';
import { defaultCertificatesVersion, defaultTrust } from './trust.ts';

const stores = new WeakMap<OpenSSL, { readonly version: number; readonly context: SslContext }>();

/** A context that trusts the default certificates, for others to share its trust. */
export function trustOf(library: OpenSSL): SslContext {
  const version = defaultCertificatesVersion();
  const known = stores.get(library);
  if (known?.version === version) return known.context;
  const context = new SslContext({ role: 'client', library, ca: defaultTrust() });
  stores.set(library, { version, context });
  return context;
}
