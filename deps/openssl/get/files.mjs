// @ts-check
/** File operations that must not leave half a result behind, and checksums. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** @typedef {{ path: string, size: number, sha256: string }} FileRecord */

/**
 * @param {string} file
 * @returns {Promise<string>}
 */
export async function sha256(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * @param {string} file
 * @param {string} wanted  A sha256 in hexadecimal.
 */
export async function hasSha256(file, wanted) {
  return existsSync(file) && (await sha256(file)) === wanted;
}

/**
 * Writes beside the file and renames, so that a reader sees the old text or the new one and never a part.
 * @param {string} file
 * @param {unknown} value
 */
export function writeJson(file, value) {
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(temporary, file);
}

/**
 * @param {string} file
 * @returns {any} undefined when there is no such file or it isn't JSON.
 */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} path */
export function remove(path) {
  rmSync(path, { recursive: true, force: true });
}

/**
 * Puts a finished folder in its place in one step; what was there before goes only then.
 * @param {string} from
 * @param {string} to
 * @param {string} aside  A free name on the same file system for what was there before.
 */
export function swapInto(from, to, aside) {
  remove(aside);
  if (existsSync(to)) renameSync(to, aside);
  renameSync(from, to);
  remove(aside);
}

/**
 * The regular files below some paths of a folder, with their checksums. Symbolic links are left out.
 * @param {string} root
 * @param {readonly string[]} paths  Relative to `root`.
 * @returns {Promise<FileRecord[]>}
 */
export async function fileRecords(root, paths) {
  /** @type {string[]} */
  const files = [];
  for (const path of paths) {
    const inside = lstatSync(join(root, path)).isDirectory() ? readdirSync(join(root, path), { recursive: true, encoding: 'utf8' }) : [''];
    for (const name of inside) if (lstatSync(join(root, path, name)).isFile()) files.push(join(path, name));
  }
  /** @type {FileRecord[]} */
  const records = [];
  for (const path of files.sort()) {
    const file = join(root, path);
    records.push({ path, size: lstatSync(file).size, sha256: await sha256(file) });
  }
  return records;
}
