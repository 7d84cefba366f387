// Owns: the SSL_OP_… that clients and servers of this package set beside the caller's.
// Must not know: what else a context is given.

import type { SslOption } from '../ssl/context-settings.ts';
import type { Method } from '../ssl/protocols.ts';

// With encrypt-then-MAC (RFC 7366) OpenSSL, in all releases, takes a record whose MAC is wrong for the end of a DTLS connection: anybody
// could send one. Without, it drops it, as RFC 6347, 4.1.2.7 has it. This is about CBC ciphers alone.
const ofMethod: Readonly<Record<Method, readonly SslOption[]>> = { tls: [], dtls: ['SSL_OP_NO_ENCRYPT_THEN_MAC'] };

/** The caller's behind those of the method and `others`; a list of a wrong type is left for the context to refuse. */
export function optionsWith(
  given: unknown,
  method: Method,
  others: readonly SslOption[] = [],
): { readonly options?: readonly SslOption[] } {
  if (given !== undefined && !Array.isArray(given)) return { options: given as readonly SslOption[] };
  const options = [...ofMethod[method], ...others, ...((given ?? []) as readonly SslOption[])];
  return options.length === 0 ? {} : { options };
}
