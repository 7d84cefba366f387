// The table, what is bound from it, and what is generated: every row is a function, of whatever release.

import { expect, test } from '@jest/globals';
import * as c from '../../lib/c/index.ts';
import { describeEachLibrary } from '../support/libraries.ts';

describeEachLibrary('the table of libssl/c', (library) => {
  const functions = c.with(library) as unknown as Record<string, unknown>;

  test('every name is a function here and an export, and the other way round', () => {
    const bound = Object.keys(functions).sort();
    expect(bound.length).toBeGreaterThan(1000);
    expect(bound.every((name) => typeof functions[name] === 'function')).toBe(true);
    const exported = Object.entries(c)
      .filter(([name, value]) => typeof value === 'function' && name !== 'with' && name !== 'out')
      .map(([name]) => name);
    expect(exported.sort()).toEqual(bound);
  });

  test('every function refuses to be called with nothing, or needs nothing: none crashes', () => {
    // Those that need nothing and would change more than this test's process can bear.
    const spared = new Set(['ERR_remove_thread_state', 'CONF_modules_finish', 'CONF_modules_unload']);
    for (const [name, value] of Object.entries(functions)) {
      const call = value as (...given: unknown[]) => unknown;
      if (spared.has(name)) continue;
      for (const given of [[], [null, null, null, null, null, null, null, null], [{}, {}, {}, {}], [-1, -1, -1, -1], ['', '', '', '']]) {
        try {
          call(...given);
        } catch (error) {
          expect([name, (error as { code?: string }).code]).toEqual([name, expect.stringMatching(/^ERR_SSL_/)]);
        }
      }
    }
    c.with(library).ERR_clear_error();
  });
});

test('constants have the values of the headers', () => {
  expect([c.SSL_ERROR_WANT_READ, c.TLS1_3_VERSION, c.SSL_VERIFY_PEER, c.NID_commonName, c.X509_V_OK]).toEqual([2, 0x0304, 1, 13, 0]);
  expect(typeof c.SSL_OP_NO_TLSv1_3).toBe('bigint');
  expect(c.AF_INET).toBeGreaterThan(0);
});
