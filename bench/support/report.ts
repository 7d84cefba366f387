// Owns: how results are shown.
// Must not know: how they were measured.

import { type Colors, table } from '../../lib/cli/layout.ts';
import type { Instructions } from '../callgrind.ts';
import type { Limit } from '../limits.ts';
import type { Profile } from '../profile.ts';
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

export function limitsText(limits: readonly Limit[], colors: Colors): string {
  const rows = limits.map(({ what, value, unit }) => [what, readable(value), unit]);
  return table(['limit', 'value', 'unit'], rows, ['value'], colors);
}

export function instructionsText(calls: readonly Instructions[], colors: Colors): string {
  const rows = calls.map(({ call, ours, rival }) => [(rival / ours).toFixed(2), call, readable(ours), readable(rival)]);
  return table(['ratio', 'instructions of a call', 'ours', 'C'], rows, ['ratio', 'ours', 'C'], colors);
}

export function profileText(id: string, { javascript, native, folder }: Profile, colors: Colors): string {
  const rows = javascript.map(({ part, name }) => [`${(part * 100).toFixed(1)} %`, name]);
  const nativeText =
    native === null
      ? ['What (program) is made of, perf would tell, and it is not there (on Debian: apt-get install linux-perf).']
      : [colors.bold('by library'), native.libraries, '', colors.bold('by symbol'), native.symbols];
  return [
    colors.bold(id),
    '',
    table(['self', 'JavaScript'], rows, ['self'], colors),
    '',
    ...nativeText,
    '',
    `the files: ${folder}`,
    '',
  ].join('\n');
}

function readable(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en-US');
  return value.toPrecision(3);
}
