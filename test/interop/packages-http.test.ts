// npm's packages for HTTP, unmodified: axios, got, undici and the built-in fetch() ask Fastify, over both versions of HTTP.

import { beforeAll, expect, test } from '@jest/globals';
import { runApp, serveApp } from './support/app.ts';
import { type Certificates, type Credentials, makeCertificates } from './support/certificates.ts';
import { endedWithBlock } from './support/ending.ts';
import { byHand, describeEachMode, type Mode, node } from './support/modes.ts';

interface Ports {
  readonly port: number;
  readonly ports: Readonly<Record<'https' | 'http2' | 'other', number>>;
}

interface Client {
  readonly name: string;
  readonly which: 'https' | 'http2';
  readonly http: string;
}

const packages: readonly Client[] = [
  { name: 'axios', which: 'https', http: '1.1' },
  { name: 'got', which: 'https', http: '1.1' },
  { name: 'got over HTTP/2', which: 'http2', http: '2.0' },
  { name: 'undici', which: 'http2', http: '1.1' },
  { name: 'undici over HTTP/2', which: 'http2', http: '2.0' },
  { name: 'fetch', which: 'http2', http: '1.1' },
];

const withConnector: readonly Client[] = [
  { name: 'undici with libssl/undici', which: 'http2', http: '1.1' },
  { name: 'undici with libssl/undici over HTTP/2', which: 'http2', http: '2.0' },
  { name: 'fetch of undici with libssl/undici', which: 'https', http: '1.1' },
];

describeEachMode('Fastify', (mode) => asksFastify(mode, mode, packages));
describeEachMode('Fastify', (mode) => asksFastify(node, mode, withConnector), byHand);

function asksFastify(serving: Mode, mode: Mode, clients: readonly Client[]): void {
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
    ({ ports } = (await until(serveApp<Ports>(serving, 'fastify-servers.mjs', { servers }))).said);
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

  test.each(clients)('$name asks and is answered', async ({ name, which, http }) => {
    expect(await ask(name, ports[which], certificates)).toEqual({ http, protocol: 'TLSv1.3', encrypted: true, length: 1_000_000 });
  });

  test.each(clients)('$name refuses another name', async ({ name }) => {
    expect(codeOf(await ask(name, ports.other, certificates, true))).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  });

  test.each(clients)('$name refuses an authority that it does not know', async ({ name, which }) => {
    expect(codeOf(await ask(name, ports[which], null, true))).toBe('UNABLE_TO_GET_ISSUER_CERT_LOCALLY');
  });
}
