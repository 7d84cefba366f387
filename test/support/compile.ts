// Owns: compiling small C and C++ programs at test time. Where there is no compiler the reason is told, and the tests are skipped with it.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { tempFolder } from './temp-folder.ts';

const nativeFolder = join(__dirname, '..', 'native');
export const nodeApiInclude = join(__dirname, '..', '..', 'node_modules', 'node-api-headers', 'include');

export interface Compiler {
  readonly command: string;
  /** Why there is none; null if there is one. */
  readonly absent: string | null;
}

export const cc = lookFor(process.env['CC'] ?? 'cc', 'C');
export const cxx = lookFor(process.env['CXX'] ?? 'c++', 'C++');

export interface Compiled {
  readonly ok: boolean;
  readonly messages: string;
  readonly output: string;
}

/** Runs the compiler on a file of test/native/; `output` is a name in the run's temporary folder. */
export function compile(compiler: Compiler, source: string, output: string, flags: readonly string[] = []): Compiled {
  const target = join(tempFolder('compiled'), output);
  const file = source.startsWith('/') ? source : join(nativeFolder, source);
  const { status, stderr, error } = spawnSync(compiler.command, ['-o', target, file, ...flags], { encoding: 'utf8' });
  return { ok: status === 0, messages: error?.message ?? stderr, output: target };
}

/** As compile(), for what must compile; returns the path of the result. */
export function build(compiler: Compiler, source: string, output: string, flags?: readonly string[]): string {
  const compiled = compile(compiler, source, output, flags);
  if (!compiled.ok) throw new Error(`${compiler.command} ${source}: ${compiled.messages}`);
  return compiled.output;
}

export const sharedLibrary: readonly string[] =
  process.platform === 'darwin' ? ['-dynamiclib', '-undefined', 'dynamic_lookup'] : ['-shared', '-fPIC'];

function lookFor(command: string, language: string): Compiler {
  const { status } = spawnSync(command, ['--version'], { stdio: 'ignore' });
  return { command, absent: status === 0 ? null : `no ${language} compiler (${command})` };
}
