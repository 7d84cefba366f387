// npm's packages for HTTP, unmodified: axios, got, undici and the built-in fetch() ask Fastify, over both versions of HTTP.

import { beforeAll, expect, test } from '@jest/globals';
import { runApp, serveApp } from './support/app.ts';
import { type Certificates, type Credentials, makeCertificates } from './support/certificates.ts';
import { endedWithBlock } from './support/ending.ts';
import { describeEachMode } from './support/modes.ts';

interface Ports {
  readonly port: number;
  readonly ports: Readonly<Record<'https' | 'http2' | 'other', number>>;
}

const packages = [
  { name: 'axios', which: 'https', http: '1.1' },
  { name: 'got', which: 'https', http: '1.1' },
  { name: 'got over HTTP/2', which: 'http2', http: '2.0' },
  { name: 'undici', which: 'http2', http: '1.1' },
  { name: 'undici over HTTP/2', which: 'http2', http: '2.0' },
  { name: 'fetch', which: 'http2', http: '1.1' },
] as const;

describeEachMode('Fastify', (mode) => {
  const until = endedWithBlock();
  let certificates: Certificates;
  let ports: Ports['ports'];
  beforeAll(async () => {
    certificates = await makeCertificates();
    const as = ({ cert, key }: Credentials): object => ({ cert, key });
    const { server, other } = certificates;
    const servers = {
      https: { https: as(server) },
      http2: { http2: true, https: { allowHTTP1: true, ...as(server) } },
      other: { http2: true, https: { allowHTTP1: true, ...as(other) } },
    };
    ({ ports } = (await until(serveApp<Ports>(mode, 'fastify-servers.mjs', { servers }))).said);
  });
  const ask = (name: string, port: number, trusted: Certificates | null, unconnected = false): Promise<object> => {
    const input = { package: name, url: `https://localhost:${port}`, ca: trusted?.ca ?? [] };
    const environment = { NODE_EXTRA_CA_CERTS: trusted?.caFile ?? '' };
    return runApp(mode, 'http-packages.mjs', input, { unconnected, environment });
  };
  // fetch() says why as the cause of a TypeError.
  const codeOf = (said: object): string | undefined => {
    const { error } = said as { error?: { code?: string; cause?: { code?: string } } };
    return error?.code ?? error?.cause?.code;
  };

  test.each(packages)('$name asks and is answered', async ({ name, which, http }) => {
    expect(await ask(name, ports[which], certificates)).toEqual({ http, protocol: 'TLSv1.3', encrypted: true, length: 1_000_000 });
  });

  test.each(packages)('$name refuses another name', async ({ name }) => {
    expect(codeOf(await ask(name, ports.other, certificates, true))).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  });

  test.each(packages)('$name refuses an authority that it does not know', async ({ name, which }) => {
    expect(codeOf(await ask(name, ports[which], null, true))).toBe('UNABLE_TO_GET_ISSUER_CERT_LOCALLY');
  });
});
