// @ts-check
/** The command line: what it may hold, and the text that explains it. */
import { parseArgs } from 'node:util';
import { DEFAULT_CACHE } from './layout.mjs';
import { UsageError } from './problem.mjs';
import { SERIES } from './versions.mjs';

/**
 * @typedef {object} Arguments
 * @property {readonly import('./versions.mjs').Series[]} rows
 * @property {string} cache
 * @property {boolean} testData
 * @property {boolean} allowUnsigned
 * @property {boolean} list
 * @property {boolean} json
 * @property {boolean} help
 */

export const HELP = `\
usage: node deps/openssl/get/cli.mjs [options] SERIES...

Brings OpenSSL series from Debian's archive into a cache folder: lib, include, bin/openssl, manifest.json.
A series that is finished is left as it is; one that was interrupted goes on from there.

SERIES            ${SERIES.map(({ series }) => series).join(', ')}

  --test-data       bring upstream's test folder as well, as source/test
  --cache DIR       the cache folder (default: .cache/openssl of the repository)
  --list            show all series and what the cache holds; fetch nothing
  --json            print the result as JSON
  --allow-unsigned  don't check signatures (only for a machine without Debian's keyring)
  --help            show this text

Progress goes to stderr, the result to stdout.
Exit codes: 0 all is there, 1 something could not be had, 2 bad usage.
`;

/**
 * Fails when: an option or a series is unknown; nothing is asked for.
 * @param {readonly string[]} argv
 * @returns {Arguments}
 */
export function parseArguments(argv) {
  const { values, positionals } = parse(argv);
  const rows = [...new Set(positionals)].map((name) => {
    const row = SERIES.find(({ series }) => series === name);
    if (row === undefined) throw new UsageError(`there is no series ${name}; known: ${SERIES.map(({ series }) => series).join(', ')}`);
    return row;
  });
  const { list = false, help = false } = values;
  if (rows.length === 0 && !list && !help) throw new UsageError('name at least one series, or --list');
  if (values.cache === '') throw new UsageError('--cache needs a folder');
  return {
    rows,
    cache: values.cache ?? DEFAULT_CACHE,
    testData: values['test-data'] ?? false,
    allowUnsigned: values['allow-unsigned'] ?? false,
    list,
    json: values.json ?? false,
    help,
  };
}

/** @param {readonly string[]} argv */
function parse(argv) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        'test-data': { type: 'boolean' },
        'allow-unsigned': { type: 'boolean' },
        cache: { type: 'string' },
        list: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(/** @type {Error} */ (error).message);
  }
}
