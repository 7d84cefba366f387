// Owns: the driver in C: for which OpenSSLs it can be built, building it, giving it scripts, reading its traces.
// Must not know: what scripts say.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AtHand } from '../support/at-hand.ts';
import { build, cc, compile } from '../support/compile.ts';
import { cacheFolder } from '../support/library-copies.ts';
import type { Executor } from './executor/executor.ts';

type Script = readonly string[];
export type Trace = readonly string[];

const folder = join(__dirname, 'driver');
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.c'))
  .map((name) => join(folder, name));
const longestRun = 300_000;

/** What ends the driver before its time: a signal, for the most part. */
export class DriverError extends Error {}

/** Null where there is no compiler, or no headers and libraries of that OpenSSL; the reason is why. */
export type BuiltDriver = { readonly program: string } | { readonly reason: string };

export function buildDriver({ name, library }: AtHand): BuiltDriver {
  if (cc.absent !== null) return { reason: cc.absent };
  const flags = flagsFor(name);
  if (flags === null) return { reason: `no headers of the OpenSSL ${name}` };
  // The system's headers may be of another release than the library that is loaded.
  const expected = `-DEXPECTED=${library.version.number}L`;
  const probe = compile(cc, join(folder, 'driver.c'), `probe-${name}.o`, ['-c', expected, ...flags.include]);
  if (!probe.ok) return { reason: `the headers are not those of OpenSSL ${library.version.short}: ${probe.messages.split('\n')[0] ?? ''}` };
  const [first = '', ...others] = sources;
  const warnings = ['-Wall', '-Wextra', '-Werror', '-Wno-deprecated-declarations'];
  return { program: build(cc, first, `driver-${name}`, [...others, '-O1', ...warnings, ...flags.include, ...flags.link]) };
}

function flagsFor(name: string): { readonly include: readonly string[]; readonly link: readonly string[] } | null {
  const libraries = ['-lssl', '-lcrypto'];
  if (name === 'system') return existsSync('/usr/include/openssl/ssl.h') ? { include: [], link: libraries } : null;
  const include = join(cacheFolder, name, 'include');
  const lib = join(cacheFolder, name, 'lib');
  if (!existsSync(join(include, 'openssl', 'ssl.h'))) return null;
  return { include: [`-I${include}`], link: [`-L${lib}`, `-Wl,-rpath,${lib}`, ...libraries] };
}

/** The traces of all scripts, by one process. */
export function runDriver(program: string, keys: string, scripts: readonly Script[]): readonly Trace[] {
  const input = scripts.map((script) => `${script.join('\n')}\nend\n`).join('');
  const { status, signal, stdout, stderr, error } = spawnSync(program, [keys], {
    input,
    encoding: 'latin1',
    maxBuffer: Number.POSITIVE_INFINITY,
    timeout: longestRun,
    killSignal: 'SIGKILL',
  });
  if (status !== 0) throw new DriverError(`the driver ended with ${signal ?? status ?? error?.message ?? '?'}: ${stderr}`);
  const traces = stdout.split('\nend\n');
  traces.pop();
  return traces.map((trace) => trace.split('\n'));
}

/** The driver in the form of the executor, one process a script: for looking at single ones. */
export function driverExecutor(program: string, keys: string): Executor {
  return (script) => runDriver(program, keys, [script])[0] ?? [];
}
