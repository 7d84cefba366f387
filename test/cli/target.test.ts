import { describe, expect, test } from '@jest/globals';
import { parseTarget } from '../../lib/cli/target.ts';

describe('HOST:PORT', () => {
  test.each([
    ['example.org:8443', { host: 'example.org', port: 8443 }],
    ['example.org', { host: 'example.org', port: 443 }],
    ['192.0.2.1:1', { host: '192.0.2.1', port: 1 }],
    ['[::1]:65535', { host: '::1', port: 65_535 }],
    ['[2001:db8::1]', { host: '2001:db8::1', port: 443 }],
    ['::1', { host: '::1', port: 443 }],
    ['2001:db8::1:443', { host: '2001:db8::1:443', port: 443 }],
    ['[fe80::1%lo]:443', { host: 'fe80::1%lo', port: 443 }],
  ])('reads %s', (text, target) => {
    expect(parseTarget(text)).toEqual(target);
  });

  test.each([
    ['', 'The host is missing.'],
    [':443', 'The host is missing.'],
    ['example.org:', 'The port must be'],
    ['example.org:0', 'The port must be'],
    ['example.org:65536', 'The port must be'],
    ['example.org:+443', 'The port must be'],
    ['example.org:4 3', 'The port must be'],
    ['example.org:0x1bb', 'The port must be'],
    ['example.org:443:443', 'an IPv6 address goes in brackets'],
    ['[::1', 'an IPv6 address goes in brackets'],
    ['[::1]443', 'an IPv6 address goes in brackets'],
    ['[example.org]:443', 'no IPv6 address in the brackets'],
    ['https://example.org/', 'no URL'],
    ['example.org/path', 'no URL'],
  ])('refuses %p and says why', (text, reason) => {
    expect(() => parseTarget(text)).toThrow(reason);
  });
});
