// Every row of deps/openssl/c-layer/*.inc against the headers of each OpenSSL at hand: a wrong row would be a call with wrong arguments, which
// no test at run time is bound to notice.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  constantCheck,
  type FunctionRow,
  functionCheck,
  isCallable,
  isIn,
  isNamed,
  macroCheck,
  readTable,
} from '../support/c-layer-table.ts';
import { type Compiled, compile, cxx } from '../support/compile.ts';
import { compareReleases, type Declared, declaredBy, findHeaders, type Headers } from '../support/headers.ts';
import { tempFolder } from '../support/temp-folder.ts';

const table = readTable();
const { found, absent } = findHeaders();
for (const reason of absent) test.skip(reason, () => undefined);
const stacks = table.kinds.map(({ name }) => `struct stack_st_${name};`).join('\n');

const longNumber = { word: 'Long', of: null, name: 'ret_code' };
const clean = { ok: true, messages: '', output: expect.any(String) };
const everywhere = new Map<string, Declared>();

interface Checks {
  readonly functions?: readonly string[];
  readonly macros?: readonly string[];
  readonly constants?: readonly string[];
}

// None where there are no headers at all: that is no failure.
for (const headers of found) {
  const { release } = headers;
  describe(`the headers of ${headers.name} (${release})`, () => {
    if (cxx.absent !== null) {
      test.skip(cxx.absent, () => undefined);
      return;
    }
    const declared = declaredBy(headers, join(__dirname, 'headers-check.h'));
    const right = (row: Partial<FunctionRow> & { readonly name: string }): FunctionRow => {
      const known = table.functions.find(({ name }) => name === row.name);
      if (known === undefined) throw new Error(`the table has no ${row.name}`);
      return { ...known, ...row };
    };

    test('have every function with the types of its row', () => {
      expect(check(headers, 'functions', { functions: table.functions.map((row) => functionCheck(row, release, declared)) })).toEqual(
        clean,
      );
    });

    test('have every macro with the command of its row', () => {
      expect(check(headers, 'macros', { macros: table.functions.map((row) => macroCheck(row, release, declared)) })).toEqual(clean);
    });

    test('have every constant with the value of its row', () => {
      expect(check(headers, 'constants', { constants: table.constants.map((row) => constantCheck(row, release, declared)) })).toEqual(
        clean,
      );
    });

    test('have what a row says to be in this release, and nothing that it says not to be', () => {
      expect(misplaced(release, declared)).toEqual([]);
    });

    test.each<[string, Partial<FunctionRow> & { readonly name: string }]>([
      ['an argument too few', { name: 'SSL_read', parameters: [{ word: 'Drive', of: 'SSL', name: 'ssl' }] }],
      ['another handle', { name: 'SSL_connect', parameters: [{ word: 'Drive', of: 'SSL_CTX', name: 'ssl' }] }],
      ['another result', { name: 'SSL_connect', result: { word: 'Long', of: null, name: '' } }],
      ['a number of another width', { name: 'SSL_get_error', parameters: [...right({ name: 'SSL_connect' }).parameters, longNumber] }],
    ])('a wrong row is noticed: %s', (what, row) => {
      const compiled = check(headers, `wrong-${what}`, { functions: [functionCheck(right(row), release, declared)] });
      expect(compiled.ok).toBe(false);
      expect(compiled.messages).toContain(row.name);
    });

    test.each<[string, Partial<FunctionRow>]>([
      ['another command', { command: '34' }],
      ['another controller', { controller: 'SSL_CTX_ctrl' }],
      ['another result', { result: { word: 'Int', of: null, name: '' } }],
    ])('a wrong macro is noticed: %s', (what, wrong) => {
      const compiled = check(headers, `macro-${what}`, {
        macros: [macroCheck(right({ name: 'SSL_set_mode', ...wrong }), release, declared)],
      });
      expect(compiled.ok).toBe(false);
      expect(compiled.messages).toContain(`SSL_set_mode has ${what}`);
    });

    test('a wrong larg is noticed', () => {
      const compiled = check(headers, 'larg', { macros: [macroCheck(right({ name: 'SSL_get_mode', larg: '1' }), release, declared)] });
      expect(compiled.messages).toContain('SSL_get_mode has another larg');
    });

    test('a wrong value is noticed', () => {
      const compiled = check(headers, 'wrong-value', { constants: ['VALUE(SSL_ERROR_WANT_READ, 3)'] });
      expect(compiled.messages).toContain('SSL_ERROR_WANT_READ');
    });
  });
}

function check(headers: Headers, what: string, { functions = [], macros = [], constants = [] }: Checks): Compiled {
  const folder = tempFolder('c-layer', `${headers.name}-${what.replaceAll(' ', '-')}`);
  mkdirSync(folder, { recursive: true });
  const write = (name: string, lines: readonly string[]): void =>
    writeFileSync(join(folder, `${name}-check.inc`), lines.filter((line) => line !== '').join('\n'));
  write('functions', functions);
  write('macros', macros);
  write('constants', constants);
  write('stacks', [stacks]);
  const flags = ['-std=c++20', '-fsyntax-only', '-Wno-deprecated-declarations', `-I${folder}`, ...headers.include];
  const { output, ok, messages } = compile(cxx, 'c_layer_prototypes.cc', 'c_layer_prototypes.o', flags);
  // A row is one line: what the compiler says of the templates around it is of no use.
  const told = messages.split('\n').filter((line) => /\berror:|reduces to/.test(line));
  return { ok, output, messages: told.join('\n') };
}

/** Rows whose since or until this release's headers contradict. */
function misplaced(release: string, declared: Declared): readonly string[] {
  const wrong: string[] = [];
  for (const row of table.functions) {
    if (row.macro === 'C_CUSTOM' && !everNamed(row.name)) continue; // c_errno, poll: no name of OpenSSL's
    const asBefore = row.macro === 'C_RENAMED' && isIn(row, release) && isCallable(row.before, declared);
    const isThere = isCallable(row.name, declared) || asBefore;
    if (isIn(row, release) !== isThere) wrong.push(`${row.place}: ${row.name} ${isThere ? 'is there' : 'is not there'}`);
    if (row.macro === 'C_FUNCTION' && isIn(row, release) && isThere && !declared.functions.has(row.name)) {
      wrong.push(`${row.place}: ${row.name} is only a macro here`);
    }
  }
  for (const { macro, name, since } of table.constants) {
    if (macro !== 'C_SYSTEM' && compareReleases(release, since) < 0 && isNamed(name, declared)) wrong.push(`${name} is there`);
  }
  return wrong;
}

function everNamed(name: string): boolean {
  return found.some((headers) => {
    const declared = everywhere.get(headers.name) ?? declaredBy(headers, join(__dirname, 'headers-check.h'));
    everywhere.set(headers.name, declared);
    return isCallable(name, declared);
  });
}
