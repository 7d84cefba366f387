// @ts-check
/**
 * The table of OpenSSL series that can be fetched, and where Debian keeps each one.
 * A further series is one more row. It must not know how a row is fetched or built.
 */

/**
 * @typedef {'packages' | 'source'} How
 *   packages: unpack Debian's binary packages; source: build Debian's upstream tarball.
 *
 * @typedef {object} Series
 * @property {string} series   The leading part of the version that stays the same, as in 3.5.
 * @property {How} how
 * @property {readonly string[]} suites   All are looked in; the highest version of the series wins.
 * @property {readonly string[]} later    Looked in only when `suites` hold no version of the series.
 * @property {string} source   The Debian source package.
 * @property {readonly string[]} packages  Binary packages; the first one decides the version.
 */

/** @type {readonly Series[]} */
export const SERIES = [
  // Binary packages are taken where the suite's glibc is old enough for the machines in use; newer series are built.
  {
    series: '1.1.1',
    how: 'packages',
    suites: ['bullseye', 'bullseye-security'],
    later: [],
    source: 'openssl',
    packages: ['libssl1.1', 'libssl-dev', 'openssl'],
  },
  {
    series: '3.0',
    how: 'packages',
    suites: ['bookworm', 'bookworm-security'],
    later: [],
    source: 'openssl',
    packages: ['libssl3', 'libssl-dev', 'openssl'],
  },
  { series: '3.5', how: 'source', suites: ['trixie', 'trixie-security'], later: ['testing', 'sid'], source: 'openssl', packages: [] },
  { series: '3.6', how: 'source', suites: ['sid'], later: ['testing', 'experimental'], source: 'openssl', packages: [] },
  { series: '4.0', how: 'source', suites: ['experimental'], later: ['sid', 'testing'], source: 'openssl', packages: [] },
];

/**
 * Tells whether a Debian version such as `3.5.7-1~deb13u2` belongs to a series.
 * @param {string} version
 * @param {string} series
 */
export function inSeries(version, series) {
  const upstream = upstreamVersion(version);
  // 3.0 must not match 3.01, and 1.1.1 counts its releases with letters.
  return upstream === series || (upstream.startsWith(series) && /^[.a-z]/.test(upstream.slice(series.length)));
}

/**
 * The upstream part of a Debian version: no epoch, no Debian revision.
 * @param {string} version
 */
export function upstreamVersion(version) {
  return version.replace(/^\d+:/, '').replace(/-[^-]*$/, '');
}
