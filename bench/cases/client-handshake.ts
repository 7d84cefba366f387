// Owns: handshakes of one client process with a server in C, over loopback: blocking against C, non-blocking against node:tls.

import { BenchError, type Case, type Sides, Unavailable } from '../support/case.ts';
import { numberIn } from '../support/child.ts';
import { type Place, rateOf, type Started, type Workplace } from '../support/workplace.ts';

const key = 'ecdsa';
const version = 'tls1.3';
const unit = 'handshakes/s';

const blocking: Case = {
  id: 'client-handshake/sync/1',
  rivalName: 'C, blocking',
  unit,
  better: 'more',
  target: 0.95,
  async prepare(workplace) {
    const port = await serverPort(workplace, 'second core');
    const ours = await workplace.node('sync-client', { mode: 'handshake', key, version, port }, 'first core');
    const rival = await workplace.c('client', { mode: 'handshake', key, version, port }, 'first core');
    return { ours: rateOf(ours, workplace.clock), rival: rateOf(rival, workplace.clock) };
  },
};

export const clientHandshakes: readonly Case[] = [
  blocking,
  ...[1, 32, 256].map((atOnce) => nonBlocking('async', atOnce, 1.3)),
  ...[1, 32, 256].map((atOnce) => nonBlocking('pool', atOnce, 1.7)),
];

function nonBlocking(how: 'async' | 'pool', atOnce: number, target: number): Case {
  return {
    id: `client-handshake/${how}/${atOnce}`,
    rivalName: 'node:tls',
    unit,
    better: 'more',
    target,
    // As many as are begun at once belong to a round.
    rounds: { most: 11, milliseconds: 500 },
    prepare: (workplace) => clients(workplace, atOnce, how === 'pool'),
  };
}

// On one core each; with the pool wherever there is room.
async function clients(workplace: Workplace, atOnce: number, offload: boolean): Promise<Sides> {
  const port = await serverPort(workplace, offload ? 'any' : 'second core');
  const place = offload ? 'any' : 'first core';
  const settings = { mode: 'handshake', key, version, port, atOnce } as const;
  const ours = await offered(workplace.node('stream-client', { ...settings, stack: 'ours', offload }, place));
  const rival = await workplace.node('stream-client', { ...settings, stack: 'node' }, place);
  const clock = offload ? 'ns' : workplace.clock;
  return { ours: rateOf(ours, clock), rival: rateOf(rival, clock) };
}

async function serverPort(workplace: Workplace, place: Place): Promise<number> {
  const { ready } = await workplace.c('server', { mode: 'handshake', key, version }, place);
  return numberIn(ready, 'port');
}

async function offered(started: Promise<Started>): Promise<Started> {
  try {
    return await started;
  } catch (error) {
    if (!(error instanceof BenchError) || !error.message.includes('options.offload')) throw error;
    throw new Unavailable("this build does not have offload: 'pool'");
  }
}
