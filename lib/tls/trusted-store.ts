// Owns: the default trust of one OpenSSL, or of one of its library contexts, read once: parsing all of Node's certificates for every context
// would be most of its cost.

import { SslContext } from '../ssl/context.ts';
import type { HomeOptions } from '../ssl/home.ts';
import type { OpenSSL } from '../ssl/openssl.ts';
import { contextError } from './node-errors.ts';
import { defaultCertificatesVersion, defaultTrust } from './trust.ts';

export interface TrustHome extends HomeOptions {
  readonly library: OpenSSL;
}

const stores = new WeakMap<object, { readonly version: number; readonly query: string | undefined; readonly context: SslContext }>();

/** A context that trusts the default certificates, for others to share its trust. Fails when: OpenSSL refuses it (as createSecureContext()). */
export function trustOf(home: TrustHome): SslContext {
  const version = defaultCertificatesVersion();
  const { library, libraryContext, propertyQuery: query } = home;
  const key = libraryContext ?? library;
  const known = stores.get(key);
  if (known?.version === version && known.query === query) return known.context;
  try {
    const context = new SslContext({ role: 'client', ...home, ca: defaultTrust() });
    stores.set(key, { version, query, context });
    return context;
  } catch (error) {
    throw contextError(error);
  }
}
