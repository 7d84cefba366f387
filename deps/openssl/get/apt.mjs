// @ts-check
/**
 * apt with a state of its own: any suite can be asked and downloaded from without root,
 * and the machine's own lists, caches and preferences stay as they are.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyringsFor, placesOf, shown } from './mirror.mjs';
import { lastLines, run } from './run.mjs';

/**
 * @typedef {'deb' | 'deb-src'} Kind
 *
 * @typedef {object} Suite  A suite of which the index has been fetched and verified.
 * @property {string} name
 * @property {Kind} kind
 * @property {boolean} signed
 * @property {readonly string[]} options  What points apt at this suite alone.
 *
 * @typedef {object} Offer  A file that a signed index offers.
 * @property {string} file
 * @property {number} size
 * @property {string} sha256
 *
 * @typedef {object} AptOptions
 * @property {string} folder
 * @property {boolean} allowUnsigned
 */

/**
 * Fetches the index of a suite from the first place that has it.
 * @param {AptOptions} apt
 * @param {string} name
 * @param {Kind} kind
 * @returns {Promise<{ suite: Suite | undefined, tried: string[] }>}
 */
export async function openSuite(apt, name, kind) {
  const config = writeConfig(apt);
  const architecture = (await run('dpkg', ['--print-architecture'])).stdout.trim();
  /** @type {string[]} */
  const tried = [];
  for (const place of await placesOf(name)) {
    const keyrings = keyringsFor(place);
    const settings = [`target=${kind === 'deb' ? 'Packages' : 'Sources'}`, `arch=${architecture}`];
    // Without Debian's keyring apt falls back on the keys that it trusts anyway; it refuses when there is none.
    if (apt.allowUnsigned) settings.push('trusted=yes');
    else if (keyrings.length > 0) settings.push(`signed-by=${keyrings.join(',')}`);

    const list = join(apt.folder, `${name}.${kind}.list`);
    writeFileSync(list, `${kind} [${settings.join(' ')}] ${place.uri} ${name} main\n`);
    const options = [`--config-file=${config}`, '-o', `Dir::Etc::SourceList=${list}`];
    // The archive of past releases is not renewed, so its dates have run out.
    if (place.past) options.push('-o', 'Acquire::Check-Valid-Until=false');

    const update = await run('apt-get', [...options, '-o', 'APT::Update::Error-Mode=any', 'update'], { mayFail: true });
    if (update.code === 0) return { suite: { name, kind, signed: !apt.allowUnsigned, options }, tried };
    const reason = lastLines(update.stderr, 50).find((line) => /^[EW]:/.test(line)) ?? `exit code ${update.code}`;
    tried.push(`${name} (${kind}) at ${shown(place.uri)}: ${shown(reason)}`);
  }
  return { suite: undefined, tried };
}

/**
 * All versions of a package that the suite holds.
 * @param {Suite} suite
 * @param {string} name  Of a binary or a source package, as the suite was opened.
 */
export async function versionsIn(suite, name) {
  const { stdout } = await run('apt-cache', [...suite.options, 'madison', name], { mayFail: true });
  const ending = suite.kind === 'deb' ? 'Packages' : 'Sources';
  return stdout.split('\n').flatMap((line) => {
    const [found, version, origin] = line.split('|').map((part) => part.trim());
    return found === name && version && origin?.endsWith(ending) ? [version] : [];
  });
}

/**
 * The files of a package version with the checksums of the index. Of a source package: the upstream tarball alone.
 * @param {Suite} suite
 * @param {readonly string[]} packages  Each as NAME=VERSION.
 * @returns {Promise<Offer[]>}
 */
export async function offersOf(suite, packages) {
  const { stdout } = await run('apt-get', [...suite.options, ...fetching(suite), '--print-uris', ...packages]);
  return stdout.split('\n').flatMap((line) => {
    const match = /^'[^']*' (\S+) (\d+) SHA256:([0-9a-f]{64})$/.exec(line.trim());
    return match ? [{ file: /** @type {string} */ (match[1]), size: Number(match[2]), sha256: /** @type {string} */ (match[3]) }] : [];
  });
}

/**
 * Downloads into a folder. apt compares with the signed index and goes on with a file that is there in part.
 * @param {Suite} suite
 * @param {readonly string[]} packages  Each as NAME=VERSION.
 * @param {string} folder
 * @param {(seconds: number) => void} heartbeat
 */
export async function download(suite, packages, folder, heartbeat) {
  await run('apt-get', [...suite.options, ...fetching(suite), ...packages], { cwd: folder, heartbeat });
}

/**
 * The higher of two Debian versions.
 * @param {string} a
 * @param {string} b
 */
export async function higherVersion(a, b) {
  const { code } = await run('dpkg', ['--compare-versions', a, 'ge', b], { mayFail: true });
  return code === 0 ? a : b;
}

/** @param {Suite} suite */
function fetching(suite) {
  return suite.kind === 'deb' ? ['download'] : ['source', '--download-only', '--tar-only', '--only-source'];
}

/** @param {AptOptions} apt */
function writeConfig(apt) {
  for (const folder of ['lists/partial', 'cache/archives/partial', 'state']) mkdirSync(join(apt.folder, folder), { recursive: true });
  const status = join(apt.folder, 'status');
  writeFileSync(status, '');
  const config = join(apt.folder, 'apt.conf');
  // Read after the machine's own configuration, which stays in force where it says how to reach the network.
  writeFileSync(
    config,
    `\
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear APT::Default-Release;
Dir::State "${apt.folder}/state";
Dir::State::Lists "${apt.folder}/lists";
Dir::State::status "${status}";
Dir::Cache "${apt.folder}/cache";
Dir::Etc::SourceParts "/dev/null";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
APT::Get::List-Cleanup "false";
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::Retries "2";
Acquire::http::Timeout "20";
Acquire::https::Timeout "20";
`,
  );
  return config;
}
