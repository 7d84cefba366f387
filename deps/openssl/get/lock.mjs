// @ts-check
/**
 * Locks between runs. The kernel's flock goes away with its holder, so no stale lock is ever left to clean up.
 * The descriptors are handed to every child process: should this process be killed while its make goes on,
 * the lock lasts as long as that make.
 */
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.mjs';
import { heldDescriptors, run } from './run.mjs';

/**
 * Runs `work` while holding the lock `name`; waits for another holder first.
 * Take a series' lock before apt's, never the other way round.
 * @template T
 * @param {import('./layout.mjs').CacheLayout} cache
 * @param {string} name
 * @param {(text: string) => void} note
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(cache, name, note, work) {
  const file = join(cache.locks, `${name}.lock`);
  const fd = openSync(file, 'a');
  try {
    // flock locks the open file that it shares with this process, so the lock outlives the flock program.
    const first = await run('flock', ['--nonblock', '3'], { descriptors: [fd], mayFail: true });
    if (first.code === 1) {
      note(`another run holds ${file}; waiting for it to end`);
      await run('flock', ['3'], { descriptors: [fd] });
    } else if (first.code !== 0) {
      throw new Problem(`can't lock ${file}: ${first.stderr.trim()}`, { todo: 'use a cache folder on a local file system (--cache)' });
    }
    heldDescriptors.add(fd);
    return await work();
  } finally {
    heldDescriptors.delete(fd);
    closeSync(fd);
  }
}
