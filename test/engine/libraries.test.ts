// Which OpenSSLs the engine's tests ran with. A library that is not here is no failure, but it must be seen.

import { describe, expect, test } from '@jest/globals';
import { absentLibraries, libraries } from '../support/libraries.ts';

describe('OpenSSLs for the engine tests', () => {
  test.each(libraries.map(({ name, library }) => [name, library.version.text, library] as const))(
    '%s is at hand: %s',
    (name, _, library) => {
      expect(library.isolation.state).toBe(name === 'node' ? 'embedded' : 'isolated');
      expect(library.version.number).toBeGreaterThanOrEqual(0x10101000);
    },
  );

  for (const { name, reason } of absentLibraries) test.skip(`${name} is absent: ${reason}`, () => undefined);

  test('every OpenSSL that was brought can be loaded: none is left out in silence', () => {
    expect(absentLibraries.filter(({ faulty }) => faulty)).toEqual([]);
  });

  const only = process.env['LIBSSL_TEST_ONLY'] ?? '';
  if (only !== '') {
    test('the one that was asked for is there, and no other', () => {
      expect(libraries.map(({ selector }) => selector)).toEqual([only]);
    });
  } else {
    test("Node's own is always there", () => {
      expect(libraries.map(({ name }) => name)).toContain('node');
    });
  }
});
