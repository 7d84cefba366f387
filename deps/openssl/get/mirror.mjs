// @ts-check
/**
 * Which places a Debian suite may be fetched from: first the machine's own mirror, as its apt configuration
 * names it (the public one may not be reachable), then the public archive, then the archive of past releases.
 */
import { existsSync } from 'node:fs';
import { run } from './run.mjs';

const PUBLIC = 'http://deb.debian.org';
const PAST = 'http://archive.debian.org';

/** Suites of Debian itself, with the suffixes that share a mirror with them. */
const DEBIAN_SUITE =
  /^(stretch|buster|bullseye|bookworm|trixie|forky|duke|sid|experimental|unstable|testing|stable|oldstable|oldoldstable)(-updates|-backports|-proposed-updates)?$/;

/** The keys of Debian's archive, under the names that its keyring packages have used. */
const KEYRINGS = ['debian-archive-keyring', 'debian-archive-removed-keys'].flatMap((name) =>
  ['gpg', 'pgp'].map((ending) => `/usr/share/keyrings/${name}.${ending}`),
);

/** @typedef {{ uri: string, past: boolean }} Place */

/**
 * @param {string} suite
 * @returns {Promise<Place[]>}
 */
export async function placesOf(suite) {
  const security = suite.endsWith('-security');
  const folder = security ? 'debian-security' : 'debian';
  const own = (await machineTargets())
    .filter((target) => (security ? target.suite.endsWith('-security') : DEBIAN_SUITE.test(target.suite)))
    .map((target) => target.uri);
  const current = new Set([...own, `${PUBLIC}/${folder}`]);
  return [...[...current].map((uri) => ({ uri, past: false })), { uri: `${PAST}/${folder}`, past: true }];
}

/**
 * The keyrings at hand for a place; the removed keys are trusted for past releases only.
 * @param {Place} place
 */
export function keyringsFor(place) {
  return KEYRINGS.filter((file) => existsSync(file) && (place.past || !file.includes('removed')));
}

/**
 * A place as it may be shown: an address can carry a password.
 * @param {string} uri
 */
export function shown(uri) {
  return uri.replace(/\/\/[^/@]*@/, '//');
}

/** @type {Promise<{ uri: string, suite: string }[]> | undefined} */
let targets;

/** What the machine's own apt is configured to read. */
function machineTargets() {
  targets ??= run('apt-get', ['indextargets', '--no-release-info', '--format', '$(REPO_URI) $(RELEASE) $(COMPONENT)'], {
    mayFail: true,
  }).then(({ stdout }) =>
    stdout
      .split('\n')
      .map((line) => line.split(' '))
      .flatMap(([uri, suite, component]) => (uri && suite && component === 'main' ? [{ uri: uri.replace(/\/+$/, ''), suite }] : [])),
  );
  return targets;
}
