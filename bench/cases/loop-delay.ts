// Owns: how late a server's timers come while it does 200 RSA-4096 handshakes a second: createServer against node:tls.

import type { Case, Run, Sides } from '../support/case.ts';
import { numberIn } from '../support/child.ts';
import type { Started, Workplace } from '../support/workplace.ts';

const common = { key: 'rsa4096', version: 'tls1.3' } as const;
const rate = 200;
const measures = ['p50', 'p99', 'max'] as const;

export const loopDelay: readonly Case[] = measures.map((measure): Case => {
  return {
    id: `loop-delay/${measure}`,
    rivalName: 'node:tls',
    unit: 'ms',
    better: 'less',
    target: measure === 'p99' ? 10 : null,
    rounds: { most: 5, milliseconds: 2000 },
    prepare: (workplace) => servers(workplace, measure),
  };
});

async function servers(workplace: Workplace, measure: (typeof measures)[number]): Promise<Sides> {
  const ours = await workplace.node('server', { ...common, mode: 'handshake', stack: 'ours', offload: true });
  const rival = await workplace.node('server', { ...common, mode: 'handshake', stack: 'node' });
  return { ours: await delayOf(workplace, ours, measure), rival: await delayOf(workplace, rival, measure) };
}

async function delayOf(workplace: Workplace, server: Started, measure: (typeof measures)[number]): Promise<Run> {
  const port = numberIn(server.ready, 'port');
  const load = await workplace.c('load', { ...common, port, atonce: 64, rate, verify: 'no' });
  await load.child.ask('run 200'); // what the first handshakes compile and load is not the delay that is meant
  return async (milliseconds) => {
    await server.child.ask('watch-delay');
    await load.child.ask(`run ${milliseconds}`);
    return numberIn(await server.child.ask('delay'), measure);
  };
}
