// @ts-check
// Owns: what the code really calls: functions of the table in native code, commands of SSL_ctrl and SSL_CTX_ctrl, rows of the C layer.
// Must not know: OpenSSL's headers, what the documentation says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOnly, identifiersOf, sourcesBelow, stringsOf, withoutComments } from './text.mjs';

/**
 * @typedef {object} Evidence
 * @property {ReadonlyMap<string, string>} called    Functions of the table that native code calls, each with the first file that does.
 * @property {ReadonlyMap<string, string>} commands  SSL_CTRL_… in use, likewise.
 * @property {ReadonlyMap<string, string>} named     What stands in quotes, as the name of a macro in an error does, likewise.
 * @property {ReadonlySet<string>} cLayer            What the C layer offers.
 */

/** @param {string} root @returns {Evidence} */
export function readEvidence(root) {
  const native = sourcesBelow(root, 'src-native', /\.(cc|h)$/);
  const typescript = ['lib/ssl', 'lib/io'].flatMap((folder) => sourcesBelow(root, folder, /\.ts$/));
  const rows = rowsOf(readFileSync(join(root, 'deps/openssl/functions.inc'), 'utf8'));
  return {
    called: firstFiles(native, (text) => [...identifiersOf(codeOnly(text))].filter((name) => rows.has(name))),
    commands: firstFiles([...native, ...typescript], (text) =>
      [...identifiersOf(codeOnly(text))].filter((name) => name.startsWith('SSL_CTRL_')),
    ),
    named: firstFiles([...native, ...typescript], stringsOf),
    cLayer: cLayerOf(root),
  };
}

/** The names of the rows; a renamed function is reached by its old name too, but code writes the new one. @param {string} table */
function rowsOf(table) {
  return new Set(
    [...table.matchAll(/^(?:REQUIRED|OPTIONAL|RENAMED)\s*\(.*? \*?(?<name>\w+), \(/gm)].map(({ groups }) => groups?.['name'] ?? ''),
  );
}

/** @param {import('./text.mjs').Source[]} sources @param {(text: string) => string[]} namesIn @returns {Map<string, string>} */
function firstFiles(sources, namesIn) {
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const { file, text } of sources) {
    for (const name of namesIn(text)) if (!files.has(name)) files.set(name, file);
  }
  return files;
}

// `libssl/c` offers what lib/c/ exports under a C name, itself or by a row of a table there (`SSL_connect: …`, `['SSL_connect', …]`), and
// the rows of a table of its own in deps/openssl/.
/** @param {string} root */
function cLayerOf(root) {
  const offered = /^(?:export (?:async )?(?:const|function) |\s+(?:\[?['"])?)(?<name>SSL_\w+)['"]?\s*[:(,=]/gm;
  const typescript = sourcesBelow(root, 'lib/c', /\.ts$/).flatMap(({ text }) => [...withoutComments(text).matchAll(offered)]);
  const tables = sourcesBelow(root, 'deps/openssl/c-layer', /\.inc$/).flatMap(({ text }) => [
    ...withoutComments(text).matchAll(/^C_(?:FUNCTION|RENAMED|CTRL|CUSTOM)\(.*?, (?<name>SSL_\w+), \(/gm),
  ]);
  return new Set([...typescript, ...tables].map(({ groups }) => groups?.['name'] ?? ''));
}
