// Owns: a process with libssl/register, and what it prints: JSON.
// Must not know: what it does.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type AtHand, libraries } from '../support/at-hand.ts';

const root = join(__dirname, '..', '..');

// The system's where it is there; Node's own would prove less.
export const [library] = libraries as [AtHand];

export interface ProgramOptions {
  /** How the package is put under the program; default `--require libssl/register`. */
  readonly flags?: readonly string[];
  readonly module?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `program` is its text, or a file below test/. */
export async function run(
  program: string | { readonly file: string },
  { flags, module = false, environment = {} }: ProgramOptions = {},
): Promise<Ended> {
  const what = typeof program === 'object' ? [join(root, 'test', program.file)] : ['--eval', program];
  const parameters = [...(flags ?? ['--require', 'libssl/register']), ...(module ? ['--input-type=module'] : []), ...what];
  const child = spawn(process.execPath, parameters, {
    cwd: root,
    env: { ...process.env, LIBSSL_LIBRARY: library.selector, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** What a program that ends well prints. */
export async function said(program: string | { readonly file: string }, options?: ProgramOptions): Promise<unknown> {
  const { code, stdout, stderr } = await run(program, options);
  if (code !== 0) throw new Error(`ended with ${code}:\n${stdout}\n${stderr}`);
  return JSON.parse(stdout);
}
