// Owns: sessions as bytes, which a program has kept: of another release, or damaged, they are none, and the handshake is a full one.

import { SslSession } from '../ssl/session.ts';
import type { SecureContext } from './secure-context.ts';

/** null if it cannot be read. */
export function readableSession(der: Uint8Array, { library }: SecureContext): SslSession | null {
  try {
    return SslSession.fromDer(der, library);
  } catch {
    return null;
  }
}
