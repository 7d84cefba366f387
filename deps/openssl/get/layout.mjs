// @ts-check
/**
 * Where everything lies. The cache holds one folder for each finished series and one hidden folder
 * with all that is needed on the way there, on the same file system so that a rename moves in one step.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * @typedef {object} CacheLayout
 * @property {string} root
 * @property {string} apt        apt's private state: the machine's own is never touched.
 * @property {string} locks
 * @property {string} downloads  Kept, so that an interrupted run and later test data need no second download.
 *
 * @typedef {object} SeriesLayout
 * @property {string} home  The finished series; it appears by a rename only.
 * @property {string} work  Left alone by an interruption, removed at the end.
 * @property {string} out   The series as it is put together, to become `home`.
 */

/** The cache of this repository. */
export const DEFAULT_CACHE = resolve(import.meta.dirname, '../../../.cache/openssl');

/**
 * @param {string} directory
 * @returns {CacheLayout}
 */
export function cacheLayout(directory) {
  const root = resolve(directory);
  const state = join(root, '.state');
  return { root, apt: join(state, 'apt'), locks: join(state, 'locks'), downloads: join(state, 'downloads') };
}

/**
 * @param {CacheLayout} cache
 * @param {string} series
 * @returns {SeriesLayout}
 */
export function seriesLayout(cache, series) {
  const work = join(cache.root, '.state', 'work', series);
  return { home: join(cache.root, series), work, out: join(work, 'out') };
}

/** @param {CacheLayout} cache */
export function makeFolders(cache) {
  for (const folder of [cache.root, cache.apt, cache.locks, cache.downloads]) mkdirSync(folder, { recursive: true });
}
