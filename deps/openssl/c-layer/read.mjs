// @ts-check
// Owns: the table of the C layer as plain objects. A row that does not parse is an error with its place.
// Must not know: what is made of it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @typedef {{ name: string, of: string | null }} KindRow */
/** @typedef {{ word: string, of: string | null, name: string }} Parameter  `Ref<SSL> ssl`: Ref, SSL, ssl. */
/**
 * @typedef {object} FunctionRow
 * @property {string} name
 * @property {string} since
 * @property {string} until
 * @property {Parameter} result
 * @property {Parameter[]} parameters
 * @property {string} words      As the table has it: `Int (Ref<SSL> ssl)`.
 * @property {string} note       The comment before the row.
 */
/** @typedef {{ macro: string, name: string, value: string, since: string, before: string | null }} ConstantRow */

const patterns = {
  function:
    /^(?:C_FUNCTION|C_RENAMED|C_CUSTOM)\(\w+, "(?<since>[\d.]+)", "(?<until>[\d.]*)", (?<result>[\w<>]+), (?<name>\w+), \((?<parameters>[^()]*)\)(?:, \w+)?\)$/,
  control:
    /^C_CTRL\("(?<since>[\d.]+)", "(?<until>[\d.]*)", (?<result>[\w<>]+), (?<name>\w+), \((?<parameters>[^()]*)\), \w+, \d+, -?\w+\)$/,
  callback: /^C_CALLBACK\((?<name>\w+), (?<result>[\w<>]+), \((?<parameters>[^()]*)\)\)$/,
  kind: /^C_(?:KIND\((?<name>\w+), -?\d+, "\w*", "\w*"|SUBKIND\((?<alias>\w+), (?<of>\w+))\)$/,
  constant:
    /^(?<macro>C_CONSTANT|C_OPTION|C_CHANGED|C_SYSTEM)\((?<name>\w+)(?:, (?<value>-?\w+), "(?<since>[\d.]+)")?(?:, (?<before>-?\w+))?\)$/,
};

/** @param {string} file @param {RegExp[]} forms @returns {{ groups: Record<string, string | undefined>, note: string }[]} */
function rowsOf(file, forms) {
  const path = fileURLToPath(new URL(`${file}.inc`, import.meta.url));
  /** @type {{ groups: Record<string, string | undefined>, note: string }[]} */
  const rows = [];
  const names = new Set();
  let note = '';
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (line === '' || line.startsWith('//')) {
      note = line.replace(/^\/\/ ?/, '');
      continue;
    }
    const groups = forms.map((form) => form.exec(line)?.groups).find((found) => found !== undefined);
    if (groups === undefined) throw new Error(`c-layer/${file}.inc:${index + 1}: no row of the table: ${line}`);
    const name = groups['name'] ?? groups['alias'];
    if (names.has(name)) throw new Error(`c-layer/${file}.inc:${index + 1}: ${name} stands here twice`);
    names.add(name);
    rows.push({ groups, note });
    note = '';
  }
  return rows;
}

/** @param {string} text @returns {Parameter} */
function parameterOf(text) {
  const groups = /^(?<word>\w+)(?:<(?<of>\w+)>)?(?: (?<name>\w+))?$/.exec(text.trim())?.groups;
  if (groups === undefined) throw new Error(`no kind of the table: ${text}`);
  return { word: groups['word'] ?? '', of: groups['of'] ?? null, name: groups['name'] ?? '' };
}

/** @param {string} file @param {RegExp[]} forms @returns {FunctionRow[]} */
function functions(file, forms) {
  return rowsOf(file, forms).map(({ groups, note }) => {
    const parameters = groups['parameters'] ?? '';
    return {
      name: groups['name'] ?? '',
      since: groups['since'] ?? '1.1.1',
      until: groups['until'] ?? '',
      result: parameterOf(groups['result'] ?? ''),
      parameters: parameters === 'void' || parameters === '' ? [] : parameters.split(',').map(parameterOf),
      words: `${groups['result'] ?? ''} (${parameters})`,
      note,
    };
  });
}

/** @param {string} family @returns {FunctionRow[]} */
export const functionRows = (family) => functions(family, [patterns.function, patterns.control]);
/** @returns {FunctionRow[]} */
export const callbackRows = () => functions('callbacks', [patterns.callback]);
/** @returns {KindRow[]} */
export const kindRows = () =>
  rowsOf('kinds', [patterns.kind]).map(({ groups }) => ({ name: groups['name'] ?? groups['alias'] ?? '', of: groups['of'] ?? null }));
/** @returns {ConstantRow[]} */
export const constantRows = () =>
  rowsOf('constants', [patterns.constant]).map(({ groups }) => ({
    macro: groups['macro'] ?? '',
    name: groups['name'] ?? '',
    value: groups['value'] ?? '',
    since: groups['since'] ?? '1.1.1',
    before: groups['before'] ?? null,
  }));
