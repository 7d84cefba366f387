// @ts-check
// Fails when a file imports what its layer may not, or is too long. The rules are in layers.mjs.
import { fileURLToPath } from 'node:url';
import { findingsIn } from './layers.mjs';

const findings = findingsIn(fileURLToPath(new URL('..', import.meta.url)));
for (const { file, line, problem } of findings) console.error(`${file}:${line}: ${problem}`);
if (findings.length > 0) process.exitCode = 1;
