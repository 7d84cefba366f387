// Owns: what a case works with: processes that end with it, where they run, where their keys are.
// Must not know: what is measured.

import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../workers/settings.ts';
import { type CProgram, programFile } from './c-programs.ts';
import type { Run } from './case.ts';
import { type Answer, Child, numberIn } from './child.ts';
import { type KeyName, keysFolder } from './keys.ts';

export type WorkerName = 'memory' | 'sync-client' | 'stream-client' | 'server';

/** Which core a process is to stay on, where there is more than one. */
export type Place = 'first core' | 'second core' | 'any';

/**
 * `ns`: time as it goes by. `cpu`: what the process has had of a processor, so that what else runs there is not counted; for work that
 * never waits both are the same on a machine with nothing else to do.
 */
export type Clock = 'ns' | 'cpu';

/** What a program of C is told, beside where the keys are. */
export interface COptions {
  readonly key?: KeyName;
  readonly [name: string]: string | number | undefined;
}

const register = join(__dirname, '..', '..', 'test', 'support', 'io-register.cjs');
const workersFolder = join(__dirname, '..', 'workers');
const canPlace = availableParallelism() > 1 && spawnSync('taskset', ['-V'], { stdio: 'ignore' }).status === 0;

/** Where processes are kept apart, and where not. */
export const placing = canPlace ? 'client and server pinned to a core each' : 'client and server not pinned (no taskset, or one core)';

/** Where the keys are is known here. */
export type WorkerSettings = Omit<Settings, 'keys'>;

export interface Started {
  readonly child: Child;
  readonly ready: Answer;
}

/** For one case: close() ends whatever was started in it. */
export class Workplace {
  /** Of clients that keep a core busy. */
  readonly clock: Clock;
  readonly #nodeOptions: readonly string[];
  readonly #ours: Child[] = [];
  #children: Child[] = [];

  /** `nodeOptions` are for the processes of ours. */
  constructor(clock: Clock, nodeOptions: readonly string[] = []) {
    this.clock = clock;
    this.#nodeOptions = nodeOptions;
  }

  /** Starts a program of bench/c. Fails when: it does not get ready (BenchError). */
  async c(program: CProgram, options: COptions, place: Place = 'any'): Promise<Started> {
    return this.#start(cCommand(program, options), place);
  }

  /** Starts a worker of bench/workers in a process of its own. Fails when: it does not get ready (BenchError). */
  async node(worker: WorkerName, settings: WorkerSettings, place: Place = 'any'): Promise<Started> {
    const isOurs = settings.stack === undefined || settings.stack === 'ours';
    const started = await this.#start(workerCommand(worker, settings, isOurs ? this.#nodeOptions : []), place);
    if (isOurs) this.#ours.push(started.child);
    return started;
  }

  /** The workers of ours, in the order of their start. */
  get ours(): readonly Child[] {
    return this.#ours;
  }

  /** Ends one of them before the others. */
  async stop(child: Child): Promise<void> {
    this.#children = this.#children.filter((each) => each !== child);
    await child.stop();
  }

  /** Ends all, the last first. */
  async close(): Promise<void> {
    for (const child of this.#children.splice(0).reverse()) await child.stop();
  }

  async #start([command = '', ...parameters]: readonly string[], place: Place): Promise<Started> {
    const core = place === 'first core' ? '0' : '1';
    const started =
      canPlace && place !== 'any'
        ? await Child.start('taskset', ['-c', core, command, ...parameters])
        : await Child.start(command, parameters);
    this.#children.push(started.child);
    return started;
  }
}

export function cCommand(program: CProgram, options: COptions): readonly string[] {
  const given = Object.entries({ keys: keysFolder, ...options }).filter(([, value]) => value !== undefined);
  return [programFile(program), ...given.map(([name, value]) => `${name}=${value}`)];
}

export function workerCommand(worker: WorkerName, settings: WorkerSettings, nodeOptions: readonly string[] = []): readonly string[] {
  const file = join(workersFolder, `${worker}-main.ts`);
  return [process.execPath, ...nodeOptions, '--expose-gc', '--require', register, file, JSON.stringify({ ...settings, keys: keysFolder })];
}

/** A side that is asked to run; its value is what it counted in a second of that clock, divided by `each`. */
export function rateOf({ child }: Started, clock: Clock, each = 1): Run {
  return async (milliseconds) => {
    const answer = await child.ask(`run ${milliseconds}`);
    return numberIn(answer, 'count') / each / (numberIn(answer, clock) / 1e9);
  };
}

/** The same, and the value is how many nanoseconds one takes. */
export function timeOf({ child }: Started, clock: Clock): Run {
  return async (milliseconds) => {
    const answer = await child.ask(`run ${milliseconds}`);
    return numberIn(answer, clock) / numberIn(answer, 'count');
  };
}
