// Owns: the modules for HTTP that are held side by side, and the end of the servers and clients of a test.
// Must not know: what they are asked.

import { type EventEmitter, once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import nodeHttp2 from 'node:http2';
import nodeHttps from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import nodeTls from 'node:tls';
import { afterEach, describe } from '@jest/globals';
import * as libsslHttp2 from '../../lib/tls/http2.ts';
import * as libsslHttps from '../../lib/tls/https.ts';
import * as libsslTls from '../../lib/tls/index.ts';
import { certificatePem, hosts } from '../support/pki.ts';

export type Https = typeof nodeHttps;
export type Http2 = typeof nodeHttp2;
export type Tls = typeof nodeTls;

/** What the request's connection is on. */
export const chosen = libsslTls.createSecureContext().library.version.text;

interface Web {
  readonly name: string;
  readonly https: Https;
  readonly http2: Http2;
  readonly tls: Tls;
  /** What socket.ssl.library.version.text is; null on Node's own TLS, which has no such thing. */
  readonly library: string | null;
}

const webs: readonly Web[] = [
  { name: 'node', https: nodeHttps, http2: nodeHttp2, tls: nodeTls, library: null },
  {
    name: 'libssl',
    https: libsslHttps as unknown as Https,
    http2: libsslHttp2 as unknown as Http2,
    tls: libsslTls as unknown as Tls,
    library: chosen,
  },
];

export function eachWeb(title: string, body: (web: Web) => void): void {
  describe.each(webs)(`${title}, $name`, body);
}

/** What every client here asks for, unless its test says otherwise. */
export const trusting = { ca: certificatePem('root'), servername: hosts.good } as const;

/** Which OpenSSL a connection is on; null: Node's own TLS. */
export function libraryOf(socket: unknown): string | null {
  return (socket as { ssl?: { library?: { version: { text: string } } } }).ssl?.library?.version.text ?? null;
}

export async function listening<T extends Server>(server: T): Promise<T> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

export async function textOf(response: IncomingMessage): Promise<string> {
  let text = '';
  response.setEncoding('utf8').on('data', (part: string) => (text += part));
  await once(response, 'end');
  return text;
}

/** The error that `emitter` is going to emit. */
export async function failure(emitter: EventEmitter): Promise<NodeJS.ErrnoException> {
  return await new Promise((resolve) => emitter.once('error', resolve));
}

/** `const atEnd = endedWithTest()`, and then `atEnd(() => server.close())`. */
export function endedWithTest(): (end: () => unknown) => void {
  const ends: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).toReversed()) await end();
  });
  return (end) => void ends.push(end);
}
