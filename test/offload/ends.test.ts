// A process, a worker, an engine that ends while its steps are under way on the pool: nothing hangs, nothing is touched that is gone.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from '@jest/globals';
import { jsonOf, registerOptions, runScript } from '../support/child.ts';
import { libraries } from '../support/libraries.ts';

const selectors = libraries.map(({ selector }) => selector);

describe('a process that ends while steps are under way on the pool', () => {
  test.each([
    ['exit-at-once', 'process.exit() before the first has begun', 3],
    ['exit-in-callback', 'process.exit() in a callback whose answer the pool waits for', 3],
    ['exit-with-questions', 'process.exit() while questions wait that nobody has heard', 3],
    ['throw', 'an uncaught error while questions wait', 1],
    ['throw-in-listener', 'an uncaught error between two answers, and handshakes in the exit listener', 1],
    ['end', 'the end of all work, every engine closed', 0],
  ])('%s: %s', async (how, _, expected) => {
    const { code, signal, stderr } = await runScript('offload/ends-main.ts', { parameters: [how, ...selectors] });
    expect({ code, signal }).toEqual({ code: expected, signal: null });
    if (expected !== 1) expect(stderr).toBe('');
  });

  test('with one thread in the pool it is the same', async () => {
    const ends = await runScript('offload/ends-main.ts', {
      parameters: ['exit-in-callback', ...selectors],
      environment: { UV_THREADPOOL_SIZE: '1' },
    });
    expect(ends).toMatchObject({ code: 3, signal: null });
  });
});

describe('a worker', () => {
  test.each([
    ['wait', 'while its callbacks are asked', 5],
    ['spin', 'inside of a callback that does not return', 5],
  ])('%s: that is terminated %s leaves a process that goes on, and nothing alive', async (how, _, times) => {
    const { after, left } = await jsonOf<{ after: readonly string[]; left: readonly number[] }>('offload/terminate-main.ts', {
      parameters: [how, String(times), ...selectors],
    });
    expect(after).toEqual(selectors.map(() => 'done'));
    expect(left).toEqual(selectors.map(() => 0));
  });

  test.each([
    ['exit-at-once', 3],
    ['exit-in-callback', 3],
    ['exit-with-questions', 3],
    ['throw', 1],
    ['end', 0],
  ])('%s ends it with its code, and this process goes on', async (how, expected) => {
    const before = libraries.map(({ library }) => library.liveObjects.connections);
    const worker = new Worker(join(__dirname, 'ends-main.ts'), {
      workerData: [how, ...selectors],
      execArgv: [...registerOptions],
      stderr: true,
    });
    worker.on('error', () => undefined);
    const ended = new Promise<number>((resolve) => worker.on('exit', resolve)); // once() would take the error for the answer
    expect(await ended).toBe(expected);
    expect(libraries.map(({ library }) => library.liveObjects.connections)).toEqual(before);
  });
});

test.each(selectors)('engines of %s that nobody holds are done with their step before they are collected', async (selector) => {
  const { most, asked, left } = await jsonOf<{ most: number; asked: number; left: object }>('offload/gc-main.ts', {
    parameters: [selector, '100'],
    nodeOptions: ['--expose-gc'],
  });
  expect(most).toBe(200);
  expect(asked).toBe(200);
  expect(left).toEqual({ contexts: 0, connections: 0, bios: 0, sessions: 0, libraryContexts: 0 });
});
