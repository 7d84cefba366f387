// Every option of SslEngine and every argument of its methods, given wrongly. What is wrong is told before OpenSSL sees it.

import { describe, expect, test } from '@jest/globals';
import { SslContext, SslEngine } from '../../lib/index.ts';
import type { SslEngineOptions } from '../../lib/ssl/engine-options.ts';
import { withConnectedPair } from '../support/engine-pair.ts';
import { describeEachLibrary, libraries } from '../support/libraries.ts';
import { wrongVerifyParameters } from './verify-parameters.ts';

const context = new SslContext({ role: 'client', library: 'node' });
const make = (options: unknown): SslEngine => new SslEngine(context, options as SslEngineOptions);
const misuse = (argument: string, code = 'ERR_SSL_ARGUMENT'): unknown =>
  expect.objectContaining({ name: 'MisuseError', family: 'misuse', code, argument });

const tlsa = { usage: 3, selector: 1, matchingType: 1, data: '00'.repeat(32) };
const wrong: Readonly<Record<string, readonly unknown[]>> = {
  verifyParameters: wrongVerifyParameters,
  dane: [
    1,
    [],
    {},
    null,
    { name: 'a.test' },
    { name: 'a.test', records: [] },
    { name: 'a.test', records: {} },
    ...['', 1, undefined, '192.0.2.1', 'a\0b'].map((name) => ({ name, records: [tlsa] })),
    ...['X509_V_FLAG_CRL_CHECK', [1], ['DANE_FLAG_NONSENSE']].map((flags) => ({ name: 'a.test', records: [tlsa], flags })),
    ...[4, -1, '3', 'dane-ee', 1.5, null, undefined].map((usage) => ({ name: 'a.test', records: [{ ...tlsa, usage }] })),
    ...[2, -1, 'spki', 'constructor', null].map((selector) => ({ name: 'a.test', records: [{ ...tlsa, selector }] })),
    ...[3, -1, 'SHA-256', null].map((matchingType) => ({ name: 'a.test', records: [{ ...tlsa, matchingType }] })),
    ...['', 'abc', 'xy', new Uint8Array(0), 1, null].map((data) => ({ name: 'a.test', records: [tlsa, { ...tlsa, data }] })),
  ],
  serverName: [1, true, {}, [], '', 'a\0b.test', 'bücher.test', 'with space', 'x'.repeat(256), '192.0.2.1', '::1', null],
  verifyHost: [1, true, {}, [], '', 'good.test\0.evil.test', null],
  verifyIp: [1, {}, '', 'host.test', '1.2.3', '1.2.3.4.5', '300.1.1.1', '192.0.2.1\0', '::1::', null],
  verifyMode: [1, true, '', 'PEER', 'optional', null],
  alpn: [
    'h2',
    {},
    [],
    [''],
    [1],
    ['h2', ''],
    ['x'.repeat(256)],
    ['h 2'],
    ['é'],
    ['a\0b'],
    null,
    Array.from({ length: 400 }, () => 'x'.repeat(200)),
  ],
  serverCertTypes: [1, '', 'raw-public-key', {}, [], [1], ['raw'], ['x509', 'x509'], [null], true, null],
  clientCertTypes: [1, '', 'x509', {}, [], [2], ['pgp'], ['raw-public-key', 'raw-public-key'], true, null],
  expectedPeerKeys: [1, '', 'no PEM', {}, [], [1], [''], ['no PEM'], [{}], [{ file: 1 }], [new Uint8Array(0)], true, null],
  statusType: ['OCSP', 1, true, '', null],
  bufferSize: ['1024', 0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 16 * 1024 * 1024 + 1, 2 ** 32, {}, null, 5n],
  fd: ['1', -1, 1.5, Number.NaN, 2 ** 31, 2 ** 53, {}, null],
};

