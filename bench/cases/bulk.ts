// Owns: bytes one way over one connection: in memory and blocking against C, over streams against node:tls.

import type { Case } from '../support/case.ts';
import { numberIn } from '../support/child.ts';
import { rateOf, type Workplace } from '../support/workplace.ts';

const key = 'ecdsa';
const version = 'tls1.3';
const unit = 'MB/s';
const megabyte = 1e6;
// As connect() has it: what a socket gives is taken in one go.
const pair = 256 * 1024;

const sizes = { '1k': 1024, '16k': 16 * 1024, '1m': 1024 * 1024 } as const;
const sizeNames = Object.keys(sizes) as readonly (keyof typeof sizes)[];
const ways = ['send', 'receive'] as const;
type Way = (typeof ways)[number];

export const bulk: readonly Case[] = [
  ...sizeNames.map(inMemory),
  ...ways.flatMap((way) => sizeNames.map((size) => blocking(way, size))),
  ...ways.flatMap((way) => sizeNames.map((size) => overStreams(way, size))),
];

function inMemory(name: keyof typeof sizes): Case {
  const size = sizes[name];
  return {
    id: `bulk/memory/${name}`,
    rivalName: 'C, BIO pairs',
    unit,
    better: 'more',
    target: 0.95,
    async prepare(workplace) {
      const ours = await workplace.node('memory', { mode: 'bulk', key, version, size, pair }, 'first core');
      const rival = await workplace.c('memory', { mode: 'bulk', key, version, size, pair }, 'first core');
      return { ours: rateOf(ours, 'cpu', megabyte), rival: rateOf(rival, 'cpu', megabyte) };
    },
  };
}

function blocking(way: Way, name: keyof typeof sizes): Case {
  const size = sizes[name];
  return {
    id: `bulk/sync/${way}/${name}`,
    rivalName: 'C, blocking',
    unit,
    better: 'more',
    target: 0.95,
    async prepare(workplace) {
      const port = await serverPort(workplace, way, size);
      const ours = await workplace.node('sync-client', { mode: way, key, version, size, port }, 'first core');
      // C at its best: without reading ahead it asks the kernel twice for each record.
      const rival = await workplace.c('client', { mode: way, key, version, size, port, readahead: 'yes' }, 'first core');
      return { ours: rateOf(ours, workplace.clock, megabyte), rival: rateOf(rival, workplace.clock, megabyte) };
    },
  };
}

function overStreams(way: Way, name: keyof typeof sizes): Case {
  const size = sizes[name];
  return {
    id: `bulk/stream/${way}/${name}`,
    rivalName: 'node:tls',
    unit,
    better: 'more',
    target: 1.1,
    async prepare(workplace) {
      const port = await serverPort(workplace, way, size);
      const ours = await workplace.node('stream-client', { mode: way, key, version, size, port, stack: 'ours' }, 'first core');
      const rival = await workplace.node('stream-client', { mode: way, key, version, size, port, stack: 'node' }, 'first core');
      return { ours: rateOf(ours, workplace.clock, megabyte), rival: rateOf(rival, workplace.clock, megabyte) };
    },
  };
}

async function serverPort(workplace: Workplace, way: Way, size: number): Promise<number> {
  const mode = way === 'send' ? 'sink' : 'source';
  const { ready } = await workplace.c('server', { mode, key, version, size, readahead: 'yes' }, 'second core');
  return numberIn(ready, 'port');
}
