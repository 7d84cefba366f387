// Owns: handshakes in memory, both ends in one thread: two engines against two SSLs of C.

import type { Case } from '../support/case.ts';
import { rateOf } from '../support/workplace.ts';

const versions = ['tls1.3', 'tls1.2'] as const;
const keys = ['ecdsa', 'rsa'] as const;
const kinds = ['full', 'resumed'] as const;

export const memoryHandshakes: readonly Case[] = versions.flatMap((version) =>
  keys.flatMap((key) =>
    kinds.map((kind): Case => {
      return {
        id: `memory-handshake/${version}/${key}/${kind}`,
        rivalName: 'C, BIO pairs',
        unit: 'handshakes/s',
        better: 'more',
        target: 0.97,
        async prepare(workplace) {
          const ours = await workplace.node('memory', { mode: kind === 'full' ? 'handshake' : kind, key, version }, 'first core');
          const rival = await workplace.c('memory', { mode: 'handshake', session: kind, key, version }, 'first core');
          return { ours: rateOf(ours, 'cpu'), rival: rateOf(rival, 'cpu') };
        },
      };
    }),
  ),
);
