// Workers of node:cluster with one listening address: what one has made another resumes, a replaced worker too.

import { describe, expect, test } from '@jest/globals';
import { jsonOf } from '../support/child.ts';
import { libraries, protocols } from '../support/libraries.ts';
import type { Visit } from './cluster-main.ts';

interface Said {
  readonly before: readonly Visit[];
  readonly elsewhere: readonly Visit[];
  readonly after: readonly Visit[];
  readonly samePort: boolean;
}

const clustered = async (...parameters: readonly string[]): Promise<Said> => await jsonOf<Said>('server/cluster-main.ts', { parameters });
const resumed = (visits: readonly Visit[]): readonly boolean[] => visits.map((visit) => visit.resumed);

describe('tickets in a cluster', () => {
  const [first, last] = [libraries[0], libraries.at(-1)];
  const chosen = [...new Set([first, last])].flatMap((entry) => (entry === undefined ? [] : [entry]));

  test.each(chosen.flatMap(({ name, selector }) => protocols.map((protocol) => [name, protocol, selector] as const)))(
    'OpenSSL %s, %s: every worker resumes what the first has made, and so does one that takes the place of the first',
    async (_, protocol, selector) => {
      const { before, after, samePort } = await clustered(selector, protocol);
      expect(resumed(before)).toEqual([true, true, true]);
      expect(new Set(after.map(({ worker }) => worker))).toEqual(new Set(['2', '3', '4']));
      expect(resumed(after)).toEqual([true, true, true]);
      expect(samePort).toBe(true);
    },
  );

  test('workers that listen for themselves share nothing', async () => {
    const { before, elsewhere } = await clustered(first?.selector ?? 'node', 'TLSv1.3', 'exclusive');
    expect(resumed(before)).toEqual([true]);
    expect(resumed(elsewhere)).toEqual([false, false]);
  });
});
