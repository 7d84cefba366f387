// Holds the table of docs/node-tls.md against the node:tls that runs, so that what a new Node brings is noticed.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nodeTls, { Server, TLSSocket } from 'node:tls';
import { describe, expect, test } from '@jest/globals';

const text = readFileSync(join(__dirname, '..', '..', 'docs', 'node-tls.md'), 'utf8');
const rows = (text.match(/^\| .*$/gm) ?? []).map((line) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim()),
);
const members = rows.filter(([member]) => member !== 'member');

/** Whether a row names `owner.member`; several share a row as `owner.one, owner.two` or `owner.one(), two()`. */
function isNamed(owner: string, member: string): boolean {
  const whole = new RegExp(`\\b${owner}\\.(?:[^\`|]*[,.] ?)?${member}\\b`);
  return members.some(([name = '']) => whole.test(name));
}

function publicNames(object: object): readonly string[] {
  return Object.getOwnPropertyNames(object).filter((name) => !name.startsWith('_') && name !== 'constructor');
}

describe('docs/node-tls.md', () => {
  test.each([
    ['tls', 'the module', nodeTls],
    ['tlsSocket', 'TLSSocket.prototype', TLSSocket.prototype],
    ['server', 'Server.prototype', Server.prototype],
  ])('names, as %s.…, every public property of %s in the running Node', (owner, _, object) => {
    const names = publicNames(object).filter((name) => name !== 'default');
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => !isNamed(owner, name))).toEqual([]);
  });

  test('does not name what is not there', () => {
    expect([isNamed('tls', 'noSuchFunction'), isNamed('server', 'getCipher'), isNamed('tlsSocket', 'addContext')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('says of each member since when it is there, and same, different or absent', () => {
    expect(members.length).toBeGreaterThan(200);
    for (const row of members) {
      const [, since, word] = row;
      expect(row).toHaveLength(4);
      expect(since).not.toBe('');
      expect(['same', 'different', 'absent']).toContain(word);
    }
  });

  test('says why of each that is different or absent', () => {
    const silent = members.filter(([, , word, why]) => (word === 'different' || word === 'absent') && why === '');
    expect(silent).toEqual([]);
  });

  test('has one row for a member in each section', () => {
    for (const section of text.split(/^## /m)) {
      const names = [...section.matchAll(/^\| (?<name>[^|]+) \|/gm)].map((match) => match.groups?.['name']);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });
});
