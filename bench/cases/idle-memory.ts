// Owns: what an idle connection costs a server, in memory and in processor time, from 10 to 10,000 of them.

import { spawnSync } from 'node:child_process';
import { type Case, Unavailable } from '../support/case.ts';
import { numberIn } from '../support/child.ts';
import type { Workplace } from '../support/workplace.ts';

const common = { key: 'ecdsa', version: 'tls1.3' } as const;
const counts = [10, 100, 1000, 10_000] as const;
const atOnce = 64;
const warm = 100;
// A connection takes one on each side; what else a process has open is little.
const spareFiles = 200;

interface Cost {
  /** Bytes of a connection. */
  readonly memory: number;
  /** Microseconds of a processor that the server takes for a connection, handshake included. */
  readonly time: number;
}

export const idleMemory: readonly Case[] = [
  ...counts.map((count): Case => {
    return {
      id: `memory/idle/${count}`,
      rivalName: 'node:tls',
      unit: 'bytes/connection',
      better: 'less',
      target: 1.4,
      rounds: { most: count > 1000 ? 3 : 5 },
      cold: true,
      ...forLongOnes(count),
      prepare: (workplace) => ({
        ours: async () => (await costOf(workplace, 'ours', count)).memory,
        rival: async () => (await costOf(workplace, 'node', count)).memory,
      }),
    };
  }),
  growth('memory/growth', 'ours, 1,000 of them', 'bytes/connection', 1000, 10_000, ({ memory }) => memory),
  growth('handshake/growth', 'ours, 1,000 of them', 'µs/connection', 1000, 10_000, ({ time }) => time),
];

// 0.9 is what noise may take from 1: linear.
function growth(id: string, rivalName: string, unit: string, few: number, many: number, of: (cost: Cost) => number): Case {
  return {
    id,
    rivalName,
    unit,
    better: 'less',
    target: 0.9,
    rounds: { most: 3 },
    cold: true,
    ...forLongOnes(many),
    prepare: (workplace) => ({
      ours: async () => of(await costOf(workplace, 'ours', many)),
      rival: async () => of(await costOf(workplace, 'ours', few)),
    }),
  };
}

function forLongOnes(count: number): Pick<Case, 'tooLongForQuick'> {
  return count > 1000 ? { tooLongForQuick: 'ten thousand connections take longer than --quick has' } : {};
}

// In a new process each time: memory that was used once does not come back.
async function costOf(workplace: Workplace, stack: 'ours' | 'node', count: number): Promise<Cost> {
  refuseTooFewFiles(count);
  const server = await workplace.node('server', { ...common, mode: 'idle', stack });
  const load = await workplace.c('load', {
    ...common,
    port: numberIn(server.ready, 'port'),
    atonce: Math.min(atOnce, count),
    verify: 'no',
  });
  // What the first connections allocate, compile and load is not theirs.
  await load.child.ask(`hold ${warm}`);
  await server.child.ask(`memory ${warm}`);
  const before = await server.child.ask(`memory ${warm}`); // what the first cleaning took is not theirs either
  await load.child.ask(`hold ${warm + count}`);
  const after = await server.child.ask(`memory ${warm + count}`);
  const grown = (name: 'rss' | 'cpu'): number => numberIn(after, name) - numberIn(before, name);
  await workplace.stop(server.child);
  await workplace.stop(load.child);
  return { memory: Math.max(grown('rss'), 1) / count, time: grown('cpu') / count };
}

function refuseTooFewFiles(count: number): void {
  const limit = hardLimit();
  if (limit >= count + spareFiles) return;
  throw new Unavailable(`${count} connections need ${count + spareFiles} open files, and the hard limit is ${limit} (ulimit -Hn)`);
}

// Node raises its soft limit to the hard one by itself, and the load generator does.
function hardLimit(): number {
  const { stdout } = spawnSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' });
  const limit = Number.parseInt(stdout, 10);
  return Number.isNaN(limit) ? Number.POSITIVE_INFINITY : limit; // unlimited
}
