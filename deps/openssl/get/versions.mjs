// @ts-check
/**
 * The table of OpenSSL series that can be fetched, and where Debian keeps each one: series.json, which the tests read too.
 * A further series is one more row there. It must not know how a row is fetched or built.
 */
import { readFileSync } from 'node:fs';

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

/**
 * Binary packages are taken where the suite's glibc is old enough for the machines in use; newer series are built.
 * @type {readonly Series[]}
 */
export const SERIES = JSON.parse(readFileSync(new URL('series.json', import.meta.url), 'utf8'));

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
