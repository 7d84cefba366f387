// A file that is no recording, or no whole one, is said to be that.

import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Recording, readRecording } from '../../lib/cli/recording.ts';
import { UsageError } from '../../lib/cli/usage-error.ts';
import { TestServer } from '../support/io-servers.ts';
import { libssl } from './command.ts';
import { newFile, record, recordingIn } from './recordings.ts';

let good: Recording;
beforeAll(async () => {
  const server = await TestServer.listen({ kind: 'tls' });
  good = recordingIn((await record(server.port, '--library', 'node')).file);
  server.close();
});

function fileWith(text: string): string {
  const file = newFile();
  writeFileSync(file, text);
  return file;
}

test('a recording is read as it was written', () => {
  expect(readRecording(fileWith(JSON.stringify(good)))).toEqual(good);
});

test('cut off at any place it is refused', () => {
  const text = JSON.stringify(good);
  for (let size = 0; size < text.length; size += 97) {
    const read = (): Recording => readRecording(fileWith(text.slice(0, size)));
    expect(read).toThrow(UsageError);
    expect(read).toThrow(size > 40 ? 'cut off or damaged' : 'is not a recording');
  }
});

describe('every member is looked at', () => {
  const placesIn = (value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] => {
    if (typeof value !== 'object' || value === null) return [path];
    const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    return [...(path.length === 0 ? [] : [path]), ...entries.flatMap(([key, each]) => placesIn(each, [...path, key]))];
  };

  test('a value of another type is named by its place', () => {
    const places = placesIn(good).filter(([first]) => first !== 'format' && first !== 'version');
    expect(places.length).toBeGreaterThan(200);
    for (const place of places) {
      const changed = structuredClone(good) as unknown as Record<string | number, unknown>;
      const last = place.at(-1) ?? '';
      const holder = place.slice(0, -1).reduce((value, key) => value[key] as Record<string | number, unknown>, changed);
      holder[last] = { not: ['what it was'] };
      expect(() => readRecording(fileWith(JSON.stringify(changed)))).toThrow(/is a damaged recording: \w+/);
    }
  });
});

test.each([
  ['a file that is not there', () => '/no/such/file', /^libssl: FILE cannot be read: ENOENT/],
  ['an empty file', () => fileWith(''), /is not a recording/],
  ['another JSON', () => fileWith('{"format":"har"}'), /is not a recording/],
  ['a list', () => fileWith('[]'), /is not a recording/],
  [
    'a newer format',
    () => fileWith(JSON.stringify({ ...good, version: 2 })),
    /of a newer release: its format is version 2, this release knows up to 1/,
  ],
  ['no version', () => fileWith(JSON.stringify({ ...good, version: '1' })), /without a version/],
  ['no steps', () => fileWith(JSON.stringify({ ...good, steps: [] })), /damaged recording: steps is missing/],
])('replay of %s is bad usage, and says so', async (_, file, said) => {
  const { code, stdout, stderr } = await libssl(['replay', file(), '--library', 'node', '--offline']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(said);
});
