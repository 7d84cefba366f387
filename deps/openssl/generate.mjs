// @ts-check
// Writes lib/core/constants.ts from constants.inc, so that C++ and TypeScript share one table.
// `node deps/openssl/generate.mjs --check` fails when the file is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Groups that TypeScript needs, with what the generated file says of them. @type {Record<string, string>} */
const groups = {
  SSL_ERROR: 'What SSL_get_error(3) returns.',
  PROTOCOL: 'Protocol versions, as SSL_CTX_set_min_proto_version(3) takes them.',
  VERIFY: 'Flags of SSL_CTX_set_verify(3).',
  SHUTDOWN: 'Flags of SSL_get_shutdown(3).',
  ALERT: 'Alert levels.',
  ALERT_DESCRIPTION: 'Alert descriptions.',
  X509_V: 'What SSL_get_verify_result(3) returns.',
  ERR: 'Libraries and reasons of the error queue that the project tells apart.',
};

const table = fileURLToPath(new URL('constants.inc', import.meta.url));
const target = fileURLToPath(new URL('../../lib/core/constants.ts', import.meta.url));

const rows = [...readFileSync(table, 'utf8').matchAll(/^CONSTANT\((\w+), (\w+), (\w+)\)/gm)];

const parts = Object.entries(groups).map(([group, meaning]) => {
  const lines = rows.filter((row) => row[1] === group).map((row) => `  ${row[2]}: ${row[3]},`);
  if (lines.length === 0) throw new Error(`constants.inc has no row of the group ${group}`);
  return `/** ${meaning} */\nexport const ${group} = {\n${lines.join('\n')}\n} as const;\n`;
});

const text = `// Generated from deps/openssl/constants.inc by \`npm run generate\`. Do not edit.\n\n${parts.join('\n')}`;

if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
} else if (readFileSync(target, 'utf8') !== text) {
  console.error('lib/core/constants.ts is out of date: run `npm run generate`');
  process.exitCode = 1;
}
