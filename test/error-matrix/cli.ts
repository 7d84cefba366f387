// Owns: the matrix as a command:
//   npm run error-matrix               every scene on every OpenSSL at hand, and what differs from what is expected
//   npm run error-matrix -- --update   writes what was measured to test/error-matrix/expected.json and docs/openssl-versions.md; what is
//                                      expected of a series that is not at hand stays

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeCopies } from '../support/library-copies.ts';
import { makePki } from '../support/pki-make.ts';
import { makeTempFolder, removeTempFolder, tempFolder } from '../support/temp-folder.ts';
import { type Column, type Columns, columnsOf, expectedOf, isSame, readExpected, writeExpected } from './expected.ts';
import { makeMaterials } from './materials.ts';

const { values } = parseArgs({ options: { update: { type: 'boolean', default: false } } });
const page = join(__dirname, '..', '..', 'docs', 'openssl-versions.md');

void main();

async function main(): Promise<void> {
  makeTempFolder();
  try {
    makeCopies(tempFolder('libraries'));
    await makePki(tempFolder('pki'));
    process.exitCode = await run();
  } finally {
    removeTempFolder();
  }
}

async function run(): Promise<number> {
  const measured = await measureAll();
  if (measured === null) return 1;
  const { scenes, groups } = await import('./scenes/index.ts');
  const { series } = await import('./series.ts');
  const before = columnsOf(readExpected());
  const differences = Object.entries(measured).flatMap(([name, column]) => differencesOf(name, before[name], column));
  for (const difference of differences) console.log(difference);
  console.log(`${scenes.length} scenes on ${Object.keys(measured).join(', ')}: ${differences.length} differences from what is expected`);
  if (!values.update) return differences.length === 0 ? 0 : 1;
  const { pageOf } = await import('./page.ts');
  const ids = scenes.map(({ id }) => id);
  const expected = expectedOf({ ...before, ...measured }, series, ids);
  writeExpected(expected);
  writeFileSync(page, pageOf(expected, groups));
  return 0;
}

// null: what was measured is of no use, and why has been printed.
async function measureAll(): Promise<Columns | null> {
  // What these modules look up depends on the folder that was just made.
  const { libraries } = await import('../support/at-hand.ts');
  const { measure } = await import('./measure.ts');
  const { howToAdd, isKnown, seriesOf } = await import('./series.ts');
  const materials = await makeMaterials();
  const columns: Record<string, Column> = {};
  for (const { name, library } of libraries) {
    const series = seriesOf(library);
    if (!isKnown(series)) {
      console.error(howToAdd(series));
      return null;
    }
    const column = measure(library, materials);
    const other = columns[series];
    columns[series] ??= column;
    const apart = other === undefined ? [] : differencesOf(series, other, column);
    if (apart.length === 0) continue;
    console.error(
      `${name} (${column.release}) is of the same series as ${other?.release}, and says something else: a scene that depends on`,
    );
    console.error(`more than the series. Make it set what builds differ in.\n${apart.join('\n')}`);
    return null;
  }
  return columns;
}

function differencesOf(series: string, before: Column | undefined, now: Column): readonly string[] {
  const scenes = Object.entries(now.scenes).filter(([id, measured]) => !isSame(measured, before?.scenes[id]));
  const reasons = Object.entries(now.reasons).filter(([key, text]) => text !== before?.reasons[key]);
  return [
    ...scenes.map(
      ([id, measured]) => `${series} ${id}\n  expected ${JSON.stringify(before?.scenes[id])}\n  measured ${JSON.stringify(measured)}`,
    ),
    ...reasons.map(([key, text]) => `${series} ${key}: expected "${before?.reasons[key] ?? ''}", measured "${text}"`),
  ];
}
