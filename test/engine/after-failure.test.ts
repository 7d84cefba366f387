// Rule 10: after SSL_ERROR_SSL and SSL_ERROR_SYSCALL nothing may follow. What OpenSSL says when it is asked all the same differs from
// release to release, and it misleads: these tables hold what was measured, through the layer that does not latch.

import { expect, test } from '@jest/globals';
import { type OpenSSL, SslContext, SslEngine } from '../../lib/index.ts';
import { errorOf, trustingClient, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, only, since } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';
import { moveAll, type Raw, RawEngine } from '../support/raw-engine.ts';

const NONE = 0;
const SSL = 1;
const SYSCALL = 5;
const ZERO_RETURN = 6;
const NOT_ASKED = -1;

type Scene = (library: OpenSSL) => RawEngine;

function beforeServerHello(library: OpenSSL): RawEngine {
  const client = new RawEngine(library);
  client.connect();
  return client;
}

const scenes = {
  'an end of file during the handshake': (library) => {
    const client = beforeServerHello(library);
    client.feedEnd();
    client.connect();
    return client;
  },
  'a certificate that it turned down itself': (library) => {
    const client = new RawEngine(library, { verifyMode: 1 });
    const server = new RawEngine(library, { server: true, identities: [{ place: '', ...identity('server'), passphrase: undefined }] });
    client.connect();
    moveAll(client, server);
    server.accept();
    moveAll(client, server);
    expect(client.connect()).toMatchObject({ ret: -1, code: SSL, reasons: ['20:134'] });
    return client;
  },
  'a fatal alert from the peer': (library) => {
    const client = beforeServerHello(library);
    client.feed(Buffer.from([21, 3, 1, 0, 2, 2, 40]));
    expect(client.connect()).toMatchObject({ ret: -1, code: SSL, reasons: ['20:1040'], alertReceived: 40 });
    return client;
  },
  'plain text from the peer': (library) => {
    const client = beforeServerHello(library);
    client.feed(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(client.connect()).toMatchObject({ ret: -1, code: SSL, reasons: ['20:267'] });
    return client;
  },
} as const satisfies Readonly<Record<string, Scene>>;

type SceneName = keyof typeof scenes;
type Expected = readonly [ret: number, code: number, reasons?: readonly string[]];

const shutdownInInit: Expected = [-1, SSL, ['20:407']];
const silentSsl: Expected = [-1, SSL];

interface Row {
  readonly after: SceneName;
  readonly call: 'connect' | 'read' | 'shutdown';
  readonly says: Readonly<Record<string, Expected>>;
}

const table: readonly Row[] = [
  { after: 'an end of file during the handshake', call: 'connect', says: { '1.1.1': [-1, SYSCALL], '4.0': silentSsl } },
  { after: 'an end of file during the handshake', call: 'read', says: { '1.1.1': [0, SYSCALL], '4.0': [0, SSL] } },
  { after: 'an end of file during the handshake', call: 'shutdown', says: { '1.1.1': shutdownInInit, '4.0': silentSsl } },
  { after: 'a certificate that it turned down itself', call: 'connect', says: { '1.1.1': [-1, SYSCALL], '4.0': silentSsl } },
  { after: 'a certificate that it turned down itself', call: 'read', says: { '1.1.1': [0, SYSCALL], '4.0': [0, SSL] } },
  { after: 'a certificate that it turned down itself', call: 'shutdown', says: { '1.1.1': shutdownInInit, '4.0': silentSsl } },
  // Looks like a clean end.
  { after: 'a fatal alert from the peer', call: 'connect', says: { '1.1.1': [-1, ZERO_RETURN], '4.0': silentSsl } },
  { after: 'a fatal alert from the peer', call: 'read', says: { '1.1.1': [0, ZERO_RETURN], '4.0': [0, SSL] } },
  { after: 'a fatal alert from the peer', call: 'shutdown', says: { '1.1.1': shutdownInInit, '4.0': silentSsl } },
  // 3.5 and 3.6 do not end there: the next call finds the record layer broken (internal error, record layer failure).
  {
    after: 'plain text from the peer',
    call: 'connect',
    says: { '1.1.1': [-1, SYSCALL], '3.5': [-1, SSL, ['20:786691', '20:313']], '4.0': silentSsl },
  },
];

describeEachLibrary('rule 10: asked again after a failure', (library) => {
  test.each(table.map((row) => [row.call, row.after, row] as const))(
    '%s after %s says what this release says (SSL_get_error(3))',
    (call, after, row) => {
      const engine = scenes[after](library);
      const [ret, code, reasons = []] = since(library, row.says);
      expect(engine[call]()).toMatchObject({ ret, code, reasons });
      engine.close();
    },
  );

  test('shutdown after an end of file that followed the handshake says what this release says (SSL_shutdown(3))', () => {
    const client = new RawEngine(library);
    const server = new RawEngine(library, { server: true, identities: [{ place: '', ...identity('server'), passphrase: undefined }] });
    let last: Raw = client.connect();
    for (let i = 0; i < 3; i += 1) {
      moveAll(client, server);
      server.accept();
      moveAll(client, server);
      last = client.connect();
    }
    expect(last).toMatchObject({ ret: 1, code: NONE });
    client.read();
    client.feedEnd();
    expect(client.read()).toMatchObject(
      since(library, { '1.1.1': { code: SYSCALL, reasons: [] }, '3.0': { code: SSL, reasons: ['20:294'] } }),
    );
    const [ret, code, reasons = []] = since<Expected>(library, { '1.1.1': [0, NOT_ASKED], '3.0': shutdownInInit, '4.0': silentSsl });
    expect(client.shutdown()).toMatchObject({ ret, code, reasons });
    client.close();
    server.close();
  });
});

describeEachLibraryAndProtocol('rule 10: the latch', (library, protocol) => {
  const options = { library, client: { ...trustingClient(), ...only(protocol) } };

  test('every operation after a failed handshake gives that same failure and asks OpenSSL no more (SSL_get_error(3))', () => {
    withPair({ ...options, server: identity('selfSigned') }, (pair) => {
      const first = pair.handshake().client;
      expect(first.status).toBe('failed');
      const { client } = pair;
      const later = [
        client.connect(),
        client.accept(),
        client.handshake(),
        client.read(Buffer.alloc(10)),
        client.peek(Buffer.alloc(10)),
        client.write(Buffer.from('x')),
        client.write(),
        client.shutdown(),
      ];
      for (const result of later) expect(result).toBe(first);
      expect(client.failure).toBe(errorOf(first));
      expect(client.bytesToDrain).toBe(0);
    });
  });

  test('the side that got the alert does not look as if it had been closed cleanly', () => {
    withPair({ ...options, server: identity('selfSigned') }, (pair) => {
      expect(pair.handshake().server.status).toBe('failed');
      expect(pair.server.read(Buffer.alloc(10)).status).toBe('failed');
    });
  });

  test('a failed read ends writing too', () => {
    withConnectedPair(options, ({ client, toClient }) => {
      toClient.end(client);
      const read = client.read(Buffer.alloc(10));
      expect(read.status).toBe('failed');
      expect(client.write(Buffer.from('x'))).toBe(read);
      expect(client.shutdown()).toBe(read);
    });
  });

  test('what was to be sent can still be drained, and the engine still asked and closed', () => {
    withPair({ ...options, server: identity('selfSigned') }, ({ client, server, toClient, toServer }) => {
      client.connect();
      toServer.move(client, server);
      server.accept();
      toClient.move(server, client);
      expect(client.connect().status).toBe('failed');
      expect(client.drain().length).toBeGreaterThan(0);
      expect(client.state.finished).toBe(false);
      expect(client.connection.protocol).toBeNull();
      client.close();
      expect(client.closed).toBe(true);
      expect(client.failure).not.toBeNull();
    });
  });
});

describeEachLibrary('rule 10: no failure', (library) => {
  test('failure is null while the engine lives', () => {
    const engine = new SslEngine(new SslContext({ role: 'client', library }));
    expect(engine.failure).toBeNull();
    engine.connect();
    expect(engine.failure).toBeNull();
    engine.close();
  });
});
