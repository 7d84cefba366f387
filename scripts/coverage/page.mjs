// @ts-check
// Owns: docs/coverage.md as text.
// Must not know: how anything was found out.

/** @typedef {import('./classify.mjs').Reached} Reached */
/** @typedef {import('./classify.mjs').Kind} Kind */

/** The longest beginning that fits decides. */
const sections = ['SSL_CTX_', 'SSL_', 'SSL_SESSION_', 'SSL_CIPHER_', 'SSL_CONF_'];

/** @type {Record<Kind, string>} */
const kindNames = { typed: 'typed API', 'c-layer': 'C layer', planned: 'planned for the C layer', not: 'not' };
const kinds = /** @type {Kind[]} */ (Object.keys(kindNames));

/** @param {string} series The release that the headers are of. @param {Reached[]} all @returns {string} */
export function pageOf(series, all) {
  const bySection = sections.map((section) => ({ section, rows: all.filter(({ entry }) => sectionOf(entry.name) === section) }));
  const total = /** @param {Reached[]} rows */ (rows) => kinds.map((kind) => `${rows.filter((row) => row.kind === kind).length}`);
  const totals = [
    ...bySection.map(({ section, rows }) => [`\`${section}*\``, ...total(rows), `${rows.length}`]),
    ['all', ...total(all), `${all.length}`],
  ];
  return [
    '<!-- Generated from the headers and the sources by `npm run generate:coverage`. Do not edit. -->\n',
    '# Which functions are within reach\n',
    `Every public function of libssl in the headers of OpenSSL ${series}, those that are macros included, and where it is reached from JavaScript.\n`,
    '- **typed API**: by an option, a method, or a property of a class or a result. What `SslContext` takes, `connect()` and `connectSync()` take',
    '  too, but for what their policy decides; theirs name the rest. A macro that only calls other functions is where the first of those is.',
    '- **C layer**: by its C name, in `libssl/c`.',
    '- **planned for the C layer**: not yet. *Used inside* means that the implementation calls it, and offers it to nobody.',
    '- **not**: with the reason.\n',
    'What is said to be reached is called by the code: by its row in `deps/openssl/functions.inc`, a macro by the command that it stands for.\n',
    table(['', ...kinds.map((kind) => kindNames[kind]), 'all'], totals),
    ...bySection.flatMap(({ section, rows }) => [`## \`${section}*\`\n`, table(['function', 'reached by', ''], rows.map(rowOf))]),
  ].join('\n');
}

/** @param {string} name */
function sectionOf(name) {
  return sections.filter((section) => name.startsWith(section)).toSorted((one, other) => other.length - one.length)[0] ?? 'SSL_';
}

/** @param {Reached} reached */
function rowOf({ entry, kind, places, through, inside, reason }) {
  const kindOfEntry = entry.kind === 'function' ? [] : [entry.kind === 'macro' ? 'macro' : `macro for \`${entry.text}\``];
  const deprecated =
    entry.deprecated === null ? [] : [`deprecated since ${entry.deprecated}${entry.instead === null ? '' : `: \`${entry.instead}\``}`];
  const notes = [...kindOfEntry, ...deprecated].join(', ');
  const as = through.length > 0 && entry.kind === 'macro' ? `, by ${through.map((name) => `\`${name}\``).join(' and ')}` : '';
  const where = {
    typed: `${places.join(', ')}${as}`,
    'c-layer': '',
    planned: inside === null ? '' : `used inside${as || `, \`${inside}\``}`,
    not: reason ?? '',
  }[kind];
  return [`\`${entry.name}\`${notes === '' ? '' : ` (${notes})`}`, kindNames[kind], where];
}

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  const line = /** @param {string[]} cells */ (cells) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`.replaceAll(/ {2,}\|/g, ' |');
  return `${[line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')}\n`;
}
