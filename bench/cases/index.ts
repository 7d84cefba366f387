// Owns: the list of all cases, in the table's order.

import { BenchError, type Case } from '../support/case.ts';
import { bulk } from './bulk.ts';
import { calls } from './calls.ts';
import { clientHandshakes } from './client-handshake.ts';
import { idleMemory } from './idle-memory.ts';
import { load } from './load.ts';
import { loopDelay } from './loop-delay.ts';
import { memoryHandshakes } from './memory-handshake.ts';
import { roundTrips } from './round-trip.ts';
import { serverHandshakes } from './server-handshake.ts';

export const cases: readonly Case[] = [
  ...memoryHandshakes,
  ...clientHandshakes,
  ...serverHandshakes,
  ...bulk,
  ...roundTrips,
  ...idleMemory,
  ...loopDelay,
  ...calls,
  ...load,
];

/**
 * Those whose ids begin with one of the names, whole words; all without names.
 *
 * Fails when: a name is that of no case (BenchError, with all there are).
 */
export function casesNamed(names: readonly string[]): readonly Case[] {
  const unknown = names.find((name) => !cases.some(({ id }) => isNamed(id, name)));
  if (unknown !== undefined) {
    throw new BenchError(`no case '${unknown}'. There are:\n${cases.map(({ id }) => `  ${id}`).join('\n')}`);
  }
  return names.length === 0 ? cases : cases.filter(({ id }) => names.some((name) => isNamed(id, name)));
}

function isNamed(id: string, name: string): boolean {
  return id === name || id.startsWith(`${name.replace(/\/$/, '')}/`);
}
