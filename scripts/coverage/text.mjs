// @ts-check
// Owns: sources as text: comments and strings taken out, so that a name in them is not mistaken for code.
// Must not know: what is looked for.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ file: string, text: string }} Source */

// What comes first wins: a comment may hold quotes, a string may hold slashes.
const commentOrString = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/g;

/** @param {string} text */
export function withoutComments(text) {
  return text.replace(commentOrString, (found) => (found.startsWith('/') ? ' ' : found));
}

/** Strings stay as empty ones. @param {string} text */
export function codeOnly(text) {
  return text.replace(commentOrString, (found) => (found.startsWith('/') ? ' ' : '""'));
}

/** What stands in quotes, without them. @param {string} text @returns {string[]} */
export function stringsOf(text) {
  return [...text.matchAll(commentOrString)]
    .map(([found]) => found)
    .flatMap((found) => (found.startsWith('/') ? [] : [found.slice(1, -1)]));
}

/** @param {string} text */
export function identifiersOf(text) {
  return new Set(text.match(/\b[A-Za-z_]\w*\b/g));
}

/** The sources below a folder whose names end so, by name. @param {string} root @param {string} folder @param {RegExp} ending @returns {Source[]} */
export function sourcesBelow(root, folder, ending) {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .toSorted()
    .map((file) => ({ file: join(folder, file).replaceAll('\\', '/'), text: readFileSync(join(start, file), 'utf8') }));
}
