// Owns: the applications of test/interop/apps, each in a process of its own and in one of the modes: what they say, one line of JSON at a
// time, and the check that every TLS connection of theirs was on the OpenSSL that the mode names.
// Must not know: what the applications do.

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Mode } from './modes.ts';

const root = join(__dirname, '..', '..', '..');
const apps = join(__dirname, '..', 'apps');
const report = join(__dirname, 'report.cjs');

/** A TLS connection of the application, as report.cjs tells of it. */
interface Connection {
  readonly library: string | null;
  readonly protocol: string | null;
}

export interface AppOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** It may end without one TLS connection that was set up. */
  readonly unconnected?: boolean;
}

/** An application that runs. */
export class App {
  readonly #mode: Mode;
  readonly #options: AppOptions;
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;
  readonly #lines: Lines;
  readonly #connections: Lines;
  #errors = '';

  constructor(mode: Mode, file: string, input: unknown, options: AppOptions = {}) {
    this.#mode = mode;
    this.#options = options;
    const parameters = [...mode.nodeOptions, '--require', report, join(apps, file), JSON.stringify(input)];
    this.#process = spawn(process.execPath, parameters, {
      cwd: root,
      env: { ...process.env, ...mode.environment, ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      timeout: 300_000, // it does not outlive a test run that failed by much
      killSignal: 'SIGKILL',
    });
    const [, stdout, stderr, reports] = this.#process.stdio as Readable[];
    this.#lines = new Lines(stdout);
    this.#connections = new Lines(reports);
    stderr?.setEncoding('utf8').on('data', (text: string) => (this.#errors += text));
    this.#ended = new Promise((resolve) => this.#process.on('close', () => resolve(this.#lines.end())));
  }

  /** The next thing that it says. */
  async says<T>(): Promise<T> {
    const line = await this.#lines.next();
    if (line === null) throw new Error(this.#describe('ended before it said something'));
    return JSON.parse(line) as T;
  }

  /** Resolves when it has ended by itself, and well. */
  async ends(): Promise<void> {
    await this.#ended;
    const { exitCode, signalCode } = this.#process;
    if (exitCode !== 0) throw new Error(this.#describe(`ended with ${exitCode ?? signalCode}`));
  }

  /** Fails when it has ended badly before, one of its TLS connections was on another OpenSSL than the mode's, or there was none at all. */
  async stop(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
    const { exitCode, signalCode } = this.#process;
    if (exitCode !== 0 && signalCode !== 'SIGKILL') throw new Error(this.#describe(`ended with ${exitCode ?? signalCode}`));
    const connections = this.#connections.all.map((line) => JSON.parse(line) as Connection);
    const strange = connections.filter(({ library }) => library !== this.#mode.library);
    if (strange.length > 0) throw new Error(this.#describe(`in mode ${this.#mode.name} has connections on ${JSON.stringify(strange)}`));
    if (connections.length === 0 && this.#options.unconnected !== true) throw new Error(this.#describe('made no TLS connection'));
  }

  #describe(what: string): string {
    return `${this.#process.spawnargs.at(-2)} ${what}:\n${this.#lines.all.join('\n')}\n${this.#errors}`;
  }
}

/** An application that serves, and the port that it has said, with whatever else it said with it. */
export type Serving<T extends { readonly port: number } = { port: number }> = App & { readonly port: number; readonly said: T };

export async function serveApp<T extends { readonly port: number }>(
  mode: Mode,
  file: string,
  input: unknown,
  options: AppOptions = {},
): Promise<Serving<T>> {
  const app = new App(mode, file, input, options);
  const said = await app.says<T>();
  return Object.assign(app, { said, port: said.port });
}

/** Runs an application to its end: the one thing that it says. */
export async function runApp<T>(mode: Mode, file: string, input: unknown, options: AppOptions = {}): Promise<T> {
  const app = new App(mode, file, input, options);
  const said = await app.says<T>();
  await app.ends();
  await app.stop();
  return said;
}

/** The lines of a stream. */
class Lines {
  readonly all: string[] = [];
  #taken = 0;
  #rest = '';
  #ended = false;
  readonly #waiting: (() => void)[] = [];

  constructor(stream: Readable | undefined) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      const parts = (this.#rest + text).split('\n');
      this.#rest = parts.pop() ?? '';
      this.all.push(...parts);
      this.#wake();
    });
  }

  async next(): Promise<string | null> {
    while (this.#taken === this.all.length && !this.#ended) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const line = this.all[this.#taken] ?? null;
    this.#taken += 1;
    return line;
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
