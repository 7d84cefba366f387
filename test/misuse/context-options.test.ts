// Every option of SslContext, given wrongly, as far as the package itself can see it: MisuseError. What only OpenSSL can see is in
// context-refusals.test.ts.

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { SslContext } from '../../lib/index.ts';
import { contextOptionNames, type SslContextOptions } from '../../lib/ssl/context-options.ts';
import { deciderNames } from '../../lib/ssl/deciders.ts';
import { certificateFile, certificatePem, keyFile, keyPem } from '../support/pki.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { wrongVerifyParameters } from './verify-parameters.ts';

const make = (options: unknown): SslContext => new SslContext(options as SslContextOptions);
const client = { role: 'client', library: 'node' };
const misuse = (argument: string, code = 'ERR_SSL_ARGUMENT'): unknown =>
  expect.objectContaining({ name: 'MisuseError', family: 'misuse', code, argument });

const notFlags = ['SSL_OP_ALL', [1], ['SSL_OP_NONSENSE'], [''], {}, 4, null];
const notNumbers = ['1', -1, 1.5, Number.NaN, 2 ** 53, null];
const notFunctions = [true, 'f', {}, null];

const whole = { certificate: certificatePem('server'), privateKey: keyPem('server') };
const wrong: Readonly<Record<string, readonly unknown[]>> = {
  role: [undefined, null, '', 'peer', 'Client', 1, {}],
  library: [1, {}, null, true, ''],
  libraryContext: [1, '', {}, [], true, null],
  propertyQuery: [1, '', {}, [], true, null, 'a\0b'],
  method: ['DTLS', 'udp', '', 1, true, null],
  minProtocol: ['TLSv1.4', 'DTLSv1', 'tlsv1.2', 'TLS1.2', 771, '', null],
  maxProtocol: ['TLSv1.4', 'SSLv2', 'DTLSv1.2', 771, '', null],
  cipherList: [1, '', [], 'AES\0', null],
  cipherSuites: [1, '', [], 'TLS_AES_128_GCM_SHA256\0', null],
  groups: [1, '', ['P-256'], 'P-256\0:P-384', null],
  certificate: [1, '', 'no PEM', {}, { file: 1 }, { file: '' }, { path: 'x' }, [], true, new Uint8Array(3), null],
  privateKey: [1, '', 'no PEM', {}, { file: 1 }, { file: '' }, { file: 'a\0b' }, [], true, null],
  passphrase: [1, {}, [], true, null],
  pkcs12: [1, '', {}, null, [1], [null], [{}], { data: 'x' }, { data: [1] }, { data: null }, { data: new Uint8Array(1), trustCas: 1 }],
  identities: [1, '', {}, null, [1], [null], [{}], [{ certificate: certificatePem('server') }], [{ ...whole, passphrase: 1 }], [[whole]]],
  ca: [1, '', 'no PEM', {}, { directory: 1 }, { file: 'x', directory: 'y' }, true, null],
  serverCertTypes: [1, '', 'raw-public-key', {}, [], [1], ['raw'], ['x509', 'x509'], [null], true, null],
  clientCertTypes: [1, '', 'x509', {}, [], [2], ['pgp'], ['raw-public-key', 'raw-public-key'], true, null],
  expectedPeerKeys: [
    1,
    '',
    'no PEM',
    {},
    [],
    [1],
    [''],
    ['no PEM'],
    [{}],
    [{ file: 1 }],
    [keyPem('server')],
    [new Uint8Array(0)],
    true,
    null,
  ],
  signatureAlgorithms: [1, '', ['RSA+SHA256'], null],
  clientSignatureAlgorithms: [1, '', ['RSA+SHA256'], null],
  options: notFlags,
  clearOptions: notFlags,
  modes: notFlags,
  securityLevel: [...notNumbers, 6],
  maxSendFragment: [...notNumbers, 511, 16_385],
  splitSendFragment: [...notNumbers, 511, 16_385],
  maxFragmentLength: [...notNumbers, 0, 513, 8192],
  blockPadding: [...notNumbers, 16_385],
  readAhead: [1, 'true', null],
  readBufferLength: notNumbers,
  numTickets: [...notNumbers, 1001],
  maxEarlyData: [...notNumbers, 2 ** 32],
  postHandshakeAuth: [1, 'true', null],
  sessionTimeout: [...notNumbers, 0],
  sessionCacheMode: ['on', 1, true, null],
  sessionIdContext: ['', 'x'.repeat(33), new Uint8Array(0), new Uint8Array(33), 1, null],
  dhParameters: ['manual', true, {}, { file: 1 }, [], '', null],
  quietShutdown: [1, 'true', null],
  maxCertList: [...notNumbers, 0, 2 ** 31],
  sessionCacheSize: [...notNumbers, 2 ** 31],
  recvMaxEarlyData: [...notNumbers, 2 ** 32],
  clientCa: [1, '', 'no PEM', {}, { file: 1 }, { directory: '/' }, [1], true, null],
  onKeylog: notFunctions,
  keylogFile: [false, 1, '', {}, null, ['x']],
  onInfo: notFunctions,
  onMessage: notFunctions,
  onSession: notFunctions,
  onSessionRemoved: notFunctions,
  onEch: notFunctions,
  echStore: ['', 'store', 1, {}, null, new Uint8Array(8)],
  ...Object.fromEntries(deciderNames.map((name) => [name, notFunctions])),
  pskIdentityHint: [1, '', 'a\0b', null],
  ticketKeys: ['', new Uint8Array(79), new Uint8Array(81), 80, null],
  statusType: ['OCSP', 1, true, null],
  srtpProfiles: ['', 'SRTP_AES128_CM_SHA1_80', 1, {}, [], [1], [''], null],
  verifyMode: [1, true, 'PEER', '', null],
  alpn: ['h2', [], [''], [1], ['x'.repeat(256)], ['a\0b'], null],
  crl: [1, '', 'no PEM', {}, { file: 1 }, { file: '' }, { directory: '/' }, [1], true, null],
  certificateTransparency: ['Strict', true, 1, '', null],
  certificateCompression: ['zlib', 1, {}, ['rar'], [''], [1], [null], ['zlib', 'zlib'], true, null],
  compressedCertificates: ['zlib', 1, {}, [1], [null], [{}], [{ algorithm: 'rar' }], [{ algorithm: 1, bytes: 'x' }], true, null],
  customExtensions: ['x', 1, {}, [1], [null], [{}], [{ type: 1 }], [{ type: '1', context: ['client-hello'] }], true, null],
  ctLogs: ['/etc/hosts', { directory: '/' }, { file: 1 }, { file: '' }, {}, [], 1, null],
  verifyParameters: wrongVerifyParameters,
  conf: [
    'x',
    1,
    ['MinProtocol'],
    [['MinProtocol']],
    [['MinProtocol', 'TLSv1.2', 'x']],
    [['', 'x']],
    { MinProtocol: 1 },
    { MinProtocol: null },
    { 'Min\0Protocol': 'x' },
    { '': 'x' },
    { MinProtocol: 'TLS\0' },
    null,
  ],
};

