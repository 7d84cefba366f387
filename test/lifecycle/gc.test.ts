// What nobody holds any more is freed, whether it was closed or forgotten: counted by the library itself, not guessed from memory.

import { describe, expect, test } from '@jest/globals';
import { SslContext, SslEngine } from '../../lib/index.ts';
import { jsonOf, runScript } from '../support/child.ts';
import { describeEachLibrary, libraries } from '../support/libraries.ts';

interface Report {
  readonly most: number;
  /** What is alive in the end, by kind. */
  readonly left: Readonly<Record<string, number>>;
}

const alive = ({ left }: Report): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(left).filter(([, count]) => count !== 0));
const main = (selector: string, how: string, count: number): Promise<Report> =>
  jsonOf<Report>('lifecycle/gc-main.ts', { parameters: [selector, how, String(count)], nodeOptions: ['--expose-gc'] });

describe.each(libraries.map(({ name, selector }) => [name, selector] as const))('OpenSSL %s', (name, selector) => {
  // Two engines each time: 10,000 where they are used most, fewer of the others.
  const times = name === 'node' || name === 'system' ? 5000 : 1000;

  test('engines that are dropped are all freed, most of them long before the end: memory does not grow with their number', async () => {
    const report = await main(selector, 'dropped', times);
    expect(alive(report)).toEqual({});
    if (times === 5000) expect(report.most).toBeLessThan(8000);
  });

  test('engines that are closed are freed at once', async () => {
    const report = await main(selector, 'closed', times);
    expect(alive(report)).toEqual({});
    expect(report.most).toBe(0);
  });

  test('engines of datagrams that are dropped are freed too, with what is in their queues', async () => {
    expect(alive(await main(selector, 'datagrams', 500))).toEqual({});
  });
});

test('contexts that are dropped are freed too', async () => {
  expect(alive(await main('node', 'contexts', 1000))).toEqual({});
});

test('a process that ends with engines open ends well', async () => {
  for (const how of ['open', 'exit', 'throw']) {
    const { code, signal, stderr } = await runScript('lifecycle/ends-main.ts', {
      parameters: [how, ...libraries.map(({ selector }) => selector)],
    });
    expect([how, code, signal]).toEqual([how, { open: 0, exit: 7, throw: 1 }[how], null]);
    if (how === 'throw') expect(stderr).toContain('Error: on purpose');
  }
});

describeEachLibrary('liveObjects', (library) => {
  test('counts contexts, connections and the halves of BIO pairs that are ours (SSL_free(3), BIO_free(3))', () => {
    const before = library.liveObjects;
    const context = new SslContext({ role: 'client', library });
    const engines = [new SslEngine(context), new SslEngine(context)];
    expect(library.liveObjects).toEqual({
      ...before,
      contexts: before.contexts + 1,
      connections: before.connections + 2,
      bios: before.bios + 2,
    });
    for (const engine of engines) engine.close();
    expect(library.liveObjects).toEqual({ ...before, contexts: before.contexts + 1 });
    for (const engine of engines) engine.close();
    expect(library.liveObjects).toEqual({ ...before, contexts: before.contexts + 1 });
  });

  test('rule 38: an engine on a descriptor has no BIO of ours', () => {
    const before = library.liveObjects;
    const engine = new SslEngine(new SslContext({ role: 'client', library }), { fd: 0 });
    expect(library.liveObjects.bios).toBe(before.bios);
    engine.close();
  });

  test('an engine keeps its context alive', () => {
    const make = (): SslEngine => new SslEngine(new SslContext({ role: 'client', library }));
    const engine = make();
    expect(engine.connect().status).toBe('want-read');
    expect(engine.context.role).toBe('client');
    engine.close();
  });
});
