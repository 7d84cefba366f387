// Owns: the file of what is expected: its form, reading and writing it, and what it says of one series.
//
// A scene has an entry for the oldest series and one wherever a series differs from the one before it. So a new series that changes nothing
// adds nothing, and one that changes something adds just that.
//
// Must not know: how scenes are measured.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measured } from './scene.ts';

/** By series, each holding until the next one that is there. */
type Since<T> = Readonly<Record<string, T>>;

export interface Expected {
  /** The release of each series that the entries were measured with, oldest series first. */
  readonly measured: Readonly<Record<string, string>>;
  readonly scenes: Readonly<Record<string, Since<Measured>>>;
  /** What ERR_reason_error_string says of `library:reason`; '' where it knows nothing. */
  readonly reasons: Readonly<Record<string, Since<string>>>;
}

/** One series, spelt out. */
export interface Column {
  readonly release: string;
  readonly scenes: Readonly<Record<string, Measured>>;
  readonly reasons: Readonly<Record<string, string>>;
}

export type Columns = Readonly<Record<string, Column>>;

const file = join(__dirname, 'expected.json');

export function readExpected(): Expected {
  return JSON.parse(readFileSync(file, 'utf8')) as Expected;
}

export function writeExpected(expected: Expected): void {
  writeFileSync(file, textOf(expected));
}

/** What `byRelease` says of the series; undefined if it begins later. */
export function at<T>(series: readonly string[], byRelease: Since<T> | undefined, name: string): T | undefined {
  let value: T | undefined;
  for (const each of series) {
    if (byRelease !== undefined && Object.hasOwn(byRelease, each)) value = byRelease[each];
    if (each === name) break;
  }
  return value;
}

export function columnsOf(expected: Expected): Columns {
  const series = Object.keys(expected.measured);
  const spelt = <T>(rows: Readonly<Record<string, Since<T>>>, name: string): Record<string, T> =>
    Object.fromEntries(
      Object.entries(rows).flatMap(([key, row]) => {
        const value = at(series, row, name);
        return value === undefined ? [] : [[key, value]];
      }),
    );
  return Object.fromEntries(
    Object.entries(expected.measured).map(([name, release]) => [
      name,
      { release, scenes: spelt(expected.scenes, name), reasons: spelt(expected.reasons, name) },
    ]),
  );
}

/** The other way round. `ids` are the scenes that there are, in their order: entries of others are dropped. */
export function expectedOf(columns: Columns, series: readonly string[], ids: readonly string[]): Expected {
  const present = series.filter((name) => columns[name] !== undefined);
  const since = <T>(of: (column: Column) => T | undefined): Since<T> => {
    const row: Record<string, T> = {};
    let before: T | undefined;
    for (const name of present) {
      const column = columns[name];
      const value = column && of(column);
      if (value === undefined || isSame(value, before)) continue;
      row[name] = value;
      before = value;
    }
    return row;
  };
  const reasons = new Set(present.flatMap((name) => Object.keys(columns[name]?.reasons ?? {})));
  const byNumber = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true });
  return {
    measured: Object.fromEntries(present.map((name) => [name, columns[name]?.release ?? ''])),
    scenes: Object.fromEntries(ids.map((id) => [id, since((column) => column.scenes[id])])),
    reasons: Object.fromEntries([...reasons].toSorted(byNumber).map((key) => [key, since((column) => column.reasons[key])])),
  };
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

// One observation a line, so that a diff shows the calls that changed.
function textOf({ measured, scenes, reasons }: Expected): string {
  const entry = (value: Measured): string =>
    value === null ? 'null' : `[\n${value.map((each) => `        ${JSON.stringify(each)}`).join(',\n')}\n      ]`;
  const scene = ([id, row]: readonly [string, Since<Measured>]): string =>
    `    ${JSON.stringify(id)}: {\n${Object.entries(row)
      .map(([name, value]) => `      ${JSON.stringify(name)}: ${entry(value)}`)
      .join(',\n')}\n    }`;
  const lines = (record: object): string =>
    Object.entries(record)
      .map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(',\n');
  return `{
  "measured": {\n${lines(measured)}\n  },
  "scenes": {\n${Object.entries(scenes).map(scene).join(',\n')}\n  },
  "reasons": {\n${lines(reasons)}\n  }
}
`;
}
