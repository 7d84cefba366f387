// @ts-check
// Writes lib/core/constants.ts from constants.inc and lib/core/ssl-options.ts from options.inc, so that C++ and TypeScript share the tables.
// What the C layer's table makes is in generate-c-layer.mjs. `node deps/openssl/generate.mjs --check` fails when the file is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from './generate-c-layer.mjs';

/** Groups that TypeScript needs, with what the generated file says of them. @type {Record<string, string>} */
const groups = {
  SSL_ERROR: 'What SSL_get_error(3) returns.',
  PROTOCOL: 'Protocol versions, as SSL_CTX_set_min_proto_version(3) takes them.',
  VERIFY: 'Flags of SSL_CTX_set_verify(3).',
  SHUTDOWN: 'Flags of SSL_get_shutdown(3).',
  ALERT: 'Alert levels.',
  ALERT_DESCRIPTION: 'Alert descriptions.',
  X509_V: 'What SSL_get_verify_result(3) returns.',
  SESSION_CACHE: 'Flags of SSL_CTX_set_session_cache_mode(3).',
  CONTROL: 'Commands of SSL_CTX_ctrl(3) that are settings.',
  INFO: 'Flags of what an info callback hears, SSL_set_info_callback(3).',
  EARLY_DATA: 'What SSL_read_early_data(3) and SSL_get_early_data_status(3) return.',
  KEY_UPDATE: 'Types of SSL_key_update(3).',
  TICKET: 'What becomes of a session ticket, SSL_CTX_set_session_ticket_cb(3).',
  PURPOSE: 'What a certificate is verified for, X509_VERIFY_PARAM_set_purpose(3).',
  TRUST: 'What a root must be trusted for, X509_VERIFY_PARAM_set_trust(3).',
  ECH_STATUS: 'What became of Encrypted Client Hello, SSL_ech_get1_status(3).',
  ECH: 'Of OSSL_ECHSTORE_new(3): indices that mean something else, and the version of a new configuration.',
  CERT_COMPRESSION: 'Ways to compress a certificate, SSL_CTX_set1_cert_comp_preference(3).',
  EXTENSION_CONTEXT: 'Where a custom extension belongs, SSL_CTX_add_custom_ext(3).',
  ERR: 'Libraries and reasons of the error queue that the project tells apart.',
};

/** Groups of options.inc. @type {Record<string, string>} */
const optionGroups = {
  OP: 'Flags of SSL_CTX_set_options(3), each with the first release that knows it.',
  MODE: 'Flags of SSL_CTX_set_mode(3), each with the first release that knows it.',
  X509_V_FLAG: 'Flags of X509_VERIFY_PARAM_set_flags(3), each with the first release that knows it.',
  X509_CHECK_FLAG: 'Flags of X509_VERIFY_PARAM_set_hostflags(3), each with the first release that knows it.',
  DANE_FLAG: 'Flags of SSL_dane_set_flags(3), each with the first release that knows it.',
};

/** @param {string} file */
const path = (file) => fileURLToPath(new URL(file, import.meta.url));
const header = (/** @type {string} */ source) => `// Generated from deps/openssl/${source} by \`npm run generate\`. Do not edit.\n\n`;

const constants = [...readFileSync(path('constants.inc'), 'utf8').matchAll(/^CONSTANT\((\w+), (\w+), (-?\w+)\)/gm)];
const options = [...readFileSync(path('options.inc'), 'utf8').matchAll(/^OPTION\((\w+), (\w+), (\w+), "([\d.]+)"\)/gm)];

const constantsText = Object.entries(groups).map(([group, meaning]) => {
  const lines = constants.filter((row) => row[1] === group).map((row) => `  ${row[2]}: ${row[3]},`);
  if (lines.length === 0) throw new Error(`constants.inc has no row of the group ${group}`);
  return `/** ${meaning} */\nexport const ${group} = {\n${lines.join('\n')}\n} as const;\n`;
});
const optionsText = Object.entries(optionGroups).map(([group, meaning]) => {
  const lines = options.filter((row) => row[1] === group).map((row) => `  ${row[2]}: { value: ${row[3]}, since: '${row[4]}' },`);
  return `/** ${meaning} */\nexport const ${group} = {\n${lines.join('\n')}\n} as const;\n`;
});

write('../../lib/core/constants.ts', header('constants.inc') + constantsText.join('\n'));
write('../../lib/core/ssl-options.ts', header('options.inc') + optionsText.join('\n'));
for (const { file, text } of generatedFiles()) write(file, text);

/** @param {string} file @param {string} text */
function write(file, text) {
  if (!process.argv.includes('--check')) {
    writeFileSync(path(file), text);
  } else if (readFileSync(path(file), 'utf8') !== text) {
    console.error(`${file.replace('../../', '')} is out of date: run \`npm run generate\``);
    process.exitCode = 1;
  }
}
