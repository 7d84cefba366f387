// Owns: the limits: what crypto, the kernel's copies and the event loop cost by themselves, so that a ratio can be seen beside what stands in its way.

import { readFileSync } from 'node:fs';
import type { Run } from './support/case.ts';
import { numberIn } from './support/child.ts';
import type { Effort } from './support/rounds.ts';
import { median } from './support/rounds.ts';
import { type COptions, rateOf, Workplace } from './support/workplace.ts';

export interface Limit {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
}

interface Measurement {
  readonly what: string;
  readonly unit: string;
  readonly prepare: (workplace: Workplace) => Promise<Run>;
}

const megabyte = 1e6;
const pair = 256 * 1024;
const common = { key: 'ecdsa', version: 'tls1.3' } as const;

/** Measures all of them. Fails when: a program does not run (BenchError). */
export async function measureLimits({ clock, rounds, milliseconds }: Effort): Promise<readonly Limit[]> {
  const limits: Limit[] = [];
  for (const { what, unit, prepare } of measurements) {
    const workplace = new Workplace(clock);
    try {
      const run = await prepare(workplace);
      await run(milliseconds / 2);
      const values: number[] = [];
      for (let round = 0; round < rounds; round += 1) values.push(await run(milliseconds));
      limits.push({ what, unit, value: median(values) });
    } finally {
      await workplace.close();
    }
  }
  return limits;
}

const measurements: readonly Measurement[] = [
  crypto('AES-256-GCM alone, records of 1 kB', 'MB/s', { mode: 'gcm', size: 1024 }),
  crypto('AES-256-GCM alone, records of 16 kB', 'MB/s', { mode: 'gcm', size: 16_384 }),
  crypto('X25519 alone, a key and a secret', '1/s', { mode: 'x25519' }),
  ...(['ecdsa', 'rsa', 'rsa4096'] as const).flatMap((key) =>
    ['sign', 'verify'].map((mode) => crypto(`${mode} alone, ${key}`, '1/s', { mode, key })),
  ),
  inC('C in memory, handshakes over one pair', 'handshakes/s', { mode: 'handshake', direct: 'yes' }),
  inC('C in memory, 16 kB over one pair', 'MB/s', { mode: 'bulk', size: 16_384, pair, direct: 'yes' }),
  ...(['C', 'Node'] as const).flatMap((who) => [
    tcp(who, 'connections', 'connections/s', 'handshake', 'handshake', 100),
    tcp(who, 'round trips of 100 bytes', 'round trips/s', 'round-trip', 'echo', 100),
    ...[1024, 16_384, 1_048_576].flatMap((size) => [
      tcp(who, `writing ${size} bytes a time`, 'MB/s', 'send', 'sink', size),
      tcp(who, `reading what is written ${size} bytes a time`, 'MB/s', 'receive', 'source', size),
    ]),
  ]),
  { what: 'C: memory of an idle connection, of 1,000, buffers released', unit: 'bytes', prepare: idleInC },
  { what: "Node's event loop with nothing to do, p99 of the delay", unit: 'ms', prepare: idleLoop },
];

function crypto(what: string, unit: string, options: COptions): Measurement {
  return {
    what,
    unit,
    prepare: async (workplace) => rateOf(await workplace.c('crypto', options, 'first core'), 'cpu', unit === 'MB/s' ? megabyte : 1),
  };
}

function inC(what: string, unit: string, options: COptions): Measurement {
  return {
    what,
    unit,
    prepare: async (workplace) =>
      rateOf(await workplace.c('memory', { ...common, ...options }, 'first core'), 'cpu', unit === 'MB/s' ? megabyte : 1),
  };
}

// The client in C or in Node, the server in C.
function tcp(who: 'C' | 'Node', what: string, unit: string, mode: string, serverMode: string, size: number): Measurement {
  return {
    what: `TCP alone, client in ${who}: ${what}`,
    unit,
    async prepare(workplace) {
      const { ready } = await workplace.c('server', { mode: serverMode, size, tls: 'no' }, 'second core');
      const port = numberIn(ready, 'port');
      const client =
        who === 'C'
          ? await workplace.c('client', { mode, size, port, tls: 'no' }, 'first core')
          : await workplace.node('stream-client', { ...common, mode, size, port, stack: 'plain' }, 'first core');
      return rateOf(client, workplace.clock, unit === 'MB/s' ? megabyte : 1);
    },
  };
}

// Once: memory that was used does not come back.
async function idleInC(workplace: Workplace): Promise<Run> {
  const many = 1000;
  const server = await workplace.c('server', { ...common, mode: 'sink', release: 'yes' });
  const load = await workplace.c('load', { ...common, port: numberIn(server.ready, 'port'), atonce: 64, verify: 'no' });
  const rss = (): number => Number(/VmRSS:\s*(?<kilobytes>\d+)/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))?.[1]) * 1024;
  await load.child.ask('hold 100');
  const before = rss();
  await load.child.ask(`hold ${100 + many}`);
  const each = (rss() - before) / many;
  return () => each;
}

async function idleLoop(workplace: Workplace): Promise<Run> {
  const { child } = await workplace.node('server', { ...common, mode: 'handshake', stack: 'plain' });
  return async (milliseconds) => {
    await child.ask('watch-delay');
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return numberIn(await child.ask('delay'), 'p99');
  };
}
