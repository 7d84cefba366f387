#!/usr/bin/env node
// Owns: the process of the command `libssl`: its exit code, and what happens when whoever reads its output goes away.
// Must not know: commands and flags.

import { exitCodes } from './exit-codes.ts';

void main();

async function main(): Promise<void> {
  process.stdout.on('error', onOutputError);
  process.stderr.on('error', () => {}); // there is no other place to say so
  try {
    const { runProgram } = await import('./program.ts');
    process.exitCode = await runProgram(process.argv.slice(2));
  } catch (error) {
    // Nothing that is foreseen gets here: a defect keeps its stack.
    process.stderr.write(`libssl: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = exitCodes.failed;
  }
}

// `libssl … | head -1`: the reader has seen enough, and the exit code tells the rest. A full disk is another matter.
function onOutputError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`libssl: the output cannot be written: ${error.message}\n`);
  process.exitCode = exitCodes.failed;
}
