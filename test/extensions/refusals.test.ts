// Custom extensions that are refused: by OpenSSL and by the options, by a callback's answer, and by what a callback throws.

import { expect, test } from '@jest/globals';
import { type CustomExtension, type ExtensionRefusal, SslContext, type SslContextOptions, type SslEngine } from '../../lib/index.ts';
import { EnginePair, errorOf, trustingClient, withConnectedPair } from '../support/engine-pair.ts';
import { closeAll, local, open, readSome, rejection, thrown } from '../support/io-clients.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';
import { handshakeOnPool } from '../support/pool-handshake.ts';
import { serve, stopServers } from '../support/ssl-server.ts';

const type = 0xffa5;
const hello: CustomExtension = { type, context: ['client-hello'] };
const answered = ['client-hello', 'tls1.2-server-hello', 'tls1.3-encrypted-extensions'] as const;

describeEachLibrary('customExtensions refuses', (library) => {
  const make = (customExtensions: unknown): unknown =>
    thrown(() => new SslContext({ role: 'client', library, customExtensions } as SslContextOptions));

  test.each<[string, unknown, string]>([
    ['what is no array', hello, ''],
    ['what is no object', [7], '[0]'],
    ['a member that is none', [{ ...hello, name: 'x' }], '[0].name'],
    ['no type', [{ context: hello.context }], '[0].type'],
    ['a type that is too large', [{ ...hello, type: 65_536 }], '[0].type'],
    ['a type below zero', [{ ...hello, type: -1 }], '[0].type'],
    ['a type that is no integer', [{ ...hello, type: 1.5 }], '[0].type'],
    ['a type twice', [hello, { ...hello, type: 1234 }, hello], '[2].type'],
    ['no context', [{ type }], '[0].context'],
    ['an empty context', [{ type, context: [] }], '[0].context'],
    ['a context without a message', [{ type, context: ['tls1.3-only'] }], '[0].context'],
    ['a context that is none', [{ type, context: ['client-hello', 'SSL_EXT_CLIENT_HELLO'] }], '[0].context[1]'],
    ['a context of the other method', [{ type, context: ['client-hello', 'dtls-only'] }], '[0].context[1]'],
    ['an add that is no function', [{ ...hello, add: Buffer.from('x') }], '[0].add'],
    ['a parse that is no function', [hello, { ...hello, type: 1, parse: true }], '[1].parse'],
  ])('%s', (_, given, where) => {
    expect(make(given)).toMatchObject({ name: 'MisuseError', argument: `options.customExtensions${where}` });
  });

  test.each([0, 10, 13, 16, 43, 51])('a type that OpenSSL handles itself: %d', (own) => {
    const error = make([
      { ...hello, type: 4444 },
      { ...hello, type: own },
    ]);
    expect(error).toMatchObject({ name: 'SettingError', setting: 'customExtensions[1]', function: 'SSL_CTX_add_custom_ext' });
    expect((error as Error).message).toContain('OpenSSL handles the extension itself');
  });
});

