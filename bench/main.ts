// Owns: the command `npm run bench`: its options, and which exit code belongs to what.
// Must not know: cases.

import { Command, CommanderError } from 'commander';
import { colorsFor } from '../lib/cli/layout.ts';
import { cases, casesNamed } from './cases/index.ts';
import { buildPrograms } from './support/c-programs.ts';
import { BenchError } from './support/case.ts';
import { staleness } from './support/freshness.ts';
import { makeKeys } from './support/keys.ts';
import { describeMachine, machineText } from './support/machine.ts';
import { asTable, writeJson } from './support/report.ts';
import { type Effort, measure, type Result } from './support/rounds.ts';

interface Options {
  readonly json?: string;
  readonly only: readonly string[];
  readonly quick: boolean;
  readonly list: boolean;
}

const exitCodes = { done: 0, failed: 1, usage: 2 } as const;
const whole: Effort = { quick: false, rounds: 7, milliseconds: 400 };
const smoke: Effort = { quick: true, rounds: 2, milliseconds: 100 };

const help = `
The ratio is above 1 where ours is better: the median over rounds in which both sides run, one after the other, changing who begins. The
spread is the distance between the quartiles of the rounds' ratios. What each case measures: bench/README.md.

Exit codes:
  0  all was measured, whether targets are met or not
  1  something could not be measured that should have been
  2  bad usage: nothing was measured`;

void main();

async function main(): Promise<void> {
  const program = new Command('npm run bench --')
    .description('Measures this package beside C and node:tls.')
    .option('--json <file>', 'write the results to a file as well')
    .option('--only <name>', 'only this case, or those whose ids begin with it; may be given again', collect, [])
    .option('--quick', 'a smoke run: two short rounds, and no ten thousand connections', false)
    .option('--list', 'print the ids of all cases', false)
    .exitOverride()
    .addHelpText('after', help);
  try {
    await program.parseAsync();
    process.exitCode = await run(program.opts<Options>());
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    else if (error instanceof BenchError) fail(error.message, exitCodes.failed);
    else throw error;
  }
}

async function run(options: Options): Promise<number> {
  if (options.list) {
    console.log(cases.map(({ id }) => id).join('\n'));
    return exitCodes.done;
  }
  let chosen: ReturnType<typeof casesNamed>;
  try {
    chosen = casesNamed(options.only);
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    return fail(error.message, exitCodes.usage);
  }
  const stale = staleness();
  if (stale !== null) process.stderr.write(`bench: ${stale}\n`);
  buildPrograms();
  await makeKeys();
  const machine = describeMachine();
  console.log(`${machineText(machine)}\n`);
  const results: Result[] = [];
  for (const one of chosen) {
    showProgress(`${results.length + 1}/${chosen.length} ${one.id}`);
    results.push(await measure(one, options.quick ? smoke : whole));
  }
  showProgress('');
  console.log(asTable(results, colorsFor(process.stdout, true)));
  if (options.json !== undefined) writeJson(options.json, machine, results);
  return results.some(({ failed }) => failed === true) ? exitCodes.failed : exitCodes.done;
}

function collect(name: string, before: readonly string[]): readonly string[] {
  return [...before, name];
}

function fail(message: string, code: number): number {
  process.stderr.write(`bench: ${message}\n`);
  process.exitCode = code;
  return code;
}

function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`);
}
