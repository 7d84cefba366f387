// Owns: measuring a case: both sides in turns, and what comes of it: the median of the rounds' ratios, and their spread.
// Must not know: what is measured.

import { type Case, Unavailable } from './case.ts';
import { type Clock, Workplace } from './workplace.ts';

/** How long, how often. */
export interface Effort {
  readonly quick: boolean;
  readonly rounds: number;
  readonly milliseconds: number;
  /** Of clients that keep a core busy. */
  readonly clock: Clock;
}

/** As `--json` writes it. */
export interface Result {
  readonly id: string;
  readonly ours: number | null;
  readonly rival: number | null;
  readonly rivalName: string;
  readonly unit: string;
  /** The median of the rounds' ratios; above 1 when ours is better. */
  readonly ratio: number | null;
  /** The distance between the quartiles of the rounds' ratios, as a part of the ratio. */
  readonly spread: number | null;
  readonly target: number | null;
  /** Null where nothing was promised or measured. */
  readonly met: boolean | null;
  readonly rounds: number;
  /** Why it was not measured, or what was not as it should be. */
  readonly note?: string;
  /** It should have been measured. */
  readonly failed?: true;
}

// For nothing: until V8 has compiled what it will compile, and caches and heaps have grown.
const warmUpMilliseconds = 1500;

/** Measures one case. What goes wrong is in the result. */
export async function measure(one: Case, effort: Effort): Promise<Result> {
  if (effort.quick && one.tooLongForQuick !== undefined) return unmeasured(one, one.tooLongForQuick);
  const workplace = new Workplace(effort.clock);
  try {
    return await measured(one, effort, workplace);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error instanceof Unavailable ? unmeasured(one, error.message) : { ...unmeasured(one, error.message), failed: true };
  } finally {
    await workplace.close();
  }
}

async function measured(one: Case, { quick, rounds, milliseconds }: Effort, workplace: Workplace): Promise<Result> {
  const sides = await one.prepare(workplace);
  const length = quick ? milliseconds : (one.rounds?.milliseconds ?? milliseconds);
  const count = Math.min(rounds, one.rounds?.most ?? rounds);
  const ours: number[] = [];
  const rivals: number[] = [];
  if (one.cold !== true) {
    const warmUp = quick ? length / 2 : warmUpMilliseconds;
    await sides.ours(warmUp);
    await sides.rival?.(warmUp);
  }
  for (let round = 0; round < count; round += 1) {
    // Who begins changes, so that neither always comes after the other.
    const turns = round % 2 === 0 ? (['ours', 'rival'] as const) : (['rival', 'ours'] as const);
    for (const turn of turns) {
      const value = await sides[turn]?.(length);
      if (value !== undefined) (turn === 'ours' ? ours : rivals).push(value);
    }
  }
  const note = 'note' in sides && sides.note !== undefined ? { note: sides.note } : {};
  if (sides.rival === null) return { ...unmeasured(one), ours: median(ours), rounds: count };
  const ratios = ours.map((own, index) => ratioOf(one, own, rivals[index] ?? Number.NaN));
  const ratio = median(ratios);
  const met = one.target === null ? null : ratio >= one.target;
  return {
    ...unmeasured(one),
    ours: median(ours),
    rival: median(rivals),
    ratio,
    spread: spreadOf(ratios) / ratio,
    met,
    rounds: count,
    ...note,
  };
}

function unmeasured({ id, rivalName, unit, target }: Case, note?: string): Result {
  const nothing = { ours: null, rival: null, ratio: null, spread: null, met: null, rounds: 0 };
  return { id, rivalName, unit, target, ...nothing, ...(note === undefined ? {} : { note }) };
}

function ratioOf({ better }: Case, ours: number, rival: number): number {
  return better === 'more' ? ours / rival : rival / ours;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function spreadOf(values: readonly number[]): number {
  return quantile(values, 0.75) - quantile(values, 0.25);
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
