// Owns: libssl/tls alone, on each OpenSSL at hand, with what it has beyond node:tls. Peers are those of the tests side by side.

import { describe } from '@jest/globals';
import type { OpenSSL } from '../../../lib/index.ts';
import * as libsslTls from '../../../lib/tls/index.ts';
import { describeEachLibrary, libraries } from '../../support/libraries.ts';
import { Peers, type Tls } from '../side-by-side/support.ts';

/** The module, as Node's types have it. */
export const ownTls = libsslTls as unknown as Tls;

/** What libssl/tls has on a socket beyond Node's types. */
export function own(socket: object): libsslTls.TLSSocket {
  if (!(socket instanceof libsslTls.TLSSocket)) throw new TypeError('no TLSSocket of libssl/tls');
  return socket;
}

/** Options of Node's types that also choose the library. */
export function on(library: OpenSSL): object {
  return { library };
}

/** Peers whose module is libssl/tls, once with each OpenSSL at hand. */
export function eachLibrary(name: string, body: (peers: Peers, library: OpenSSL) => void): void {
  describeEachLibrary(name, (library) => body(new Peers(ownTls, ownTls, 'libssl/tls'), library));
}

/** The same, with one OpenSSL at the client and one at the server. */
export function eachWay(name: string, body: (peers: Peers, client: OpenSSL, server: OpenSSL) => void): void {
  const ways = libraries.flatMap((client) =>
    libraries.map((server) => ({ client: client.name, server: server.name, ways: [client, server] })),
  );
  describe.each(ways)(`${name}: client $client, server $server`, ({ ways: [client, server] }) => {
    if (client === undefined || server === undefined) throw new Error('two libraries');
    body(new Peers(ownTls, ownTls, 'libssl/tls'), client.library, server.library);
  });
}

/** Peers of libssl/tls on the first OpenSSL at hand, for what has nothing to do with the release. */
export function firstLibrary(name: string, body: (peers: Peers, library: OpenSSL) => void): void {
  const [entry] = libraries;
  if (entry === undefined) throw new Error('no library is at hand');
  describe(`${name}: OpenSSL ${entry.name}`, () => body(new Peers(ownTls, ownTls, 'libssl/tls'), entry.library));
}

/** The code of an alert that came: OpenSSL has renamed its reasons twice, in 3.2 and in 4.0, and Node's codes with them. */
export const alertCode: RegExp = /^ERR_SSL_(?:SSLV3|TLSV1|TLSV13|SSL\/TLS|TLS)_ALERT_/;
