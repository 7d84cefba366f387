// Owns: the command `npm run bench`: its options, and which exit code belongs to what.
// Must not know: cases.

import { writeFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { colorsFor } from '../lib/cli/layout.ts';
import { countInstructions } from './callgrind.ts';
import { cases, casesNamed } from './cases/index.ts';
import { measureLimits } from './limits.ts';
import { profileOf } from './profile.ts';
import { buildPrograms } from './support/c-programs.ts';
import { BenchError, type Case } from './support/case.ts';
import { staleness } from './support/freshness.ts';
import { makeKeys } from './support/keys.ts';
import { describeMachine, machineText } from './support/machine.ts';
import { asTable, instructionsText, limitsText, profileText } from './support/report.ts';
import { type Effort, measure, type Result } from './support/rounds.ts';

interface Options {
  readonly json?: string;
  readonly only: readonly string[];
  readonly quick: boolean;
  readonly list: boolean;
  readonly limits: boolean;
  readonly profile?: string;
  readonly callgrind: boolean;
  readonly cpuTime: boolean;
}

const exitCodes = { done: 0, failed: 1, usage: 2 } as const;
// Many short rounds: what else the machine does then meets both sides of most of them alike.
const whole = { quick: false, rounds: 25, milliseconds: 120 } as const;
const smoke = { quick: true, rounds: 2, milliseconds: 100 } as const;

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
    .option('--list', 'print the ids of all cases, and measure nothing', false)
    .option('--limits', 'measure what stands in the way instead: crypto alone, TCP alone', false)
    .option('--profile <name>', 'show where the time of one case goes on our side instead')
    .option('--callgrind', 'count the instructions of the calls across the boundary instead, with Valgrind', false)
    .option('--cpu-time', 'measure clients by the processor time that they take, for a machine that is not idle', false)
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
  let chosen: readonly Case[];
  try {
    chosen = casesNamed(options.profile === undefined ? options.only : [options.profile]);
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
  const effort: Effort = { ...(options.quick ? smoke : whole), clock: options.cpuTime ? 'cpu' : 'ns' };
  const colors = colorsFor(process.stdout, true);
  const write = (what: object): void => {
    if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ machine, ...what }, null, 2)}\n`);
  };
  if (options.callgrind) {
    const calls = countInstructions(chosen);
    console.log(instructionsText(calls, colors));
    write({ instructions: calls });
    return exitCodes.done;
  }
  if (options.limits) {
    const limits = await measureLimits(effort);
    console.log(limitsText(limits, colors));
    write({ limits });
    return exitCodes.done;
  }
  if (options.profile !== undefined) {
    for (const one of chosen) console.log(profileText(one.id, await profileOf(one), colors));
    return exitCodes.done;
  }
  const results = await measureAll(chosen, effort);
  console.log(asTable(results, colors));
  write({ cases: results });
  return results.some(({ failed }) => failed === true) ? exitCodes.failed : exitCodes.done;
}

async function measureAll(chosen: readonly Case[], effort: Effort): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const one of chosen) {
    showProgress(`${results.length + 1}/${chosen.length} ${one.id}`);
    results.push(await measure(one, effort));
  }
  showProgress('');
  return results;
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
