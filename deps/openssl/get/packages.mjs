// @ts-check
/** Makes a series from Debian's binary packages: unpack, and pick what is needed. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { assemble } from './assemble.mjs';
import { remove } from './files.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';

/**
 * @param {import('./plan.mjs').Plan} plan
 * @param {import('./layout.mjs').SeriesLayout} place
 * @param {import('./plan.mjs').Surroundings} around
 * @returns {Promise<readonly import('./compression.mjs').Compression[]>}  None: Debian builds OpenSSL without.
 */
export async function makeFromPackages(plan, place, { cache, note }) {
  const root = join(place.work, 'root');
  remove(root);
  mkdirSync(root, { recursive: true });
  note(`unpacking ${plan.files.map(({ file }) => file).join(', ')}`);
  for (const { file } of plan.files) await run('dpkg-deb', ['--extract', join(cache.downloads, file), root]);

  assemble(
    {
      libraries: libraryFolder(root),
      headers: headerFolders(root),
      program: join(root, 'usr/bin/openssl'),
      configs: [join(root, 'etc/ssl/openssl.cnf')],
    },
    place.out,
  );
  return [];
}

/**
 * The folder's name holds the machine's architecture, so it is looked for.
 * @param {string} root
 */
function libraryFolder(root) {
  const candidates = ['usr/lib', 'lib'].flatMap((top) => [join(root, top), ...foldersIn(join(root, top))]);
  const found = candidates.find((folder) => existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('libcrypto.so.')));
  if (found === undefined) throw new Problem('the packages hold no libcrypto.so.*', { tried: candidates });
  return found;
}

/**
 * The common headers, then those that differ between architectures.
 * @param {string} root
 */
function headerFolders(root) {
  const top = join(root, 'usr/include');
  return [top, ...foldersIn(top)].map((folder) => join(folder, 'openssl')).filter((folder) => existsSync(folder));
}

/** @param {string} folder */
function foldersIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'openssl')
    .map((entry) => join(folder, entry.name));
}
