// @ts-check
/** The manifest of a finished series: what it is, where it came from, and checksums to see whether it is still that. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf } from './assemble.mjs';
import { fileRecords, hasSha256, readJson, writeJson } from './files.mjs';

/**
 * @typedef {object} Origin
 * @property {readonly string[]} packages
 * @property {string} version  The Debian version.
 * @property {string} suite
 * @property {boolean} signed  Whether the signature of the suite's index was checked.
 * @property {readonly import('./apt.mjs').Offer[]} fetched
 *
 * @typedef {object} Manifest
 * @property {string} series
 * @property {string} version      Exact, as in 3.5.7.
 * @property {string} versionText  As the library says it.
 * @property {string} programText  As the program says it.
 * @property {import('./versions.mjs').How} how
 * @property {readonly import('./compression.mjs').Compression[]} [compressions]  How it can compress certificates; a manifest without it is of a build that can't.
 * @property {string} date
 * @property {Origin} origin
 * @property {Origin | null} testData  What `source/test` came from, if it is there.
 * @property {Readonly<Record<string, string>>} environment  Values are relative to the folder of the series.
 * @property {readonly import('./files.mjs').FileRecord[]} produced
 */

const NAME = 'manifest.json';

/**
 * @param {string} out
 * @param {import('./versions.mjs').Series} row
 * @param {import('./probe.mjs').Identity & { compressions: readonly import('./compression.mjs').Compression[] }} identity
 * @param {import('./plan.mjs').Plan} plan
 * @param {import('./plan.mjs').Plan | undefined} testPlan
 * @returns {Promise<Manifest>}
 */
export async function writeManifest(out, row, identity, plan, testPlan) {
  /** @type {Manifest} */
  const manifest = {
    series: row.series,
    version: identity.version,
    versionText: identity.library,
    programText: identity.program,
    how: row.how,
    compressions: identity.compressions,
    date: new Date().toISOString(),
    origin: originOf(plan),
    testData: testPlan === undefined ? null : originOf(testPlan),
    environment: environmentOf(out),
    produced: await fileRecords(out, ['bin/openssl', 'libexec/openssl', 'lib']),
  };
  writeJson(join(out, NAME), manifest);
  return manifest;
}

/**
 * @param {string} home
 * @param {Manifest} manifest
 * @param {import('./plan.mjs').Plan} testPlan
 */
export function recordTestData(home, manifest, testPlan) {
  const changed = { ...manifest, testData: originOf(testPlan) };
  writeJson(join(home, NAME), changed);
  return changed;
}

/**
 * @param {string} home
 * @returns {Manifest | undefined}
 */
export function readManifest(home) {
  return readJson(join(home, NAME));
}

/**
 * The first file that isn't as it was made, if any.
 * @param {string} home
 * @param {Manifest} manifest
 */
export async function firstChanged(home, manifest) {
  for (const { path, sha256 } of manifest.produced) {
    if (!(await hasSha256(join(home, path), sha256))) return path;
  }
  return existsSync(join(home, 'include/openssl/ssl.h')) ? undefined : 'include/openssl/ssl.h';
}

/**
 * @param {import('./plan.mjs').Plan} plan
 * @returns {Origin}
 */
function originOf({ packages, version, suite, signed, files }) {
  return { packages, version, suite, signed, fetched: files };
}
