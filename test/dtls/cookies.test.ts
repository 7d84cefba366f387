// The stateless first step of a server: DTLSv1_listen(3), and SSL_OP_COOKIE_EXCHANGE, which keeps state but asks for a cookie too.

import { expect, test } from '@jest/globals';
import { SslContext, SslEngine } from '../../lib/index.ts';
import { DatagramPair, readAll, withDatagramPair } from '../support/datagram-pair.ts';
import { errorOf, reasons } from '../support/engine-pair.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';

const cookie = Buffer.from('made of the address and a secret');
const cookies = {
  generateCookieCallback: (): Uint8Array => cookie,
  verifyCookieCallback: (given: Uint8Array): boolean => cookie.equals(given),
};
const helloVerifyRequest = 3; // handshake type, RFC 6347, 4.3.2
const handshakeType = ({ datagram }: { readonly datagram: Uint8Array }): number | undefined => datagram[13];

describeEachLibrary('cookies', (library) => {
  test('listen() answers without a cookie, takes the ClientHello with one, and accept() goes on', async () => {
    await withDatagramPair({ library, server: cookies }, (pair) => {
      expect(pair.server.listen()).toEqual({ status: 'done', ret: 0, code: null, value: false }); // nothing there
      pair.client.connect();
      pair.shuttle();
      expect(pair.server.listen()).toMatchObject({ status: 'done', ret: 0, value: false });
      expect(pair.server.datagramsToDrain).toBe(1);
      pair.shuttle();
      pair.client.connect();
      pair.shuttle();
      expect(pair.server.listen()).toMatchObject({ status: 'done', ret: 1, value: true });
      expect(pair.server.datagramsToDrain).toBe(0);
      expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
      expect(pair.sent.filter((one) => one.from === 'server').map(handshakeType)[0]).toBe(helloVerifyRequest);
      pair.client.write(Buffer.from('after listen'));
      pair.shuttle();
      expect(readAll(pair.server)).toEqual(['after listen']);
    });
  });

  test('listen() keeps nothing: the ClientHello with the cookie may reach another engine', async () => {
    await withDatagramPair({ library, server: cookies }, (pair) => {
      pair.client.connect();
      pair.shuttle();
      pair.server.listen();
      pair.shuttle();
      pair.client.connect();
      const second = new SslEngine(pair.server.context);
      for (const datagram of pair.client.drainDatagrams()) second.feedDatagram(datagram);
      expect(second.listen()).toMatchObject({ status: 'done', value: true });
      expect(second.accept().status).toBe('want-read');
      expect(second.datagramsToDrain).toBeGreaterThan(0);
      second.close();
    });
  });

  test.each([
    ['of another protocol', Buffer.from('this is no record at all, is it?')],
    ['of three bytes', Buffer.alloc(3)],
    ['empty', Buffer.alloc(0)],
  ])('listen() drops a datagram %s and goes on', async (_, datagram) => {
    await withDatagramPair({ library, server: cookies }, (pair) => {
      pair.server.feedDatagram(datagram);
      expect(pair.server.listen()).toMatchObject({ status: 'done', value: false });
      expect(pair.server.datagramsToDrain).toBe(0);
      pair.client.connect();
      pair.shuttle();
      expect(pair.server.listen()).toMatchObject({ status: 'done', value: false });
      expect(pair.server.datagramsToDrain).toBe(1);
    });
  });

  test('a wrong cookie gets another HelloVerifyRequest, which a client does not take a second time', async () => {
    const server = { ...cookies, verifyCookieCallback: () => false };
    await withDatagramPair({ library, server }, (pair) => {
      for (let round = 0; round < 2; round += 1) {
        pair.client.connect();
        pair.shuttle();
        expect(pair.server.listen()).toMatchObject({ status: 'done', value: false });
        expect(pair.server.datagramsToDrain).toBe(1);
        pair.shuttle();
      }
      expect(pair.client.connect()).toMatchObject({ status: 'want-read' });
      expect(pair.client.datagramsToDrain).toBe(0);
    });
  });

  test('a ClientHello in fragments is heard by the first of them, if that holds the whole cookie', async () => {
    await withDatagramPair({ library, server: cookies, clientEngine: { mtu: 208 } }, (pair) => {
      pair.client.connect();
      for (const datagram of pair.client.drainDatagrams()) {
        pair.server.feedDatagram(datagram);
        pair.server.listen();
      }
      pair.shuttle();
      pair.client.connect();
      const [first = Buffer.alloc(0), ...others] = pair.client.drainDatagrams();
      expect(others).not.toHaveLength(0);
      pair.server.feedDatagram(first);
      expect(pair.server.listen()).toMatchObject({ status: 'done', value: true });
      for (const datagram of others) pair.server.feedDatagram(datagram);
      expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    });
  });

  test('a cookie that does not fit into the first fragment is never heard by listen(), but by accept()', async () => {
    const long = Buffer.alloc(255, 'c');
    const server = { generateCookieCallback: () => long, verifyCookieCallback: (given: Uint8Array) => long.equals(given) };
    const clientEngine = { mtu: 256 };
    await withDatagramPair({ library, server, clientEngine }, (pair) => {
      for (let round = 0; round < 3; round += 1) {
        pair.client.connect();
        for (const datagram of pair.client.drainDatagrams()) {
          pair.server.feedDatagram(datagram);
          expect(pair.server.listen()).toMatchObject({ status: 'done', value: false });
        }
        pair.shuttle();
      }
    });
    DatagramPair.connected({ library, server: { ...server, options: ['SSL_OP_COOKIE_EXCHANGE'] }, clientEngine }).close();
  });

  test('SSL_OP_COOKIE_EXCHANGE asks for the cookie in accept()', () => {
    const server = { ...cookies, options: ['SSL_OP_COOKIE_EXCHANGE'] } as const;
    const pair = DatagramPair.connected({ library, server });
    expect(pair.sent.map(({ from }) => from).slice(0, 3)).toEqual(['client', 'server', 'client']);
    expect(pair.sent.filter(({ from }) => from === 'server').map(handshakeType)[0]).toBe(helloVerifyRequest);
    pair.close();
  });

  test('without the callbacks listen() fails', async () => {
    await withDatagramPair({ library }, (pair) => {
      pair.client.connect();
      pair.shuttle();
      const error = errorOf(pair.server.listen());
      expect(error).toMatchObject({ operation: 'DTLSv1_listen', ret: -1, code: 'ERR_SSL_PROTOCOL' });
      expect(reasons(error)).toEqual(['20:400']); // cookie gen callback failure
    });
  });

  test.each([
    ['too long', Buffer.alloc(256)],
    ['empty', Buffer.alloc(0)],
    ['no bytes', 'text'],
  ])('a cookie that is %s is a MisuseError out of listen()', async (_, value) => {
    await withDatagramPair({ library, server: { ...cookies, generateCookieCallback: () => value as Uint8Array } }, (pair) => {
      pair.client.connect();
      pair.shuttle();
      expect(() => pair.server.listen()).toThrow(
        expect.objectContaining({ name: 'MisuseError', message: expect.stringMatching(/a Uint8Array of 1 to 255 bytes/) }),
      );
    });
  });

  test('what a cookie callback throws comes out of listen(), and inside of it the engine is busy', async () => {
    const thrown = new Error('of the callback');
    const generateCookieCallback = (engine: SslEngine): Uint8Array => {
      expect(() => engine.listen()).toThrow(expect.objectContaining({ code: 'ERR_SSL_BUSY' }));
      expect(() => engine.handleDtlsTimeout()).toThrow(expect.objectContaining({ code: 'ERR_SSL_BUSY' }));
      expect([engine.dtlsTimeout, engine.dataMtu, engine.datagramsToDrain]).toEqual([null, 0, 0]);
      throw thrown;
    };
    await withDatagramPair({ library, server: { ...cookies, generateCookieCallback } }, (pair) => {
      pair.client.connect();
      pair.shuttle();
      expect(() => pair.server.listen()).toThrow(thrown);
    });
  });

  test('a callback may close the engine', async () => {
    const server = {
      ...cookies,
      generateCookieCallback: (engine: SslEngine): Uint8Array => {
        engine.close();
        return cookie;
      },
    };
    await withDatagramPair({ library, server }, (pair) => {
      pair.client.connect();
      pair.shuttle();
      expect(pair.server.listen().status).toBe('failed');
      expect(pair.server.closed).toBe(true);
    });
  });

  test('listen() is for servers', () => {
    const engine = new SslEngine(new SslContext({ role: 'client', method: 'dtls', library, ...identity('server') }));
    expect(() => engine.listen()).toThrow(expect.objectContaining({ name: 'MisuseError', code: 'ERR_SSL_STATE', argument: 'listen' }));
    engine.close();
  });
});
