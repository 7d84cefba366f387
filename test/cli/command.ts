// Owns: running the built command, dist/cli/main.js, as a user's shell would: a process of its own, its output, its exit code.
// Must not know: what it is run for.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { ConnectReport } from '../../lib/cli/json-report.ts';
import { certificateFile, hosts } from '../support/pki.ts';

export const commandFile = join(__dirname, '..', '..', 'dist', 'cli', 'main.js');

export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Variables = Readonly<Record<string, string>>;

/** The environment of a child: the own one without what steers the command, and `changes`. */
export function environment(changes: Variables = {}): NodeJS.ProcessEnv {
  const { LIBSSL_LIBRARY, NO_COLOR, FORCE_COLOR, ...rest } = process.env;
  return { ...rest, ...changes };
}

/** Runs any program to its end. Nothing is at its standard input. */
export async function run(program: string, parameters: readonly string[], env: NodeJS.ProcessEnv = environment()): Promise<Ran> {
  return await new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

export async function libssl(parameters: readonly string[], env: Variables = {}): Promise<Ran> {
  return await run(process.execPath, [commandFile, ...parameters], environment(env));
}

/** `connect` to a server of test/support on 127.0.0.1, whose certificate is for server.test, under the root of the tests. */
export function connectTo(port: number, ...more: readonly string[]): readonly string[] {
  return ['connect', `127.0.0.1:${port}`, '--servername', hosts.good, '--ca', certificateFile('root'), ...more];
}

/** What --json printed. Fails when: it printed none. */
export function reportOf(ran: Ran): ConnectReport {
  if (!ran.stdout.startsWith('{')) throw new Error(`no report: ${JSON.stringify(ran)}`);
  return JSON.parse(ran.stdout) as ConnectReport;
}
