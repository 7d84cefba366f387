// @ts-check
/**
 * Decides which package versions a series is made from and brings their files into the download folder.
 * The decision is kept while the work goes on: an interrupted run continues with the same version
 * even if Debian has moved on, and needs no network once all files are there.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { download, higherVersion, offersOf, openSuite, versionsIn } from './apt.mjs';
import { hasSha256, readJson, remove, writeJson } from './files.mjs';
import { withLock } from './lock.mjs';
import { Problem } from './problem.mjs';
import { inSeries, upstreamVersion } from './versions.mjs';

/**
 * @typedef {object} Plan
 * @property {string} suite
 * @property {boolean} signed
 * @property {string} version  The Debian version.
 * @property {readonly string[]} packages  Their names.
 * @property {readonly import('./apt.mjs').Offer[]} files
 *
 * @typedef {object} Wish  What is looked for, before it is known where it is.
 * @property {string} series
 * @property {import('./apt.mjs').Kind} kind
 * @property {readonly string[]} packages
 * @property {readonly (readonly string[])[]} suites  Groups; the first group that has a version is enough.
 * @property {string} [upstream]  This upstream version and no other.
 *
 * @typedef {{ suite: import('./apt.mjs').Suite, version: string }} Candidate
 *
 * @typedef {object} Surroundings
 * @property {import('./layout.mjs').CacheLayout} cache
 * @property {boolean} allowUnsigned
 * @property {(text: string) => void} note
 */

/**
 * Fails when: no place has a version of the series; a file can't be downloaded or has another checksum than the index says.
 * @param {Wish} wish
 * @param {string} planFile
 * @param {Surroundings} around
 * @returns {Promise<Plan>}
 */
export async function obtain(wish, planFile, around) {
  const { cache, note } = around;
  /** @type {Plan | undefined} */
  const kept = readJson(planFile);
  if (kept !== undefined && (await lacking(kept, cache.downloads)).length === 0) {
    note(`using ${describe(kept)}, downloaded already`);
    return kept;
  }
  return withLock(cache, 'apt', note, async () => {
    const { candidates, tried } = await choose(wish, around);
    for (const { suite, version } of candidates) {
      try {
        const plan = await planFor(wish, suite, version);
        writeJson(planFile, plan);
        await downloadAll(plan, suite, around);
        return plan;
      } catch (error) {
        // An index can name a file that the mirror doesn't have, or no more: the version below it will do.
        // A network that fails must not lead to a lower version unnoticed.
        if (!(error instanceof Problem) || !/\b(404|410)\b/.test(error.report)) throw error;
        note(`the mirror doesn't have the files of ${version} that ${suite.name} names; looking for the version below`);
        tried.push(...error.report.split('\n').map((line) => line.replace(/^ *tried: /, '')));
      }
    }
    throw new Problem(`${wish.packages.join(', ')} of OpenSSL ${wish.upstream ?? wish.series} can't be had from Debian's archive`, {
      tried,
      todo: 'check the network and the keyring (Debian package debian-archive-keyring); if Debian has moved the version, name its present suite in versions.mjs',
    });
  });
}

/** @param {Plan} plan */
export function describe(plan) {
  return `${plan.packages.join(', ')} ${plan.version} of ${plan.suite}`;
}

/**
 * The versions that fit, the highest first, from the first group of suites that has one.
 * @param {Wish} wish
 * @param {Surroundings} around
 */
async function choose(wish, { cache, allowUnsigned, note }) {
  const first = /** @type {string} */ (wish.packages[0]);
  /** @type {string[]} */
  const tried = [];
  /** @type {Candidate[]} */
  const candidates = [];
  for (const group of wish.suites) {
    for (const name of group) {
      note(`asking ${name} for ${first}`);
      const opened = await openSuite({ folder: cache.apt, allowUnsigned }, name, wish.kind);
      tried.push(...opened.tried);
      if (opened.suite === undefined) {
        note(`${name} can't be read`);
        continue;
      }
      const versions = await versionsIn(opened.suite, first);
      tried.push(`${name}: it has ${first} ${versions.join(', ') || 'in no version'}`);
      for (const version of versions.filter((one) => fits(one, wish))) await insert(candidates, { suite: opened.suite, version });
    }
    if (candidates.length > 0) break;
  }
  return { candidates, tried };
}

/**
 * @param {string} version
 * @param {Wish} wish
 */
function fits(version, { series, upstream }) {
  return upstream === undefined ? inSeries(version, series) : upstreamVersion(version) === upstream;
}

/**
 * Keeps the highest version first. Of one version in two suites, the first suite's is enough.
 * @param {Candidate[]} candidates
 * @param {Candidate} fresh
 */
async function insert(candidates, fresh) {
  let place = 0;
  for (const { version } of candidates) {
    if (version === fresh.version) return;
    if ((await higherVersion(fresh.version, version)) === version) place += 1;
  }
  candidates.splice(place, 0, fresh);
}

/**
 * @param {Wish} wish
 * @param {import('./apt.mjs').Suite} suite
 * @param {string} version
 * @returns {Promise<Plan>}
 */
async function planFor({ packages }, suite, version) {
  const files = await offersOf(
    suite,
    packages.map((name) => `${name}=${version}`),
  );
  if (files.length !== packages.length) throw new Problem(`${suite.name} names no checksum for some of ${packages.join(', ')} ${version}`);
  return { suite: suite.name, signed: suite.signed, version, packages, files };
}

/**
 * @param {Plan} plan
 * @param {import('./apt.mjs').Suite} suite
 * @param {Surroundings} around
 */
async function downloadAll(plan, suite, { cache, note }) {
  // A file that a stopped download left can be continued; one that turns out wrong is fetched anew, once.
  for (const attempt of [1, 2]) {
    const missing = await lacking(plan, cache.downloads);
    if (missing.length === 0) return;
    for (const { file, size } of missing) {
      const left = sizeOf(join(cache.downloads, file));
      if (left >= size || attempt === 2) remove(join(cache.downloads, file));
    }
    const bytes = missing.reduce((sum, { size }) => sum + size, 0);
    note(`downloading ${missing.map(({ file }) => file).join(', ')} (${(bytes / 1e6).toFixed(1)} MB)`);
    await download(
      suite,
      plan.packages.map((name) => `${name}=${plan.version}`),
      cache.downloads,
      (seconds) => note(`still downloading, ${seconds} s`),
    );
  }
  const wrong = await lacking(plan, cache.downloads);
  if (wrong.length === 0) return;
  throw new Problem('a downloaded file has another checksum than the index of the suite says', {
    tried: wrong.map(({ file, sha256 }) => `${join(cache.downloads, file)} should be sha256 ${sha256}`),
    todo: 'try again later, or with another mirror in the apt configuration',
  });
}

/**
 * @param {Plan} plan
 * @param {string} folder
 */
async function lacking(plan, folder) {
  /** @type {import('./apt.mjs').Offer[]} */
  const files = [];
  for (const offer of plan.files) if (!(await hasSha256(join(folder, offer.file), offer.sha256))) files.push(offer);
  return files;
}

/** @param {string} file */
function sizeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
