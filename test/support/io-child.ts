// Owns: running a program of a few lines, with the package's TypeScript at hand, in a process of its own.

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { join } from 'node:path';

const register = join(__dirname, 'io-register.cjs');
const library = join(__dirname, '..', '..', 'lib', 'index.ts');

export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** The program's `input`. */
  readonly input?: unknown;
  readonly execArgv?: readonly string[];
  readonly stdio?: SpawnOptions['stdio'];
  readonly env?: Readonly<Record<string, string>>;
  /** Started before the program, `['unshare', '-m']`. */
  readonly wrapper?: readonly string[];
  /** Called once the process is there. */
  readonly started?: (child: ChildProcess) => void;
}

/**
 * Runs `program`, the body of an async function that sees `libssl` (the package), `input` and `say(value)`, which prints a line of JSON.
 * An exception ends it with code 99.
 */
export async function run(program: string, options: RunOptions = {}): Promise<Ran> {
  const source = `
    const libssl = require(${JSON.stringify(library)});
    const input = ${JSON.stringify(options.input ?? null)};
    const say = (value) => require('node:fs').writeSync(1, JSON.stringify(value) + '\\n');
    (async () => { ${program} })().catch((error) => { console.error(error); process.exit(99); });`;
  const [command = process.execPath, ...parameters] = [
    ...(options.wrapper ?? []),
    process.execPath,
    ...(options.execArgv ?? []),
    '--require',
    register,
    '-e',
    source,
  ];
  const child = spawn(command, parameters, { stdio: options.stdio ?? ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...options.env } });
  options.started?.(child);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (stderr += data.toString()));
  return await new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

/** What the program said, value by value. */
export function said({ stdout }: Ran): readonly unknown[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}
