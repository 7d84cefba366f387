// checkServerIdentity: which certificates are for which host, and what is said if they are not.

import type { PeerCertificate } from 'node:tls';
import { expect, test } from '@jest/globals';
import { sideBySide, type TlsError, thrown } from './support.ts';

type Case = readonly [host: string, certificate: { readonly subject?: object; readonly subjectaltname?: string }, fits: boolean];

const cn = (name: string | string[], subjectaltname?: string) => ({
  subject: { CN: name },
  ...(subjectaltname === undefined ? {} : { subjectaltname }),
});
const san = (subjectaltname: string) => ({ subject: {}, subjectaltname });

const cases: readonly Case[] = [
  // The common name counts if there is no other.
  ['a.com', cn('a.com'), true],
  ['a.com', cn('A.COM'), true],
  ['A.COM', cn('a.com'), true],
  ['a.com.', cn('a.com'), true],
  ['a.com', cn('a.com.'), true],
  ['a.com', cn('b.com'), false],
  ['a.com', cn(['b.com', 'a.com']), true],
  ['a.com', cn(['b.com', 'c.com']), false],
  ['a.com', cn(''), false],
  ['a.com', { subject: {} }, false],
  ['a.com', { subject: { O: 'a.com' } }, false],
  // Names that are given take its place.
  ['a.com', cn('a.com', 'DNS:b.com'), false],
  ['b.com', cn('a.com', 'DNS:b.com'), true],
  ['a.com', cn('a.com', 'URI:http://b.com/'), true],
  ['a.com', cn('a.com', 'IP Address:127.0.0.1'), true],
  ['a.com', san('DNS:b.com, DNS:a.com'), true],
  ['a.com', san('DNS:b.com, DNS:c.com'), false],
  ['a.com', san('URI:http://a.com/'), false],
  ['a.com', san('email:user@a.com'), false],
  // Wildcards stand for one label, the leftmost, and never for a whole domain.
  ['b.a.com', cn('*.a.com'), true],
  ['a.com', cn('*.a.com'), false],
  ['c.b.a.com', cn('*.a.com'), false],
  ['a.com', cn('*.com'), false],
  ['com', cn('*'), false],
  ['a.com', cn('*'), false],
  ['b.a.com', cn('b.*.com'), false],
  ['b.a.com', cn('*.*.com'), false],
  ['bcd.a.com', cn('b*.a.com'), true],
  ['bcd.a.com', cn('*d.a.com'), true],
  ['bcd.a.com', cn('b*d.a.com'), true],
  ['bcd.a.com', cn('x*.a.com'), false],
  ['bcd.a.com', cn('bcd*bcd.a.com'), false],
  ['bcd.a.com', cn('*b*.a.com'), false],
  ['xn--bcd.a.com', cn('xn--*.a.com'), false],
  ['xn--bcd.a.com', cn('*.a.com'), true],
  ['xn--bcd.a.com', cn('xn--bcd.a.com'), true],
  ['b.a.com', san('DNS:*.a.com'), true],
  ['b.a.com', san('DNS:*.b.com, DNS:*.a.com'), true],
  ['b.a.com.', san('DNS:*.a.com'), true],
  // What is no name matches nothing.
  ['a..com', cn('a..com'), false],
  ['.a.com', cn('.a.com'), false],
  ['ä.com', cn('ä.com'), false],
  ['a b.com', cn('a b.com'), false],
  // Addresses are looked for among addresses.
  ['127.0.0.1', san('IP Address:127.0.0.1'), true],
  ['127.0.0.1', san('IP Address:127.0.0.2, IP Address:127.0.0.1'), true],
  ['127.0.0.1', san('DNS:127.0.0.1'), false],
  ['127.0.0.1', cn('127.0.0.1'), false],
  ['127.0.0.1', san('IP Address:127.0.0.10'), false],
  ['2001:db8::1', san('IP Address:2001:DB8:0:0:0:0:0:2'), false],
  ['a.com', san('IP Address:127.0.0.1'), false],
  // Names in quotes are what the quotes say, and no second name.
  ['a.com', san('DNS:"a.com"'), true],
  ['b.com', san('DNS:"a.com\\u002c DNS:b.com"'), false],
  ['b.com', san('DNS:"a.com, DNS:b.com"'), false],
  ['b.com', san('URI:"http://a.com/, DNS:b.com"'), false],
  ['b.com', san('URI:"http://a.com/", DNS:b.com'), true],
];

sideBySide('checkServerIdentity', (peers) => {
  const check = (host: string, certificate: object): TlsError | undefined =>
    peers.tls.checkServerIdentity(host, certificate as PeerCertificate);

  test.each(cases)('%s, %j: %s', (host, certificate, fits) => {
    const error = check(host, certificate);
    expect(error?.code).toBe(fits ? undefined : 'ERR_TLS_CERT_ALTNAME_INVALID');
  });

  // Node 22.23 finds no IPv6 address at all.
  const testOfIpv6 = process.versions.node.startsWith('22.') ? test.skip : test;
  testOfIpv6.each([
    ['::1', '0:0:0:0:0:0:0:1'],
    ['2001:db8::1', '2001:DB8:0:0:0:0:0:1'],
    ['2001:DB8:0::1', '2001:DB8:0:0:0:0:0:1'],
  ])('an IPv6 address is found however it is written, %s as %s', (host, address) => {
    expect(check(host, san(`IP Address:${address}`))).toBeUndefined();
  });

  test.each([
    ['a.com', cn('b.com'), "Host: a.com. is not cert's CN: b.com"],
    ['a.com.', cn(['b.com', 'c.com']), "Host: a.com. is not cert's CN: b.com,c.com"],
    ['a.com', san('DNS:b.com, DNS:c.com'), "Host: a.com. is not in the cert's altnames: DNS:b.com, DNS:c.com"],
    ['127.0.0.1', san('IP Address:127.0.0.2'), "IP: 127.0.0.1 is not in the cert's list: 127.0.0.2"],
    ['127.0.0.1', cn('127.0.0.1'), "IP: 127.0.0.1 is not in the cert's list: "],
    ['a.com', { subject: {} }, 'Cert does not contain a DNS name'],
  ])('the error for %s, %j has a reason, the host and the certificate', (host, certificate, reason) => {
    const error = check(host, certificate);
    expect(error?.message).toBe(`Hostname/IP does not match certificate's altnames: ${reason}`);
    expect([error?.reason, error?.host]).toEqual([reason, host.replace(/\.$/, '')]);
    expect(error?.cert).toBe(certificate);
  });

  test('quotes that do not end are refused with ERR_TLS_CERT_ALTNAME_FORMAT', () => {
    expect(thrown(() => check('a.com', san('DNS:"a.com')))?.code).toBe('ERR_TLS_CERT_ALTNAME_FORMAT');
  });

  test('a host that is no string is made one', () => {
    expect(check(1 as unknown as string, cn('a.com'))?.host).toBe('1');
  });
});
