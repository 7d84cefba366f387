// The benchmark as a command: what it writes, what it refuses. Never how fast anything is.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { cases, casesNamed } from '../../bench/cases/index.ts';
import { type Case, Unavailable } from '../../bench/support/case.ts';
import { type Effort, measure, type Result } from '../../bench/support/rounds.ts';
import { libraries } from '../support/at-hand.ts';
import { type Ended, runScript } from '../support/child.ts';
import { cc } from '../support/compile.ts';
import { tempFolder } from '../support/temp-folder.ts';

const missing =
  cc.absent ??
  (existsSync('/usr/include/openssl/ssl.h') ? null : "no headers of the system's OpenSSL") ??
  (libraries.some(({ name }) => name === 'system') ? null : "the system's OpenSSL is not at hand");
const measuring = missing === null ? test : test.skip;
const effort: Effort = { quick: false, rounds: 3, milliseconds: 1, clock: 'ns' };
const example: Case = {
  id: 'example/one',
  rivalName: 'rival',
  unit: 'pieces',
  better: 'more',
  target: 1.5,
  prepare: () => ({ ours: () => 4, rival: () => 2 }),
};

function bench(parameters: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return runScript('../bench/main.ts', { parameters, environment });
}

describe('npm run bench', () => {
  measuring(
    `measures the cases that are named and writes them as JSON${missing === null ? '' : ` (${missing})`}`,
    async () => {
      const file = join(tempFolder('bench'), 'results.json');
      const names = ['memory-handshake/tls1.3/ecdsa/full', 'call/bytes-to-drain'];
      const { code, stdout, stderr } = await bench(['--quick', '--json', file, ...names.flatMap((name) => ['--only', name])]);
      expect({ code, stderr: stderr.replace(/^bench: dist\/ is older.*\n/, '') }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain(process.version);
      const { machine, cases: results } = JSON.parse(readFileSync(file, 'utf8')) as {
        readonly machine: Readonly<Record<string, unknown>>;
        readonly cases: readonly Result[];
      };
      expect(machine).toMatchObject({ node: process.version, systemOpenSSL: expect.stringContaining('OpenSSL') });
      expect(results.map(({ id }) => id)).toEqual(names);
      for (const { id, ratio, target, met, ...others } of results) {
        expect(others).toEqual({
          ours: expect.any(Number),
          rival: expect.any(Number),
          rivalName: expect.any(String),
          unit: expect.any(String),
          spread: expect.any(Number),
          rounds: 2,
        });
        expect(stdout).toContain(id);
        expect(ratio).toBeGreaterThan(0);
        expect(met).toBe(target === null ? null : (ratio ?? 0) >= target);
      }
    },
    300_000,
  );

  test('refuses a name that is none, with those there are', async () => {
    const { code, stdout, stderr } = await bench(['--only', 'bulk/telepathy']);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain("no case 'bulk/telepathy'");
    for (const { id } of cases) expect(stderr).toContain(id);
  });

  test('refuses an option that it does not know', async () => {
    const { code, stderr } = await bench(['--fast']);
    expect(code).toBe(2);
    expect(stderr).toContain('--fast');
  });

  measuring(
    "says what to install where OpenSSL's headers are missing",
    async () => {
      const { code, stderr } = await bench(['--quick', '--only', 'call'], { CC: `${cc.command} -nostdinc` });
      expect(code).toBe(1);
      expect(stderr).toContain('apt-get install libssl-dev');
    },
    60_000,
  );
});

describe('the names of cases', () => {
  test('name one, or all that begin with it', () => {
    expect(casesNamed(['round-trip/sync']).map(({ id }) => id)).toEqual(['round-trip/sync']);
    expect(casesNamed(['round-trip']).map(({ id }) => id)).toEqual(['round-trip/sync', 'round-trip/stream']);
    expect(casesNamed(['memory/idle/10']).map(({ id }) => id)).toEqual(['memory/idle/10']);
    expect(casesNamed([])).toEqual(cases);
  });

  test('are each there once', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });
});

describe('a case that is measured', () => {
  test('has a ratio above 1 where more is better and ours is more', async () => {
    expect(await measure(example, effort)).toMatchObject({ ours: 4, rival: 2, ratio: 2, spread: 0, met: true, rounds: 3 });
  });

  test('has a ratio below 1 where less is better and ours is more', async () => {
    expect(await measure({ ...example, better: 'less' }, effort)).toMatchObject({ ours: 4, rival: 2, ratio: 0.5, met: false });
  });

  test('has the median of the ratios of the rounds, and the distance of their quartiles', async () => {
    const values = [6, 2, 4, 100];
    const rising: Case = { ...example, cold: true, prepare: () => ({ ours: () => values.shift() ?? 0, rival: () => 2 }) };
    expect(await measure(rising, effort)).toMatchObject({ ratio: 2, spread: 0.5 });
  });

  test('has both sides begin in turns', async () => {
    const order: string[] = [];
    const side = (name: string) => (): number => order.push(name);
    await measure({ ...example, cold: true, prepare: () => ({ ours: side('ours'), rival: side('rival') }) }, effort);
    expect(order).toEqual(['ours', 'rival', 'rival', 'ours', 'ours', 'rival']);
  });

  test('says why it is left out, which is no failure', async () => {
    const left = await measure(
      {
        ...example,
        prepare: () => {
          throw new Unavailable('no room');
        },
      },
      effort,
    );
    expect(left).toMatchObject({ ratio: null, met: null, note: 'no room' });
    expect(left.failed).toBeUndefined();
  });

  test('says why it failed', async () => {
    const failed = await measure(
      {
        ...example,
        prepare: () => {
          throw new Error('broken');
        },
      },
      effort,
    );
    expect(failed).toMatchObject({ ratio: null, note: 'broken', failed: true });
  });
});
