// @ts-check
// `check-native.mjs format [--write]`: clang-format over the C++ sources. `check-native.mjs tidy`: clang-tidy over those that changed since
// they were last found clean (over all with CI=true). Where the tools are missing the check is skipped in sight; with CI=true it fails.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const inCi = process.env['CI'] === 'true';
// Another release formats and warns differently, so the number belongs to the check.
const release = 19;
const buildFolder = join(root, 'build-cmake');
const cleanList = join(root, '.cache', 'clang-tidy.json');

const [task, flag] = process.argv.slice(2);
if (task === 'format') checkFormat(flag === '--write');
else if (task === 'tidy') await checkTidy();
else fail('usage: check-native.mjs format [--write] | tidy');

/** @param {boolean} write */
function checkFormat(write) {
  const clangFormat = find('clang-format');
  if (clangFormat === null) return;
  // The tables (deps/openssl/*.inc) keep their columns: they are not in the list.
  const files = [...nativeFiles('src-native', /\.(cc|h)$/), ...nativeFiles('test/native', /\.(cc|h)$/)];
  const mode = write ? ['-i'] : ['--dry-run', '-Werror'];
  const { status } = spawnSync(clangFormat, [...mode, ...files], { cwd: root, stdio: 'inherit' });
  if (status !== 0) fail('run `npm run format`');
}

async function checkTidy() {
  const clangTidy = find('clang-tidy');
  if (clangTidy === null || !configured()) return;
  const sources = nativeFiles('src-native', /\.cc$/);
  const headers = hashOf(['.clang-tidy', 'build-cmake/compile_commands.json', ...nativeFiles('src-native', /\.h$/), ...tables()]);
  const known = inCi ? {} : readCleanList();
  const stale = sources.filter((file) => known[file] !== hashOf([file], headers));
  console.log(`clang-tidy: ${stale.length} of ${sources.length} files to look at`);

  const clean = new Set(sources.filter((file) => !stale.includes(file)));
  const next = stale.values();
  const worker = async () => {
    for (const file of next) if (await isTidy(clangTidy, file)) clean.add(file);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));

  mkdirSync(dirname(cleanList), { recursive: true });
  writeFileSync(cleanList, JSON.stringify(Object.fromEntries([...clean].map((file) => [file, hashOf([file], headers)])), null, 2));
  if (clean.size < sources.length) fail(`clang-tidy found faults in ${sources.length - clean.size} files`);
}

/** @param {string} clangTidy @param {string} file @returns {Promise<boolean>} */
function isTidy(clangTidy, file) {
  return new Promise((resolve, reject) => {
    const child = spawn(clangTidy, ['-p', buildFolder, '--quiet', file], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const told = { out: '', err: '' };
    child.stdout.on('data', (chunk) => (told.out += chunk));
    child.stderr.on('data', (chunk) => (told.err += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      // On success standard error holds only the number of warnings in other people's headers.
      if (code !== 0) console.error(told.out === '' ? told.err : told.out);
      resolve(code === 0);
    });
  });
}

// compile_commands.json says how each file is compiled; making it compiles nothing.
function configured() {
  if (spawnSync('cmake', ['--version']).error !== undefined) {
    missing('cmake', 'clang-tidy');
    return false;
  }
  const cmakeJs = join(root, 'node_modules', '.bin', 'cmake-js');
  const { status, stdout, stderr } = spawnSync(cmakeJs, ['configure', '-O', 'build-cmake'], { cwd: root, encoding: 'utf8' });
  if (status === 0) return true;
  fail(`cmake-js configure failed\n${stdout}${stderr}`);
  return false;
}

/** @param {string} tool @returns {string | null} */
function find(tool) {
  for (const name of [`${tool}-${release}`, tool]) {
    const { stdout } = spawnSync(name, ['--version'], { encoding: 'utf8' });
    if (stdout?.includes(`version ${release}.`)) return name;
  }
  missing(`${tool} ${release}`, tool);
  return null;
}

/** @param {string} tool @param {string} check */
function missing(tool, check) {
  if (inCi) fail(`${tool} is not installed`);
  else console.warn(`SKIPPED: ${check}, because ${tool} is not installed (Debian: apt-get install ${tool.replace(' ', '-')})`);
}

/** @param {string} problem */
function fail(problem) {
  console.error(problem);
  process.exitCode = 1;
}

/** @param {string} folder @param {RegExp} ending @returns {string[]} */
function nativeFiles(folder, ending) {
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))
    .toSorted();
}

function tables() {
  return nativeFiles('deps/openssl', /^[^/]+\.inc$/);
}

/** @param {string[]} files @param {string} [seed] */
function hashOf(files, seed = '') {
  const hash = createHash('sha256').update(seed);
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** @returns {Record<string, string>} */
function readCleanList() {
  return existsSync(cleanList) ? JSON.parse(readFileSync(cleanList, 'utf8')) : {};
}