describeEachLibraryAndProtocol('a callback of an extension', (library, protocol) => {
  const pairOf = (client: Partial<CustomExtension>, server: Partial<CustomExtension> = {}): EnginePair =>
    new EnginePair({
      library,
      client: { ...only(protocol), ...trustingClient(), customExtensions: [{ type, context: answered, ...client }] },
      server: { ...only(protocol), ...identity('server'), customExtensions: [{ type, context: answered, ...server }] },
    });
  const bytes = (): Uint8Array => Buffer.from('x');
  const alert: ExtensionRefusal = { alert: 'access_denied' };

  test('ends the handshake with the alert that it names', () => {
    const inParse = pairOf({ add: bytes }, { parse: () => alert });
    const { client, server } = inParse.handshake();
    expect(errorOf(server).alert).toMatchObject({ direction: 'sent', name: 'access_denied' });
    expect(errorOf(client)).toMatchObject({ code: 'ERR_SSL_ALERT', alert: { direction: 'received', name: 'access_denied' } });
    inParse.close();
    const inAnswer = pairOf({ add: bytes, parse: () => ({ alert: 49 }) }, { add: bytes });
    expect(errorOf(inAnswer.handshake().client).alert).toMatchObject({ direction: 'sent', name: 'access_denied' });
    inAnswer.close();
    const inAdd = pairOf({ add: bytes }, { add: () => alert });
    expect(errorOf(inAdd.handshake().server).alert).toMatchObject({ direction: 'sent', name: 'access_denied' });
    inAdd.close();
  });

  test.each(['add', 'parse'] as const)('that throws ends the handshake, and what it threw comes out unchanged: %s', async (which) => {
    const error = new Error('mine');
    const throwing = (): never => {
      throw error;
    };
    const [client, server] = which === 'add' ? [{ add: throwing }, {}] : [{ add: bytes }, { parse: throwing }];
    const here = pairOf(client, server);
    expect(thrown(() => here.handshake())).toBe(error);
    const failed = which === 'add' ? here.client : here.server;
    expect(failed.failure).not.toBeNull();
    here.close();
    const there = pairOf(client, server);
    await expect(handshakeOnPool(there)).rejects.toBe(error);
    there.close();
  });

  test.each<[string, Partial<CustomExtension>]>([
    ['a string', { add: () => 'x' as never }],
    ['nothing', { add: () => undefined as never }],
    ['more than an extension can hold', { add: () => Buffer.alloc(65_536) }],
    ['an alert that is none', { add: () => ({ alert: 'no_such_alert' as never }) }],
    ['a promise, which OpenSSL cannot wait for', { add: (() => Promise.resolve(Buffer.from('x'))) as never }],
  ])('that adds %s is a MisuseError of the operation', (_, extension) => {
    const pair = pairOf(extension);
    expect(thrown(() => pair.client.connect())).toMatchObject({ name: 'MisuseError', code: 'ERR_SSL_ARGUMENT' });
    pair.close();
  });

  test.each<[string, Partial<CustomExtension>]>([
    ['false', { parse: () => false as never }],
    ['an alert that is none', { parse: () => ({ alert: 256 }) }],
    ['a promise', { parse: (() => Promise.resolve()) as never }],
  ])('that answers what it heard with %s is a MisuseError of the operation', (_, extension) => {
    const pair = pairOf({ add: bytes }, extension);
    pair.client.connect();
    pair.shuttle();
    expect(thrown(() => pair.server.accept())).toMatchObject({ name: 'MisuseError', code: 'ERR_SSL_ARGUMENT' });
    pair.close();
  });

  test('can close its engine, which ends there', () => {
    const pair = pairOf({
      add: (_, engine: SslEngine) => {
        engine.close();
        return bytes();
      },
    });
    expect(pair.client.connect().status).toBe('failed');
    pair.server.close();
    expect(pair.client.closed).toBe(true);
  });

  test('cannot operate its engine, and can do a whole handshake of others', () => {
    const pair = pairOf({
      add: (_, engine) => {
        expect(thrown(() => engine.connect())).toMatchObject({ name: 'MisuseError', code: 'ERR_SSL_BUSY' });
        return withConnectedPair({ library }, () => Buffer.from('inner'));
      },
      parse: () => undefined,
    });
    expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    pair.close();
  });

  test('an answer that nobody asked for is refused by OpenSSL itself', () => {
    const pair = new EnginePair({
      library,
      client: { ...only(protocol), ...trustingClient(), customExtensions: [{ type, context: answered, add: () => null }] },
      server: { ...only(protocol), ...identity('server'), customExtensions: [{ type, context: answered, add: bytes }] },
    });
    expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } }); // the server is not asked
    pair.close();
  });
});

describeEachLibrary('a server with a custom extension', (library) => {
  test('goes on after a client that its callback turned down, and after a callback that threw', async () => {
    const parse: CustomExtension['parse'] = ({ bytes }) => {
      if (bytes.length === 0) throw new Error('empty');
      return bytes.length === 1 ? { alert: 'access_denied' } : undefined;
    };
    const { port, failure } = await serve(library, { customExtensions: [{ ...hello, parse }] });
    const connected = (text: string): ReturnType<typeof open> =>
      open({ ...local(library, port), customExtensions: [{ ...hello, add: () => Buffer.from(text) }] });
    expect(await rejection(connected('1'))).toMatchObject({ alert: { direction: 'received', name: 'access_denied' } });
    expect((await failure(0)).error).toMatchObject({ name: 'SslError' });
    expect(await rejection(connected(''))).toMatchObject({ alert: { direction: 'received', name: 'internal_error' } });
    expect((await failure(1)).error.message).toBe('empty');
    const socket = await connected('let me in');
    socket.write('x');
    expect((await readSome(socket, 1)).toString()).toBe('x');
    socket.destroy();
    closeAll();
    await stopServers();
  });
});
