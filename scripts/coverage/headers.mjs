// @ts-check
// Owns: which functions OpenSSL's headers declare, as functions or as macros, and since when they are deprecated.
// Must not know: this project.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutComments } from './text.mjs';

/**
 * @typedef {object} ApiFunction
 * @property {string} name
 * @property {'function' | 'macro' | 'alias'} kind  An alias is a macro that only gives another name.
 * @property {string} text         The declaration, or what the macro stands for.
 * @property {string} header
 * @property {string | null} deprecated  The release since which it is.
 * @property {string | null} instead     What OpenSSL says to use, where the header says it.
 */

// Those of libssl; not every release has every one.
const headersOfLibssl = ['ssl.h', 'ssl2.h', 'ssl3.h', 'tls1.h', 'dtls1.h', 'srtp.h', 'quic.h', 'ech.h'];

// A constant has capitals only.
const apiName = /^SSL_\w*[a-z]\w*$/;

/** @param {string} folder The one that holds openssl/ssl.h. @returns {ApiFunction[]} By name. */
export function readHeaders(folder) {
  const texts = headersOfLibssl
    .map((name) => ({ name, path: join(folder, 'openssl', name) }))
    .filter(({ path }) => existsSync(path))
    .map(({ name, path }) => functionsIn(readFileSync(path, 'utf8'), name));
  return merged(texts.flat());
}

/** @param {string} text @param {string} header @returns {ApiFunction[]} */
function functionsIn(text, header) {
  const reader = new HeaderReader(header);
  // The preprocessor's order: continued lines are joined before comments go.
  for (const line of withoutComments(text.replaceAll(/\\\r?\n/g, ' ')).split('\n')) reader.line(line);
  return reader.found;
}

/**
 * Functions before macros, as a macro of the same name only wraps; then what is an alias can be told from a constant.
 * @param {ApiFunction[]} found @returns {ApiFunction[]}
 */
function merged(found) {
  /** @type {Map<string, ApiFunction>} */
  const byName = new Map();
  for (const kind of ['function', 'macro', 'alias']) {
    for (const each of found) if (each.kind === kind && !byName.has(each.name)) byName.set(each.name, each);
  }
  for (const each of byName.values()) {
    if (each.kind === 'alias' && !byName.has(each.text)) byName.delete(each.name);
  }
  return [...byName.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** @typedef {{ condition: string, inElse: boolean }} Guard */

class HeaderReader {
  /** @type {ApiFunction[]} */
  found = [];
  /** @readonly @type {Guard[]} */
  #guards = [];
  #statement = '';
  #braces = 0;
  /** @readonly */
  #header;

  /** @param {string} header */
  constructor(header) {
    this.#header = header;
  }

  /** @param {string} line */
  line(line) {
    const directive = /^\s*#\s*(?<word>\w+)\s*(?<rest>.*)$/.exec(line)?.groups;
    if (directive !== undefined) this.#directive(directive['word'] ?? '', (directive['rest'] ?? '').trim());
    else if (this.#isRead()) this.#code(`${line}\n`);
  }

  /** @param {string} word @param {string} rest */
  #directive(word, rest) {
    const innermost = this.#guards.at(-1);
    if (word === 'if') this.#guards.push({ condition: rest, inElse: false });
    else if (word === 'ifdef') this.#guards.push({ condition: `defined(${rest})`, inElse: false });
    else if (word === 'ifndef') this.#guards.push({ condition: `!defined(${rest})`, inElse: false });
    else if (word === 'endif') this.#guards.pop();
    else if (word === 'else' && innermost !== undefined) innermost.inElse = true;
    else if (word === 'elif' && innermost !== undefined) innermost.condition = rest;
    else if (word === 'define' && this.#isRead()) this.#define(rest);
  }

  // What only C++ sees, and what nobody does, declares nothing. Every other condition is about how OpenSSL was built.
  #isRead() {
    return !this.#guards.some(({ condition, inElse }) => (condition === 'defined(__cplusplus)' || condition === '0') && !inElse);
  }

  /** @returns {string | null} */
  #deprecatedByGuard() {
    for (const { condition, inElse } of this.#guards) {
      const release = /^!defined\(OPENSSL_NO_DEPRECATED_(?<release>\d+(?:_\d+)+)\)$/.exec(condition)?.groups?.['release'];
      if (release !== undefined && !inElse) return release.replaceAll('_', '.');
    }
    return null;
  }

  /** @param {string} rest */
  #define(rest) {
    const { name = '', parameters, body = '' } = /^(?<name>\w+)(?<parameters>\([^)]*\))?\s*(?<body>.*)$/.exec(rest)?.groups ?? {};
    if (!apiName.test(name)) return;
    const text = body.trim().replaceAll(/\s+/g, ' ');
    const isAlias = parameters === undefined;
    if (isAlias && !apiName.test(text)) return;
    this.#add({ name, kind: isAlias ? 'alias' : 'macro', text, deprecated: this.#deprecatedByGuard(), instead: null });
  }

  /** @param {string} text */
  #code(text) {
    for (const character of text) {
      if (character === '{') this.#braces += 1;
      if (this.#braces === 0 && character !== ';') this.#statement += character;
      if (character === '}') this.#braces -= 1;
      // The body of an inline function ends it; that of a struct does not.
      const bodyEnds = character === '}' && this.#braces === 0 && !/\b(typedef|struct|union|enum)\b[^()]*$/.test(this.#statement);
      if (this.#braces === 0 && (character === ';' || bodyEnds)) this.#endStatement();
    }
  }

  #endStatement() {
    const statement = this.#statement.trim().replaceAll(/\s+/g, ' ');
    this.#statement = '';
    if (/\btypedef\b/.test(statement)) return;
    // The first name before a parenthesis, also in `void (*SSL_CTX_sess_get_new_cb(SSL_CTX *ctx))(SSL *, SSL_SESSION *)`. What a marker
    // says in quotes is no code.
    const bare = statement.replaceAll(/"[^"]*"/g, '""');
    const name = [...bare.matchAll(/\b(?<name>SSL_\w+) ?\(/g)]
      .map(({ groups }) => groups?.['name'] ?? '')
      .find((each) => apiName.test(each));
    if (name === undefined) return;
    const marker = /\bOSSL_DEPRECATEDIN_(?<release>\d+(?:_\d+)+)(?:_FOR\((?<advice>[^)]*\)?[^)]*)\))?/.exec(statement)?.groups;
    const deprecated = marker?.['release']?.replaceAll('_', '.') ?? this.#deprecatedByGuard();
    const instead = /\b(?<name>SSL_\w+)/.exec(marker?.['advice'] ?? '')?.groups?.['name'] ?? null;
    this.#add({ name, kind: 'function', text: bare, deprecated, instead });
  }

  /** @param {Omit<ApiFunction, 'header'>} found */
  #add(found) {
    this.found.push({ ...found, header: this.#header });
  }
}

/** What a macro stands for: the functions that it calls, whosever they are. @param {ApiFunction} macro @returns {string[]} */
export function calledBy({ kind, text }) {
  if (kind === 'function') return [];
  if (kind === 'alias') return [text];
  const names = [...text.matchAll(/\b(?<name>[A-Za-z_]\w*)\s*\(/g)].map(({ groups }) => groups?.['name'] ?? '');
  return [...new Set(names)].filter((name) => name !== 'STACK_OF');
}
