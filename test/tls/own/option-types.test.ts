// Every option of libssl/tls with a value of every wrong type: a TypeError or RangeError with a code of Node's that names the option, or an
// error of OpenSSL's; never a crash, and never silence where Node is not silent either.

import * as nodeTls from 'node:tls';
import { afterEach, describe, expect, test } from '@jest/globals';
import { connect, createSecureContext, createServer, Server, TLSSocket } from '../../../lib/tls/index.ts';
import { duplexPair } from '../../support/io-duplex.ts';
import { pems, type TlsError, thrown, trusting } from '../side-by-side/support.ts';

const values: readonly (readonly [name: string, value: unknown])[] = [
  ['true', true],
  ['a number', 7],
  ['a bigint', 7n],
  ['a text', 'text'],
  ['a symbol', Symbol('value')],
  ['an object', {}],
  ['an object without a prototype', Object.create(null)],
  ['an array', [{}]],
  ['bytes', Buffer.from('bytes')],
  ['a function', (): void => undefined],
];

/** Called with what the option was not made for; the kinds that the option takes are left out. */
const ofContext: Readonly<Record<string, readonly string[]>> = {
  ca: ['a text', 'bytes'],
  cert: ['a text', 'bytes'],
  crl: ['a text', 'bytes'],
  key: ['a text', 'bytes'],
  passphrase: ['a text', 'a function'],
  pfx: ['a text', 'bytes'],
  dhparam: ['a text', 'bytes'],
  ecdhCurve: ['a text'],
  sigalgs: ['a text'],
  ciphers: ['a text'],
  secureProtocol: ['a text'],
  sessionIdContext: ['a text'],
  sessionTimeout: ['a number'],
  ticketKeys: ['bytes'],
  minVersion: [],
  maxVersion: [],
  secureOptions: ['a number'],
  clientCertEngine: ['a text'],
  privateKeyEngine: ['a text'],
  privateKeyIdentifier: ['a text'],
};

const wrong = (takes: readonly string[]): readonly (readonly [string, unknown])[] => values.filter(([name]) => !takes.includes(name));
const cases = (options: Readonly<Record<string, readonly string[]>>): readonly (readonly [string, string, unknown])[] =>
  Object.entries(options).flatMap(([option, takes]) => wrong(takes).map(([name, value]) => [option, name, value] as const));

function expectNamed(error: TlsError | undefined, option: string): void {
  expect(error).toBeInstanceOf(Error);
  expect(error?.code).toMatch(/^ERR_(?:INVALID_ARG_TYPE|INVALID_ARG_VALUE|OUT_OF_RANGE|TLS_INVALID_PROTOCOL_VERSION)$/);
  const word = { minVersion: 'minimum', maxVersion: 'maximum' }[option] ?? option;
  expect(error?.message).toContain(word);
}

describe('createSecureContext', () => {
  test.each(cases(ofContext))('%s that is %s is refused by name', (option, _, value) => {
    const base = option === 'passphrase' ? pems('server') : {};
    const alone = option === 'privateKeyIdentifier' ? { privateKeyEngine: 'engine' } : {};
    expectNamed(
      thrown(() => createSecureContext({ ...base, ...alone, [option]: value })),
      option,
    );
  });

  test.each(values)('options that are %s', (_, value) => {
    const error = thrown(() => createSecureContext(value as never));
    if (error !== undefined) expect(error.code).toMatch(/^ERR_/);
  });
});

describe('createServer', () => {
  const ofServer: Readonly<Record<string, readonly string[]>> = {
    SNICallback: ['a function'],
    ALPNCallback: ['a function'],
    pskCallback: ['a function'],
    pskIdentityHint: ['a text'],
    handshakeTimeout: ['a number'],
    sessionTimeout: ['a number'],
    ticketKeys: ['bytes'],
  };

  test.each(cases(ofServer))('%s that is %s is refused by name', (option, _, value) => {
    expectNamed(
      thrown(() => createServer({ [option]: value })),
      option,
    );
  });

  test.each(cases({ ALPNProtocols: ['a text', 'an array', 'bytes'] }))('%s that is %s', (_o, _n, value) => {
    const error = thrown(() => createServer({ ALPNProtocols: value as never }));
    if (error !== undefined) expect(error.code).toMatch(/^ERR_/);
  });

  test.each(wrong(['an object', 'an object without a prototype', 'an array', 'bytes', 'a function']))(
    'options that are %s are refused',
    (_, value) => {
      expectNamed(
        thrown(() => new Server(value as never)),
        'options',
      );
    },
  );

  test.each(values)('methods with %s harm nobody', (_, value) => {
    const server = createServer(pems('server'));
    const calls: readonly (() => unknown)[] = [
      () => server.addContext(value as never, {}),
      () => server.addContext('name', value as never),
      () => server.setSecureContext(value as never),
      () => server.setTicketKeys(value as never),
    ];
    for (const call of calls) {
      const error = thrown(call);
      if (error !== undefined) expect([typeof error.code, error.code]).toEqual(['string', expect.stringMatching(/^ERR_/)]);
    }
  });
});

