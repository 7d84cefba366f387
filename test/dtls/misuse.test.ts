// What belongs to a stream on an engine of datagrams, what belongs to datagrams on one of a stream, and what is wrong on either.

import { Duplex } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { accept, connect, connectSync, SslContext, SslEngine } from '../../lib/index.ts';
import { native } from '../../lib/native/addon.ts';
import { createEngine, isRefusal } from '../../lib/native/create-engine.ts';
import { nativeContext } from '../../lib/ssl/context.ts';
import type { SslEngineOptions } from '../../lib/ssl/engine-options.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';

const bytes = new Uint8Array(4);
const ofStreams = { feed: [bytes], feedEnd: [], drain: [], drainInto: [bytes], bytesToDrain: null, room: null, bytesWanted: null } as const;
const ofDatagrams = {
  feedDatagram: [bytes],
  drainDatagrams: [],
  handleDtlsTimeout: [],
  listen: [],
  datagramsToDrain: null,
  dtlsTimeout: null,
  dataMtu: null,
} as const;
type Members = Readonly<Record<string, readonly unknown[] | null>>;

/** Calls a method, or reads a getter. */
function use(engine: SslEngine, name: string, parameters: readonly unknown[] | null): unknown {
  const member = (engine as unknown as Readonly<Record<string, unknown>>)[name];
  return parameters === null ? member : Reflect.apply(member as (...given: readonly unknown[]) => unknown, engine, parameters);
}
const misuse = (argument: string, code = 'ERR_SSL_ARGUMENT'): unknown =>
  expect.objectContaining({ name: 'MisuseError', family: 'misuse', code, argument });

describeEachLibrary('the two methods', (library) => {
  test.each(Object.entries(ofStreams as Members))('%s on an engine of datagrams names what to use', (name, parameters) => {
    const engine = new SslEngine(new SslContext({ role: 'client', method: 'dtls', library }));
    expect(() => use(engine, name, parameters)).toThrow(misuse(name, 'ERR_SSL_STATE'));
    expect(() => use(engine, name, parameters)).toThrow(/feedDatagram\(\), drainDatagrams\(\) and datagramsToDrain/);
    engine.close();
  });

  test.each(Object.entries(ofDatagrams as Members))('%s on an engine of a stream says so', (name, parameters) => {
    const engine = new SslEngine(new SslContext({ role: 'server', library, ...identity('server') }));
    expect(() => use(engine, name, parameters)).toThrow(misuse(name, 'ERR_SSL_STATE'));
    expect(() => use(engine, name, parameters)).toThrow(/the method 'tls'/);
    engine.close();
  });

  test.each(['minProtocol', 'maxProtocol'] as const)('%s is of the own family', (name) => {
    const make = (method: 'tls' | 'dtls', version: string): SslContext =>
      new SslContext({ role: 'client', library, method, [name]: version });
    expect(() => make('dtls', 'TLSv1.2')).toThrow(misuse(`options.${name}`));
    expect(() => make('dtls', 'TLSv1.2')).toThrow(/must be one of 'DTLSv1', 'DTLSv1.2', got "TLSv1.2"/);
    expect(() => make('tls', 'DTLSv1.2')).toThrow(/must be one of 'SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3', got "DTLSv1.2"/);
    expect(make('dtls', 'DTLSv1.2').method).toBe('dtls');
    expect(make('dtls', 'DTLSv1').method).toBe('dtls');
  });

  test('dtlsTimerCallback needs the method dtls', () => {
    expect(() => new SslContext({ role: 'client', library, dtlsTimerCallback: () => 50 })).toThrow(misuse('options.dtlsTimerCallback'));
  });

  test.each(['mtu', 'linkMtu'] as const)('%s has no meaning over a stream', (name) => {
    const context = new SslContext({ role: 'client', library });
    expect(() => new SslEngine(context, { [name]: 1400 })).toThrow(misuse(`options.${name}`));
    expect(() => new SslEngine(context, { [name]: 1400 })).toThrow(/no meaning with a context of the method 'tls'/);
  });

  test.each(['bufferSize', 'fd'] as const)('%s has no meaning over datagrams', (name) => {
    const context = new SslContext({ role: 'client', method: 'dtls', library });
    expect(() => new SslEngine(context, { [name]: 1400 })).toThrow(misuse(`options.${name}`));
  });

  test.each([
    ['mtu', [207, 4097, 0, -1, 1400.5, '1400', null, Number.NaN, 2 ** 32], /an integer from 208 to 4096/],
    ['linkMtu', [255, 4145, 0, -1, 1500.5, '1500', null, Number.NaN, 2 ** 32], /an integer from 256 to 4144/],
  ] as const)('%s out of range is refused, with the range', (name, values, range) => {
    const context = new SslContext({ role: 'client', method: 'dtls', library });
    for (const value of values) {
      const options = { [name]: value } as SslEngineOptions;
      expect(() => new SslEngine(context, options)).toThrow(misuse(`options.${name}`));
      expect(() => new SslEngine(context, options)).toThrow(range);
    }
  });

  test('mtu and linkMtu exclude each other', () => {
    const context = new SslContext({ role: 'client', method: 'dtls', library });
    expect(() => new SslEngine(context, { mtu: 1400, linkMtu: 1500 })).toThrow(misuse('options.linkMtu'));
  });

  test('feedDatagram() takes bytes, as many as UDP carries', () => {
    const engine = new SslEngine(new SslContext({ role: 'client', method: 'dtls', library }));
    for (const wrong of ['text', null, undefined, 5, {}, new ArrayBuffer(4), [1, 2]]) {
      expect(() => engine.feedDatagram(wrong as Uint8Array)).toThrow(misuse('bytes'));
    }
    expect(() => engine.feedDatagram(new Uint8Array(65_536))).toThrow(misuse('bytes'));
    expect(() => engine.feedDatagram(new Uint8Array(65_536))).toThrow(/at most 65535 bytes/);
    engine.close();
  });
});

