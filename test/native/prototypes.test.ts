// Every row of deps/openssl/functions.inc and constants.inc against the headers of each OpenSSL at hand: a wrong row would be a call with
// wrong arguments, which no test at run time is bound to notice.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Compiled, compile, cxx } from '../support/compile.ts';
import { compareReleases, findHeaders, type Headers } from '../support/headers.ts';
import { tempFolder } from '../support/temp-folder.ts';

interface FunctionRow {
  readonly since: string;
  readonly until: string;
  readonly result: string;
  readonly name: string;
  readonly parameters: string;
  readonly before: string | undefined;
}

interface ConstantRow {
  readonly name: string;
  readonly value: string;
}

const root = join(__dirname, '..', '..');
const table = (name: string): string => readFileSync(join(root, 'deps', 'openssl', name), 'utf8');
const functionRows = readFunctionRows(table('functions.inc'));
const constantRows = [...table('constants.inc').matchAll(/^CONSTANT\(\w+, (?<name>\w+), (?<value>-?\w+)\)/gm)].map(
  ({ groups }) => groups as unknown as ConstantRow,
);

const optionRows = [...table('options.inc').matchAll(/^OPTION\(\w+, (?<name>\w+), (?<value>\w+), "(?<since>[\d.]+)"\)/gm)].map(
  ({ groups }) => groups as unknown as ConstantRow & { readonly since: string },
);

// 3.0 gave five verification results other numbers than 1.1.1: the only numbers of the table that ever changed.
const renumbered: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '1.1.1': {
    X509_V_ERR_INVALID_CA: '24',
    X509_V_ERR_SIGNATURE_ALGORITHM_MISMATCH: '76',
    X509_V_ERR_NO_ISSUER_PUBLIC_KEY: '77',
    X509_V_ERR_UNSUPPORTED_SIGNATURE_ALGORITHM: '78',
    X509_V_ERR_EC_KEY_EXPLICIT_PARAMS: '79',
  },
};

const { found, absent } = findHeaders();
for (const reason of absent) test.skip(reason, () => undefined);

describe('the tables', () => {
  test('every row of functions.inc is read by this test', () => {
    const rows = table('functions.inc').match(/^(REQUIRED|OPTIONAL|RENAMED)\b/gm) ?? [];
    expect(functionRows).toHaveLength(rows.length);
    expect(functionRows.length).toBeGreaterThan(100);
  });

  test('every row of constants.inc is read by this test', () => {
    expect(constantRows).toHaveLength((table('constants.inc').match(/^CONSTANT\b/gm) ?? []).length);
  });

  test('every row of options.inc is read by this test', () => {
    expect(optionRows).toHaveLength((table('options.inc').match(/^OPTION\b/gm) ?? []).length);
  });

  test('no function and no constant stands there twice', () => {
    for (const rows of [functionRows, constantRows, optionRows]) expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  });
});

// None where there are no headers at all: that is no failure.
for (const headers of found) {
  const { release } = headers;
  describe(`the headers of ${headers.name} (${release})`, () => {
    if (cxx.absent !== null) {
      test.skip(cxx.absent, () => undefined);
      return;
    }

    const functions = functionChecks(functionRows, release);
    const known = optionRows.filter((row) => compareReleases(release, row.since) >= 0);
    const constants = [constantChecks(constantRows, release), constantChecks(known, release)].join('\n');

    test('have the same types for every function, and the same values for every constant', () => {
      const compiled = check(headers, 'right', functions, constants);
      expect(compiled.messages).toBe('');
      expect(compiled.ok).toBe(true);
    });

    test.each([
      ['one parameter too many', 'int', 'SSL_connect', '(SSL *ssl, int more)'],
      ['a parameter of another width', 'int', 'SSL_set_fd', '(SSL *ssl, long fd)'],
      ['another pointer', 'int', 'SSL_connect', '(SSL_CTX *ssl)'],
      ['another result', 'long', 'SSL_connect', '(SSL *ssl)'],
    ])('a wrong row is noticed: %s', (what, result, name, parameters) => {
      const wrong = functionChecks([{ since: '1.1.1', until: '', result, name, parameters, before: undefined }], release);
      const compiled = check(headers, `wrong-${what.replaceAll(' ', '-')}`, wrong, '');
      expect(compiled.ok).toBe(false);
      expect(compiled.messages).toContain(name);
    });

    test('a wrong value is noticed', () => {
      const compiled = check(headers, 'wrong-value', '', constantChecks([{ name: 'SSL_CTRL_MODE', value: '34' }], release));
      expect(compiled.ok).toBe(false);
      expect(compiled.messages).toContain('SSL_CTRL_MODE');
    });
  });
}

describe('constants that some release lacks', () => {
  const newest = found.reduce<Headers | undefined>(
    (best, next) => (best === undefined || compareReleases(next.release, best.release) > 0 ? next : best),
    undefined,
  );
  if (newest === undefined || cxx.absent !== null) {
    test.skip('no headers or no compiler', () => undefined);
    return;
  }
  // The table knows constants up to this release: older headers cannot have every one.
  if (compareReleases(newest.release, '4.0') < 0) {
    test.skip(`the newest headers at hand are of ${newest.release}`, () => undefined);
    return;
  }

  test(`are few, and the newest headers at hand (${newest.release}) have every one but that of engines, which went with 4.0`, () => {
    const lines = constantRows.map(({ name }) => `#ifndef ${name}\n#error ${name} is not defined\n#endif`).join('\n');
    const { messages } = check(newest, 'all-defined', '', lines);
    const undefinedOnes = [...messages.matchAll(/#error (?<name>\w+) is not defined/g)].map(({ groups }) => groups?.['name']);
    expect([...new Set(undefinedOnes)]).toEqual(['OPENSSL_INIT_ENGINE_DYNAMIC']);
  });
});

function check(headers: Headers, what: string, functions: string, constants: string): Compiled {
  const folder = tempFolder('prototypes', `${headers.name}-${what}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'functions-check.inc'), functions);
  writeFileSync(join(folder, 'constants-check.inc'), constants);
  writeFileSync(join(folder, 'constants.inc'), '');
  const flags = [
    '-std=c++20',
    '-fsyntax-only',
    '-Wno-deprecated-declarations',
    `-I${folder}`,
    `-I${join(root, 'src-native')}`,
    ...headers.include,
  ];
  return compile(cxx, 'prototypes.cc', 'prototypes.o', flags);
}

function functionChecks(rows: readonly FunctionRow[], release: string): string {
  return rows
    .map(({ since, until, result, name, parameters, before }) => {
      if (until !== '' && compareReleases(release, until) > 0) return '';
      if (compareReleases(release, since) >= 0) return `FUNCTION(${result}, ${name}, ${parameters})`;
      return before === undefined ? '' : `FUNCTION(${result}, ${before}, ${parameters})`;
    })
    .join('\n');
}

function constantChecks(rows: readonly ConstantRow[], release: string): string {
  return rows.map(({ name, value }) => `#ifdef ${name}\nVALUE(${name}, ${renumbered[release]?.[name] ?? value})\n#endif`).join('\n');
}

function readFunctionRows(text: string): readonly FunctionRow[] {
  const row =
    /^(?:REQUIRED|OPTIONAL|RENAMED)\s*\(\w+,\s*"(?<since>[\d.]+)",\s*"(?<until>[\d.]*)",\s*(?<result>[^,]+), (?<name>\w+), (?<parameters>\(.*?\))(?:, (?<before>\w+))?\)$/gm;
  return [...text.matchAll(row)].map(({ groups }) => groups as unknown as FunctionRow);
}
