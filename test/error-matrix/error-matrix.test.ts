// Every scene on every OpenSSL at hand, against what was measured before: what OpenSSL says is held to numbers, release by release.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeEachLibrary, libraries } from '../support/libraries.ts';
import { at, columnsOf, expectedOf, readExpected } from './expected.ts';
import { makeMaterials } from './materials.ts';
import { reasonTexts } from './measure.ts';
import { pageOf } from './page.ts';
import type { Materials } from './scene.ts';
import { groups, scenes } from './scenes/index.ts';
import { howToAdd, isKnown, series, seriesOf } from './series.ts';

const expected = readExpected();
let materials: Materials;

beforeAll(async () => {
  materials = await makeMaterials();
});

describeEachLibrary('what OpenSSL says', (library) => {
  const name = seriesOf(library);
  const known = isKnown(name) && expected.measured[name] !== undefined;

  test('its series has a column', () => {
    if (!known) throw new Error(howToAdd(name));
  });

  for (const { title, scenes: ofGroup } of known ? groups : []) {
    describe(title, () => {
      test.each(ofGroup.map((scene) => [scene.id, scene.page, scene] as const))('%s (%s)', (id, _, scene) => {
        const measured = scene.run(library, materials);
        expect(measured).toEqual(at(series, expected.scenes[id], name));
        const texts = reasonTexts(library, [measured]);
        expect(texts).toEqual(Object.fromEntries(Object.keys(texts).map((key) => [key, at(series, expected.reasons[key], name)])));
      });
    });
  }
});

describe('test/error-matrix/expected.json', () => {
  test('has an entry for every scene, and for no other', () => {
    expect(Object.keys(expected.scenes)).toEqual(scenes.map(({ id }) => id));
    expect(new Set(scenes.map(({ id }) => id)).size).toBe(scenes.length);
    for (const { id } of scenes) expect(Object.keys(expected.scenes[id] ?? {})[0]).toBe(series[0]);
  });

  test('writes each value once, where it begins', () => {
    const ids = scenes.map(({ id }) => id);
    expect(expectedOf(columnsOf(expected), series, ids)).toEqual(expected);
  });

  test('has columns for series that are looked for, oldest first', () => {
    const columns = Object.keys(expected.measured);
    expect(columns).toEqual(series.filter((name) => columns.includes(name)));
    expect(libraries.length).toBeGreaterThan(0);
  });
});

describe('docs/openssl-versions.md', () => {
  test('shows what expected.json has (npm run error-matrix -- --update writes both)', () => {
    const page = readFileSync(join(__dirname, '..', '..', 'docs', 'openssl-versions.md'), 'utf8');
    expect(page).toBe(pageOf(expected, groups));
  });
});
