// @ts-check
// Owns: the table of the C layer as plain objects. A row that does not parse, a word that words.mjs does not know, a handle that kinds.inc does
// not have, a name that stands there twice: each is an error with its file and line.
// Must not know: what is made of it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { problemOf } from './words.mjs';

/** @typedef {{ name: string, of: string | null }} KindRow */
/** @typedef {{ word: string, of: string | null, name: string }} Parameter  `Ref<SSL> ssl`: Ref, SSL, ssl. */
/**
 * @typedef {object} FunctionRow
 * @property {string} macro
 * @property {string} name
 * @property {string} since
 * @property {string} until
 * @property {Parameter} result
 * @property {Parameter[]} parameters
 * @property {string} words      As the table has it: `Int (Ref<SSL> ssl)`.
 * @property {string} note       The comment before the row.
 * @property {string} home       '' for a macro and a callback.
 * @property {string} before     Of C_RENAMED.
 * @property {string} controller Of C_CTRL, as the next two.
 * @property {string} command
 * @property {string} larg
 * @property {string} place      The file and the line.
 */
/** @typedef {{ macro: string, name: string, value: string, since: string, before: string | null }} ConstantRow */
/** @typedef {{ groups: Record<string, string | undefined>, note: string, place: string }} Row */

const head = '(?<macro>C_\\w+)\\s*\\(';
const releases = '"(?<since>\\d[\\d.]*)", "(?<until>[\\d.]*)", ';
const prototype = '(?<result>[\\w<>]+), (?<name>\\w+), \\((?<parameters>[^()]*)\\)';
const patterns = {
  function: new RegExp(`^${head}(?<home>ssl|crypto), ${releases}${prototype}(?:, (?<before>\\w+))?\\)$`),
  control: new RegExp(`^${head}${releases}${prototype}, (?<controller>\\w+_ctrl), (?<command>\\d+), (?<larg>-?\\d+)\\)$`),
  callback: new RegExp(`^${head}(?<name>\\w+), (?<result>[\\w<>]+), \\((?<parameters>[^()]*)\\)\\)$`),
  kind: /^(?<macro>C_KIND)\((?<name>\w+), -?\d+, "\w*", "\w*"\)$/,
  subkind: /^(?<macro>C_SUBKIND)\((?<name>\w+), (?<of>\w+)\)$/,
  constant: new RegExp(`^${head}(?<name>\\w+), (?<value>-?\\w+), "(?<since>\\d[\\d.]*)"(?:, (?<before>-?\\w+))?\\)$`),
  system: /^(?<macro>C_SYSTEM)\((?<name>\w+)\)$/,
};

/** Which macros a file may have, and what a row of each looks like. @type {Record<string, Record<string, RegExp>>} */
const forms = {
  functions: { C_FUNCTION: patterns.function, C_RENAMED: patterns.function, C_CUSTOM: patterns.function, C_CTRL: patterns.control },
  callbacks: { C_CALLBACK: patterns.callback },
  kinds: { C_KIND: patterns.kind, C_SUBKIND: patterns.subkind },
  constants: { C_CONSTANT: patterns.constant, C_OPTION: patterns.constant, C_CHANGED: patterns.constant, C_SYSTEM: patterns.system },
};

/** What only one macro has, and that one must have. @type {Record<string, string>} */
const ownersOfBefore = { functions: 'C_RENAMED', constants: 'C_CHANGED' };

/** The parts of the table that have rows of functions. */
export const families = ['ssl_ctx', 'ssl', 'session', 'bio', 'x509', 'crypto'];

/** @param {string} file @param {string} kind @param {URL} [folder] @returns {Row[]} */
function rowsOf(file, kind, folder = new URL('.', import.meta.url)) {
  const known = forms[kind] ?? {};
  const names = new Set();
  return statementsOf(fileURLToPath(new URL(`${file}.inc`, folder))).map(({ text, line, note }) => {
    const place = `c-layer/${file}.inc:${line}`;
    const macro = /^\w+/.exec(text)?.[0] ?? text;
    const form = known[macro];
    if (form === undefined) throw new Error(`${place}: no macro of this file: ${macro}`);
    const groups = form.exec(text)?.groups;
    if (groups === undefined) throw new Error(`${place}: not a row of ${macro}: ${text}`);
    if ((groups['before'] !== undefined) !== (macro === ownersOfBefore[kind])) throw new Error(`${place}: not a row of ${macro}: ${text}`);
    if (names.has(groups['name'])) throw new Error(`${place}: ${groups['name']} stands here twice`);
    names.add(groups['name']);
    return { groups, note, place };
  });
}

