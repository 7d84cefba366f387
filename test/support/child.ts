// Owns: running one of the tests' TypeScript files in a process of its own, to its end.
// Must not know: what it does there.

import { spawn } from 'node:child_process';
import { join } from 'node:path';

const register = join(__dirname, 'io-register.cjs');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ChildOptions {
  readonly parameters?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly nodeOptions?: readonly string[];
  readonly input?: string;
}

/** `script` is a path below test/. */
export async function runScript(
  script: string,
  { parameters = [], environment = {}, nodeOptions = [], input }: ChildOptions = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [...nodeOptions, '--require', register, join(__dirname, '..', script), ...parameters], {
    env: { ...process.env, ...environment },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (data: Buffer) => (stdout += data.toString('utf8')));
  child.stderr?.on('data', (data: Buffer) => (stderr += data.toString('utf8')));
  child.stdin?.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

/** What a script that must succeed printed as JSON. */
export async function jsonOf<T>(script: string, options?: ChildOptions): Promise<T> {
  const { code, signal, stdout, stderr } = await runScript(script, options);
  if (code !== 0 || signal !== null) throw new Error(`${script} ended with ${code ?? signal}:\n${stdout}\n${stderr}`);
  return JSON.parse(stdout) as T;
}

/** For `node --require`, as a worker thread's execArgv takes it. */
export const registerOptions: readonly string[] = ['--require', register];
