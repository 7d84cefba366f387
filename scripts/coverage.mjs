// @ts-check
// Writes docs/coverage.md: which functions of libssl are within reach, and where. `npm run generate:coverage`; with --check it fails when
// the page is out of date. --json prints the findings instead; --include and --project name other headers and another tree, for tests.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { classify, idleReasons } from './coverage/classify.mjs';
import { readEvidence } from './coverage/evidence.mjs';
import { readHeaders } from './coverage/headers.mjs';
import { pageOf } from './coverage/page.mjs';
import { reasons } from './coverage/reasons.mjs';
import { readSurface } from './coverage/surface.mjs';

// The newest that deps/openssl/get can bring: the page must not depend on what else is at hand.
const series = '4.0';
const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    include: { type: 'string' },
    project: { type: 'string' },
  },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const include = values.include ?? join(root, '.cache', 'openssl', series, 'include');
const page = join(root, 'docs', 'coverage.md');

if (existsSync(join(include, 'openssl', 'ssl.h'))) run();
else lacking();

function run() {
  const project = values.project ?? root;
  const entries = readHeaders(include);
  const found = classify(entries, readEvidence(project), readSurface(project), reasons);
  if (values.json) {
    console.log(JSON.stringify(found));
    return;
  }
  const idle = idleReasons(entries, reasons);
  for (const { name, reason } of idle) console.error(`scripts/coverage/reasons.mjs: ${name} (${reason}) fits no function`);
  const text = pageOf(series, found);
  if (!values.check) writeFileSync(page, text);
  else if (!existsSync(page) || readFileSync(page, 'utf8') !== text)
    fail('docs/coverage.md is out of date: run `npm run generate:coverage`');
  if (idle.length > 0) process.exitCode = 1;
}

// In sight, and no failure where nobody promised the headers.
function lacking() {
  const help = `the headers of OpenSSL ${series} are not at ${include}: \`npm run openssl:get -- ${series}\``;
  const isSkipped = values.check && process.env['CI'] !== 'true';
  if (isSkipped) console.error(`SKIPPED: ${help}`);
  else fail(help);
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
