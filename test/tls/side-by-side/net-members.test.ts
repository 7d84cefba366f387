// What a TLSSocket has of a net.Socket: addresses, timeouts, options of the connection, ref and unref.

import { ADDRCONFIG } from 'node:dns';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { duplexPair } from '../../support/io-duplex.ts';
import { freePort } from '../../support/io-tools.ts';
import { pems, portOf, sideBySide, trusting } from './support.ts';

sideBySide('a TLSSocket as a net.Socket', (peers) => {
  test('knows both addresses', async () => {
    const { client, server, listener } = await peers.pair();
    const address = client.address() as AddressInfo;
    expect(address).toEqual({ address: '127.0.0.1', family: 'IPv4', port: client.localPort });
    expect([client.remoteAddress, client.remoteFamily, client.remotePort]).toEqual(['127.0.0.1', 'IPv4', portOf(listener)]);
    expect([server.localAddress, server.localFamily, server.localPort]).toEqual(['127.0.0.1', 'IPv4', portOf(listener)]);
    expect([server.remoteAddress, server.remotePort]).toEqual([client.localAddress, client.localPort]);
  });

  test('knows no address before it is connected, and none after it is closed', async () => {
    const client = peers.connect(await peers.listen());
    expect([client.remoteAddress, client.remotePort]).toEqual([undefined, undefined]);
    await once(client, 'secureConnect');
    const closed = once(client, 'close');
    client.destroy();
    await closed;
    expect(client.address()).toEqual({});
  });

  test('has no addresses over a Duplex in memory', async () => {
    const [left, right] = duplexPair();
    peers.keep(new peers.serverTls.TLSSocket(right, { isServer: true, ...pems('serverEc') }));
    const client = peers.keep(peers.tls.connect({ ...trusting, socket: left }));
    await once(client, 'secureConnect');
    expect([client.remoteAddress, client.remotePort, client.localPort]).toEqual([undefined, undefined, undefined]);
  });

  test('setTimeout emits timeout when nothing happens, and closes nothing', async () => {
    const { client } = await peers.pair();
    client.setTimeout(1);
    expect(client.timeout).toBe(1);
    await once(client, 'timeout');
    expect(client.destroyed).toBe(false);
    client.setTimeout(0);
    expect(client.timeout).toBe(0);
  });

  test('setTimeout calls back', async () => {
    const { client } = await peers.pair();
    await new Promise<void>((resolve) => void client.setTimeout(1, resolve));
  });

  test('timeout as an option is set from the beginning', async () => {
    const plain = await peers.listenPlain(() => undefined);
    const client = peers.connect(plain, { timeout: 1 });
    await once(client, 'timeout');
    expect(client.destroyed).toBe(false);
  });

  test('setNoDelay, setKeepAlive, ref, unref, pause, resume and setEncoding give the socket', async () => {
    const { client, server } = await peers.pair();
    for (const socket of [client, server]) {
      expect(socket.setNoDelay(true)).toBe(socket);
      expect(socket.setNoDelay(false)).toBe(socket);
      expect(socket.setKeepAlive(true, 1000)).toBe(socket);
      expect(socket.unref()).toBe(socket);
      expect(socket.ref()).toBe(socket);
      expect(socket.pause()).toBe(socket);
      expect(socket.resume()).toBe(socket);
      expect(socket.setTimeout(0)).toBe(socket);
      expect(socket.setEncoding('utf8')).toBe(socket);
    }
  });

  test('ref and unref can be called before it is connected', async () => {
    const client = peers.connect(await peers.listen());
    expect(client.unref().ref()).toBe(client);
    await once(client, 'secureConnect');
  });

  test('pending, connecting and readyState follow the connection', async () => {
    const client = peers.connect(await peers.listen());
    expect([client.pending, client.connecting, client.readyState]).toEqual([true, true, 'opening']);
    await once(client, 'secureConnect');
    expect([client.pending, client.connecting, client.readyState]).toEqual([false, false, 'open']);
  });

  test('noDelay and keepAlive are options too', async () => {
    const { client } = await peers.pair({ noDelay: true, keepAlive: true }, { noDelay: true, keepAlive: true } as object);
    expect(client.authorized).toBe(true);
  });

  test('highWaterMark is an option', async () => {
    const { client } = await peers.pair({}, { highWaterMark: 1234 } as object);
    expect([client.readableHighWaterMark, client.writableHighWaterMark]).toEqual([1234, 1234]);
  });

  test('lookup is asked with family and hints', async () => {
    const asked: object[] = [];
    const client = peers.connect(await peers.listen(), {
      host: 'name.test',
      family: 4,
      hints: ADDRCONFIG,
      lookup: (_: string, options: object, callback: (error: null, address: string, family: number) => void) => {
        asked.push(options);
        callback(null, '127.0.0.1', 4);
      },
    } as object);
    await once(client, 'secureConnect');
    expect(asked).toEqual([expect.objectContaining({ family: 4, hints: ADDRCONFIG })]);
  });

  test('lookup is an event', async () => {
    const client = peers.connect(await peers.listen(), {
      host: 'name.test',
      family: 4,
      lookup: (_: string, __: object, callback: (error: null, address: string, family: number) => void) =>
        void setImmediate(callback, null, '127.0.0.1', 4),
    } as object);
    const [looked] = await Promise.all([once(client, 'lookup'), once(client, 'secureConnect')]);
    expect(looked).toEqual([null, '127.0.0.1', 4, 'name.test']);
  });

  test('localPort is taken', async () => {
    const localPort = await freePort();
    const { server } = await peers.pair({}, { localPort } as object);
    expect(server.remotePort).toBe(localPort);
  });

  test('autoSelectFamily tries each address of a name', async () => {
    const listener = await peers.listen();
    const client = peers.connect(listener, {
      host: 'both.test',
      autoSelectFamily: true,
      lookup: (_: string, __: object, callback: (error: null, addresses: object[]) => void) =>
        callback(null, [
          { address: '::1', family: 6 },
          { address: '127.0.0.1', family: 4 },
        ]),
    } as object);
    await once(client, 'secureConnect');
    expect([client.authorized, client.remoteAddress]).toEqual([true, '127.0.0.1']);
  });
});
