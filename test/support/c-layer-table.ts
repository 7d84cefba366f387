// Owns: the rows of the C layer's table, and what a compiler is told to compare with a release's headers.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { compareReleases, type Declared } from './headers.ts';

export interface Parameter {
  readonly word: string;
  readonly of: string | null;
  readonly name: string;
}

export interface FunctionRow {
  readonly macro: string;
  readonly name: string;
  readonly since: string;
  readonly until: string;
  readonly result: Parameter;
  readonly parameters: readonly Parameter[];
  readonly before: string;
  readonly controller: string;
  readonly command: string;
  readonly larg: string;
  readonly place: string;
}

export interface ConstantRow {
  readonly macro: string;
  readonly name: string;
  readonly value: string;
  readonly since: string;
  readonly before: string | null;
}

export interface Table {
  readonly functions: readonly FunctionRow[];
  readonly constants: readonly ConstantRow[];
  readonly kinds: readonly { readonly name: string; readonly of: string | null }[];
}

/** What the generator reads, so that a row which is torn or doubled is an error here too. */
export function readTable(): Table {
  const reader = join(__dirname, '..', '..', 'deps', 'openssl', 'c-layer', 'read.mjs');
  const program = `import { allFunctionRows, constantRows, kindRows } from ${JSON.stringify(reader)};
    console.log(JSON.stringify({ functions: allFunctionRows(), constants: constantRows(), kinds: kindRows() }));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Table;
}

export function isIn(row: { readonly since: string; readonly until?: string }, release: string): boolean {
  if (compareReleases(release, row.since) < 0) return false;
  return row.until === undefined || row.until === '' || compareReleases(release, row.until) <= 0;
}

/** The compiler's line for a function or a macro. '' where this release has none, or the row has a body of its own. */
export function functionCheck(row: FunctionRow, release: string, declared: Declared): string {
  if (!isIn(row, release)) return '';
  if (row.macro === 'C_FUNCTION') return fits(row, row.name);
  if (row.macro === 'C_CTRL') return isFunction(row, declared) ? fits(row, row.name) : '';
  if (row.macro !== 'C_RENAMED') return '';
  return fits(row, declared.functions.has(row.name) ? row.name : row.before);
}

export function macroCheck(row: FunctionRow, release: string, declared: Declared): string {
  if (row.macro !== 'C_CTRL' || !isIn(row, release) || isFunction(row, declared)) return '';
  const more = row.parameters.slice(1);
  const given = ['nullptr', ...more.map((each) => (isNumber(each) ? '7' : 'nullptr'))].join(', ');
  const larg = more.some(isNumber) ? '7' : row.larg;
  return `MACRO(${row.name}, ${word(row.result)}, ${row.name}(${given}), ${row.controller}, ${row.command}, ${larg})`;
}

/** '' for what the headers of this release do not have, and for numbers of the machine. */
export function constantCheck(row: ConstantRow, release: string, declared: Declared): string {
  if (row.macro === 'C_SYSTEM' || !isNamed(row.name, declared)) return '';
  const value = release === '1.1.1' && row.before !== null ? row.before : row.value;
  return `VALUE(${row.name}, ${value}${row.macro === 'C_OPTION' ? 'ULL' : ''})`;
}

/** A macro, a function, a constant of an enumeration. */
export function isNamed(name: string, declared: Declared): boolean {
  return declared.macros.has(name) || declared.identifiers.has(name);
}

/** A C program can call it. */
export function isCallable(name: string, declared: Declared): boolean {
  return declared.macros.has(name) || declared.functions.has(name);
}

// Of some macros a later release made functions.
function isFunction({ name }: FunctionRow, declared: Declared): boolean {
  return declared.functions.has(name) && !declared.macros.has(name);
}

function fits(row: FunctionRow, name: string): string {
  return `FITS(${[name, word(row.result), ...row.parameters.map(word)].join(', ')})`;
}

function word({ word: text, of }: Parameter): string {
  if (of === null) return text;
  return text.includes('Stack') ? `${text}<stack_st_${of}>` : `${text}<${of}>`;
}

function isNumber({ word: text }: Parameter): boolean {
  return /^(?:Int|UInt|Long|ULong|Size|Int64|Time|UChar|UShort|Options)$/.test(text);
}
