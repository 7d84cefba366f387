// Callbacks that hear what OpenSSL reports. Rule 43: they run outside of OpenSSL, and what they throw comes out unchanged.

import { expect, test } from '@jest/globals';
import { type InfoEvent, type MessageEvent, SslContext, SslEngine } from '../../lib/index.ts';
import { EnginePair, errorOf, trustingClient, withPair } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';

describeEachLibraryAndProtocol('observers', (library, protocol) => {
  test('onKeylog gives the lines of a key log file (SSL_CTX_set_keylog_callback(3))', () => {
    const lines: string[] = [];
    withPair({ library, client: { ...only(protocol), onKeylog: (line) => lines.push(line) } }, (pair) => {
      pair.handshake();
      const random = Buffer.from(pair.client.randoms.client).toString('hex');
      const labels =
        protocol === 'TLSv1.2'
          ? ['CLIENT_RANDOM']
          : ['CLIENT_HANDSHAKE_TRAFFIC_SECRET', 'SERVER_HANDSHAKE_TRAFFIC_SECRET', 'CLIENT_TRAFFIC_SECRET_0'];
      for (const label of labels) expect(lines.some((line) => line.startsWith(`${label} ${random} `))).toBe(true);
    });
  });

  test('onInfo tells the handshake’s start and end, and every alert with its direction (SSL_CTX_set_info_callback(3))', () => {
    const events: InfoEvent[] = [];
    withPair({ library, client: { ...trustingClient(), ...only(protocol), onInfo: (event) => events.push(event) } }, (pair) => {
      pair.handshake();
      const kinds = events.map(({ kind }) => kind);
      expect(kinds[0]).toBe('handshake-start');
      expect(kinds).toContain('handshake-done');
      expect(kinds).toContain('loop');
      expect(events.find(({ kind }) => kind === 'loop')?.state.length).toBeGreaterThan(0);
      events.length = 0;
      pair.client.shutdown();
      expect(events.find(({ kind }) => kind === 'alert')).toMatchObject({ direction: 'sent', ret: 0x0100 });
    });
  });

  test('onMessage gives the messages of both directions, the ClientHello first (SSL_CTX_set_msg_callback(3))', () => {
    const messages: MessageEvent[] = [];
    withPair({ library, client: { ...only(protocol), onMessage: (event) => messages.push(event) } }, (pair) => {
      pair.handshake();
      const handshake = messages.filter(({ contentType }) => contentType === 22);
      expect(handshake[0]).toMatchObject({ direction: 'sent', messageType: 1 });
      expect(handshake[1]).toMatchObject({ direction: 'received', messageType: 2 });
      expect(handshake[0]?.bytes.length).toBeGreaterThan(100);
      expect(pair.toServer.bytes.includes(Buffer.from(handshake[0]?.bytes ?? []))).toBe(true);
    });
  });

  test('rule 43: what a callback throws comes out of the operation, unchanged, and the connection goes on', () => {
    const problem = new RangeError('mine');
    let armed = true;
    const onInfo = (): void => {
      if (armed) throw problem;
    };
    withPair({ library, client: { ...only(protocol), onInfo } }, (pair) => {
      expect(() => pair.client.connect()).toThrow(problem);
      armed = false;
      expect(pair.client.failure).toBeNull();
      expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    });
  });

  test.each([[undefined], [null], ['text'], [0]])('rule 43: it may throw %p', (thrown) => {
    withPair(
      {
        library,
        client: {
          onKeylog: () => {
            throw thrown; // oxlint-disable-line typescript/only-throw-error -- a user's callback may throw anything
          },
          ...only(protocol),
        },
      },
      (pair) => {
        let caught: unknown = 'nothing';
        try {
          pair.handshake();
        } catch (error) {
          caught = error;
        }
        expect(caught).toBe(thrown);
      },
    );
  });

  test('rule 43: a callback that throws out of a failing operation does not hide the failure from the next', () => {
    const problem = new Error('mine');
    const onInfo = ({ kind }: InfoEvent): void => {
      if (kind === 'alert') throw problem;
    };
    withPair({ library, client: { ...trustingClient(), ...only(protocol), onInfo }, server: identity('selfSigned') }, (pair) => {
      expect(() => pair.handshake()).toThrow(problem);
      expect(errorOf(pair.client.connect())).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', verify: { code: 18 } });
    });
  });

  test('rule 43: a callback may use its engine, and close it', () => {
    const seen: string[] = [];
    let inside = false;
    const onInfo = (_: InfoEvent, engine: SslEngine): void => {
      if (inside || engine.closed) return;
      inside = true; // connect() below is heard here too
      seen.push(engine.state.text);
      expect(engine.connect().status).toBe('want-read');
      expect(engine.drain().length).toBeGreaterThan(0);
      engine.close();
    };
    const engine = new SslEngine(new SslContext({ role: 'client', library, ...only(protocol), onInfo }));
    expect(engine.connect().status).toBe('want-read');
    expect(engine.closed).toBe(true);
    expect(seen).toHaveLength(1);
  });
});

describeEachLibrary('observers of many engines', (library) => {
  test('each event comes with its own engine', () => {
    const engines = new Set<SslEngine>();
    const clientContext = new SslContext({ role: 'client', library, onInfo: (_, engine) => engines.add(engine) });
    const serverContext = new SslContext({ role: 'server', library, ...identity('serverEc') });
    const pairs = Array.from({ length: 5 }, () => new EnginePair({ clientContext, serverContext }));
    for (const pair of pairs) pair.handshake();
    expect(engines).toEqual(new Set(pairs.map(({ client }) => client)));
    for (const pair of pairs) pair.close();
  });

  test('a callback that makes another connection on the same library does not mix them up (SSL_get_error(3))', () => {
    let inner = 0;
    const onInfo = ({ kind }: InfoEvent): void => {
      if (kind !== 'handshake-done') return;
      withPair({ library, client: trustingClient(), server: identity('selfSigned') }, (pair) => {
        expect(pair.handshake().client.status).toBe('failed');
        inner += 1;
      });
    };
    withPair({ library, client: { ...trustingClient(), onInfo } }, (pair) => {
      expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
      expect(inner).toBe(1);
    });
  });
});
