// @ts-check
// Owns: what the words of the table are in TypeScript, and what their documentation says of ownership.
// Must not know: files.

import { numbers } from './words.mjs';

/** @typedef {import('./read.mjs').FunctionRow} FunctionRow */
/** @typedef {import('./read.mjs').Parameter} Parameter */

const wide = new Set(['Long', 'WideLong', 'ULong', 'Size', 'Int64', 'Time', 'Options']);
const reserved = new Set(['in', 'type', 'default', 'function', 'new', 'delete', 'enum', 'export', 'with', 'class', 'override']);

/** @type {Record<string, string>} */
const plain = {
  Text: 'string',
  TextOrNull: 'string | null',
  InBytes: 'k.InBytes',
  InBytesOrNull: 'k.InBytes | null',
  OutBytes: 'Uint8Array',
  OutBytesOrNull: 'Uint8Array | null',
  OutText: 'k.Out<string | null>',
  OutTextOrNull: 'k.Out<string | null> | null',
  OutView: 'k.Out<Uint8Array | null>',
  InCursor: 'k.Out<Uint8Array>',
  OutCursorOrNull: 'k.Out<Uint8Array | null> | null',
  Null: 'null',
  Any: 'unknown',
  Password: 'k.pem_password_cb | null',
  PasswordArg: 'unknown',
  Tm: 'k.Tm | null',
  SockInfo: '{ readonly addr: k.BIO_ADDR }',
  HpkeSuite: '{ readonly kem_id: number; readonly kdf_id: number; readonly aead_id: number }',
  TextsCell: 'k.Out<readonly string[]>',
  Params: 'readonly k.OSSL_PARAM[] | null',
};

/** @param {Parameter} parameter */
function typeOf({ word, of }) {
  if (numbers.has(word)) return word === 'Options' ? 'bigint | number' : wide.has(word) ? 'k.CLong' : 'number';
  const known = plain[word];
  if (known !== undefined) return known;
  switch (word) {
    case 'Ref':
    case 'Drive':
    case 'Take':
    case 'UpRef':
      return `k.${of}`;
    case 'RefOrNull':
    case 'TakeOrNull':
    case 'Free':
      return `k.${of} | null`;
    case 'StackRef':
      return `readonly k.${of}[]`;
    case 'StackRefOrNull':
    case 'StackTake':
    case 'StackTakeOrNull':
      return `readonly k.${of}[] | null`;
    case 'OutBorrowed':
    case 'OutOwned':
      return `k.Out<k.${of} | null>`;
    case 'OutStackBorrowed':
    case 'OutStackOwned':
      return `k.Out<k.${of}[] | null>`;
    case 'OutBorrowedOrNull':
    case 'OutOwnedOrNull':
    case 'Reuse':
      return `k.Out<k.${of} | null> | null`;
    case 'Out':
      return `k.Out<${cellOf(of ?? '')}>`;
    case 'OutOrNull':
      return `k.Out<${cellOf(of ?? '')}> | null`;
    case 'Callback':
      return `k.${of} | null`;
    default:
      throw new Error(`no kind of argument: ${word}`);
  }
}

/** @param {string} of */
function cellOf(of) {
  if (of === 'Bytes') return 'Uint8Array | null';
  if (of === 'OwnedText') return 'string | null';
  if (numbers.has(of)) return of === 'Options' ? 'bigint' : 'number';
  // Of a callback: Take<T>, Ref<T>.
  return `k.${/^\w+<(?<kind>\w+)>$/.exec(of)?.groups?.['kind'] ?? of} | null`;
}

/** @param {Parameter} result */
function resultOf({ word, of }) {
  if (word === 'Void') return 'void';
  if (word === 'WideLong') return 'k.CLong';
  if (numbers.has(word)) return word === 'Options' ? 'bigint' : 'number';
  switch (word) {
    case 'Text':
    case 'OwnedText':
      return 'string | null';
    case 'View':
      return 'Uint8Array | null';
    case 'Any':
      return 'unknown';
    case 'Texts':
      return 'string[] | null';
    case 'Param':
      return 'k.OSSL_PARAM';
    case 'StackOwned':
    case 'StackBorrowed':
      return `k.${of}[] | null`;
    case 'Owned':
    case 'Borrowed':
    case 'Static':
    case 'Ref':
    case 'Callback':
      return `k.${of} | null`;
    default:
      throw new Error(`no kind of result: ${word}`);
  }
}

/** @param {Parameter} parameter @param {number} index */
function nameOf({ name }, index) {
  if (name === '') return `argument${index + 1}`;
  return reserved.has(name) ? `${name}_` : name;
}

/** @param {FunctionRow} row */
export function signature({ result, parameters }) {
  const list = parameters.map((parameter, index) => `${nameOf(parameter, index)}: ${typeOf(parameter)}`);
  return `(${list.join(', ')}) => ${resultOf(result)}`;
}

/** @param {FunctionRow} row */
export function documentation(row) {
  const lines = [`\`${row.words}\`, ${row.name}(3).`, ...ownership(row)];
  const releases = row.until === '' ? `since ${row.since}` : `from ${row.since} to ${row.until}`;
  if (row.since !== '1.1.1' || row.until !== '') lines.push(`In OpenSSL ${releases}.`);
  lines.push('', `Fails when: ${failures(row)}.`);
  return ['  /**', ...lines.map((line) => (line === '' ? '   *' : `   * ${line}`)), '   */'].join('\n');
}

/** @param {FunctionRow} row */
function ownership({ result, parameters }) {
  const notes = [];
  if (result.word === 'Owned' || result.word === 'StackOwned')
    notes.push('The result is yours: free it, or leave it to the garbage collector.');
  if (result.word === 'Borrowed' || result.word === 'StackBorrowed') notes.push('The result belongs to the object it was asked of.');
  for (const [index, parameter] of parameters.entries()) {
    const name = nameOf(parameter, index);
    if (/^(Take|StackTake)/.test(parameter.word))
      notes.push(`The reference of \`${name}\` goes over to OpenSSL${result.word === 'Void' ? '' : ' if it succeeds'}.`);
    if (parameter.word === 'Free') notes.push(`Gives one reference of \`${name}\` back.`);
  }
  return notes;
}

/** @param {FunctionRow} row */
function failures({ parameters, since, until }) {
  const reasons = [];
  if (parameters.length > 0) reasons.push('an argument is of another type or does not fit (MisuseError)');
  if (parameters.some(({ word }) => /^(Ref|Drive|Take|Free|UpRef)/.test(word)))
    reasons.push('a handle was freed or is of another library (MisuseError)');
  if (parameters.some(({ word }) => word === 'Drive')) reasons.push('it is called in a callback of the same connection (MisuseError)');
  if (parameters.some(({ word }) => word === 'Take' || word === 'Free')) reasons.push('the reference is not yours (MisuseError)');
  if (since !== '1.1.1' || until !== '') reasons.push('this OpenSSL lacks it (NotSupportedError)');
  return reasons.length > 0 ? reasons.join(', or ') : 'this OpenSSL lacks it (NotSupportedError)';
}
