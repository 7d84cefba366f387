import { expect, test } from '@jest/globals';
import { SslContext, SslEngine } from '../../lib/index.ts';
import { EnginePair, errorOf, reasons, trustingClient, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { hosts, identity } from '../support/pki.ts';

describeEachLibraryAndProtocol('handshake', (library, protocol) => {
  const options = { library, client: { ...trustingClient(), ...only(protocol) } };

  test('returns want-read until the server hello arrives, and the ClientHello waits to be drained (SSL_connect(3))', () => {
    withPair(options, ({ client }) => {
      expect(client.connect()).toMatchObject({ status: 'want-read', ret: -1, code: 2 });
      expect(client.bytesToDrain).toBeGreaterThan(150);
      expect(client.connect()).toMatchObject({ status: 'want-read', ret: -1, code: 2 });
      expect(client.drain()[0]).toBe(22);
      expect(client.bytesToDrain).toBe(0);
    });
  });

  test('rule 11: both sides return 1 when the handshake is done (SSL_connect(3), SSL_accept(3))', () => {
    withPair(options, (pair) => {
      const { client, server } = pair.handshake();
      expect(client).toEqual({ status: 'done', ret: 1, code: 0, value: undefined });
      expect(server).toEqual({ status: 'done', ret: 1, code: 0, value: undefined });
      expect(pair.client.state.finished).toBe(true);
      expect(pair.server.state.finished).toBe(true);
    });
  });

  test('rule 13: connect and accept return 1 again when the handshake is done (SSL_connect(3))', () => {
    withConnectedPair(options, ({ client, server }) => {
      expect(client.connect()).toMatchObject({ status: 'done', ret: 1 });
      expect(client.handshake()).toMatchObject({ status: 'done', ret: 1 });
      expect(server.accept()).toMatchObject({ status: 'done', ret: 1 });
      expect(server.handshake()).toMatchObject({ status: 'done', ret: 1 });
    });
  });

  test('rule 14: what finishes the handshake is still in the pair when it returns 1 (SSL_connect(3), SSL_accept(3))', () => {
    withPair(options, ({ client, server, toServer, toClient }) => {
      client.connect();
      toServer.move(client, server);
      server.accept();
      toClient.move(server, client);
      const connected = client.connect();
      const clientFinishesFirst = protocol === 'TLSv1.3';
      expect(connected.status).toBe(clientFinishesFirst ? 'done' : 'want-read');
      expect(client.bytesToDrain).toBeGreaterThan(0);
      toServer.move(client, server);
      expect(server.accept()).toMatchObject({ status: 'done', ret: 1 });
      // TLS 1.3: session tickets. TLS 1.2: ticket and Finished, which the client still needs.
      expect(server.bytesToDrain).toBeGreaterThan(0);
      toClient.move(server, client);
      expect(client.connect()).toMatchObject({ status: 'done', ret: 1 });
    });
  });

  test('rule 15: the alert is in the pair when connect returns -1 (SSL_connect(3))', () => {
    withPair({ ...options, server: identity('unknownCa') }, (pair) => {
      const { client, server } = pair.handshake();
      expect(errorOf(client)).toMatchObject({
        code: 'ERR_SSL_CERTIFICATE',
        alert: { direction: 'sent', level: 'fatal', name: 'unknown_ca' },
      });
      expect(errorOf(server)).toMatchObject({
        code: 'ERR_SSL_ALERT',
        alert: { direction: 'received', level: 'fatal', name: 'unknown_ca' },
      });
    });
  });

  test('one byte at a time comes to the same end, with as many want-reads as it takes', () => {
    withPair(options, (pair) => {
      pair.toServer.atMost = 1;
      pair.toClient.atMost = 1;
      const { client, server } = pair.handshake();
      expect([client.status, server.status]).toEqual(['done', 'done']);
      pair.toServer.atMost = Number.POSITIVE_INFINITY;
      pair.shuttleAll();
      expect(pair.send('client', Buffer.from('one byte at a time')).toString()).toBe('one byte at a time');
    });
  });

  test('bytes of several flights merged into one feed come to the same end', () => {
    withPair(options, (pair) => {
      pair.toClient.stopped = true;
      pair.client.connect();
      for (let i = 0; i < 3; i += 1) {
        pair.shuttle();
        pair.server.accept();
      }
      pair.shuttle();
      pair.toClient.stopped = false;
      expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    });
  });

  test('application data goes both ways after it', () => {
    withConnectedPair(options, (pair) => {
      const bytes = Buffer.alloc(100_000, 'libssl');
      expect(pair.send('client', bytes).equals(bytes)).toBe(true);
      expect(pair.send('server', bytes).equals(bytes)).toBe(true);
    });
  });

  test('rule 12: read and write do the handshake once the state is set (SSL_set_connect_state(3))', () => {
    withPair(options, (pair) => {
      const { client, server } = pair;
      client.setConnectState();
      server.setAcceptState();
      const into = Buffer.alloc(100);
      let written = client.write(Buffer.from('hello'));
      let read = server.read(into);
      expect([written.status, read.status]).toEqual(['want-read', 'want-read']);
      while (pair.shuttle()) {
        if (written.status !== 'done') written = client.write();
        if (read.status !== 'done') read = server.read(into);
      }
      expect(written).toMatchObject({ status: 'done', value: 5 });
      expect(read).toMatchObject({ status: 'done', value: 5 });
      expect(client.state.finished && server.state.finished).toBe(true);
    });
  });

  test('rule 12: handshake does what connect and accept do once the state is set (SSL_do_handshake(3))', () => {
    withPair(options, (pair) => {
      const { client, server } = pair;
      client.setConnectState();
      server.setAcceptState();
      let results = [client.handshake(), server.handshake()];
      while (pair.shuttle()) results = [client.handshake(), server.handshake()];
      expect(results.map(({ status }) => status)).toEqual(['done', 'done']);
    });
  });
});

describeEachLibrary('handshake without a role', (library) => {
  const fresh = (): SslEngine => new SslEngine(new SslContext({ role: 'client', library }));

  test('rule 12: handshake says "connection type not set" (SSL_do_handshake(3))', () => {
    const engine = fresh();
    expect(reasons(errorOf(engine.handshake()))).toEqual(['20:144']);
    engine.close();
  });

  test.each(['read', 'write', 'shutdown'] as const)('rule 12: %s says "uninitialized" (SSL_set_connect_state(3))', (operation) => {
    const engine = fresh();
    const result = operation === 'shutdown' ? engine.shutdown() : engine[operation](new Uint8Array(1));
    expect(reasons(errorOf(result))).toEqual(['20:276']);
    engine.close();
  });

  test('connect sets the state itself, also on a context made for a client', () => {
    const engine = fresh();
    expect(engine.connect().status).toBe('want-read');
    engine.close();
  });

  test("accept on a client's context is refused by OpenSSL", () => {
    const engine = fresh();
    expect(engine.accept().status).toBe('failed');
    engine.close();
  });
});

describeEachLibrary('handshake in general', (library) => {
  test('results that carry nothing but their numbers are one frozen object each', () => {
    withPair({ library }, ({ client }) => {
      const first = client.connect();
      expect(Object.isFrozen(first)).toBe(true);
      expect(client.connect()).toBe(first);
    });
  });

  test('a context serves many connections, one after the other and at once', () => {
    const clientContext = new SslContext({ role: 'client', library, ...trustingClient() });
    const serverContext = new SslContext({ role: 'server', library, ...identity('serverEc') });
    const pairs = Array.from(
      { length: 20 },
      () => new EnginePair({ clientContext, serverContext, clientEngine: { verifyHost: hosts.good } }),
    );
    for (const pair of pairs) expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    for (const [index, pair] of pairs.entries()) expect(pair.send('server', Buffer.from(`pair ${index}`)).toString()).toBe(`pair ${index}`);
    for (const pair of pairs) pair.close();
  });
});
