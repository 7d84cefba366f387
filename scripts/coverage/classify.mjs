// @ts-check
// Owns: where each function of the API is reached, from what the headers, the code, the documentation and the reasons say together.
// Must not know: files.
import { calledBy } from './headers.mjs';
import { identifiersOf } from './text.mjs';

/** @typedef {import('./headers.mjs').ApiFunction} ApiFunction */
/** @typedef {{ name: RegExp, text?: RegExp, reason: string }} Reason `text`: what else must be in the declaration. */
/** @typedef {'typed' | 'c-layer' | 'planned' | 'not'} Kind */

/**
 * @typedef {object} Reached
 * @property {ApiFunction} entry
 * @property {Kind} kind
 * @property {string[]} places        In the typed API.
 * @property {string[]} through       For a macro that only calls others: those.
 * @property {string | null} inside   The file that calls it, where nothing of the API says that it reaches it.
 * @property {string | null} reason   For `not`.
 */

/**
 * @param {ApiFunction[]} entries @param {import('./evidence.mjs').Evidence} evidence @param {Map<string, string[]>} surface
 * @param {Reason[]} reasons @returns {Reached[]}
 */
export function classify(entries, evidence, surface, reasons) {
  const finder = new Finder(entries, evidence, surface);
  return entries.map((entry) => {
    const { places, through, inside } = finder.find(entry.name);
    const reason = reasons.find((row) => appliesTo(row, entry))?.reason ?? null;
    return { entry, kind: kindOf(places, evidence.cLayer.has(entry.name), inside, reason), places, through, inside, reason };
  });
}

/** Rows that fit nothing: they are out of date. @param {ApiFunction[]} entries @param {Reason[]} reasons @returns {Reason[]} */
export function idleReasons(entries, reasons) {
  return reasons.filter((row) => !entries.some((entry) => appliesTo(row, entry)));
}

/** @param {string[]} places @param {boolean} inCLayer @param {string | null} inside @param {string | null} reason @returns {Kind} */
function kindOf(places, inCLayer, inside, reason) {
  if (places.length > 0) return 'typed';
  if (inCLayer) return 'c-layer';
  return reason !== null && inside === null ? 'not' : 'planned';
}

/** @param {Reason} row @param {ApiFunction} entry */
function appliesTo({ name, text }, entry) {
  return name.test(entry.name) && (text === undefined || text.test(entry.text));
}

/** @typedef {{ places: string[], through: string[], inside: string | null }} Found */

const nowhere = Object.freeze({ places: [], through: [], inside: null });

class Finder {
  /** @readonly */
  #byName;
  /** @readonly */
  #evidence;
  /** @readonly */
  #surface;

  /** @param {ApiFunction[]} entries @param {import('./evidence.mjs').Evidence} evidence @param {Map<string, string[]>} surface */
  constructor(entries, evidence, surface) {
    this.#byName = new Map(entries.map((entry) => [entry.name, entry]));
    this.#evidence = evidence;
    this.#surface = surface;
  }

  /** @param {string} name @returns {Found} */
  find(name) {
    // What is none of libssl's own, a macro may call all the same: OPENSSL_init_ssl.
    const entry = this.#byName.get(name);
    const file = entry === undefined ? this.#evidence.called.get(name) : this.#callerOf(entry);
    if (file != null) return this.#at(name, file);
    return entry === undefined || entry.kind === 'function' ? nowhere : this.#throughOthers(entry);
  }

  /** @param {string} name @param {string} file @returns {Found} */
  #at(name, file) {
    const places = this.#surface.get(name) ?? [];
    return { places, through: [], inside: places.length > 0 ? null : file };
  }

  /**
   * The file that calls it. A macro is called by the command that it stands for. As several macros may share one (add0 and add1), it must be
   * named as well: in quotes, as the one that an error would name, or in the documentation.
   * @param {ApiFunction} entry @returns {string | null}
   */
  #callerOf({ name, kind }) {
    const { called, commands, named } = this.#evidence;
    if (kind === 'function') return called.get(name) ?? null;
    const needed = this.#commandsOf(name);
    if (needed.length === 0 || !needed.every((command) => commands.has(command))) return null;
    return named.get(name) ?? (this.#surface.has(name) ? (commands.get(needed[0] ?? '') ?? null) : null);
  }

  // Of the macros that it is made of too.
  /** @param {string} name @returns {string[]} */
  #commandsOf(name) {
    const entry = this.#byName.get(name);
    if (entry === undefined || entry.kind === 'function') return [];
    const own = [...identifiersOf(entry.text)].filter((each) => each.startsWith('SSL_CTRL_'));
    return own.length > 0 ? own : calledBy(entry).flatMap((each) => this.#commandsOf(each));
  }

  // A macro without a command is as far within reach as all that it calls.
  /** @param {ApiFunction} entry @returns {Found} */
  #throughOthers(entry) {
    if (/\bSSL_CTRL_/.test(entry.text)) return nowhere;
    const through = calledBy(entry);
    const parts = through.map((name) => this.find(name));
    if (parts.length === 0 || parts.some(({ places, inside }) => places.length === 0 && inside === null)) return nowhere;
    const inside = parts.find((part) => part.places.length === 0)?.inside ?? null;
    // The outermost call comes first, and is what the macro is for.
    return { places: inside === null ? (parts[0]?.places ?? []) : [], through, inside };
  }
}