describe('what is over a stream refuses datagrams', () => {
  const context = (role: 'client' | 'server'): SslContext =>
    new SslContext({ role, method: 'dtls', library: 'node', ...identity('server') });
  const transport = (): Duplex => new Duplex({ read: () => undefined, write: (_chunk, _encoding, done) => done() });
  const sync = { read: (): null => null, write: (): void => undefined };
  const says = expect.stringContaining('connectDatagram() and createDatagramServer() are for datagrams');

  test('connect()', async () => {
    const common = { transport: transport(), verifyName: 'a.test' };
    await expect(connect({ ...common, context: context('client') })).rejects.toMatchObject({ argument: 'options.context', message: says });
    const option = { ...common, library: 'node', method: 'dtls' } as const;
    await expect(connect(option)).rejects.toMatchObject({ code: 'ERR_SSL_ARGUMENT', argument: 'options.method', message: says });
  });

  test('accept()', async () => {
    const rejected = expect(accept({ context: context('server'), transport: transport() })).rejects;
    await rejected.toMatchObject({ code: 'ERR_SSL_ARGUMENT', argument: 'options.context', message: says });
  });

  test('connectSync()', () => {
    const common = { transport: sync, verifyName: 'a.test' } as unknown as Parameters<typeof connectSync>[0];
    const refused = (argument: string): unknown => expect.objectContaining({ code: 'ERR_SSL_ARGUMENT', argument, message: says });
    expect(() => connectSync({ ...common, context: context('client') })).toThrow(refused('options.context'));
    const option = { ...common, library: 'node', method: 'dtls' } as typeof common;
    expect(() => connectSync(option)).toThrow(refused('options.method'));
  });
});

// The last line of defence: some of these functions of OpenSSL read through null in a connection of TLS.
test('native functions of datagrams take no engine of a stream', () => {
  const made = createEngine(nativeContext(new SslContext({ role: 'server', library: 'node' }), 'context'), {} as never);
  if (isRefusal(made)) throw new Error('refused');
  const engine = made;
  const none = /none of datagrams/;
  expect(() => native.engineListen(engine)).toThrow(none);
  expect(() => native.engineHandleTimeout(engine)).toThrow(none);
  expect(() => native.engineFeedDatagram(engine, bytes)).toThrow(none);
  expect(() => native.engineDrainDatagrams(engine)).toThrow(none);
  expect(() => native.engineDatagramsToDrain(engine)).toThrow(none);
  expect(() => native.engineDtlsTimeout(engine)).toThrow(none);
  expect(() => native.engineDataMtu(engine)).toThrow(none);
  native.engineClose(engine);
});