describe('connect and TLSSocket', () => {
  const made: TLSSocket[] = [];
  const keep = (socket: TLSSocket): TLSSocket => {
    made.push(socket.on('error', () => undefined));
    return socket;
  };
  afterEach(() => {
    for (const socket of made.splice(0)) socket.destroy();
  });
  const memory = (): { readonly socket: ReturnType<typeof duplexPair>[0] } => ({ socket: duplexPair()[0] });

  const ofConnect: Readonly<Record<string, readonly string[]>> = {
    checkServerIdentity: ['a function'],
    minDHSize: ['a number'],
    session: ['a text', 'bytes'],
    enableTrace: ['true'],
    pskCallback: ['a function'],
    secureContext: [],
    servername: ['a text'],
    host: ['a text'],
  };
  const named = { secureContext: /^ERR_TLS_INVALID_CONTEXT$/ } as Readonly<Record<string, RegExp>>;

  test.each(cases(ofConnect))('%s that is %s is refused by name', (option, _, value) => {
    const error = thrown(() => keep(connect({ ...trusting, ...memory(), [option]: value })));
    expect(error).toBeInstanceOf(TypeError);
    expect(error?.code).toMatch(named[option] ?? /^ERR_INVALID_ARG_(?:TYPE|VALUE)$/);
    expect(error?.message).toContain(option);
  });

  const ofSocket: Readonly<Record<string, readonly string[]>> = {
    SNICallback: ['a function'],
    ALPNCallback: ['a function'],
    pskCallback: ['a function'],
    enableTrace: ['true'],
    secureContext: [],
    session: ['a text', 'bytes'],
  };

  test.each(cases(ofSocket))('new TLSSocket: %s that is %s is refused by name', (option, _, value) => {
    const error = thrown(() => keep(new TLSSocket(duplexPair()[0], { isServer: true, ...pems('server'), [option]: value })));
    expect(error).toBeInstanceOf(TypeError);
    expect(error?.message).toContain(option);
  });

  test.each(wrong([]))('a socket that is %s is refused by name', (_, value) => {
    for (const make of [() => keep(connect({ ...trusting, socket: value })), () => keep(new TLSSocket(value as never))]) {
      const error = thrown(make);
      expect(error).toBeInstanceOf(TypeError);
      expect(error?.code).toBe('ERR_INVALID_ARG_TYPE');
      expect(error?.message).toContain('socket');
    }
  });

  test.each(wrong([]))('onread that is %s is refused by name', (_, value) => {
    for (const onread of [value, { buffer: value, callback: () => true }, { buffer: Buffer.alloc(9), callback: value }]) {
      const good = typeof value === 'function' && onread !== value;
      if (good || (value instanceof Uint8Array && onread !== value)) continue;
      const error = thrown(() => keep(connect({ ...trusting, ...memory(), onread })));
      expect(error).toBeInstanceOf(TypeError);
      expect(error?.message).toContain('onread');
    }
  });

  test('a context of node:tls is ERR_TLS_INVALID_CONTEXT', () => {
    const secureContext = nodeTls.createSecureContext() as never;
    const calls: readonly (() => unknown)[] = [
      () => keep(connect({ ...trusting, ...memory(), secureContext })),
      () => keep(new TLSSocket(duplexPair()[0], { secureContext })),
    ];
    for (const call of calls) expect(thrown(call)).toMatchObject({ name: 'TypeError', code: 'ERR_TLS_INVALID_CONTEXT' });
  });

  test.each(values)('methods with %s harm nobody', (_, value) => {
    const socket = keep(connect({ ...trusting, ...memory() }));
    const given = value as never;
    const calls: readonly (() => unknown)[] = [
      () => socket.setServername(given),
      () => socket.setSession(given),
      () => socket.setMaxSendFragment(given),
      () => socket.exportKeyingMaterial(given, given, given),
      () => socket.renegotiate(given, given),
      () => socket.setKeyCert(given),
      () => socket.setTimeout(given),
    ];
    for (const call of calls) {
      const error = thrown(call);
      if (error !== undefined) expect([typeof error.code, error.code]).toEqual(['string', expect.stringMatching(/^ERR_/)]);
    }
  });
});
