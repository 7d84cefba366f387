// Encrypted Client Hello through libssl/tls: `ech` of tls.connect(), `echStore` of servers and their contexts, which Node does not have.

import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import type { EchStore } from '../../../lib/index.ts';
import * as libsslTls from '../../../lib/tls/index.ts';
import { describeEachWithEch, describeEachWithoutEch, names, newStore } from '../../support/ech.ts';
import { certificatePem } from '../../support/pki.ts';
import { failure, Peers, pems, portOf, thrown } from '../side-by-side/support.ts';
import { on, own, ownTls } from './support.ts';

const trusting = { ca: certificatePem('root'), servername: names.inner };

describeEachWithEch('libssl/tls with ECH', (library) => {
  const peers = new Peers(ownTls, ownTls, 'libssl/tls');
  const serverWith = (echStore: EchStore): object => ({ ...on(library), ...pems('server'), minVersion: 'TLSv1.3', echStore });

  test('a server knows the inner name, and socket.ssl tells the outcome', async () => {
    const store = newStore(library);
    const client = { ...on(library), ...trusting, ech: { configList: store.configList } };
    const pair = await peers.pair(serverWith(store), client);
    expect(pair.client.authorized).toBe(true);
    expect(undeclaredName(pair.server)).toBe(names.inner);
    for (const socket of [pair.client, pair.server]) {
      expect(own(socket).ssl?.ech).toMatchObject({ status: 'success', innerName: names.inner, outerName: names.outer });
    }
  });

  test('a server that cannot read it: an error with its list, and tlsClientError there', async () => {
    const store = newStore(library);
    const listener = await peers.listen(serverWith(store));
    const refused = once(listener, 'tlsClientError');
    const ech = { configList: newStore(library).configList };
    const socket = libsslTls.connect({ ...on(library), ...trusting, host: '127.0.0.1', port: portOf(listener), ech });
    const error = await failure(socket);
    expect(error).toMatchObject({
      code: 'ERR_SSL_ECH_REQUIRED',
      reason: 'ech required',
      ech: { status: 'failed-ech' },
      securelyDisabled: false,
    });
    const { retryConfigs } = error as unknown as { readonly retryConfigs: Uint8Array };
    expect(Buffer.from(retryConfigs).equals(store.configList)).toBe(true);
    expect(await refused).toMatchObject([{ alert: { name: 'ech_required' } }, {}]);
    const again = { ...on(library), ...trusting, ech: { configList: retryConfigs } };
    const pair = await peers.pairAt(listener, again);
    expect(own(pair.client).ssl?.ech?.status).toBe('success');
  });

  test('setSecureContext() brings other keys', async () => {
    const [old, fresh] = [newStore(library), newStore(library)];
    const listener = await peers.listen(serverWith(old));
    (listener as unknown as { setSecureContext(options: object): void }).setSecureContext(serverWith(fresh));
    const client: object = { ...on(library), ...trusting, ech: { configList: fresh.configList } };
    const pair = await peers.pairAt(listener, client);
    expect(own(pair.server).ssl?.ech?.status).toBe('success');
  });

  test('what is wrong is thrown by the call', () => {
    const connect = (ech: unknown) => thrown(() => libsslTls.connect({ ...on(library), host: '127.0.0.1', port: 1, ech: ech as 'grease' }));
    expect(connect('gre')).toMatchObject({ code: 'ERR_SSL_ARGUMENT', argument: 'options.ech' });
    expect(connect({ configList: '' })).toMatchObject({ argument: 'options.ech.configList' });
    expect(connect({ configList: Buffer.alloc(50) })).toMatchObject({ setting: 'ech.configList' });
    const echStore = {} as EchStore;
    expect(thrown(() => libsslTls.createServer({ ...on(library), ...pems('server'), echStore }))).toMatchObject({
      argument: 'options.echStore',
    });
  });

  test('GREASE', async () => {
    const client: object = { ...on(library), ...trusting, ech: 'grease' };
    const pair = await peers.pair({ ...on(library), ...pems('server') }, client);
    expect(own(pair.client).ssl?.ech?.status).toBe('grease');
  });
});

describeEachWithoutEch('libssl/tls without ECH', (library) => {
  test('says what the library lacks', () => {
    const options = { ...on(library), host: '127.0.0.1', port: 1, ech: 'grease' } as const;
    expect(thrown(() => libsslTls.connect(options))).toMatchObject({ function: 'SSL_ech_set1_grease_suite' });
  });
});

function undeclaredName(socket: object): unknown {
  return (socket as { servername?: unknown }).servername;
}
