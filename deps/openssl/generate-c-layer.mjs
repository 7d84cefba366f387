// @ts-check
// Writes lib/c/generated/*.ts from the C layer's table (c-layer/*.inc), and the list at the end of docs/c-layer.md. Run by generate.mjs.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { callbackRows, constantRows, functionRows, kindRows } from './c-layer/read.mjs';
import { documentation, signature } from './c-layer/typescript.mjs';

const header = '// Generated from deps/openssl/c-layer/ by `npm run generate`. Do not edit.\n\n';
const marker = '<!-- generated -->';

/** The families, each a file of the table. @type {Record<string, { name: string, title: string }>} */
const families = {
  ssl_ctx: { name: 'Context', title: 'SSL_CTX' },
  ssl: { name: 'Ssl', title: 'SSL and the methods' },
  session: { name: 'Session', title: 'SSL_SESSION, SSL_CIPHER, SSL_CONF' },
  bio: { name: 'Bio', title: 'BIO' },
  x509: { name: 'X509', title: 'X.509' },
  crypto: { name: 'Crypto', title: 'The error queue, ASN.1, PEM, keys, configuration, and C itself' },
};

/** @returns {{ file: string, text: string }[]} */
export function generatedFiles() {
  const kinds = kindRows();
  const callbacks = callbackRows();
  const constants = constantRows();
  const byFamily = Object.keys(families).map((family) => ({ family, rows: functionRows(family) }));
  const files = byFamily.map(({ family, rows }) => ({
    file: `../../lib/c/generated/${family.replace('_', '-')}.ts`,
    text: familyText(family, rows),
  }));
  return [
    ...files,
    { file: '../../lib/c/generated/kinds.ts', text: header + kindsText(kinds) },
    { file: '../../lib/c/generated/callbacks.ts', text: header + callbacksText(callbacks) },
    { file: '../../lib/c/generated/constants.ts', text: header + constantsText(constants) },
    { file: '../../docs/c-layer.md', text: pageText(byFamily) },
  ];
}

/** @param {string} family @param {import('./c-layer/read.mjs').FunctionRow[]} rows */
function familyText(family, rows) {
  const name = `${families[family]?.name ?? ''}Functions`;
  const members = rows.map((row) => `${documentation(row)}\n  ${row.name}: ${signature(row)};`);
  const exports = rows.map((row) => `export const ${row.name}: ${name}['${row.name}'] = lazily('${row.name}');`);
  return [
    `${header}import type * as k from '../types.ts';`,
    "import { lazily } from '../default-library.ts';\n",
    `/** ${families[family]?.title ?? ''}. */`,
    `export interface ${name} {\n${members.join('\n')}\n}\n`,
    `${exports.join('\n')}\n`,
  ].join('\n');
}

/** @param {import('./c-layer/read.mjs').KindRow[]} kinds */
function kindsText(kinds) {
  const types = kinds.map(({ name, of }) => (of === null ? `export type ${name} = Handle<'${name}'>;` : `export type ${name} = ${of};`));
  return `import type { Handle } from '../handle.ts';\n\n${types.join('\n')}\n`;
}

/** @param {import('./c-layer/read.mjs').FunctionRow[]} callbacks */
function callbacksText(callbacks) {
  return `import type * as k from '../types.ts';\n\n${callbacks
    .map((row) => `/** ${row.note} */\nexport type ${row.name} = ${signature(row)};`)
    .join('\n\n')}\n`;
}

/** @param {import('./c-layer/read.mjs').ConstantRow[]} constants */
function constantsText(constants) {
  const lines = constants.map(({ macro, name, value, since, before }) => {
    if (macro === 'C_SYSTEM') return `export const ${name}: number = systemConstant('${name}');`;
    const note = before === null ? '' : `/** ${before} in OpenSSL 1.1.1. */\n`;
    const from = since === '1.1.1' ? '' : `/** Since OpenSSL ${since}. */\n`;
    return `${note}${from}export const ${name} = ${value}${macro === 'C_OPTION' ? 'n' : ''};`;
  });
  return `import { systemConstant } from '../default-library.ts';\n\n${lines.join('\n')}\n`;
}

/** @param {{ family: string, rows: import('./c-layer/read.mjs').FunctionRow[] }[]} byFamily */
function pageText(byFamily) {
  const page = readFileSync(fileURLToPath(new URL('../../docs/c-layer.md', import.meta.url)), 'utf8');
  const upper = page.slice(0, page.indexOf(marker) + marker.length);
  const count = byFamily.reduce((total, { rows }) => total + rows.length, 0);
  const sections = byFamily.map(({ family, rows }) => {
    const lines = rows.map((row) => `| \`${row.name}\` | \`${row.words}\` | ${row.since}${row.until === '' ? '' : ` to ${row.until}`} |`);
    return `### ${families[family]?.title ?? ''}\n\n| function | result (arguments) | OpenSSL |\n|---|---|---|\n${lines.join('\n')}\n`;
  });
  return `${upper}\n\n## All ${count} functions\n\n${sections.join('\n')}`;
}
