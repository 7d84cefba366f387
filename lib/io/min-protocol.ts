// Owns: the oldest protocol that clients and servers of this package speak: TLS 1.2 or DTLS 1.2, unless the caller's code says otherwise
// or openssl.cnf is stricter.
// Must not know: what else a context is given.

import { MisuseError } from '../core/errors.ts';
import type { OptionReader } from '../core/options.ts';
import { raiseMinProtocol, type SslContext } from '../ssl/context.ts';
import { type Method, type ProtocolVersion, protocolNames } from '../ssl/protocols.ts';

const floors: Readonly<Record<Method, readonly [ProtocolVersion, ...ProtocolVersion[]]>> = {
  tls: ['TLSv1.2', 'TLSv1.3'],
  dtls: ['DTLSv1.2'],
};

export interface MinProtocol {
  /** What the context is made with. */
  readonly own: { readonly minProtocol?: ProtocolVersion };
  /** To be called with the context that was made. */
  readonly raise: (context: SslContext) => void;
}

/** Fails when: `minProtocol` or `dangerousMinProtocol` is no protocol that it may be, or both are given (MisuseError). */
export function readMinProtocol(options: OptionReader, method: Method = 'tls'): MinProtocol {
  const dangerous = options.oneOf<ProtocolVersion>('dangerousMinProtocol', protocolNames[method]);
  if (dangerous !== undefined && options.has('minProtocol')) {
    const path = options.path('minProtocol');
    throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} has no meaning with ${options.path('dangerousMinProtocol')}`);
  }
  const minProtocol = dangerous ?? options.oneOf('minProtocol', floors[method]);
  if (minProtocol !== undefined) return { own: { minProtocol }, raise: () => undefined };
  return {
    own: {},
    // Not a setting but a floor: openssl.cnf may ask for more. A MinProtocol in conf is the caller's own word.
    raise: (context) => {
      if (!hasMinProtocol(options.raw('conf'))) raiseMinProtocol(context, floors[method][0]);
    },
  };
}

// Of a conf that the context has taken: an object, or pairs.
function hasMinProtocol(conf: unknown): boolean {
  const pairs = (Array.isArray(conf) ? conf : Object.entries(conf ?? {})) as readonly (readonly [string, unknown])[];
  return pairs.some(([command]) => command.toLowerCase() === 'minprotocol');
}
