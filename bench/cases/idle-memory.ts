// Owns: what an idle connection costs a server, in memory and in the time of its handshake, from 10 to 10,000 of them.

import { type Case, Unavailable } from '../support/case.ts';
import { numberIn } from '../support/child.ts';
import type { Workplace } from '../support/workplace.ts';

const common = { key: 'ecdsa', version: 'tls1.3' } as const;
const counts = [10, 100, 1000, 10_000] as const;
const atOnce = 64;
// A connection takes one on each side; what else a process has open is little.
const spareFiles = 200;

interface Cost {
  /** Bytes of a connection. */
  readonly memory: number;
  /** Microseconds of a connection, handshake included. */
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
      rounds: { most: count > 1000 ? 3 : 7 },
      cold: true,
      ...forLongOnes(count),
      prepare: async (workplace) => ({
        ours: async () => (await costOf(workplace, 'ours', count)).memory,
        rival: async () => (await costOf(workplace, 'node', count)).memory,
      }),
    };
  }),
  growth('memory/growth', 'ours, 1,000 of them', 'bytes/connection', 1000, 10_000, ({ memory }) => memory),
  growth('handshake/growth', 'ours, 100 of them', 'µs/connection', 100, 10_000, ({ time }) => time),
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
    prepare: async (workplace) => ({
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
  const warm = 10; // what the first connections allocate is not theirs
  await load.child.ask(`hold ${warm}`);
  const before = numberIn(await server.child.ask(`memory ${warm}`), 'rss');
  const held = await load.child.ask(`hold ${warm + count}`);
  const after = numberIn(await server.child.ask(`memory ${warm + count}`), 'rss');
  await workplace.stop(server.child);
  await workplace.stop(load.child);
  return { memory: Math.max(after - before, 1) / count, time: numberIn(held, 'ns') / 1000 / count };
}

function refuseTooFewFiles(count: number): void {
  const limit = hardLimit();
  if (limit >= count + spareFiles) return;
  throw new Unavailable(`${count} connections need ${count + spareFiles} open files, and the hard limit is ${limit} (ulimit -Hn)`);
}

// Node raises its soft limit to the hard one by itself, and the load generator does.
function hardLimit(): number {
  const { userLimits } = process.report.getReport() as { readonly userLimits?: { readonly open_files?: { readonly hard?: unknown } } };
  const hard = userLimits?.open_files?.hard;
  return typeof hard === 'number' ? hard : Number.POSITIVE_INFINITY;
}
