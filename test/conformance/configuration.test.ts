// How a configuration file is read: the rules of config(5), one row each.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { tempFolder } from '../support/temp-folder.ts';
import { parseConfiguration, readConfiguration } from './configuration.ts';

const environment = { HERE: '/certificates' };
const parse = (text: string) => parseConfiguration(text, 'a.cnf', { environment });

describe('a value (config(5))', () => {
  test.each([
    ['is what stands behind the first equals sign', 'a = b = c', 'b = c'],
    ['has no spaces around it', 'a =   b c  ', 'b c'],
    ['may be empty', 'a =', ''],
    ['ends at a comment', 'a = b # c', 'b'],
    ['keeps a number sign in quotes', 'a = "b # c"', 'b # c'],
    ['keeps a number sign behind a backslash', 'a = b \\# c', 'b # c'],
    ['keeps spaces in quotes', "a = ' b '", ' b '],
    ['may be quoted in part', 'a = b"c d"e', 'bc de'],
    ['keeps an escaped quote', 'a = "b\\"c"', 'b"c'],
    ['knows escapes', 'a = b\\nc\\td\\\\e', 'b\nc\td\\e'],
    ['takes no variable from quotes', 'b = x\na = "$b"', '$b'],
    ['goes on behind a backslash at the end of a line', 'a = b \\\n  c', 'b   c'],
    ['does not go on behind an escaped backslash', 'a = b\\\\\nc = d', 'b\\'],
    ['takes a variable', 'b = x\na = $b.pem', 'x.pem'],
    ['takes a variable in braces', 'b = x\na = ${b}y', 'xy'],
    ['takes a variable in parentheses', 'b = x\na = $(b)y', 'xy'],
    ['takes a variable of another section', '[s]\nb = x\n[t]\na = ${s::b}$s::b', 'xx'],
    ['takes a variable of the environment', 'a = ${ENV::HERE}/root.pem', '/certificates/root.pem'],
    ['takes a variable of the first section where its own has none', 'b = x\n[s]\na = $b', 'x'],
    ['is the last one that is given', 'a = b\na = c', 'c'],
    ['may be set in another section', '[s]\nt::a = b\n[u]', 'b'],
  ])('%s', (_, text, value) => {
    const configuration = parse(text);
    const all = ['default', 's', 't'].flatMap((section) => configuration.section(section) ?? []);
    expect(new Map(all).get('a')).toBe(value);
  });

  test('the names of a section keep their order, and one that is set again moves to the end', () => {
    expect(parse('[s]\na = 1\nb = 2\nc = 3\na = 4').section('s')).toEqual([
      ['b', '2'],
      ['c', '3'],
      ['a', '4'],
    ]);
  });

  test('sections may be empty, entered twice, or not there', () => {
    const configuration = parse('[ s ]\na = 1\n[t]\n[s]\nb = 2\r\n');
    expect(configuration.section('s')).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
    expect(configuration.section('t')).toEqual([]);
    expect(configuration.section('u')).toBeUndefined();
    expect(configuration.value('u', 'a')).toBeUndefined();
  });
});

describe('a line that breaks the rules names its place', () => {
  test.each([
    ['a', 'a.cnf:1: no equals sign: a'],
    ['\n[s', 'a.cnf:2: no closing bracket: [s'],
    ['a = $b', 'a.cnf:1: variable b has no value'],
    ['a = ${ENV::THERE}', 'a.cnf:1: variable ENV::THERE has no value'],
    ['b = 1\na = ${b', 'a.cnf:2: no closing } after ${b'],
    ['a b = 1', 'a.cnf:1: no name: a b'],
    ['= 1', 'a.cnf:1: no name: '],
    ['.pragma dollarid:on', 'a.cnf:1: .pragma is not a directive that is known here; there is: .include'],
  ])('%j', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});

describe('.include', () => {
  const folder = tempFolder('conformance-include');
  mkdirSync(join(folder, 'parts'), { recursive: true });
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  test.each([
    ['a file', '.include other.cnf'],
    ['a file, with an equals sign', '.include = other.cnf'],
    ['a file by a variable', 'f = other\n.include ${f}.cnf'],
  ])('%s: what it holds stands in its place, in the section that goes on', (_, line) => {
    write('other.cnf', 'b = 2\n');
    expect(readConfiguration(write('main.cnf', `${line}\n[s]\na = 1\n${line.split('\n').at(-1)}\nc = 3\n`)).section('s')).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ]);
  });

  test('a folder: its files of configuration in their order', () => {
    write('parts/2.cnf', 'a = 2\n');
    write('parts/1.conf', 'a = 1\n');
    write('parts/3.txt', 'a = 3\n');
    expect(readConfiguration(write('main.cnf', '.include parts\n')).value('default', 'a')).toBe('2');
  });

  test('a file that includes itself is refused', () => {
    expect(() => readConfiguration(write('loop.cnf', '.include loop.cnf\n'))).toThrow('files that include each other');
  });
});
