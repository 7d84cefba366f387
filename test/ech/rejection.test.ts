// A server that cannot read the Encrypted Client Hello: RFC 9849, 6.1.4 to 6.1.6. Whom the client then believes, and what it is told.

import { expect, test } from '@jest/globals';
import { type EchOffer, EchRejectedError, EchStore, type SslEngineOptions, SslError } from '../../lib/index.ts';
import { describeEachWithEch, type EchScene, echPair, names, newStore } from '../support/ech.ts';
import { errorOf, withPair } from '../support/engine-pair.ts';
import { identity } from '../support/pki.ts';

describeEachWithEch('a server that does not take ECH', (library) => {
  const stale = (more: Partial<EchOffer> = {}): SslEngineOptions => ({ ech: { configList: newStore(library).configList, ...more } });
  /** Both ends' errors, after the handshake has failed. */
  const failures = (scene: EchScene): { readonly client: SslError; readonly server: SslError; readonly alpn: string | null } =>
    withPair(echPair(library, scene), (pair) => {
      const { client, server } = pair.handshake();
      expect(pair.toServer.bytes.includes(names.inner)).toBe(false);
      return { client: errorOf(client), server: errorOf(server), alpn: pair.client.connection.alpn };
    });
  const rejection = (scene: EchScene): EchRejectedError => {
    const { client } = failures(scene);
    if (client instanceof EchRejectedError) return client;
    throw client;
  };

  test('with a key of its own it sends its list, with which the next connection succeeds', () => {
    const store = newStore(library);
    const error = rejection({ server: { echStore: store }, engine: stale() });
    expect(error).toMatchObject({
      code: 'ERR_SSL_ECH_REQUIRED',
      operation: 'SSL_connect',
      securelyDisabled: false,
      ech: { status: 'failed-ech', code: -105, innerName: names.inner, outerName: names.outer },
      alert: { direction: 'sent', name: 'ech_required' },
    });
    expect(error).toBeInstanceOf(SslError);
    const { retryConfigs } = error;
    expect(Buffer.from(retryConfigs ?? []).equals(store.configList)).toBe(true);
    const again: EchScene = { server: { echStore: store }, engine: { ech: { configList: retryConfigs ?? '' } } };
    withPair(echPair(library, again), (pair) => {
      expect(pair.handshake().client.status).toBe('done');
      expect(pair.client.ech?.status).toBe('success');
    });
  });

  test('a server hears it as the alert ech_required', () => {
    const { server } = failures({ server: { echStore: newStore(library) }, engine: stale() });
    expect(server).toMatchObject({ code: 'ERR_SSL_ALERT', alert: { direction: 'received', name: 'ech_required', description: 121 } });
  });

  test.each([
    ['without ECH', {}],
    ['without TLS 1.3', { maxProtocol: 'TLSv1.2' } as const],
  ])('%s it has disabled it securely', (_, server) => {
    expect(rejection({ server, engine: stale() })).toMatchObject({
      code: 'ERR_SSL_ECH_REQUIRED',
      securelyDisabled: true,
      retryConfigs: null,
      ech: { status: 'failed', code: 0 },
    });
  });

  test('keys that are not for retry are not sent', () => {
    const store = EchStore.generate({ publicName: names.outer, forRetry: false }, library);
    expect(rejection({ server: { echStore: store }, engine: stale() }).retryConfigs).toBeNull();
  });

  test('of several keys those for retry are sent', () => {
    const store = newStore(library).generate({ publicName: 'second.test', forRetry: false }).generate({ publicName: 'third.test' });
    const { retryConfigs } = rejection({ server: { echStore: store }, engine: stale() });
    const sent = new EchStore(library).readConfigList(retryConfigs ?? '');
    expect(sent.entries.map(({ publicName }) => publicName).sort()).toEqual([names.outer, 'third.test']);
  });

  test.each([
    ['with a list', true],
    ['without ECH', false],
  ])('%s, it must prove to be the public name: that of the inner one is not enough', (_, hasKeys) => {
    const server = { ...(hasKeys ? { echStore: newStore(library, 'other.test') } : {}), ...identity('server') };
    const other = { ech: { configList: newStore(library, 'other.test').configList } };
    const { client } = failures({ server, engine: other });
    expect(client).not.toBeInstanceOf(EchRejectedError);
    expect(client).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', verify: { name: 'X509_V_ERR_HOSTNAME_MISMATCH' } });
    const proven = { ...server, ...identity('otherHost') };
    expect(rejection({ server: proven, engine: other }).ech.outerName).toBe('other.test');
  });

  test('an outer name of the caller must be proved in its place; none at all leaves the public name', () => {
    const server = { echStore: newStore(library) };
    const { client } = failures({ server, engine: stale({ outerServerName: 'other.test' }) });
    expect(client).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', verify: { name: 'X509_V_ERR_HOSTNAME_MISMATCH' } });
    const nameless = rejection({ server, engine: stale({ outerServerName: null }) });
    expect(nameless.retryConfigs).not.toBeNull();
    const others = { ...identity('otherHost'), echStore: newStore(library) };
    expect(failures({ server: others, engine: stale({ outerServerName: null }) }).client.code).toBe('ERR_SSL_CERTIFICATE');
  });

  test('a client that verifies nothing still refuses, and believes no list of a server that is not the public name', () => {
    const server = { ...identity('otherHost'), echStore: newStore(library) };
    const error = rejection({ server, client: { verifyMode: 'none' }, engine: stale() });
    expect(error).toMatchObject({ retryConfigs: null, securelyDisabled: false, ech: { status: 'failed-ech-bad-name', code: -106 } });
  });

  test('an untrusted server is refused for its certificate, whatever it sends', () => {
    const server = { ...identity('unknownCa'), echStore: newStore(library) };
    expect(failures({ server, engine: stale() }).client).toMatchObject({ code: 'ERR_SSL_CERTIFICATE' });
  });

  test('where the inner certificate is not the right one, the outcome says so', () => {
    const store = newStore(library, 'other.test');
    const scene: EchScene = { server: { ...identity('otherHost'), echStore: store }, engine: { ech: { configList: store.configList } } };
    withPair(echPair(library, scene), (pair) => {
      expect(errorOf(pair.handshake().client)).toMatchObject({ code: 'ERR_SSL_CERTIFICATE' });
      expect(pair.client.ech).toMatchObject({ status: 'bad-name', code: -102, innerName: names.inner });
    });
  });

  test('a client that allows no TLS 1.3 sends nothing at all', () => {
    const scene: EchScene = { client: { maxProtocol: 'TLSv1.2' }, engine: stale() };
    withPair(echPair(library, scene), (pair) => {
      const error = errorOf(pair.client.connect());
      expect(error).toMatchObject({ code: 'ERR_SSL_PROTOCOL' });
      expect(Buffer.from(pair.client.drain()).includes(names.inner)).toBe(false);
    });
  });

  test('a hidden number that the server does not try is refused as any other', () => {
    const store = newStore(library);
    const scene: EchScene = { server: { echStore: store }, engine: { ech: { configList: store.configList, hideConfigId: true } } };
    // One number in 256 is the right one.
    const statuses = Array.from({ length: 8 }, () => withPair(echPair(library, scene), (pair) => pair.handshake().client.status));
    expect(statuses).toContain('failed');
  });

  test('an extension that is damaged on its way ends in a failure on both sides, and in no crash', () => {
    const store = newStore(library);
    const { configList } = store;
    const hello = withPair(echPair(library, { engine: { ech: { configList } } }), ({ client }) => {
      client.connect();
      return Buffer.from(client.drain());
    });
    const begin = hello.indexOf(Buffer.from([0xfe, 0x0d]));
    expect(begin).toBeGreaterThan(0);
    for (let at = begin; at < hello.length; at += 7) {
      withPair(echPair(library, { server: { echStore: store } }), ({ server }) => {
        const damaged = Buffer.from(hello);
        damaged[at] = (damaged[at] ?? 0) ^ 0x55;
        server.feed(damaged);
        expect(['failed', 'want-read']).toContain(server.accept().status);
        expect(server.ech?.status).not.toBe('success');
      });
    }
  });
});
