// Owns: the command `connect`.

import { connectAndClose } from './connect-outcome.ts';
import { connectText } from './connect-text.ts';
import { errorLine } from './error-text.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import type { ConnectFlags } from './flags.ts';
import { connectReport } from './json-report.ts';
import { colorsFor } from './layout.ts';
import { plain, plainJson } from './plain-text.ts';
import type { Target } from './target.ts';

/** Fails when: the flags cannot be followed (UsageError). */
export async function runConnect(target: Target, flags: ConnectFlags, color: boolean): Promise<ExitCode> {
  const outcome = await connectAndClose(target, flags);
  const report = connectReport(outcome);
  if (flags.json === true) {
    process.stdout.write(`${plainJson(report)}\n`);
  } else {
    process.stdout.write(connectText(outcome, target, flags.verify, colorsFor(process.stdout, color)));
    if (outcome.error !== null) process.stderr.write(errorLine(outcome.error));
  }
  for (const problem of outcome.files.problems) process.stderr.write(`libssl: ${plain(problem)}\n`);
  return report.ok && outcome.files.problems.length === 0 ? exitCodes.done : exitCodes.failed;
}
