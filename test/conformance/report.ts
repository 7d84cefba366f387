// Owns: how the outcome of a run is shown, to people and as JSON.
// Must not know: how tests are run.

import type { Missing } from './at-hand.ts';
import type { CaseReport, SuiteReport } from './suite.ts';

export interface Totals {
  readonly cases: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Of those that ran, how many went through each layer. */
  readonly layers: Readonly<Record<string, number>>;
}

export function totalsOf({ cases }: SuiteReport): Totals {
  const count = (status: CaseReport['verdict']['status']): number => cases.filter(({ verdict }) => verdict.status === status).length;
  const layers: Record<string, number> = {};
  for (const { verdict } of cases) if (verdict.status !== 'skipped') layers[verdict.layer] = (layers[verdict.layer] ?? 0) + 1;
  return { cases: cases.length, passed: count('passed'), failed: count('failed'), skipped: count('skipped'), layers };
}

/** Everything, for programs. */
export function jsonOf(suites: readonly SuiteReport[], missing: readonly Missing[]): string {
  const libraries = suites.map((suite) => ({
    library: suite.library,
    version: suite.version,
    files: suite.files,
    seconds: suite.seconds,
    totals: totalsOf(suite),
    cases: suite.cases.map(({ file, name, verdict }) => ({ file, name, ...verdict })),
  }));
  return `${JSON.stringify({ libraries, missing }, null, 2)}\n`;
}

/** A table of all libraries, then what failed and why the rest was skipped. */
export function textOf(suites: readonly SuiteReport[], missing: readonly Missing[]): string {
  const header = ['library', 'version', 'files', 'cases', 'passed', 'failed', 'skipped', 'typed', 'C layer', 'seconds'];
  const rows = suites.map((suite) => {
    const { cases, passed, failed, skipped, layers } = totalsOf(suite);
    const numbers = [suite.files, cases, passed, failed, skipped, layers['typed'] ?? 0, layers['C layer'] ?? 0];
    return [suite.library, suite.version, ...numbers.map(String), suite.seconds.toFixed(1)];
  });
  const lines = table([header, ...rows]);
  for (const suite of suites) lines.push(...detailsOf(suite));
  for (const { name, reason } of missing) lines.push('', `${name} is not here: ${reason}`);
  return `${lines.join('\n')}\n`;
}

function detailsOf(suite: SuiteReport): readonly string[] {
  const failed = suite.cases.filter(({ verdict }) => verdict.status === 'failed');
  const reasons = new Map<string, { count: number; readonly details: Set<string> }>();
  for (const { verdict } of suite.cases) {
    if (verdict.status !== 'skipped') continue;
    const entry = reasons.get(verdict.reason) ?? { count: 0, details: new Set<string>() };
    entry.count += 1;
    if (verdict.detail !== undefined) entry.details.add(verdict.detail);
    reasons.set(verdict.reason, entry);
  }
  const skipped = [...reasons].map(([reason, { count, details }]) => {
    const which = details.size === 0 ? '' : ` (${[...details].join(', ')})`;
    return `  ${String(count).padStart(4)}  ${reason}${which}`;
  });
  return [
    ...(failed.length === 0 ? [] : ['', `${suite.library}: failed`, ...failed.map((report) => `  ${lineOf(report)}`)]),
    ...(skipped.length === 0 ? [] : ['', `${suite.library}: skipped`, ...skipped]),
  ];
}

/** One test on one line. */
export function lineOf({ file, name, verdict }: CaseReport): string {
  switch (verdict.status) {
    case 'passed':
      return `${file} ${name}: passed (${verdict.layer})`;
    case 'skipped':
      return `${file} ${name}: skipped, ${verdict.reason}${verdict.detail === undefined ? '' : ` (${verdict.detail})`}`;
    case 'failed':
      return `${file} ${name}: failed (${verdict.layer}): ${verdict.mismatches
        .map(({ key, expected, actual }) => `${key}: expected ${expected}, got ${actual}`)
        .join('; ')}`;
  }
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const names = 2; // columns of words; the others are numbers
  return rows.map((row) =>
    row
      .map((cell, column) => (column < names ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
