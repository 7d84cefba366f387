#!/usr/bin/env node
// @ts-check
/**
 * Brings what the tests of keys in a token need, from Debian's archive, into a cache folder and nowhere else: pkcs11-provider (for
 * OpenSSL 3), libp11's engine (for 1.1.1), and SoftHSM, a token in software. Nothing is installed and nothing is built: the table
 * packages.json says which file of which package is wanted. What is there already is left as it is.
 */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { download, offersOf, openSuite, versionsIn } from '../openssl/get/apt.mjs';
import { hasSha256, readJson, remove } from '../openssl/get/files.mjs';
import { cacheLayout, makeFolders } from '../openssl/get/layout.mjs';
import { withLock } from '../openssl/get/lock.mjs';
import { Problem } from '../openssl/get/problem.mjs';
import { run, stopChildrenOnSignals } from '../openssl/get/run.mjs';

/**
 * @typedef {object} Row
 * @property {string} package  A binary package.
 * @property {readonly string[]} suites  The first one that has it is taken.
 * @property {Readonly<Record<string, string>>} files  From the end of a path in the package to the path in the cache.
 */

const HELP = `\
usage: node deps/pkcs11/get.mjs [options]

  --cache DIR       the cache folder (default: .cache/pkcs11 of the repository)
  --allow-unsigned  don't check signatures (only for a machine without Debian's keyring)
  --help            show this text

Exit codes: 0 all is there, 1 something could not be had, 2 bad usage.
`;

/** @type {readonly Row[]} */
const ROWS = readJson(join(import.meta.dirname, 'packages.json'));

/** @param {string} text */
const note = (text) => {
  process.stderr.write(`[pkcs11] ${text}\n`);
};

/**
 * @param {Row} row
 * @param {{ cache: import('../openssl/get/layout.mjs').CacheLayout, allowUnsigned: boolean }} around
 */
async function bring(row, { cache, allowUnsigned }) {
  const missing = Object.entries(row.files).filter(([, to]) => !existsSync(join(cache.root, to)));
  if (missing.length === 0) return note(`${row.package} is there already`);
  const deb = await withLock(cache, 'apt', note, () => fetchPackage(row, cache, allowUnsigned));
  const tree = join(cache.root, '.state', 'tree', row.package);
  remove(tree);
  mkdirSync(tree, { recursive: true });
  await run('dpkg-deb', ['--extract', deb, tree]);
  const inside = readdirSync(tree, { recursive: true, encoding: 'utf8' });
  for (const [from, to] of missing) {
    const found = inside.find((path) => path.endsWith(`/${from}`));
    if (found === undefined) throw new Problem(`${row.package} has no file ${from}`, { todo: 'name its present place in packages.json' });
    mkdirSync(dirname(join(cache.root, to)), { recursive: true });
    copyFileSync(join(tree, found), join(cache.root, to));
    chmodSync(join(cache.root, to), 0o755);
  }
  remove(tree);
  note(`${row.package}: ${missing.map(([, to]) => to).join(', ')}`);
}

/**
 * @param {Row} row
 * @param {import('../openssl/get/layout.mjs').CacheLayout} cache
 * @param {boolean} allowUnsigned
 * @returns {Promise<string>} The package's file.
 */
async function fetchPackage(row, cache, allowUnsigned) {
  /** @type {string[]} */
  const tried = [];
  for (const name of row.suites) {
    const { suite, tried: places } = await openSuite({ folder: cache.apt, allowUnsigned }, name, 'deb');
    tried.push(...places);
    const version = suite && (await versionsIn(suite, row.package))[0];
    if (suite === undefined || version === undefined) continue;
    try {
      const wanted = [`${row.package}=${version}`];
      const [offer] = await offersOf(suite, wanted);
      if (offer === undefined) throw new Problem(`${name} names no checksum for ${row.package} ${version}`);
      const file = join(cache.downloads, offer.file);
      if (!(await hasSha256(file, offer.sha256))) {
        note(`downloading ${offer.file} of ${name}`);
        await download(suite, wanted, cache.downloads, () => undefined);
      }
      if (await hasSha256(file, offer.sha256)) return file;
      tried.push(`${file} has another checksum than ${name} says`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      tried.push(error.report);
    }
  }
  throw new Problem(`${row.package} can't be had from Debian's archive`, {
    tried,
    todo: 'check the network, or name other suites in packages.json',
  });
}

async function main() {
  const { values } = parseArgs({
    options: { cache: { type: 'string' }, 'allow-unsigned': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  stopChildrenOnSignals();
  const cache = cacheLayout(values.cache ?? resolve(import.meta.dirname, '../../.cache/pkcs11'));
  makeFolders(cache);
  let failed = false;
  for (const row of ROWS) {
    try {
      await bring(row, { cache, allowUnsigned: values['allow-unsigned'] ?? false });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      note(`error: ${error.report}`);
      failed = true;
    }
  }
  return failed ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const usage = /** @type {NodeJS.ErrnoException} */ (error).code?.startsWith('ERR_PARSE_ARGS') ?? false;
  process.stderr.write(usage ? `${/** @type {Error} */ (error).message}\n\n${HELP}` : `error: ${/** @type {Error} */ (error).stack}\n`);
  process.exitCode = usage ? 2 : 1;
}
