// Owns: handshakes a second of a server, under one load generator in C: createServer against node:tls.

import type { Case } from '../support/case.ts';
import { numberIn } from '../support/child.ts';
import { rateOf, type Started, type Workplace } from '../support/workplace.ts';

const version = 'tls1.3';
const atOnce = 32;

export const serverHandshakes: readonly Case[] = (['ecdsa', 'rsa'] as const).map((key): Case => {
  return {
    id: `server-handshake/${key}`,
    rivalName: 'node:tls',
    unit: 'handshakes/s',
    better: 'more',
    target: 1.5,
    rounds: { most: 11, milliseconds: 500 },
    async prepare(workplace) {
      const ours = await workplace.node('server', { mode: 'handshake', key, version, stack: 'ours', offload: true });
      const rival = await workplace.node('server', { mode: 'handshake', key, version, stack: 'node' });
      return { ours: rateOf(await loadOn(workplace, ours), 'ns'), rival: rateOf(await loadOn(workplace, rival), 'ns') };
    },
  };
});

async function loadOn(workplace: Workplace, { ready }: Started): Promise<Started> {
  return workplace.c('load', { port: numberIn(ready, 'port'), atonce: atOnce, version, verify: 'no' });
}
