// Owns: HAProxy as it ends TLS: one port for HTTP, whose answers say what it knows of the connection, and one that passes bytes on.
// Must not know: its clients.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificates } from './certificates.ts';
import { pathOf } from './installed.ts';
import { newFolder, type Running, startProgram } from './program.ts';

const ready = { ready: /polling mechanism/ } as const;

export function startHttpHaproxy(certificates: Certificates): Promise<Running> {
  const says =
    '{"protocol": "%[ssl_fc_protocol]", "alpn": "%[ssl_fc_alpn]", "client": "%[ssl_c_s_dn(cn)]", "resumed": %[ssl_fc_is_resumed], "serverName": "%[ssl_fc_sni]"}';
  return start(certificates, 'http', 'alpn h2,http/1.1', [
    `http-request return status 200 content-type application/json lf-string '${says}'`,
  ]);
}

/** Passes what it decrypts on to `port`. */
export function startTcpHaproxy(certificates: Certificates, port: number): Promise<Running> {
  return start(certificates, 'tcp', 'alpn echo', ['default_backend echo', 'backend echo', `server echo 127.0.0.1:${port}`]);
}

function start({ caFile, server }: Certificates, mode: 'http' | 'tcp', alpn: string, lines: readonly string[]): Promise<Running> {
  const folder = newFolder('haproxy');
  const configuration = join(folder, 'haproxy.cfg');
  return startProgram((port) => {
    const all = [
      'global',
      'maxconn 64',
      'defaults',
      `mode ${mode}`,
      ...['connect', 'client', 'server'].map((side) => `timeout ${side} 30s`),
      'frontend tls',
      `bind 127.0.0.1:${port} ssl crt ${server.bothFile} ca-file ${caFile} verify optional ${alpn}`,
      ...lines,
    ];
    writeFileSync(configuration, `${all.join('\n')}\n`);
    return { program: pathOf('haproxy'), parameters: ['-V', '-db', '-f', configuration], ...ready };
  });
}
