// Whose turn it is on the pool: no more at once than leave this thread its core, in order, whatever becomes of each.
import { availableParallelism } from 'node:os';
import { describe, expect, test } from '@jest/globals';
import { PoolTurns } from '../../lib/io/pool-turns.ts';

const most = Math.max(2, availableParallelism() - 1);

describe('steps on the pool', () => {
  test('are never more at once than there are places, and begin in the order in which they came', async () => {
    const turns = new PoolTurns();
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const all = Array.from({ length: 3 * most }, (_, index) =>
      turns.take(() => {
        begun.push(index);
        return new Promise<number>((resolve) => ends.push(() => resolve(index)));
      }),
    );
    for (let over = 0; over < all.length; over += 1) {
      expect(begun).toHaveLength(Math.min(over + most, all.length));
      ends[over]?.();
      expect(await all[over]).toBe(over);
      await new Promise(setImmediate);
    }
    expect(begun).toEqual(all.map((_, index) => index));
  });

  test('hand their place on when they fail', async () => {
    const turns = new PoolTurns();
    const fails = Array.from({ length: 2 * most }, () => turns.take(() => Promise.reject(new Error('no'))));
    for (const failed of fails) await expect(failed).rejects.toThrow('no');
    await expect(turns.take(() => Promise.resolve('done'))).resolves.toBe('done');
  });
});
