#!/usr/bin/env node
// @ts-check
/** The command: reads its arguments, makes one series after the other, reports. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HELP, parseArguments } from './arguments.mjs';
import { cacheLayout, makeFolders, seriesLayout } from './layout.mjs';
import { makeSeries } from './make-series.mjs';
import { readManifest } from './manifest.mjs';
import { Problem, UsageError } from './problem.mjs';
import { stopChildrenOnSignals } from './run.mjs';
import { SERIES } from './versions.mjs';

/**
 * @typedef {object} Report
 * @property {string} series
 * @property {string} outcome  present, made, test-data-added, failed or absent.
 * @property {string} path
 * @property {string} [version]
 * @property {string} [versionText]
 * @property {boolean} [testData]
 * @property {string} [error]
 */

/** @param {import('./arguments.mjs').Arguments} args */
async function bring(args) {
  const cache = cacheLayout(args.cache);
  makeFolders(cache);
  /** @type {Report[]} */
  const reports = [];
  for (const row of args.rows) {
    /** @param {string} text */
    const note = (text) => {
      process.stderr.write(`[${row.series}] ${text}\n`);
    };
    try {
      const { outcome, home, manifest } = await makeSeries(row, args.testData, { cache, allowUnsigned: args.allowUnsigned, note });
      reports.push(report(row.series, outcome, home, manifest));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // The others may still be had.
      note(`error: ${error.report}`);
      reports.push({ series: row.series, outcome: 'failed', path: seriesLayout(cache, row.series).home, error: error.report });
    }
  }
  return reports;
}

/** @param {import('./arguments.mjs').Arguments} args */
function list(args) {
  const cache = cacheLayout(args.cache);
  return (args.rows.length > 0 ? args.rows : SERIES).map(({ series }) => {
    const { home } = seriesLayout(cache, series);
    const manifest = readManifest(home);
    return manifest === undefined ? { series, outcome: 'absent', path: home } : report(series, 'present', home, manifest);
  });
}

/**
 * @param {string} series
 * @param {string} outcome
 * @param {string} path
 * @param {import('./manifest.mjs').Manifest} manifest
 * @returns {Report}
 */
function report(series, outcome, path, { version, versionText }) {
  return { series, outcome, path, version, versionText, testData: existsSync(join(path, 'source/test')) };
}

/** @param {Report} entry */
function line({ series, outcome, version, testData, path }) {
  return [series.padEnd(6), (version ?? '-').padEnd(8), outcome.padEnd(16), (testData ? 'test data' : '').padEnd(10), path]
    .join(' ')
    .trimEnd();
}

async function main() {
  const args = parseArguments(process.argv.slice(2));
  if (args.help) {
    process.stdout.write(HELP);
    return 0;
  }
  stopChildrenOnSignals();
  const reports = args.list ? list(args) : await bring(args);
  process.stdout.write(args.json ? `${JSON.stringify(reports, null, 2)}\n` : `${reports.map(line).join('\n')}\n`);
  return reports.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${HELP}`);
    process.exitCode = 2;
  } else {
    const system = /** @type {NodeJS.ErrnoException} */ (error);
    // A file system error is told with its path; anything else is a defect and keeps its stack.
    process.stderr.write(`error: ${system.code === undefined ? system.stack : system.message}\n`);
    process.exitCode = 1;
  }
}
