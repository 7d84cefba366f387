// Owns: what the kinds of server name callback have in common.

import type { ServerNameCallback } from './case.ts';

export interface Naming {
  /** Decided from the ClientHello itself, SSL_CTX_set_client_hello_cb(3). */
  readonly inClientHello: boolean;
  /** A name that is nobody's is let through. */
  readonly acceptsOthers: boolean;
}

export function namesAcceptedBy(callback: ServerNameCallback): Naming {
  return {
    inClientHello: callback.startsWith('ClientHello'),
    acceptsOthers: callback === 'IgnoreMismatch' || callback === 'ClientHelloIgnoreMismatch',
  };
}
