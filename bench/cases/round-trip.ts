// Owns: 100 bytes there and 100 back, one after the other, on one connection with an echoing server in C.

import type { Case } from '../support/case.ts';
import { numberIn } from '../support/child.ts';
import { rateOf, type Workplace } from '../support/workplace.ts';

const common = { mode: 'round-trip', key: 'ecdsa', version: 'tls1.3', size: 100 } as const;
const unit = 'round trips/s';

export const roundTrips: readonly Case[] = [
  {
    id: 'round-trip/sync',
    rivalName: 'C, blocking',
    unit,
    better: 'more',
    target: 0.95,
    async prepare(workplace) {
      // An echo for each: it has one connection.
      const ours = await workplace.node('sync-client', { ...common, port: await echoPort(workplace) }, 'first core');
      const rival = await workplace.c('client', { ...common, port: await echoPort(workplace), readahead: 'yes' }, 'first core');
      return { ours: rateOf(ours, 'ns'), rival: rateOf(rival, 'ns') };
    },
  },
  {
    id: 'round-trip/stream',
    rivalName: 'node:tls',
    unit,
    better: 'more',
    target: 1,
    async prepare(workplace) {
      const ours = await workplace.node('stream-client', { ...common, stack: 'ours', port: await echoPort(workplace) }, 'first core');
      const rival = await workplace.node('stream-client', { ...common, stack: 'node', port: await echoPort(workplace) }, 'first core');
      return { ours: rateOf(ours, 'ns'), rival: rateOf(rival, 'ns') };
    },
  },
];

async function echoPort(workplace: Workplace): Promise<number> {
  const { ready } = await workplace.c('server', { ...common, mode: 'echo', readahead: 'yes' }, 'second core');
  return numberIn(ready, 'port');
}
