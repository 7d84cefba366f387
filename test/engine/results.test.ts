// The table from SSL_get_error's numbers to results, and the names of numbers: pure, no OpenSSL.

import { describe, expect, test } from '@jest/globals';
import { isFatal, plainResult } from '../../lib/core/results.ts';
import { alertName, constants, sslErrorName, verifyResultName } from '../../lib/index.ts';

const { SSL_ERROR, X509_V, ALERT_DESCRIPTION } = constants;

const statuses = [
  [SSL_ERROR.SSL_ERROR_WANT_READ, 'want-read'],
  [SSL_ERROR.SSL_ERROR_WANT_WRITE, 'want-write'],
  [SSL_ERROR.SSL_ERROR_WANT_X509_LOOKUP, 'want-x509-lookup'],
  [SSL_ERROR.SSL_ERROR_ZERO_RETURN, 'closed'],
  [SSL_ERROR.SSL_ERROR_WANT_CONNECT, 'want-connect'],
  [SSL_ERROR.SSL_ERROR_WANT_ACCEPT, 'want-accept'],
  [SSL_ERROR.SSL_ERROR_WANT_ASYNC, 'want-async'],
  [SSL_ERROR.SSL_ERROR_WANT_ASYNC_JOB, 'want-async-job'],
  [SSL_ERROR.SSL_ERROR_WANT_CLIENT_HELLO_CB, 'want-client-hello-cb'],
  [SSL_ERROR.SSL_ERROR_WANT_RETRY_VERIFY, 'want-retry-verify'],
] as const;

describe('results', () => {
  test.each(statuses)('rules 6 to 9: code %i is %s, with ret as it came (SSL_get_error(3))', (code, status) => {
    expect(plainResult(-1, code)).toEqual({ status, ret: -1, code });
    expect(plainResult(0, code)).toEqual({ status, ret: 0, code });
    expect(Object.isFrozen(plainResult(-1, code))).toBe(true);
  });

  test('rule 11: 0 and -1 stay distinct', () => {
    expect(plainResult(0, 2)).not.toBe(plainResult(-1, 2));
    expect(plainResult(-1, 2)).toBe(plainResult(-1, 2));
  });

  test('a return value that no release has yet keeps its number', () => {
    expect(plainResult(-2, 2)).toEqual({ status: 'want-read', ret: -2, code: 2 });
  });

  test('a code newer than the table is none of them: it becomes unknown, never dropped', () => {
    for (const code of [13, 14, 99]) expect(plainResult(-1, code)).toBeNull();
  });

  test('rule 10: SSL and SYSCALL alone are final (SSL_get_error(3))', () => {
    const fatal = Object.entries(SSL_ERROR).filter(([, code]) => isFatal(code));
    expect(fatal.map(([name]) => name)).toEqual(['SSL_ERROR_SSL', 'SSL_ERROR_SYSCALL']);
  });
});

describe('names', () => {
  test('of SSL_get_error are C’s', () => {
    for (const [name, code] of Object.entries(SSL_ERROR)) expect(sslErrorName(code)).toBe(name);
    expect(sslErrorName(77)).toBe('SSL_ERROR_77');
  });

  test('of verification results are C’s', () => {
    for (const [name, code] of Object.entries(X509_V)) expect(verifyResultName(code)).toBe(name);
    expect(verifyResultName(7777)).toBe('X509_V_ERR_7777');
  });

  test('of alerts are the standard’s', () => {
    expect([0, 40, 48, 70, 116, 120].map(alertName)).toEqual([
      'close_notify',
      'handshake_failure',
      'unknown_ca',
      'protocol_version',
      'certificate_required',
      'no_application_protocol',
    ]);
    for (const code of Object.values(ALERT_DESCRIPTION)) expect(alertName(code)).toMatch(/^[a-z0-9_]+$/);
    expect(alertName(250)).toBe('alert_250');
  });
});
