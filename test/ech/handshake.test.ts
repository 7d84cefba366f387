// Encrypted Client Hello that the server can read, engine against engine: what both sides know, and what a listener sees (RFC 9849).

import { expect, test } from '@jest/globals';
import { type EchEvent, EchStore, LibraryContext, SslContext, SslEngine } from '../../lib/index.ts';
import { describeEachWithEch, type EchScene, echPair, names, newStore } from '../support/ech.ts';
import { withConnectedPair, withPair } from '../support/engine-pair.ts';

const success = { status: 'success', name: 'SSL_ECH_STATUS_SUCCESS', code: 1, innerName: names.inner, outerName: names.outer };

describeEachWithEch('ECH', (library) => {
  const offering = (store: EchStore, more: object = {}): EchScene => ({
    server: { echStore: store },
    engine: { ech: { configList: store.configList, ...more } },
  });

  test('both sides know both names, and the connection is the inner one', () => {
    withConnectedPair(echPair(library, offering(newStore(library))), ({ client, server }) => {
      expect(client.ech).toEqual(success);
      expect(server.ech).toEqual(success);
      expect(client.connection.ech).toEqual(success);
      expect(server.connection.serverName).toBe(names.inner);
      expect(client.connection.verify).toMatchObject({ verified: true, peerName: names.inner });
      expect(client.echRetryConfigs).toBeNull();
    });
  });

  test('the list is taken as bytes and as base64', () => {
    const store = newStore(library);
    const scene: EchScene = { server: { echStore: store }, engine: { ech: { configList: store.configListBase64 } } };
    withConnectedPair(echPair(library, scene), ({ client }) => expect(client.ech?.status).toBe('success'));
  });

  test('nothing that a listener sees of the handshake has the inner name', () => {
    const store = newStore(library);
    withPair(echPair(library, offering(store)), (pair) => {
      pair.handshake();
      const wire = Buffer.concat([pair.toServer.bytes, pair.toClient.bytes]).toString('latin1');
      expect(pair.client.ech?.status).toBe('success');
      expect(wire).toContain(names.outer);
      expect(wire).not.toContain(names.inner);
    });
  });

  test('without ECH the same client shows the name, and both sides know that none was tried', () => {
    const scene: EchScene = { server: { echStore: newStore(library) } };
    withPair(echPair(library, scene), (pair) => {
      pair.client.connect();
      expect(Buffer.from(pair.client.drain()).toString('latin1')).toContain(names.inner);
    });
    withConnectedPair(echPair(library, scene), ({ client, server }) => {
      expect(client.ech).toMatchObject({ status: 'not-configured', code: -103, innerName: null, outerName: null });
      expect(server.ech).toMatchObject({ status: 'not-tried', code: -101 });
    });
    withConnectedPair(echPair(library, {}), ({ server }) => expect(server.ech?.status).toBe('not-configured'));
  });

  test('the outer name is what the caller says, or none', () => {
    const store = newStore(library);
    for (const outerServerName of ['elsewhere.test', null]) {
      withPair(echPair(library, offering(store, { outerServerName })), (pair) => {
        pair.client.connect();
        const hello = Buffer.from(pair.client.drain());
        expect(hello.includes(names.outer)).toBe(false);
        expect(hello.includes('elsewhere.test')).toBe(outerServerName !== null);
        pair.server.feed(hello);
        pair.handshake();
        for (const side of [pair.client, pair.server]) expect(side.ech).toMatchObject({ status: 'success', outerName: outerServerName });
      });
    }
  });

  test('ALPN: the server chooses among the inner names, and others see the outer ones', () => {
    const scene = offering(newStore(library), { outerAlpn: ['outer-1'] });
    const all = echPair(library, { ...scene, server: { ...scene.server, alpn: ['inner-2'] }, client: { alpn: ['inner-1', 'inner-2'] } });
    withPair(all, (pair) => {
      pair.client.connect();
      const hello = Buffer.from(pair.client.drain());
      expect(hello.includes('outer-1')).toBe(true);
      expect(hello.includes('inner-')).toBe(false);
      pair.server.feed(hello);
      pair.handshake();
      expect(pair.client.connection.alpn).toBe('inner-2');
    });
  });

  test('without a name of the outer ALPN the inner one is seen', () => {
    withPair(echPair(library, { ...offering(newStore(library)), client: { alpn: ['inner-1'] } }), ({ client }) => {
      client.connect();
      expect(Buffer.from(client.drain()).includes('inner-1')).toBe(true);
    });
  });

  test('a client without a name of its own hides that', () => {
    const store = newStore(library);
    const { clientEngine, ...pair } = echPair(library, offering(store));
    const { serverName: _, ...nameless } = clientEngine;
    withConnectedPair({ ...pair, clientEngine: nameless }, ({ client, server }) => {
      expect(client.ech).toMatchObject({ status: 'success', innerName: null, outerName: names.outer });
      expect(server.connection.serverName).toBeNull();
    });
  });

  test('contexts with a library context of their own have it too', () => {
    const store = newStore(library);
    const [server, client] = [new LibraryContext({ library }), new LibraryContext({ library })];
    const scene: EchScene = { ...offering(store), server: { echStore: store, libraryContext: server }, client: { libraryContext: client } };
    const { library: _, ...pair } = echPair(library, scene);
    const both = { ...pair, client: { ...pair.client, library }, server: { ...pair.server, library } };
    withConnectedPair(both, (connected) => expect(connected.server.ech).toEqual(success));
  });

  test('a HelloRetryRequest does not give it away', () => {
    const store = newStore(library);
    const scene = { ...offering(store), client: { groups: 'X25519:P-521' } };
    withPair(echPair(library, { ...scene, server: { echStore: store, groups: 'P-521' } }), (pair) => {
      const { client, server } = pair.handshake();
      expect([client.status, server.status]).toEqual(['done', 'done']);
      expect(pair.client.connection.group).toMatch(/secp521r1|P-521/i);
      expect(pair.client.ech).toEqual(success);
      expect(pair.toServer.bytes.includes(names.inner)).toBe(false);
    });
  });

  test('any of several keys will do, and a hidden number is found by trying', () => {
    const store = newStore(library).generate({ publicName: names.outer });
    const list = new EchStore(library).readConfigList(store.configList).downselect(1).configList;
    const ech = { configList: list, hideConfigId: true };
    const scene: EchScene = { server: { echStore: store, options: ['SSL_OP_ECH_TRIALDECRYPT'] }, engine: { ech } };
    withConnectedPair(echPair(library, scene), ({ server }) => expect(server.ech?.status).toBe('success'));
    withConnectedPair(echPair(library, { ...scene, server: { echStore: store }, engine: { ech: { configList: list } } }), ({ server }) =>
      expect(server.ech?.status).toBe('success'),
    );
  });

  test('the server decides by the inner ClientHello', () => {
    const store = newStore(library);
    const asked: unknown[] = [];
    const server = {
      echStore: store,
      clientHelloCallback: (hello: { readonly serverName: string | null }) => void asked.push(hello.serverName),
      serverNameCallback: (name: string | null) => void asked.push(name),
    };
    withConnectedPair(echPair(library, { ...offering(store), server }), () => undefined);
    expect(asked).toEqual([names.inner, names.inner]);
  });

  test('onEch tells the outcome on both sides, once, and may look at the engine', () => {
    const store = newStore(library);
    const told: unknown[] = [];
    const onEch = ({ outcome, text }: EchEvent, engine: SslEngine): void => {
      told.push([engine.context.role, outcome.status, engine.ech?.status]);
      expect(text).toContain('ech_success=1');
      expect(() => engine.connect()).not.toThrow();
    };
    withConnectedPair(echPair(library, { ...offering(store), client: { onEch }, server: { echStore: store, onEch } }), () => undefined);
    expect(told).toEqual([
      ['server', 'success', 'success'],
      ['client', 'success', 'success'],
    ]);
  });

  test('what onEch throws comes out of the operation, and the handshake goes on', () => {
    const store = newStore(library);
    const onEch = (): void => {
      throw new Error('from onEch');
    };
    withPair(echPair(library, { ...offering(store), server: { echStore: store, onEch } }), ({ client, server }) => {
      client.connect();
      server.feed(client.drain());
      expect(() => server.accept()).toThrow('from onEch');
      client.feed(server.drain());
      expect(client.connect().status).toBe('done');
    });
  });

  test('a context gets other keys while it serves; connections that are open keep theirs', () => {
    const [old, fresh] = [newStore(library), newStore(library)];
    const context = new SslContext({ role: 'server', library, ...echPair(library, {}).server, echStore: old });
    const status = (store: EchStore): string | undefined => {
      const { server: _, ...pair } = echPair(library, offering(store));
      return withPair({ ...pair, serverContext: context }, (both) => {
        both.handshake();
        return both.server.ech?.status;
      });
    };
    expect(status(old)).toBe('success');
    const earlier = new SslEngine(context);
    old.flushKeys(0); // the context has a copy
    context.setEchStore(fresh);
    expect(status(fresh)).toBe('success');
    expect(earlier.ech?.status).toBe('not-tried');
    earlier.close();
    context.setEchStore(null);
    expect(status(fresh)).toBe('not-configured');
  });
});
