// Owns: HAProxy as it ends TLS (for HTTP, with answers that say what it knows of the connection, and for bytes that it passes on), and as the
// TLS client of a server that it stands in front of.
// Must not know: who is at the other end.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificates } from './certificates.ts';
import { pathOf } from './installed.ts';
import { newFolder, type Running, startProgram } from './program.ts';

const ready = { ready: /polling mechanism/ } as const;

export function startHttpHaproxy(certificates: Certificates): Promise<Running> {
  const says =
    '{"protocol": "%[ssl_fc_protocol]", "alpn": "%[ssl_fc_alpn]", "client": "%[ssl_c_s_dn(cn)]", "resumed": %[ssl_fc_is_resumed], "serverName": "%[ssl_fc_sni]"}';
  return start('http', tls(certificates, 'h2,http/1.1'), [
    `http-request return status 200 content-type application/json lf-string '${says}'`,
  ]);
}

/** Passes what it decrypts on to `port`. */
export function startTcpHaproxy(certificates: Certificates, port: number): Promise<Running> {
  return start('tcp', tls(certificates, 'echo'), ['default_backend echo', 'backend echo', `server echo 127.0.0.1:${port}`]);
}

/** Takes plain HTTP/1.1, and asks the server at `to` over TLS, in HTTP/2 where it can; with a client certificate. */
export function startHaproxyInFront({ caFile, client }: Certificates, to: number): Promise<Running> {
  const verify = `verify required ca-file ${caFile} verifyhost localhost sni str(localhost) crt ${client.bothFile}`;
  return start('http', '', ['default_backend app', 'backend app', `server app 127.0.0.1:${to} ssl ${verify} alpn h2,http/1.1`]);
}

function tls({ caFile, server }: Certificates, alpn: string): string {
  return `ssl crt ${server.bothFile} ca-file ${caFile} verify optional alpn ${alpn}`;
}

function start(mode: 'http' | 'tcp', settings: string, lines: readonly string[]): Promise<Running> {
  const folder = newFolder('haproxy');
  const configuration = join(folder, 'haproxy.cfg');
  return startProgram((port) => {
    const all = [
      'global',
      'maxconn 64',
      'defaults',
      `mode ${mode}`,
      ...['connect', 'client', 'server'].map((side) => `timeout ${side} 30s`),
      'frontend here',
      `bind 127.0.0.1:${port} ${settings}`,
      ...lines,
    ];
    writeFileSync(configuration, `${all.join('\n')}\n`);
    return { program: pathOf('haproxy'), parameters: ['-V', '-db', '-f', configuration], ...ready };
  });
}
