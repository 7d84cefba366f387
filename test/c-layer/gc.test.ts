// Forgetting to free leaks nothing: counted by OpenSSL's own announcements of what it frees.

import { describe, expect, test } from '@jest/globals';
import { jsonOf } from '../support/child.ts';
import { libraries } from '../support/libraries.ts';

describe.each(libraries.map(({ name, selector }) => [name, selector] as const))('OpenSSL %s', (_, selector) => {
  test('five hundred forgotten connections, with callbacks that mention themselves, are all freed', async () => {
    const { most, left } = await jsonOf<{ most: number; left: number }>('c-layer/gc-main.ts', {
      parameters: [selector, '500'],
      nodeOptions: ['--expose-gc'],
    });
    expect(left).toBe(0);
    expect(most).toBeGreaterThan(8);
  });
});
