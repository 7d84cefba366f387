// Owns: wrong values of the option verifyParameters, which contexts and engines have.

const notFlags = ['X509_V_FLAG_CRL_CHECK', [1], ['X509_V_FLAG_NONSENSE'], [''], {}, 4, null];
const notNumbers = ['1', -1, 1.5, Number.NaN, 2 ** 53, null];
const notLists = [[], 'a.test', [''], [1], ['a\0b'], {}, null];

/** Each member with what it must not be. */
const wrongMembers: Readonly<Record<string, readonly unknown[]>> = {
  flags: [...notFlags, ['X509_CHECK_FLAG_NO_WILDCARDS']],
  clearFlags: notFlags,
  depth: notNumbers,
  purpose: ['SSLserver', '', 1, null],
  trust: ['all', '', 1, null],
  time: [...notNumbers, new Date(Number.NaN), new Date(-1), '2026-01-01', 253_402_300_800],
  authLevel: [...notNumbers, 6],
  hosts: [...notLists, ['a.test', '192.0.2.1'], ['::1']],
  hostFlags: [...notFlags, ['X509_V_FLAG_CRL_CHECK']],
  email: ['', 1, 'a\0b', null],
  ip: ['', 1, 'a.test', '192.0.2.256', null],
  policies: [...notLists, ['anyPolicy'], ['1'], ['1.2.'], ['1.2.x']],
};

export const wrongVerifyParameters: readonly unknown[] = [
  1,
  'X509_V_FLAG_CRL_CHECK',
  [],
  null,
  ...Object.entries(wrongMembers).flatMap(([name, values]) => values.map((value) => ({ [name]: value }))),
];
