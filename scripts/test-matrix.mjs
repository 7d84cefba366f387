// @ts-check
// Runs the tests for each OpenSSL × Node at hand and prints one table: npm run test:matrix -- [--node 20,22] [--openssl 3.0,4.0]
// [--library PATH] [--bring] [-- arguments of jest]. `--bring` fetches the Node releases that are missing, from the npm registry. What was
// asked for by name and is not there is a failure; what is merely not at hand is said.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.cache');
const nodeReleases = ['20', '22', '24', '26'];
// Far more than any cell takes: a test that hangs must not hold up the others.
const longestCell = 30 * 60_000;

const help = `npm run test:matrix -- [--node 20,22] [--openssl system,node,3.0] [--library PATH]… [--bring] [-- jest arguments]

One run of the tests, a cell, for each Node × OpenSSL, one after the other; each says how long it took. On two cores a cell of
\`-- test/engine test/misuse\` takes 10 to 15 seconds, one of all tests some minutes: four Nodes with seven OpenSSLs are 28 of them.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    node: { type: 'string' },
    openssl: { type: 'string' },
    library: { type: 'string', multiple: true },
    bring: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(help);
} else {
  process.exitCode = run();
}

function run() {
  const libraries = librariesAtHand();
  const nodes = nodesAtHand();
  const table = new Table({ head: ['', ...libraries.map(({ name }) => name)], style: { head: [], border: [] } });
  let failed = 0;
  for (const node of nodes) {
    const cells = libraries.map((library) => {
      const start = performance.now();
      const outcome = node.program === null ? absent(node.reason) : test(node.program, library.selector);
      if (!outcome.ok) failed += 1;
      const seconds = Math.round((performance.now() - start) / 1000);
      console.error(`Node ${node.release} × ${library.name}: ${outcome.text}, ${seconds} s`);
      for (const name of outcome.failures) console.error(`  ✕ ${name}`);
      return outcome.text;
    });
    table.push([`Node ${node.release}`, ...cells]);
  }
  console.log(table.toString());
  return failed === 0 ? 0 : 1;
}

/** @typedef {{ text: string, ok: boolean, failures: string[] }} Outcome */

/** @param {string} reason @returns {Outcome} */
function absent(reason) {
  return { text: reason, ok: values.node === undefined && !values.bring, failures: [] };
}

/** @returns {{ release: string, program: string | null, reason: string }[]} */
function nodesAtHand() {
  const wanted = values.node?.split(',') ?? nodeReleases;
  return wanted.map((release) => {
    if (process.versions.node.startsWith(`${release}.`)) return { release, program: process.execPath, reason: '' };
    const program = join(cache, 'node', release, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
    if (!existsSync(program) && values.bring) bring(release);
    return existsSync(program) ? { release, program, reason: '' } : { release, program: null, reason: 'absent (--bring)' };
  });
}

/** @param {string} release */
function bring(release) {
  const folder = join(cache, 'node', release);
  mkdirSync(folder, { recursive: true });
  const name = `node-${process.platform}-${process.arch}@${release}`;
  spawnSync('npm', ['install', '--no-save', '--prefix', folder, name], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** @returns {{ name: string, selector: string }[]} */
function librariesAtHand() {
  const folder = join(cache, 'openssl');
  const brought = existsSync(folder) ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'lib'))) : [];
  const all = ['system', 'node', ...brought].map((name) => ({ name, selector: brought.includes(name) ? join(folder, name) : name }));
  const chosen = values.openssl?.split(',');
  const unknown = chosen?.filter((name) => !all.some((each) => each.name === name)) ?? [];
  if (unknown.length > 0) {
    console.error(`not at hand: ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}`);
    process.exit(2);
  }
  const others = (values.library ?? []).map((path) => ({ name: path, selector: resolve(path) }));
  return [...all.filter(({ name }) => chosen === undefined || chosen.includes(name)), ...others];
}

/** @param {string} node @param {string} selector @returns {Outcome} */
function test(node, selector) {
  const folder = mkdtempSync(join(tmpdir(), 'libssl-matrix-'));
  const report = join(folder, 'report.json');
  try {
    const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
    const { status, signal } = spawnSync(node, [jest, '--json', `--outputFile=${report}`, '--silent', ...positionals], {
      cwd: root,
      env: { ...process.env, LIBSSL_LIBRARY: selector, LIBSSL_TEST_ONLY: selector },
      stdio: ['ignore', 'ignore', 'ignore'],
      timeout: longestCell,
      killSignal: 'SIGKILL',
    });
    if (!existsSync(report)) return { text: `no report (${signal ?? `exit ${status}`})`, ok: false, failures: [] };
    const { numPassedTests, numFailedTests, numPendingTests, success, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const text = `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`;
    return { text, ok: success === true, failures: testResults.flatMap(failuresOf) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The tests that failed, and the files that could not be run at all.
 * @param {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }} file @returns {string[]}
 */
function failuresOf({ name, status, assertionResults }) {
  const path = relative(root, name);
  const failed = assertionResults.filter((each) => each.status === 'failed').map(({ fullName }) => `${path}: ${fullName}`);
  return failed.length === 0 && status === 'failed' ? [path] : failed;
}
