// Owns: OpenSSL's own handshake tests as a command: `npm run conformance -- --help`.

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeTempFolder, removeTempFolder } from '../support/temp-folder.ts';
import { findLibraries, type Missing } from './at-hand.ts';
import type { Library } from './library.ts';
import { jsonOf, lineOf, textOf, totalsOf } from './report.ts';
import { runSuite, type SuiteReport } from './suite.ts';

const help = `Runs OpenSSL's handshake tests (test/ssl-tests) through this package, with each OpenSSL at hand.

npm run conformance -- [options]
  --all                  every series; one that is missing is a failure
  --openssl LIST         only these: 3.0,1.1.1; with --openssl-source also system, node or a path
  --openssl-source DIR   the tests of this source tree in place of those that were brought
  --file TEXT            only files whose name contains it
  --case TEXT            only tests whose name contains it
  --layer typed|c        only through this layer of the package
  --json FILE            writes totals and every test's verdict
  --verbose              a line for each test

Exit 0: nothing failed. 1: something did. 2: bad usage.
`;

/** A bad usage, told without a stack. */
class UsageError extends Error {}

void main();

async function main(): Promise<void> {
  makeTempFolder();
  try {
    process.exitCode = await run();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${help}`);
    process.exitCode = 2;
  } finally {
    removeTempFolder();
  }
}

async function run(): Promise<number> {
  const values = read();
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const { libraries, missing } = findLibraries({
    ...(values.openssl === undefined ? {} : { names: values.openssl.split(',') }),
    ...(values['openssl-source'] === undefined ? {} : { source: values['openssl-source'] }),
  });
  const suites: SuiteReport[] = [];
  for (const library of libraries) {
    suites.push(await runOne(library, values));
  }
  // What was asked for by name has to be there.
  const due = values.all === true || values.openssl !== undefined ? missing : [];
  process.stdout.write(textOf(suites, missing));
  if (values.json !== undefined) writeFileSync(values.json, jsonOf(suites, missing));
  return verdict(suites, due);
}

type Values = ReturnType<typeof read>;

function read() {
  try {
    const { values } = parseArgs({
      options: {
        all: { type: 'boolean' },
        openssl: { type: 'string' },
        'openssl-source': { type: 'string' },
        file: { type: 'string' },
        case: { type: 'string' },
        layer: { type: 'string' },
        json: { type: 'string' },
        verbose: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
    return { ...values, layer: layerOf(values.layer) };
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

function layerOf(given: string | undefined): 'typed' | 'c' | undefined {
  if (given === undefined || given === 'typed' || given === 'c') return given;
  throw new UsageError(`--layer must be typed or c, not ${given}`);
}

function runOne(library: Library, values: Values): Promise<SuiteReport> {
  return runSuite(library, {
    ...(values.file === undefined ? {} : { file: values.file }),
    ...(values.case === undefined ? {} : { test: values.case }),
    ...(values.layer === undefined ? {} : { layer: values.layer }),
    ...(values.verbose === true ? { onCase: (report) => process.stdout.write(`${library.name} ${lineOf(report)}\n`) } : {}),
  });
}

function verdict(suites: readonly SuiteReport[], missing: readonly Missing[]): number {
  const totals = suites.map(totalsOf);
  const ran = totals.some(({ cases }) => cases > 0);
  if (!ran) process.stderr.write('no test was run\n');
  return ran && missing.length === 0 && totals.every(({ failed }) => failed === 0) ? 0 : 1;
}
