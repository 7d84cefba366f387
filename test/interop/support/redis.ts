// Owns: Redis that speaks TLS alone.
// Must not know: its clients.

import type { Certificates } from './certificates.ts';
import { pathOf } from './installed.ts';
import { newFolder, type Running, startProgram } from './program.ts';

export function startRedis({ caFile, server }: Certificates, authClients: 'optional' | 'yes'): Promise<Running> {
  const folder = newFolder('redis');
  return startProgram((port) => {
    const settings = {
      port: '0',
      'tls-port': String(port),
      bind: '127.0.0.1',
      'tls-cert-file': server.certFile,
      'tls-key-file': server.keyFile,
      'tls-ca-cert-file': caFile,
      'tls-auth-clients': authClients,
      save: '',
      dir: folder,
    };
    const parameters = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    return { program: pathOf('redis-server'), parameters, ready: /Ready to accept connections/ };
  });
}
