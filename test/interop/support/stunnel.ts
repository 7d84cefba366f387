// Owns: stunnel: as the TLS side of a plain server, and as that of a plain client.
// Must not know: what stands behind it.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificates } from './certificates.ts';
import { pathOf } from './installed.ts';
import { newFolder, type Running, startProgram } from './program.ts';

export interface StunnelServer {
  /** Where the plain server listens. */
  readonly to: number;
  /** A client has to show a certificate. */
  readonly clientCertificate?: boolean;
}

export function stunnelServer({ caFile, server }: Certificates, { to, clientCertificate = false }: StunnelServer): Promise<Running> {
  const verify = clientCertificate ? ['requireCert = yes', 'verifyChain = yes'] : [];
  return start(to, [`cert = ${server.certFile}`, `key = ${server.keyFile}`, `CAfile = ${caFile}`, ...verify]);
}

/** What connects to it in plain text speaks TLS with the server at `to`. */
export function stunnelClient({ caFile, client }: Certificates, { to, checkHost }: { to: number; checkHost: string }): Promise<Running> {
  const verify = [`CAfile = ${caFile}`, 'verifyChain = yes', `checkHost = ${checkHost}`, `sni = ${checkHost}`];
  return start(to, ['client = yes', ...verify, `cert = ${client.certFile}`, `key = ${client.keyFile}`]);
}

function start(to: number, settings: readonly string[]): Promise<Running> {
  const configuration = join(newFolder('stunnel'), 'stunnel.conf');
  return startProgram((port) => {
    const lines = ['foreground = yes', 'pid =', '[peer]', `accept = 127.0.0.1:${port}`, `connect = 127.0.0.1:${to}`, ...settings];
    writeFileSync(configuration, `${lines.join('\n')}\n`);
    return { program: pathOf('stunnel'), parameters: [configuration], ready: /Configuration successful/ };
  });
}
