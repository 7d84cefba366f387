// Owns: nginx as a TLS server (HTTP/1.1 and HTTP/2, what it says of the connection, a file, and a place for those with a certificate alone), and
// as the TLS client of a server that it stands in front of.
// Must not know: who is at the other end.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificates } from './certificates.ts';
import { pathOf } from './installed.ts';
import { newFolder, type Running, startProgram } from './program.ts';

export async function startNginx(certificates: Certificates, file: Buffer): Promise<Running> {
  const folder = newFolder('nginx');
  mkdirSync(join(folder, 'files'));
  writeFileSync(join(folder, 'files', 'file'), file);
  return start(folder, (port) => serving(folder, port, certificates));
}

/** Takes plain HTTP/1.1, and asks the server at `to` over TLS, each time over a new connection; with a client certificate. */
export function startNginxInFront({ caFile, client }: Certificates, to: number, protocol: string): Promise<Running> {
  return start(
    newFolder('nginx'),
    (port) => `
    listen 127.0.0.1:${port};
    location / {
      proxy_pass https://127.0.0.1:${to};
      proxy_ssl_verify on;
      proxy_ssl_verify_depth 3;
      proxy_ssl_trusted_certificate ${caFile};
      proxy_ssl_name localhost;
      proxy_ssl_server_name on;
      proxy_ssl_certificate ${client.certFile};
      proxy_ssl_certificate_key ${client.keyFile};
      proxy_ssl_protocols ${protocol};
    }`,
  );
}

function start(folder: string, server: (port: number) => string): Promise<Running> {
  return startProgram((port) => {
    const configuration = join(folder, 'nginx.conf');
    writeFileSync(configuration, text(folder, server(port)));
    return {
      program: pathOf('nginx'),
      parameters: ['-p', folder, '-c', configuration, '-e', 'stderr'],
      ready: /using the "\w+" event method/,
    };
  });
}

function text(folder: string, server: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(folder, name)};`);
  return `
daemon off;
master_process off;
pid ${join(folder, 'pid')};
error_log stderr notice;
events { worker_connections 64; }
http {
  access_log off;
  ${temporary.join('\n  ')}
  server {${server}
  }
}
`;
}

function serving(folder: string, port: number, { caFile, server }: Certificates): string {
  return `
    listen 127.0.0.1:${port} ssl http2;
    ssl_certificate ${server.certFile};
    ssl_certificate_key ${server.keyFile};
    ssl_client_certificate ${caFile};
    ssl_verify_client optional;
    ssl_verify_depth 3;
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_session_cache shared:sessions:1m;
    ssl_stapling off;
    location / {
      return 200 '{"protocol": "$ssl_protocol", "http": "$server_protocol", "verified": "$ssl_client_verify", "client": "$ssl_client_s_dn", "reused": "$ssl_session_reused", "serverName": "$ssl_server_name"}';
    }
    location /file { root ${join(folder, 'files')}; }
    location /private {
      if ($ssl_client_verify != SUCCESS) { return 403; }
      return 200 "private";
    }`;
}
