// Owns: node:tls as the server over any Duplex of this process.

import type { Duplex } from 'node:stream';
import { createSecureContext, type SecureVersion, TLSSocket } from 'node:tls';
import { certificatePem, type Identity, identity } from './pki.ts';

export interface ServerOver {
  readonly tls: TLSSocket;
  /** Resolves when its handshake is done; rejects with its error. */
  readonly secure: Promise<void>;
}

export function serverOver(
  transport: Duplex,
  options: { version?: SecureVersion; identity?: Identity; clientCertificate?: boolean } = {},
): ServerOver {
  const { certificate, privateKey } = identity(options.identity ?? 'serverEc');
  const secureContext = createSecureContext({
    cert: certificate,
    key: privateKey,
    ca: certificatePem('root'),
    ...(options.version === undefined ? {} : { minVersion: options.version, maxVersion: options.version }),
  });
  const clientCertificate = options.clientCertificate ?? false;
  const tls = new TLSSocket(transport, {
    isServer: true,
    secureContext,
    requestCert: clientCertificate,
    rejectUnauthorized: clientCertificate,
  });
  const secure = new Promise<void>((resolve, reject) => {
    tls.once('secure', () => resolve()).once('error', reject);
  });
  secure.catch(() => undefined); // a test that does not look at it shall not end as an unhandled rejection
  return { tls, secure };
}
