// Owns: how results are shown: the table, and the JSON.
// Must not know: how they were measured.

import { writeFileSync } from 'node:fs';
import { type Colors, table } from '../../lib/cli/layout.ts';
import type { Machine } from './machine.ts';
import type { Result } from './rounds.ts';

const numbers = ['ratio', 'target', 'ours', 'rival', 'spread'];

/** The ratio first: above 1 ours is better. */
export function asTable(results: readonly Result[], colors: Colors): string {
  const heads = ['ratio', 'target', '', 'case', 'ours', 'rival', 'unit', 'against', 'spread'];
  const rows = results.map(({ id, ratio, target, met, ours, rival, unit, rivalName, spread }) => [
    ratio === null ? '–' : ratio.toFixed(2),
    target === null ? '–' : `≥ ${target}`,
    met === null ? '' : met ? colors.green('met') : colors.yellow('missed'),
    id,
    ours === null ? '–' : readable(ours),
    rival === null ? '–' : readable(rival),
    unit,
    rivalName,
    spread === null ? '–' : `${(spread * 100).toFixed(1)} %`,
  ]);
  const notes = results
    .filter(({ note }) => note !== undefined)
    .map(({ id, note, failed }) => `${failed === true ? 'FAILED ' : ''}${id}: ${note}`);
  return [table(heads, rows, numbers, colors), ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

export function writeJson(file: string, machine: Machine, results: readonly Result[]): void {
  writeFileSync(file, `${JSON.stringify({ machine, cases: results }, null, 2)}\n`);
}

function readable(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en-US');
  return value.toPrecision(3);
}
