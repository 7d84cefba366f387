// Every public method and getter: on a foreign object, and after close(). A native object of another kind must never be taken for one.

import { describe, expect, test } from '@jest/globals';
import { OpenSSL, SslContext, SslEngine } from '../../lib/index.ts';
import { native } from '../../lib/native/addon.ts';
import type { NativeContext, NativeEngine } from '../../lib/native/binding.ts';
import { createEngine, isRefusal } from '../../lib/native/create-engine.ts';
import { nativeContext } from '../../lib/ssl/context.ts';
import { nativeLibrary } from '../../lib/ssl/openssl.ts';

const context = new SslContext({ role: 'client', library: 'node' });
const bytes = new Uint8Array(4);

/** Each with arguments that it would take. */
const methods: Readonly<Record<string, readonly unknown[]>> = {
  connect: [],
  accept: [],
  handshake: [],
  setConnectState: [],
  setAcceptState: [],
  read: [bytes],
  peek: [bytes],
  write: [bytes],
  writeEarlyData: [bytes],
  readEarlyData: [bytes],
  shutdown: [],
  stateless: [],
  feed: [bytes],
  feedEnd: [],
  drain: [],
  drainInto: [bytes],
  keyUpdate: [],
  renegotiate: [],
  requestClientCertificate: [],
  adjust: [{}],
  feedDatagram: [bytes],
  drainDatagrams: [],
  handleDtlsTimeout: [],
  listen: [],
  exportKeyingMaterial: [16, 'label'],
  channelBinding: ['tls-exporter'],
  pauseBeforeKeys: [],
  close: [],
};
const getters = [
  'unfinishedWrite',
  'bytesToDrain',
  'room',
  'bytesWanted',
  'datagramsToDrain',
  'dtlsTimeout',
  'dataMtu',
  'earlyDataStatus',
  'connection',
  'state',
  'peerCertificate',
  'ownCertificate',
  'session',
  'randoms',
  'clientCiphers',
  'sharedCiphers',
  'sharedSignatureAlgorithms',
  'masterKey',
  'finishedMessages',
  'peerChain',
  'peerPublicKey',
  'verifiedChain',
  'peerCaNames',
  'scts',
  'dane',
  'ech',
  'selectedSrtpProfile',
  'echRetryConfigs',
  'failure',
  'closed',
  'pendingAnswer',
  'ocspResponse',
  'pskIdentity',
  'busy',
  'away',
  'pausedBeforeKeys',
  'finishing',
] as const;
/** What rejects in place of throwing. */
const promised: Readonly<Record<string, readonly unknown[]>> = {
  connectAsync: [],
  acceptAsync: [],
  handshakeAsync: [],
  readEarlyDataAsync: [bytes],
};
/** What still answers after close(). */
const afterClose = ['close', 'closed', 'failure', 'pendingAnswer', 'busy', 'away'];

const prototype = SslEngine.prototype as unknown as Readonly<Record<string, (...parameters: readonly unknown[]) => unknown>>;
/** Of SslEngine and of the classes below it. */
const levels = [SslEngine.prototype as object];
for (
  let level = Object.getPrototypeOf(SslEngine.prototype) as object;
  level !== Object.prototype;
  level = Object.getPrototypeOf(level) as object
) {
  levels.push(level);
}
const memberNames = levels.flatMap((level) => Object.getOwnPropertyNames(level).filter((name) => name !== 'constructor'));
const getterOf = (name: string): (() => unknown) => {
  const level = levels.find((candidate) => Object.hasOwn(candidate, name)) ?? {};
  const getter = Object.getOwnPropertyDescriptor(level, name)?.get; // oxlint-disable-line typescript/unbound-method -- it is called on other objects on purpose
  if (getter === undefined) throw new Error(`no getter ${name}`);
  return getter;
};
const foreign: readonly (readonly [string, unknown])[] = [
  ['an object', {}],
  ['null', null],
  ['undefined', undefined],
  ['a context', context],
  ['a function', () => undefined],
  ['the prototype', SslEngine.prototype],
  ['an object with its prototype', Object.create(SslEngine.prototype) as unknown],
  ['a proxy of one', new Proxy(new SslEngine(context), {})],
];
const noReceiver = expect.objectContaining({ name: 'MisuseError', family: 'misuse', code: 'ERR_SSL_RECEIVER' });
const isClosed = expect.objectContaining({ name: 'MisuseError', family: 'misuse', code: 'ERR_SSL_CLOSED' });

test('the lists name every public member of SslEngine', () => {
  expect([...Object.keys(methods), ...Object.keys(promised), ...getters].sort()).toEqual(memberNames.sort());
});