/** What an option needs beside it, so that its own value is what is wrong. */
const companions: Readonly<Record<string, object>> = {
  certificate: { privateKey: keyPem('server') },
  privateKey: { certificate: certificatePem('server') },
  clientCa: { role: 'server' },
  echStore: { role: 'server' },
  srtpProfiles: { method: 'dtls' },
  compressedCertificates: { role: 'server' },
  ctLogs: { certificateTransparency: 'strict' },
};

describe('options of SslContext', () => {
  test('every option has its wrong values here', () => {
    expect(Object.keys(wrong).sort()).toEqual([...contextOptionNames].sort());
  });

  test.each(Object.entries(wrong).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    '%s: %p is refused and named',
    (name, value) => {
      const own = companions[name] ?? {};
      expect(() => make({ ...client, ...own, [name]: value })).toThrow(
        expect.objectContaining({ name: 'MisuseError', code: 'ERR_SSL_ARGUMENT' }),
      );
      try {
        make({ ...client, ...own, [name]: value });
      } catch (error) {
        const { argument } = error as { argument: string };
        expect(argument === 'selector' || argument.startsWith(`options.${name}`)).toBe(true);
        expect((error as Error).message).toMatch(/must be/);
      }
    },
  );

  test.each([['nonsense'], ['cert'], ['key'], ['ciphers'], ['Role'], ['rejectUnauthorized'], ['serverName']])(
    'the option %s is unknown: the error lists those there are',
    (name) => {
      expect(() => make({ ...client, [name]: 1 })).toThrow(misuse(`options.${name}`, 'ERR_SSL_UNKNOWN_OPTION'));
      expect(() => make({ ...client, [name]: 1 })).toThrow(/there are: role, library, /);
    },
  );

  test('an unknown member of one of the identities is named', () => {
    expect(() => make({ ...client, identities: [whole, { ...whole, key: 1 }] })).toThrow(
      misuse('options.identities[1].key', 'ERR_SSL_UNKNOWN_OPTION'),
    );
  });

  test.each([[undefined], [null], ['text'], [1], [[]], [true]])('%p is no options object', (value) => {
    expect(() => make(value)).toThrow(misuse('options'));
  });

  test('a certificate without its key, and a key without its certificate', () => {
    expect(() => make({ ...client, certificate: certificatePem('server') })).toThrow(misuse('options.privateKey'));
    expect(() => make({ ...client, privateKey: keyPem('server') })).toThrow(misuse('options.certificate'));
  });
});

