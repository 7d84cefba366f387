// Owns: what one call costs in instructions, counted by Valgrind's callgrind: the difference between many calls and more of them.

import { spawnSync } from 'node:child_process';
import { callNames } from './cases/calls.ts';
import { BenchError, type Case } from './support/case.ts';
import { cCommand, workerCommand } from './support/workplace.ts';

export interface Instructions {
  readonly call: string;
  readonly ours: number;
  readonly rival: number;
}

const common = { mode: 'call', key: 'ecdsa', version: 'tls1.3' } as const;
// Beyond the first number V8 has compiled what it will compile.
const few = 10_000;
const many = 30_000;

/**
 * Counts, for those of the cases that are calls.
 *
 * Fails when: none is, there is no Valgrind, or a program does not run under it (BenchError).
 */
export function countInstructions(chosen: readonly Case[]): readonly Instructions[] {
  if (spawnSync('valgrind', ['--version'], { stdio: 'ignore' }).status !== 0) {
    throw new BenchError('instructions are counted by Valgrind, which is not there (on Debian: apt-get install valgrind)');
  }
  const counted = callNames.filter((call) => chosen.some(({ id }) => id === `call/${call}`));
  if (counted.length === 0) throw new BenchError(`instructions are counted of ${callNames.map((call) => `call/${call}`).join(', ')}`);
  return counted.map((call) => ({
    call,
    ours: perCall((count) => workerCommand('memory', { ...common, call, count })),
    rival: perCall((count) => cCommand('memory', { ...common, call, count })),
  }));
}

function perCall(command: (count: number) => readonly string[]): number {
  return (instructionsOf(command(many)) - instructionsOf(command(few))) / (many - few);
}

function instructionsOf(command: readonly string[]): number {
  const valgrind = ['--tool=callgrind', '--callgrind-out-file=/dev/null', ...command];
  const { status, stderr } = spawnSync('valgrind', valgrind, { encoding: 'utf8' });
  const instructions = /Collected : (?<count>\d+)/.exec(stderr)?.groups?.['count'];
  if (status === 0 && instructions !== undefined) return Number(instructions);
  throw new BenchError(`valgrind ${valgrind.join(' ')} failed:\n${stderr.slice(-2000)}`);
}
