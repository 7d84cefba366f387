// Owns: compiling the programs of bench/c/ with the system's OpenSSL, when they or the compiler's command have changed.
// Must not know: what they do.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BenchError } from './case.ts';

export const buildFolder = join(__dirname, '..', '.build');
const sourceFolder = join(__dirname, '..', 'c');
const programs = ['memory', 'client', 'server', 'load', 'crypto'] as const;
export type CProgram = (typeof programs)[number];

const compiler = process.env['CC'] ?? 'cc';
const flags = ['-O2', '-Wall', '-Wextra', '-Wno-deprecated-declarations'];
const libraries = ['-lssl', '-lcrypto'];

/**
 * Compiles what has changed, into bench/.build.
 *
 * Fails when: there is no C compiler or there are no headers of OpenSSL (BenchError, with what to install).
 */
export function buildPrograms(): void {
  mkdirSync(buildFolder, { recursive: true });
  const shared = ['common.c', 'common.h'].map((name) => readFileSync(join(sourceFolder, name), 'utf8'));
  for (const name of programs) {
    const source = readFileSync(join(sourceFolder, `${name}.c`), 'utf8');
    const made = [compiler, ...flags, ...libraries, headersVersion(), ...shared, source].join('\n');
    const note = join(buildFolder, `${name}.made-of`);
    if (existsSync(programFile(name)) && existsSync(note) && readFileSync(note, 'utf8') === made) continue;
    compile(name);
    writeFileSync(note, made);
  }
}

export function programFile(name: CProgram): string {
  return join(buildFolder, name);
}

function compile(name: CProgram): void {
  const files = [`${name}.c`, 'common.c'].map((file) => join(sourceFolder, file));
  const [command = 'cc', ...before] = compiler.split(' ');
  const { status, stderr, error } = spawnSync(command, [...before, ...flags, '-o', programFile(name), ...files, ...libraries], {
    encoding: 'utf8',
  });
  if (status === 0) return;
  if (error !== undefined) throw new BenchError(`the rivals are C programs, and there is no C compiler (${compiler}): ${error.message}`);
  if (stderr.includes('openssl/')) {
    throw new BenchError(
      `the rivals are C programs, and OpenSSL's headers are missing (on Debian: apt-get install libssl-dev):\n${stderr}`,
    );
  }
  throw new BenchError(`${compiler} bench/c/${name}.c failed:\n${stderr}`);
}

// An update of the system's OpenSSL makes new programs.
function headersVersion(): string {
  const file = '/usr/include/openssl/opensslv.h';
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