describe('options of one role', () => {
  test('clientCa is for servers', () => {
    expect(() => make({ ...client, clientCa: certificatePem('root') })).toThrow(misuse('options.clientCa'));
    make({ ...client, role: 'server', clientCa: certificatePem('root') });
  });
});

describe('certificate transparency', () => {
  test('is for clients, and its logs are for it', () => {
    expect(() => make({ role: 'server', library: 'node', certificateTransparency: 'strict' })).toThrow(
      misuse('options.certificateTransparency'),
    );
    expect(() => make({ ...client, ctLogs: { file: certificateFile('root') } })).toThrow(misuse('options.ctLogs'));
    expect(() => make({ ...client, certificateTransparency: 'strict', ctLogs: { file: '/no/such/file' } })).toThrow(
      misuse('options.ctLogs.file', 'ERR_SSL_FILE'),
    );
  });
});

describe('files', () => {
  const folder = tempFolder('misuse');
  const mute = join(folder, 'mute.pem');
  writeFileSync(mute, certificatePem('root'));
  chmodSync(mute, 0);
  mkdirSync(join(folder, 'folder.pem'), { recursive: true });
  const isRoot = process.getuid?.() === 0;

  const sources: readonly (readonly [what: string, option: string, value: object])[] = [
    ['a file that is not there', 'ca', { file: join(folder, 'absent.pem') }],
    ['a folder that is not there', 'ca', { directory: join(folder, 'absent') }],
    ['a folder in place of a file', 'ca', { file: join(folder, 'folder.pem') }],
    ['a file in place of a folder', 'ca', { directory: certificateFile('root') }],
    ['a file below a file', 'ca', { file: join(certificateFile('root'), 'below') }],
    ['a certificate that is not there', 'certificate', { file: join(folder, 'absent.pem') }],
    ['a key that is not there', 'privateKey', { file: join(folder, 'absent.pem') }],
    ['a folder in place of a key', 'privateKey', { file: folder }],
  ];

  test.each(sources)('%s: ERR_SSL_FILE names option and path', (_, option, value) => {
    const [path] = Object.values(value) as string[];
    const [member] = Object.keys(value);
    const options = {
      ...client,
      certificate: { file: certificateFile('server') },
      privateKey: { file: keyFile('server') },
      [option]: value,
    };
    expect(() => make(options)).toThrow(misuse(`options.${option}.${member}`, 'ERR_SSL_FILE'));
    expect(() => make(options)).toThrow(path);
  });

  (isRoot ? test.skip : test)(`a file that may not be read${isRoot ? ' (root reads everything)' : ''}`, () => {
    expect(() => make({ ...client, ca: { file: mute } })).toThrow(misuse('options.ca.file', 'ERR_SSL_FILE'));
  });

  test('a member of an array of sources is named by its place', () => {
    expect(() => make({ ...client, ca: [{ file: certificateFile('root') }, { file: '/no/such/file' }] })).toThrow(
      misuse('options.ca[1].file', 'ERR_SSL_FILE'),
    );
    expect(() => make({ ...client, ca: [{ file: certificateFile('root') }, 5] })).toThrow(misuse('options.ca[1]'));
  });

  test('files are taken in place of text', () => {
    make({
      ...client,
      ca: { file: certificateFile('root') },
      certificate: { file: certificateFile('client') },
      privateKey: { file: keyFile('client') },
    });
    make({ ...client, ca: { directory: folder } });
    make({ ...client, ca: 'system' });
  });
});
