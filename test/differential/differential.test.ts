// The C layer against C: random scripts, carried out by a driver that is compiled with the headers of the OpenSSL under test and by libssl/c, must give
// the same trace. `npm run differential -- --runs N` does more of it.

import { beforeAll, describe, expect, test } from '@jest/globals';
import { with as over } from '../../lib/c/index.ts';
import { libraries } from '../support/at-hand.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { compareRuns } from './comparison.ts';
import { buildDriver } from './driver.ts';
import { makeExecutor } from './executor/executor.ts';
import { makeKeys } from './keys.ts';

const keys = tempFolder('differential');
// Ten thousand in a run, shared by the libraries; Node's own mostly comes without headers.
const runs = Math.ceil(10_000 / Math.max(libraries.filter(({ name }) => name !== 'node').length, 1));

beforeAll(async () => makeKeys(keys));

describe.each(libraries.map((entry) => [`${entry.name} (${entry.library.version.short})`, entry] as const))('OpenSSL %s', (_, entry) => {
  const built = buildDriver(entry);
  if ('reason' in built) {
    test.skip(built.reason, () => undefined);
    return;
  }
  const { program } = built;

  test('gives the same trace as C', () => {
    const done = compareRuns({ program, keys, executor: makeExecutor(over(entry.library), keys), runs, seed: 20_261_124 });
    expect(done.difference).toBeNull();
    expect(done.scripts).toBe(runs);
  }, 600_000);

  test('a layer that answers wrongly is found, and the script made small', () => {
    const right = makeExecutor(over(entry.library), keys);
    const wrong = (script: readonly string[]): readonly string[] =>
      right(script).map((line) => (line.startsWith('connect') ? `${line} and more` : line));
    const done = compareRuns({ program, keys, executor: wrong, runs: 200, seed: 1 });
    expect(done.difference).not.toBeNull();
    expect(done.difference?.script.length).toBeLessThan(15);
  }, 600_000);
});
