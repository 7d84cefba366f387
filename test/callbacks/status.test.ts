// OCSP stapling of both sides, cookies, early data. SSL_CTX_set_tlsext_status_cb(3), SSL_stateless(3)

import { createHmac, randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { SslContext, type SslContextOptions, SslEngine, type SslEngineOptions } from '../../lib/index.ts';
import { EnginePair, errorOf, trustingClient } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';

type Options = Partial<Omit<SslContextOptions, 'role'>>;

describeEachLibraryAndProtocol('OCSP stapling', (library, protocol) => {
  // OCSPResponse ::= SEQUENCE { responseStatus tryLater(3) } (RFC 6960, 4.2.1): the smallest that every release takes for one.
  const response = Buffer.from('30030a0103', 'hex');
  const pairOf = (client: Options, server: Options): EnginePair =>
    new EnginePair({
      library,
      client: { ...only(protocol), ...trustingClient(), ...client },
      server: { ...only(protocol), ...identity('server'), ...server },
    });

  test('the server staples, the client sees it and accepts', () => {
    const seen: (Uint8Array | null)[] = [];
    const pair = pairOf(
      {
        statusType: 'ocsp',
        statusCallback: (stapled) => {
          seen.push(stapled);
          return true;
        },
      },
      { statusCallback: () => response },
    );
    expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    expect(seen.map((stapled) => stapled && Buffer.from(stapled))).toEqual([response]);
    expect(Buffer.from(pair.client.ocspResponse ?? [])).toEqual(response);
    pair.close();
  });

  test('the client can read the response without a callback', () => {
    const pair = pairOf({ statusType: 'ocsp' }, { statusCallback: () => response });
    expect(pair.handshake().client.status).toBe('done');
    expect(Buffer.from(pair.client.ocspResponse ?? [])).toEqual(response);
    pair.close();
  });

  test('a client asks in one connection of a context and not in another (SSL_set_tlsext_status_type(3))', () => {
    const seen: (string | null)[] = [];
    const clientContext = new SslContext({
      role: 'client',
      library,
      ...only(protocol),
      ...trustingClient(),
      statusCallback: (stapled) => {
        seen.push(stapled && Buffer.from(stapled).toString('hex'));
        return true;
      },
    });
    const asked = (clientEngine: SslEngineOptions): unknown => {
      const pair = new EnginePair({
        clientContext,
        clientEngine,
        server: { ...identity('server'), library, statusCallback: () => response },
      });
      expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
      const stapled = pair.client.ocspResponse;
      pair.close();
      return stapled && Buffer.from(stapled);
    };
    expect(asked({ statusType: 'ocsp' })).toEqual(response);
    expect(seen).toEqual([response.toString('hex')]);
    expect(asked({})).toBeNull();
    expect(seen).toHaveLength(1);
  });

  test('a response that the client does not accept ends the handshake with alert 113', () => {
    const pair = pairOf({ statusType: 'ocsp', statusCallback: () => false }, { statusCallback: () => response });
    const error = errorOf(pair.handshake().client);
    expect(error.queue.map(({ reasonCode }) => reasonCode)).toEqual([328]); // invalid status response
    expect(error.alert).toMatchObject({ direction: 'sent', description: 113 });
    pair.close();
  });

  test('a server without a response: the client hears null and decides', () => {
    const seen: unknown[] = [];
    const statusCallback = (stapled: Uint8Array | null): boolean => {
      seen.push(stapled);
      return false;
    };
    const pair = pairOf({ statusType: 'ocsp', statusCallback }, { statusCallback: () => null });
    expect(errorOf(pair.handshake().client).alert?.description).toBe(113);
    expect(seen).toEqual([null]);
    pair.close();
  });

  test('a server is not asked when the client does not ask', () => {
    let asked = 0;
    const statusCallback = (): Uint8Array => {
      asked += 1;
      return response;
    };
    const pair = pairOf({}, { statusCallback });
    expect(pair.handshake().client.status).toBe('done');
    expect([asked, pair.client.ocspResponse]).toEqual([0, null]);
    pair.close();
  });

  test.each([
    ['client', { statusType: 'ocsp', statusCallback: (): null => null }, { statusCallback: (): Buffer => response }],
    ['server', { statusType: 'ocsp' }, { statusCallback: (): boolean => true }],
  ] as const)('an answer of the wrong kind on the %s is a mistake that is named', (_, client, server) => {
    const pair = pairOf(client, server);
    expect(() => pair.handshake()).toThrow(/statusCallback must be/);
    pair.close();
  });
});

// The record of middlebox compatibility, RFC 8446, D.4: SSL_stateless takes it for the whole input.
const changeCipherSpec = Buffer.from('140303000101', 'hex');
function withoutChangeCipherSpec(bytes: Uint8Array): Uint8Array {
  return changeCipherSpec.equals(bytes.subarray(0, changeCipherSpec.length)) ? bytes.subarray(changeCipherSpec.length) : bytes;
}

describeEachLibrary('stateless retries', (library) => {
  const secret = randomBytes(32);
  const cookie = createHmac('sha256', secret).update('client').digest();
  const serverContext = new SslContext({
    role: 'server',
    library,
    ...identity('server'),
    generateCookieCallback: () => cookie,
    verifyCookieCallback: (given) => cookie.equals(given),
  });

  test('SSL_stateless: a HelloRetryRequest with a cookie first, the handshake with the cookie on another engine (SSL_stateless(3))', () => {
    const client = new SslEngine(new SslContext({ role: 'client', library, ...trustingClient() }));
    expect(client.connect().status).toBe('want-read');
    const first = new SslEngine(serverContext);
    first.setAcceptState();
    first.feed(client.drain());
    expect(first.stateless()).toMatchObject({ status: 'done', ret: 0, value: false });
    client.feed(first.drain());
    first.close(); // nothing is kept
    expect(client.connect().status).toBe('want-read');
    const second = new SslEngine(serverContext);
    second.setAcceptState();
    second.feed(withoutChangeCipherSpec(client.drain()));
    expect(second.stateless()).toMatchObject({ status: 'done', ret: 1, value: true });
    for (let turn = 0; turn < 4; turn += 1) {
      second.accept();
      client.feed(second.drain());
      client.connect();
      second.feed(client.drain());
    }
    expect([client.connect().status, second.accept().status]).toEqual(['done', 'done']);
    client.close();
    second.close();
  });

  test('with the change_cipher_spec of a client in front it fails: -1, nothing in the queue', () => {
    const server = new SslEngine(serverContext);
    server.setAcceptState();
    server.feed(changeCipherSpec);
    expect(server.stateless()).toMatchObject({ status: 'failed', ret: -1, code: 5, error: { queue: [] } });
    server.close();
  });

  test('a cookie that the server did not make ends it', () => {
    const strict = new SslContext({
      role: 'server',
      library,
      ...identity('server'),
      generateCookieCallback: () => cookie,
      verifyCookieCallback: () => false,
    });
    const client = new SslEngine(new SslContext({ role: 'client', library, ...trustingClient() }));
    client.connect();
    for (const expected of [
      { ret: 0, status: 'done' },
      { ret: -1, status: 'failed' },
    ]) {
      const server = new SslEngine(strict);
      server.setAcceptState();
      server.feed(withoutChangeCipherSpec(client.drain()));
      expect(server.stateless()).toMatchObject(expected);
      client.feed(server.drain());
      server.close();
      client.connect();
    }
    client.close();
  });
});
