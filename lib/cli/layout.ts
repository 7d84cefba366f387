// Owns: what text output is made of: colours, tables without rules, lists of names and values.
// Must not know: what is shown.

import Table from 'cli-table3';
import { createColors } from 'picocolors';
import type { Colors } from 'picocolors/types';

export type { Colors };

/** One name and what there is to say of it, a line each. */
export type Fact = readonly [name: string, ...lines: string[]];

interface ColorSource {
  readonly isTTY?: boolean;
}

/** Colours for a stream: NO_COLOR and FORCE_COLOR have the say, else whether it is a terminal that can show them. */
export function colorsFor(stream: ColorSource, wanted: boolean): Colors {
  const { NO_COLOR = '', FORCE_COLOR = '', TERM = '' } = process.env;
  if (!wanted || NO_COLOR !== '') return createColors(false);
  if (FORCE_COLOR !== '') return createColors(FORCE_COLOR !== '0');
  return createColors(stream.isTTY === true && TERM !== 'dumb');
}

/** Columns below their heads. `right` names the columns of numbers. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[], right: readonly string[], colors: Colors): string {
  const grid = new Table({
    ...plainStyle,
    head: heads.map((head) => colors.bold(head)),
    colAligns: heads.map((head) => (right.includes(head) ? 'right' : 'left')),
  });
  grid.push(...rows.map((row) => [...row]));
  return trimmed(grid.toString());
}

export function facts(entries: readonly Fact[], colors: Colors): string {
  const grid = new Table(plainStyle);
  grid.push(...entries.map(([name, ...lines]) => [colors.bold(name), lines.join('\n')]));
  return trimmed(grid.toString());
}

// No rules and no colours of the table's own: what is left is plain columns, which other tools can read too.
const plainStyle = {
  chars: {
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
    'bottom-right': '',
    left: '',
    'left-mid': '',
    mid: '',
    'mid-mid': '',
    right: '',
    'right-mid': '',
    middle: '  ',
  },
  style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
};

function trimmed(text: string): string {
  return text.replace(/ +$/gm, '');
}
