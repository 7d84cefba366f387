// @ts-check
// Owns: which words a row may use and where: for a result, for an argument, or only in a row that has a body of its own.
// Must not know: what they are in TypeScript (typescript.mjs) or in C (test/native/c_layer_prototypes.cc).

/** @typedef {import('./read.mjs').FunctionRow} FunctionRow */
/** @typedef {import('./read.mjs').Parameter} Parameter */

export const numbers = new Set(['Int', 'UInt', 'Long', 'ULong', 'Size', 'Int64', 'Time', 'UChar', 'UShort', 'Options']);

/** @param {string} text */
const set = (text) => new Set(text.trim().split(/\s+/));
const plainArguments = set(`Text TextOrNull InBytes InBytesOrNull OutBytes OutBytesOrNull OutText OutTextOrNull OutView InCursor
  OutCursorOrNull Null Password PasswordArg`);
const handleArguments = set(`Ref RefOrNull Drive Take TakeOrNull Free UpRef Reuse StackRef StackRefOrNull StackTake StackTakeOrNull
  OutBorrowed OutBorrowedOrNull OutOwned OutOwnedOrNull OutStackBorrowed OutStackOwned`);
const plainResults = set('Void WideLong Text OwnedText View');
const handleResults = set('Owned Borrowed Static StackOwned StackBorrowed');
const cells = set('Out OutOrNull');
// Plain objects and arrays of JavaScript in place of C's structures.
const structures = set('Tm SockInfo Texts TextsCell Param Params HpkeSuite');

/** What is wrong with the words of a row; null if nothing is. @param {FunctionRow} row @param {Set<string>} kinds @param {Set<string>} callbacks */
export function problemOf(row, kinds, callbacks) {
  // Of a callback and of a body of its own more is known than a word says.
  const free = row.macro === 'C_CUSTOM' || row.macro === 'C_CALLBACK';
  const isResult = resultFits(row.result, kinds) || (free && ownFits(row.result, kinds, callbacks));
  if (!isResult) return `no kind of result: ${written(row.result)}`;
  const wrong = row.parameters.find((each) => !argumentFits(each, kinds) && !(free && ownFits(each, kinds, callbacks)));
  if (wrong !== undefined) return `no kind of argument: ${written(wrong)}`;
  const names = row.parameters.map(({ name }) => name).filter((name) => name !== '');
  return new Set(names).size === names.length ? null : 'two arguments have the same name';
}

/** @param {Parameter} result @param {Set<string>} kinds */
function resultFits({ word, of }, kinds) {
  if (of === null) return numbers.has(word) || plainResults.has(word);
  return handleResults.has(word) && kinds.has(of);
}

/** @param {Parameter} parameter @param {Set<string>} kinds */
function argumentFits({ word, of }, kinds) {
  if (of === null) return numbers.has(word) || plainArguments.has(word);
  if (handleArguments.has(word)) return kinds.has(of);
  return cells.has(word) && (numbers.has(of) || of === 'Bytes' || of === 'OwnedText' || kinds.has(of));
}

/** @param {Parameter} parameter @param {Set<string>} kinds @param {Set<string>} callbacks */
function ownFits({ word, of }, kinds, callbacks) {
  if (of === null) return word === 'Any' || structures.has(word);
  if (word === 'Callback') return callbacks.has(of);
  const inner = /^(?:Take|Ref)<(?<kind>\w+)>$/.exec(of)?.groups?.['kind'];
  return (word === 'Ref' && kinds.has(of)) || (word === 'Out' && inner !== undefined && kinds.has(inner));
}

/** @param {Parameter} parameter */
const written = ({ word, of, name }) => `${word}${of === null ? '' : `<${of}>`} ${name}`.trim();
