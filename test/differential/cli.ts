// Owns: the differential test as a command, for runs that are longer than a test:
//   npm run differential -- --runs 1000000 [--library 3.0] [--seed N]     random scripts; the first difference is made small and printed
//   npm run differential -- --replay FILE [--library 3.0]                 one script, an operation a line, both traces side by side

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { with as over } from '../../lib/c/index.ts';
import { makeCopies } from '../support/library-copies.ts';
import { makeTempFolder, removeTempFolder, tempFolder } from '../support/temp-folder.ts';
import type { Difference } from './comparison.ts';
import { makeKeys } from './keys.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    library: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    replay: { type: 'string' },
  },
});

void main();

async function main(): Promise<void> {
  makeTempFolder();
  try {
    makeCopies(tempFolder('libraries'));
    await makeKeys(tempFolder('differential'));
    process.exitCode = await run();
  } finally {
    removeTempFolder();
  }
}

async function run(): Promise<number> {
  // What these modules look up depends on the folder that was just made.
  const { libraries } = await import('../support/at-hand.ts');
  const { buildDriver, driverExecutor } = await import('./driver.ts');
  const { compareRuns } = await import('./comparison.ts');
  const { makeExecutor } = await import('./executor/executor.ts');
  const keys = tempFolder('differential');
  const chosen = libraries.filter(({ name }) => values.library === undefined || name === values.library);
  if (chosen.length === 0) throw new Error(`no OpenSSL ${values.library}: there are ${libraries.map(({ name }) => name).join(', ')}`);
  let failed = 0;
  for (const entry of chosen) {
    const built = buildDriver(entry);
    if ('reason' in built) {
      console.log(`${entry.name}: skipped, ${built.reason}`);
      continue;
    }
    const { program } = built;
    const executor = makeExecutor(over(entry.library), keys);
    if (values.replay !== undefined) {
      const script = linesOf(values.replay);
      console.log(`${entry.name} (${entry.library.version.short})`);
      failed += printBeside(driverExecutor(program, keys)(script), executor(script));
      continue;
    }
    const seed = Number(values.seed);
    const done = compareRuns({ program, keys, executor, runs: Number(values.runs), seed, progress: show });
    const { generation, driver, executor: layer } = done.seconds;
    console.log(
      `${entry.name} (${entry.library.version.short}): ${done.scripts} scripts, ${done.operations} operations, ${done.varying} that vary in C;` +
        ` seed ${seed}; ${generation.toFixed(1)} s to generate, ${driver.toFixed(1)} s in C twice, ${layer.toFixed(1)} s in the layer`,
    );
    if (done.difference !== null) {
      failed += 1;
      console.log(told(done.difference));
    }
  }
  return failed === 0 ? 0 : 1;
}

function show(done: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} `);
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && line !== 'end');
}

function told({ script, line, driver, executor }: Difference): string {
  return ['', `At "${line}"`, `  C:     ${driver}`, `  layer: ${executor}`, '', 'The script, for --replay:', ...script, ''].join('\n');
}

function printBeside(one: readonly string[], two: readonly string[]): number {
  let different = 0;
  for (const [index, line] of one.entries()) {
    const same = line === two[index];
    if (!same) different = 1;
    console.log(same ? `  ${line}` : `C ${line}\nJ ${two[index] ?? '(nothing)'}`);
  }
  return different;
}
