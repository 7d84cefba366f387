// Owns: running generated scripts with the driver and with an executor, finding the first that is told differently, and making it small.
// Must not know: how either carries a script out.

import fc from 'fast-check';
import { driverExecutor, runDriver, type Trace } from './driver.ts';
import type { Executor } from './executor/executor.ts';
import { scripts } from './steps.ts';

type Script = readonly string[];

export interface Difference {
  readonly script: Script;
  /** The line of the script that is told differently. */
  readonly line: string;
  readonly driver: string;
  readonly executor: string;
}

export interface Comparison {
  readonly scripts: number;
  readonly operations: number;
  /** Scripts that the driver itself does not tell the same way twice. */
  readonly varying: number;
  readonly difference: Difference | null;
  readonly seconds: { readonly generation: number; readonly driver: number; readonly executor: number };
}

export interface ComparisonOptions {
  readonly program: string;
  readonly keys: string;
  readonly executor: Executor;
  readonly runs: number;
  readonly seed: number;
  readonly batch?: number;
  readonly progress?: (done: number) => void;
}

// What happens once in so many runs is not a difference of ours: chance decides within OpenSSL.
const repeats = 12;

/** Stops at the first difference. */
export function compareRuns({ program, keys, executor, runs, seed, batch = 2000, progress }: ComparisonOptions): Comparison {
  const seconds = { generation: 0, driver: 0, executor: 0 };
  const timed = <T>(what: keyof typeof seconds, run: () => T): T => {
    const start = performance.now();
    const result = run();
    seconds[what] += (performance.now() - start) / 1000;
    return result;
  };
  let done = 0;
  let operations = 0;
  let varying = 0;
  for (let part = 0; done < runs; part += 1) {
    const size = Math.min(batch, runs - done);
    const generated = timed('generation', () => fc.sample(scripts, { numRuns: size, seed: seed + part }));
    const first = timed('driver', () => runDriver(program, keys, generated));
    const second = timed('driver', () => runDriver(program, keys, generated));
    const told = timed('executor', () => generated.map((script) => executor(script)));
    for (const [index, script] of generated.entries()) {
      operations += script.length;
      const expected = first[index] ?? [];
      if (!same(expected, second[index] ?? [])) {
        varying += 1;
      } else if (!same(expected, told[index] ?? [])) {
        if (varies(script, program, keys)) {
          varying += 1;
        } else {
          const difference = shrink({ program, keys, executor, seed: seed + part, index });
          if (difference !== null) return { scripts: done + index + 1, operations, varying, difference, seconds };
          varying += 1;
        }
      }
    }
    done += size;
    progress?.(done);
  }
  return { scripts: done, operations, varying, difference: null, seconds };
}

/** Null if both tell the same, or if the driver does not tell the same thing each time. */
export function compareScript(script: Script, program: string, keys: string, executor: Executor): Difference | null {
  const expected = driverExecutor(program, keys)(script);
  const told = executor(script);
  if (same(expected, told) || varies(script, program, keys)) return null;
  const at = script.findIndex((_, index) => expected[index] !== told[index]);
  return { script, line: script[at] ?? '', driver: expected[at] ?? '(nothing)', executor: told[at] ?? '(nothing)' };
}

export function same(one: Trace, two: Trace): boolean {
  return one.length === two.length && one.every((line, index) => line === two[index]);
}

function varies(script: Script, program: string, keys: string): boolean {
  const [first = [], ...others] = runDriver(
    program,
    keys,
    Array.from({ length: repeats }, () => script),
  );
  return others.some((trace) => !same(first, trace));
}

interface Found {
  readonly program: string;
  readonly keys: string;
  readonly executor: Executor;
  readonly seed: number;
  readonly index: number;
}

/** The generator's way to something smaller first; then line by line, which it knows nothing of. */
function shrink({ program, keys, executor, seed, index }: Found): Difference | null {
  const differs = (script: Script): Difference | null => compareScript(script, program, keys, executor);
  const property = fc.property(scripts, (script) => differs(script) === null);
  const { counterexample } = fc.check(property, { seed, path: String(index), numRuns: 1, maxSkipsPerRun: 0 });
  const smallest = counterexample?.[0];
  return smallest === undefined ? null : withoutNeedless(smallest, differs);
}

function withoutNeedless(script: Script, differs: (script: Script) => Difference | null): Difference | null {
  let smallest = script;
  for (let width = Math.max(1, smallest.length >> 1); width >= 1; width >>= 1) {
    for (let at = smallest.length - width; at >= 0; at -= width) {
      const shorter = [...smallest.slice(0, at), ...smallest.slice(at + width)];
      if (differs(shorter) !== null) smallest = shorter;
      at = Math.min(at, smallest.length);
    }
  }
  return differs(smallest);
}