describe('options of SslEngine', () => {
  test.each(Object.entries(wrong).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    '%s: %p is refused and named',
    (name, value) => {
      expect(() => make({ [name]: value })).toThrow(expect.objectContaining({ name: 'MisuseError', code: 'ERR_SSL_ARGUMENT' }));
      try {
        make({ [name]: value });
      } catch (error) {
        expect((error as { argument: string }).argument).toMatch(new RegExp(`^options\\.${name}(\\[\\d+\\]|\\.\\w+)*$`));
        expect((error as Error).message).toMatch(/must be|has no meaning/);
      }
    },
  );

  test.each([['nonsense'], ['servername'], ['ALPN'], ['verifyhost'], ['role'], ['library'], ['__proto__x']])(
    'the option %s is unknown: the error lists those there are',
    (name) => {
      expect(() => make({ [name]: 1 })).toThrow(misuse(`options.${name}`, 'ERR_SSL_UNKNOWN_OPTION'));
      expect(() => make({ [name]: 1 })).toThrow(/there are: serverName, /);
    },
  );

  test.each([[null], ['text'], [1], [[]], [true], [() => undefined]])('%p is no options object', (value) => {
    expect(() => make(value)).toThrow(misuse('options'));
  });

  test('undefined stands for not given', () => {
    make({ serverName: undefined, alpn: undefined, bufferSize: undefined, fd: undefined, verifyMode: undefined }).close();
    make(undefined).close();
  });

  test('dane takes the place of verifyHost, and is for clients', () => {
    const dane = { name: 'a.test', records: [tlsa] };
    expect(() => make({ verifyHost: 'b.test', dane })).toThrow(misuse('options.verifyHost'));
    const parameters = { verifyParameters: { hosts: ['b.test'] } };
    expect(() => make({ ...parameters, dane })).toThrow(misuse('options.verifyParameters.hosts'));
    const server = new SslContext({ role: 'server', library: 'node' });
    expect(() => new SslEngine(server, { dane } as SslEngineOptions)).toThrow(misuse('options.dane'));
    make({ dane }).close();
  });

  test('a name and verify parameters that set the same exclude each other', () => {
    expect(() => make({ verifyHost: 'a.test', verifyParameters: { hosts: ['b.test'] } })).toThrow(misuse('options.verifyHost'));
    expect(() => make({ verifyIp: '192.0.2.1', verifyParameters: { ip: '192.0.2.2' } })).toThrow(misuse('options.verifyIp'));
    make({ verifyIp: '192.0.2.1', verifyParameters: { hosts: ['b.test'] } }).close();
  });

  test('statusType is for clients', () => {
    const server = new SslContext({ role: 'server', library: context.library });
    expect(() => new SslEngine(server, { statusType: 'ocsp' })).toThrow(misuse('options.statusType'));
  });

  test('bufferSize and fd exclude each other', () => {
    expect(() => make({ fd: 0, bufferSize: 100 })).toThrow(misuse('options.bufferSize'));
  });

  test('a getter among the options is read, and what it throws comes out unchanged', () => {
    const problem = new RangeError('mine');
    const options = Object.defineProperty({}, 'serverName', {
      enumerable: true,
      get: () => {
        throw problem;
      },
    });
    expect(() => make(options)).toThrow(problem);
  });

  test('what is refused leaves nothing alive', () => {
    const before = context.library.liveObjects;
    expect(() => make({ verifyIp: 'nonsense' })).toThrow();
    expect(context.library.liveObjects).toEqual(before);
  });

  test('the largest and the smallest sizes are taken', () => {
    for (const options of [
      { bufferSize: 1 },
      { bufferSize: 16 * 1024 * 1024 },
      { serverName: 'x'.repeat(255) },
      { alpn: ['x'.repeat(127)] },
    ])
      make(options).close();
  });
});

describe('bytes', () => {
  const notBytes = [
    undefined,
    null,
    'text',
    5,
    {},
    [1, 2],
    new ArrayBuffer(4),
    new Uint16Array(4),
    new DataView(new ArrayBuffer(4)),
    new Float64Array(1),
  ];

  test.each([
    ['read', 'into'],
    ['peek', 'into'],
    ['feed', 'bytes'],
    ['drainInto', 'into'],
  ] as const)('%s takes a Uint8Array alone', (method, argument) => {
    const engine = make({});
    for (const value of notBytes) expect(() => engine[method](value as Uint8Array)).toThrow(misuse(argument));
    engine.close();
  });

  test('write takes a Uint8Array, or nothing while a write waits for its retry', () => {
    const engine = make({});
    for (const value of notBytes) expect(() => engine.write(value as Uint8Array)).toThrow(misuse('bytes'));
    expect(engine.failure).toBeNull();
    engine.close();
  });

  test('a buffer whose memory was given away counts as empty', () => {
    const engine = make({});
    const bytes = new Uint8Array(100);
    structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
    expect(bytes.length).toBe(0);
    expect(engine.feed(bytes)).toBe(0);
    engine.connect();
    expect(engine.drainInto(bytes)).toBe(0);
    engine.close();
  });

  test('shared memory is read and written, or refused: never a crash', () => {
    withConnectedPair({ library: context.library }, (pair) => {
      const shared = new Uint8Array(new SharedArrayBuffer(10));
      pair.server.write(Buffer.from('shared'));
      pair.shuttleAll();
      let text = '';
      try {
        pair.client.read(shared);
        text = Buffer.from(shared).toString('latin1', 0, 6);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
        text = 'shared';
      }
      expect(text).toBe('shared');
    });
  });
});

describeEachLibrary('numbers that do not fit', (library) => {
  test('a descriptor that is not open is a failure of the operation, not a crash (SSL_set_fd(3))', () => {
    const engine = new SslEngine(new SslContext({ role: 'client', library }), { fd: 2 ** 31 - 1 });
    expect(engine.connect()).toMatchObject({ status: 'failed', code: 5, error: { code: 'EBADF' } });
    engine.close();
  });

  test('a server name of 255 characters is taken, OpenSSL’s own limit', () => {
    new SslEngine(new SslContext({ role: 'client', library }), { serverName: 'x'.repeat(255) }).close();
  });
});

test('every library at hand leaves no engine behind that was refused', () => {
  for (const { library } of libraries) {
    const own = new SslContext({ role: 'client', library });
    const before = library.liveObjects;
    for (let i = 0; i < 50; i += 1) expect(() => new SslEngine(own, { verifyHost: 'a\0b' })).toThrow();
    expect(library.liveObjects).toEqual(before);
  }
});
