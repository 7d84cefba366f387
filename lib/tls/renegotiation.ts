// Owns: that no client of a server renegotiates. OpenSSL refuses it by itself since 3.0 (SSL_OP_ALLOW_CLIENT_RENEGOTIATION); 1.1.1 has to be
// told, and then refuses what the server itself asks for as well, unless that is allowed for the while.

import type { SslOption } from '../ssl/context-settings.ts';
import type { SslEngine } from '../ssl/engine.ts';
import type { OpenSSL } from '../ssl/openssl.ts';

const firstThatRefuses = 0x30000000;
const refusal: readonly SslOption[] = ['SSL_OP_NO_RENEGOTIATION'];

/** What a server's context is told. */
export function noRenegotiation(library: OpenSSL): readonly SslOption[] {
  return library.version.number < firstThatRefuses ? refusal : [];
}

/** Lets a server ask for a new handshake; what it gives is to be called when that is done. */
export function allowOwnRenegotiation(ssl: SslEngine): () => void {
  if (noRenegotiation(ssl.library).length === 0) return () => undefined;
  ssl.adjust({ clearOptions: refusal });
  return () => {
    if (!ssl.closed) ssl.adjust({ options: refusal });
  };
}