describe('a method taken from an SslEngine', () => {
  test.each(Object.entries(methods))('%s throws on what is no SslEngine', (name, parameters) => {
    for (const [what, receiver] of foreign) {
      expect([what, () => prototype[name]?.apply(receiver, [...parameters])]).toEqual([what, expect.any(Function)]);
      expect(() => prototype[name]?.apply(receiver, [...parameters])).toThrow(noReceiver);
    }
  });

  test.each(Object.entries(promised))('%s rejects on what is no SslEngine', async (name, parameters) => {
    for (const [, receiver] of foreign) await expect(prototype[name]?.apply(receiver, [...parameters])).rejects.toEqual(noReceiver);
  });

  test.each(getters)('%s throws on what is no SslEngine', (name) => {
    for (const [, receiver] of foreign) expect(() => getterOf(name).call(receiver)).toThrow(noReceiver);
  });
});

describe('after close', () => {
  const closed = new SslEngine(context);
  closed.close();

  test.each(Object.entries(methods).filter(([name]) => !afterClose.includes(name)))('%s throws, and names itself', (name, parameters) => {
    expect(() => prototype[name]?.apply(closed, [...parameters])).toThrow(isClosed);
    expect(() => prototype[name]?.apply(closed, [...parameters])).toThrow(`${name}: the engine is closed`);
  });

  test.each(Object.entries(promised))('%s rejects, and names itself', async (name, parameters) => {
    await expect(prototype[name]?.apply(closed, [...parameters])).rejects.toEqual(isClosed);
    await expect(prototype[name]?.apply(closed, [...parameters])).rejects.toThrow(`${name}: the engine is closed`);
  });

  test.each(getters.filter((name) => !afterClose.includes(name)))('%s throws', (name) => {
    expect(() => closed[name]).toThrow(isClosed);
  });

  test('close may be called again, closed is true, failure stays readable', () => {
    closed.close();
    expect(closed.closed).toBe(true);
    expect(closed.failure).toBeNull();
  });

  test('the context still makes others', () => {
    new SslEngine(context).close();
  });
});

describe('constructors and library methods', () => {
  test.each([[{}], [null], [undefined], ['context'], [SslContext.prototype], [Object.create(SslContext.prototype)]])(
    'new SslEngine(%p) throws',
    (given) => {
      expect(() => new SslEngine(given as SslContext)).toThrow(expect.objectContaining({ code: 'ERR_SSL_ARGUMENT', argument: 'context' }));
    },
  );

  test('called without new they throw', () => {
    expect(() => (SslEngine as unknown as (given: SslContext) => unknown)(context)).toThrow(TypeError);
    expect(() => (SslContext as unknown as (given: object) => unknown)({ role: 'client' })).toThrow(TypeError);
  });

  test.each(['has', 'require'] as const)('OpenSSL.%s throws on what is no OpenSSL, and on what is no name', (name) => {
    const method = OpenSSL.prototype[name] as (this: unknown, given: unknown) => unknown;
    for (const receiver of [{}, null, undefined, context, Object.create(OpenSSL.prototype) as unknown]) {
      expect(() => method.call(receiver, 'SSL_connect')).toThrow(expect.objectContaining({ family: 'misuse' }));
    }
    for (const given of [undefined, null, 1, '', {}]) {
      expect(() => OpenSSL.load('node')[name](given as string)).toThrow(
        expect.objectContaining({ code: 'ERR_SSL_ARGUMENT', argument: 'name' }),
      );
    }
  });

  test('an object that only looks like an OpenSSL is not taken as a library', () => {
    const lookalike = Object.create(OpenSSL.prototype) as OpenSSL;
    expect(() => new SslContext({ role: 'client', library: lookalike })).toThrow(expect.objectContaining({ code: 'ERR_SSL_ARGUMENT' }));
  });
});

// The last line of defence, where the typed layer cannot be in the way.
describe('native functions', () => {
  const library = nativeLibrary(OpenSSL.load('node'));
  const handle = nativeContext(context, 'context');

  test('take no handle of another kind', () => {
    for (const wrong of [handle, library, {}, null, undefined, 1, Object.freeze({})]) {
      expect(() => native.engineConnect(wrong as unknown as NativeEngine)).toThrow(/must be a native engine/);
      expect(() => native.engineClose(wrong as unknown as NativeEngine)).toThrow(/must be a native engine/);
    }
    expect(() => createEngine(library as unknown as NativeContext, {} as never)).toThrow(/must be a native context/);
  });

  test('take no bytes that are none, and have one place for numbers', () => {
    const made = createEngine(handle, {} as never);
    if (isRefusal(made)) throw new Error('refused');
    for (const wrong of [undefined, null, 'text', 5, {}, new ArrayBuffer(4)]) {
      expect(() => native.engineFeed(made, wrong as Uint8Array)).toThrow(/must be a Uint8Array/);
    }
    expect(native.outcomeNumbers()).toBe(native.outcomeNumbers());
    native.engineClose(made);
    expect(() => native.engineConnect(made)).toThrow(/closed/);
    native.engineClose(made);
  });
});