/** Rows of one line or, until their parentheses close, of more, each with the comment before it. @param {string} path */
function statementsOf(path) {
  /** @type {{ text: string, line: number, note: string }[]} */
  const statements = [];
  /** @type {string[]} */
  let comment = [];
  let open = '';
  let first = 0;
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (open === '' && (line === '' || line.startsWith('//'))) {
      comment = line === '' || line.startsWith('// ---') ? [] : [...comment, line.replace(/^\/\/ ?/, '')];
      continue;
    }
    if (open === '') first = index + 1;
    open = open === '' ? line : `${open} ${line.trim()}`;
    if (open.split('(').length > open.split(')').length) continue;
    statements.push({ text: open, line: first, note: comment.join(' ') });
    comment = [];
    open = '';
  }
  if (open !== '') throw new Error(`${path}:${first}: a row without an end`);
  return statements;
}

/** @param {string} text @param {string} place @returns {Parameter} */
function parameterOf(text, place) {
  const groups = /^(?<word>\w+)(?:<(?<of>\w+(?:<\w+>)?)>)?(?: (?<name>\w+))?$/.exec(text.trim())?.groups;
  if (groups === undefined) throw new Error(`${place}: no kind and name: ${text.trim()}`);
  return { word: groups['word'] ?? '', of: groups['of'] ?? null, name: groups['name'] ?? '' };
}

/** @param {Row} row @returns {FunctionRow} */
function functionOf({ groups, note, place }) {
  const { macro = '', parameters = '', result = '', since = '1.1.1', until = '', home = '', before = '' } = groups;
  return {
    ...{ macro, name: groups['name'] ?? '', since, until, home, before, note, place },
    result: parameterOf(result, place),
    parameters: parameters === 'void' || parameters === '' ? [] : parameters.split(',').map((each) => parameterOf(each, place)),
    words: `${result} (${parameters})`,
    ...{ controller: groups['controller'] ?? '', command: groups['command'] ?? '', larg: groups['larg'] ?? '' },
  };
}

/** @param {FunctionRow[]} rows @param {URL | undefined} folder */
function checked(rows, folder) {
  const kinds = new Set(rowsOf('kinds', 'kinds', folder).map(({ groups }) => groups['name'] ?? ''));
  const callbacks = new Set(rowsOf('callbacks', 'callbacks', folder).map(({ groups }) => groups['name'] ?? ''));
  for (const row of rows) {
    const problem = problemOf(row, kinds, callbacks);
    if (problem !== null) throw new Error(`${row.place}: ${row.name}: ${problem}`);
  }
  return rows;
}

/** @param {string} family @param {URL} [folder] @returns {FunctionRow[]} */
export const functionRows = (family, folder) => checked(rowsOf(family, 'functions', folder).map(functionOf), folder);
/** @param {URL} [folder] @returns {FunctionRow[]} */
export const callbackRows = (folder) => checked(rowsOf('callbacks', 'callbacks', folder).map(functionOf), folder);
/** @param {URL} [folder] @returns {KindRow[]} */
export const kindRows = (folder) =>
  rowsOf('kinds', 'kinds', folder).map(({ groups }) => ({ name: groups['name'] ?? '', of: groups['of'] ?? null }));
/** @param {URL} [folder] @returns {ConstantRow[]} */
export const constantRows = (folder) =>
  rowsOf('constants', 'constants', folder).map(({ groups }) => ({
    ...{ macro: groups['macro'] ?? '', name: groups['name'] ?? '', value: groups['value'] ?? '' },
    ...{ since: groups['since'] ?? '1.1.1', before: groups['before'] ?? null },
  }));

/** Every row of every family: a name that two of them have is an error. @param {URL} [folder] @returns {FunctionRow[]} */
export function allFunctionRows(folder) {
  const rows = families.flatMap((family) => functionRows(family, folder));
  const places = new Map();
  for (const { name, place } of rows) {
    const other = places.get(name);
    if (other !== undefined) throw new Error(`${place}: ${name} stands in ${other} too`);
    places.set(name, place);
  }
  return rows;
}
