// Owns: a process that is measured, or measures: started, asked line by line, ended by its own handle.
// Must not know: what it does. It says one line of JSON when it is ready and one for each line that it is given, until its input ends.

import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { BenchError } from './case.ts';

export type Answer = Readonly<Record<string, unknown>>;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

// An answer that takes longer than this does not come any more.
const longestAnswer = 300_000;
const longestGoodbye = 5000;
// Lines of what it wrote to standard error: what it is about stands first.
const longestComplaint = 12;

/** One such process. */
export class Child {
  readonly #process: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #command: string;
  readonly #waiting: Waiting[] = [];
  readonly #ended: Promise<void>;
  #over = false;
  #stderr = '';

  private constructor(command: string, parameters: readonly string[]) {
    this.#command = [command, ...parameters].join(' ');
    this.#process = spawn(command, parameters, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#process.stderr.on('data', (data: Buffer) => {
      this.#stderr = (this.#stderr + data.toString('utf8')).slice(-4000);
    });
    this.#process.stdin.on('error', () => {}); // it has ended, which is heard of below
    createInterface({ input: this.#process.stdout }).on('line', (line) => this.#heard(line));
    this.#ended = new Promise((resolve) => {
      this.#process.on('error', (error) => this.#lost(error.message));
      this.#process.on('close', (code, signal) => {
        this.#over = true;
        this.#lost(`ended with ${signal ?? code}`);
        resolve();
      });
    });
  }

  /**
   * Starts it and waits until it is ready; gives what it said then, too.
   *
   * Fails when: it cannot be started, or ends before it is ready (BenchError, with what it wrote to standard error).
   */
  static async start(command: string, parameters: readonly string[]): Promise<{ readonly child: Child; readonly ready: Answer }> {
    const child = new Child(command, parameters);
    try {
      return { child, ready: await child.#next() };
    } catch (error) {
      await child.stop();
      throw error;
    }
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Fails when: it ends instead of answering, or does not answer (BenchError). */
  async ask(line: string): Promise<Answer> {
    const answer = this.#next();
    this.#process.stdin.write(`${line}\n`);
    return answer;
  }

  /** Ends its input, which ends it; by a signal if it does not listen. */
  async stop(): Promise<void> {
    if (this.#over) return;
    this.#process.stdin.end();
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), longestGoodbye);
    await this.#ended;
    clearTimeout(timer);
  }

  async #next(): Promise<Answer> {
    if (this.#over) throw this.#failure('has ended');
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#lost(`did not answer for ${longestAnswer / 1000} s`), longestAnswer);
      this.#waiting.push({
        resolve: (answer) => {
          clearTimeout(timer);
          resolve(answer);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      });
    });
  }

  #heard(line: string): void {
    const waiting = this.#waiting.shift();
    try {
      waiting?.resolve(JSON.parse(line) as Answer);
    } catch {
      waiting?.reject(this.#failure(`said ${line}`));
    }
  }

  #lost(why: string): void {
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure(why));
  }

  #failure(what: string): BenchError {
    return new BenchError(
      `${this.#command} ${what}${this.#stderr === '' ? '' : `:\n${this.#stderr.trim().split('\n').slice(0, longestComplaint).join('\n')}`}`,
    );
  }
}

/** A number of an answer. Fails when: it has none of that name (BenchError). */
export function numberIn(answer: Answer, name: string): number {
  const value = answer[name];
  if (typeof value === 'number') return value;
  throw new BenchError(`no number ${name} in ${JSON.stringify(answer)}`);
}
