// @ts-check
// Runs the tests for each OpenSSL × Node at hand and prints one table: npm run test:matrix -- [--node 20,22] [--openssl 3.0,4.0]
// [--library PATH] [--bring] [-- arguments of jest]. `--bring` fetches the Node releases that are missing, from the npm registry.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.cache');
const nodeReleases = ['20', '22', '24', '26'];

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
  console.log('npm run test:matrix -- [--node 20,22] [--openssl system,node,3.0] [--library PATH]… [--bring] [-- jest arguments]');
} else {
  process.exitCode = run();
}

function run() {
  const nodes = nodesAtHand();
  const libraries = librariesAtHand();
  const table = new Table({ head: ['', ...libraries.map(({ name }) => name)], style: { head: [], border: [] } });
  let failed = 0;
  for (const node of nodes) {
    const cells = libraries.map((library) => {
      const outcome = node.program === null ? { text: node.reason, ok: true } : test(node.program, library.selector);
      if (!outcome.ok) failed += 1;
      console.error(`Node ${node.release} × ${library.name}: ${outcome.text}`);
      return outcome.text;
    });
    table.push([`Node ${node.release}`, ...cells]);
  }
  console.log(table.toString());
  return failed === 0 ? 0 : 1;
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
  const others = (values.library ?? []).map((path) => ({ name: path, selector: resolve(path) }));
  return [...all.filter(({ name }) => chosen === undefined || chosen.includes(name)), ...others];
}

/** @param {string} node @param {string} selector */
function test(node, selector) {
  const folder = mkdtempSync(join(tmpdir(), 'libssl-matrix-'));
  const report = join(folder, 'report.json');
  try {
    const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
    const { status } = spawnSync(node, [jest, '--json', `--outputFile=${report}`, '--silent', ...positionals], {
      cwd: root,
      env: { ...process.env, LIBSSL_LIBRARY: selector, LIBSSL_TEST_ONLY: selector },
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    if (!existsSync(report)) return { text: `no report (exit ${status})`, ok: false };
    const { numPassedTests, numFailedTests, numPendingTests, success } = JSON.parse(readFileSync(report, 'utf8'));
    return { text: `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`, ok: success === true };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
