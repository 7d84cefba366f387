// Owns: what one call across the boundary costs, beside the same call in C.

import type { Case } from '../support/case.ts';
import { timeOf } from '../support/workplace.ts';

const common = { mode: 'call', key: 'ecdsa', version: 'tls1.3' } as const;
export const callNames = ['read-nothing', 'write-100', 'handshake-step', 'bytes-to-drain', 'new-and-free'] as const;

export const calls: readonly Case[] = callNames.map((call): Case => {
  return {
    id: `call/${call}`,
    rivalName: 'C',
    unit: 'ns',
    better: 'less',
    target: null,
    async prepare(workplace) {
      const ours = await workplace.node('memory', { ...common, call }, 'first core');
      const rival = await workplace.c('memory', { ...common, call }, 'first core');
      return { ours: timeOf(ours, 'cpu'), rival: timeOf(rival, 'cpu') };
    },
  };
});
