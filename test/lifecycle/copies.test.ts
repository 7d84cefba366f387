// A program can have this package's JavaScript twice in a thread, over one addon: by a bundler, or after its modules were forgotten.

import { expect, jest, test } from '@jest/globals';
import type * as Package from '../../lib/index.ts';
import { certificatePem, identity } from '../support/pki.ts';

function load(): typeof Package {
  let loaded: typeof Package | undefined;
  jest.isolateModules(() => {
    loaded = require('../../lib/index.ts') as typeof Package; // oxlint-disable-line typescript/no-require-imports -- a copy of its own
  });
  if (loaded === undefined) throw new Error('not loaded');
  return loaded;
}

test('each of two copies reads the outcomes of its own calls, whichever came last', () => {
  const [first, second] = [load(), load()];
  expect(first.SslEngine).not.toBe(second.SslEngine);
  for (const copy of [first, second, first]) {
    const engine = new copy.SslEngine(new copy.SslContext({ role: 'client' }));
    expect(engine.connect()).toEqual({ status: 'want-read', ret: -1, code: 2 });
    expect(engine.bytesToDrain).toBeGreaterThan(100);
    engine.close();
  }
});

test('each of two copies has its own callbacks asked, whichever came last', () => {
  const copies = [load(), load()] as const;
  for (const copy of [...copies, copies[0]]) {
    const asked: string[] = [];
    const alpnSelectCallback = (offered: readonly string[]): string | null => {
      asked.push(...offered);
      return offered[0] ?? null;
    };
    const server = new copy.SslEngine(new copy.SslContext({ role: 'server', ...identity('server'), alpnSelectCallback }));
    const client = new copy.SslEngine(new copy.SslContext({ role: 'client', ca: certificatePem('root') }), { alpn: ['one'] });
    client.connect();
    server.feed(client.drain());
    expect(server.accept().status).toBe('want-read');
    expect(asked).toEqual(['one']);
    for (const engine of [client, server]) engine.close();
  }
});
