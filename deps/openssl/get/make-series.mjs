// @ts-check
/** The steps from nothing to one finished series, and from a finished one to nothing left to do. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { compressionLibraries } from './compression.mjs';
import { remove, swapInto, writeJson } from './files.mjs';
import { seriesLayout } from './layout.mjs';
import { withLock } from './lock.mjs';
import { firstChanged, readManifest, recordTestData, writeManifest } from './manifest.mjs';
import { makeFromPackages } from './packages.mjs';
import { obtain } from './plan.mjs';
import { identify } from './probe.mjs';
import { addTestData, makeFromSource } from './source.mjs';
import { upstreamVersion } from './versions.mjs';

/**
 * @typedef {'present' | 'made' | 'test-data-added'} Outcome
 * @typedef {import('./manifest.mjs').Manifest} Manifest
 * @typedef {{ missing: 'nothing' | 'test data', manifest: Manifest, changed: undefined }
 *   | { missing: 'all', manifest: Manifest | undefined, changed: string | undefined }} State
 * @typedef {{ outcome: Outcome, home: string, manifest: import('./manifest.mjs').Manifest }} Made
 */

const MAKERS = { packages: makeFromPackages, source: makeFromSource };

/**
 * @param {import('./versions.mjs').Series} row
 * @param {boolean} testData
 * @param {import('./plan.mjs').Surroundings} around
 * @returns {Promise<Made>}
 */
export async function makeSeries(row, testData, around) {
  const place = seriesLayout(around.cache, row.series);
  // A finished series is looked at without a lock, so that one that belongs to somebody else can be used.
  const state = await stateOf(place, testData);
  if (state.missing === 'nothing') {
    if (row.how === 'source') await noteLack(place, state.manifest, around);
    return present(place, state.manifest, around);
  }
  return withLock(around.cache, row.series, around.note, async () => {
    const { missing, manifest, changed } = await stateOf(place, testData);
    switch (missing) {
      case 'nothing':
        return present(place, manifest, around);
      case 'test data':
        return completeWithTestData(row, place, manifest, around);
      case 'all':
        if (changed !== undefined) around.note(`${join(place.home, changed)} is gone or not as it was made; making the series anew`);
        // Test data that was there stays to be had, whether asked for again or not.
        return makeAnew(row, place, testData || (manifest?.testData ?? null) !== null, around);
    }
  });
}

/**
 * What a series lacks.
 * @param {import('./layout.mjs').SeriesLayout} place
 * @param {boolean} testData
 * @returns {Promise<State>}
 */
async function stateOf({ home }, testData) {
  const manifest = readManifest(home);
  if (manifest === undefined) return { missing: 'all', manifest, changed: undefined };
  const changed = await firstChanged(home, manifest);
  if (changed !== undefined) return { missing: 'all', manifest, changed };
  const complete = !testData || (manifest.testData !== null && existsSync(join(home, 'source/test')));
  return { missing: complete ? 'nothing' : 'test data', manifest, changed };
}

/**
 * What a finished build lacks and a new one would have. It stays as it is: somebody may be using it.
 * @param {import('./layout.mjs').SeriesLayout} place
 * @param {import('./manifest.mjs').Manifest} manifest
 * @param {import('./plan.mjs').Surroundings} around
 */
async function noteLack({ home }, { compressions = [] }, { note }) {
  const { present: possible } = await compressionLibraries();
  const lacking = possible.filter(({ name }) => !compressions.includes(name));
  if (lacking.length === 0) return;
  note(`built without ${lacking.map(({ name }) => name).join(', ')}, which would be there now: remove ${home} to have it built anew`);
}

/**
 * @param {import('./layout.mjs').SeriesLayout} place
 * @param {import('./manifest.mjs').Manifest} manifest
 * @param {import('./plan.mjs').Surroundings} around
 * @returns {Made}
 */
function present({ home }, manifest, { note }) {
  note(`${manifest.version} is there already: nothing to do`);
  return { outcome: 'present', home, manifest };
}

/**
 * @param {import('./versions.mjs').Series} row
 * @param {import('./layout.mjs').SeriesLayout} place
 * @param {boolean} testData
 * @param {import('./plan.mjs').Surroundings} around
 * @returns {Promise<Made>}
 */
async function makeAnew(row, place, testData, around) {
  mkdirSync(place.work, { recursive: true });
  const wish = row.how === 'source' ? sourceWish(row) : packagesWish(row);
  const plan = await obtain(wish, join(place.work, 'plan.json'), around);
  const compressions = await MAKERS[row.how](plan, place, around);
  const identity = await identify(place.out, upstreamVersion(plan.version));

  const testPlan = testData ? await testDataPlan(row, place, { how: row.how, ...plan }, around) : undefined;
  if (testPlan !== undefined) await addTestData(testPlan, place.work, place.out, around);

  const manifest = await writeManifest(place.out, row, { ...identity, compressions }, plan, testPlan);
  swapInto(place.out, place.home, join(place.work, 'replaced'));
  remove(place.work);
  around.note(`finished: ${identity.library}, from ${row.how} of ${plan.version}`);
  return { outcome: 'made', home: place.home, manifest };
}

/**
 * @param {import('./versions.mjs').Series} row
 * @param {import('./layout.mjs').SeriesLayout} place
 * @param {import('./manifest.mjs').Manifest} manifest
 * @param {import('./plan.mjs').Surroundings} around
 * @returns {Promise<Made>}
 */
async function completeWithTestData(row, place, manifest, around) {
  mkdirSync(place.work, { recursive: true });
  const { fetched, ...origin } = manifest.origin;
  const plan = await testDataPlan(row, place, { how: manifest.how, ...origin, files: fetched }, around);
  await addTestData(plan, place.work, place.home, around);
  const changed = recordTestData(place.home, manifest, plan);
  remove(place.work);
  around.note(`test data of ${manifest.version} added`);
  return { outcome: 'test-data-added', home: place.home, manifest: changed };
}

/**
 * The tarball that belongs to exactly the version that the libraries have.
 * @param {import('./versions.mjs').Series} row
 * @param {import('./layout.mjs').SeriesLayout} place
 * @param {import('./plan.mjs').Plan & { how: import('./versions.mjs').How }} made
 * @param {import('./plan.mjs').Surroundings} around
 */
async function testDataPlan(row, place, { how, ...made }, around) {
  const planFile = join(place.work, 'test-data-plan.json');
  // What was built from source came from the very tarball that holds the tests; its download is kept.
  if (how === 'source') writeJson(planFile, made);
  return obtain({ ...sourceWish(row), upstream: upstreamVersion(made.version) }, planFile, around);
}

/**
 * @param {import('./versions.mjs').Series} row
 * @returns {import('./plan.mjs').Wish}
 */
function sourceWish({ series, source, suites, later }) {
  return { series, kind: 'deb-src', packages: [source], suites: [suites, later] };
}

/**
 * @param {import('./versions.mjs').Series} row
 * @returns {import('./plan.mjs').Wish}
 */
function packagesWish({ series, packages, suites, later }) {
  return { series, kind: 'deb', packages, suites: [suites, later] };
}
