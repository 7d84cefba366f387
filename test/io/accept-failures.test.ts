// accept() with clients that are none: garbage, HTTP, silence, hanging up; and being given up. SSL_accept(3)

import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { afterEach, expect, test } from '@jest/globals';
import { type AcceptOptions, accept, SslContext, SslError } from '../../lib/index.ts';
import { type Acceptor, acceptor } from '../support/io-accept.ts';
import { closeAll, closed, closeLater, local, nothingMoves, open, readAll, rejection } from '../support/io-clients.ts';
import { duplexPair } from '../support/io-duplex.ts';
import { pattern } from '../support/io-servers.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';

describeEachLibrary('accept() without a proper client', (library) => {
  let server: Acceptor | null = null;
  afterEach(() => {
    closeAll();
    server?.close();
    server = null;
  });
  const serverContext = (): SslContext => new SslContext({ role: 'server', library, ...identity('serverEc') });
  const listen = async (options: Partial<AcceptOptions> = {}): Promise<Acceptor> => {
    server = await acceptor({ context: serverContext(), ...options });
    return server;
  };
  const tcpClient = (port: number): Socket => {
    const socket = closeLater(connectTcp({ port, host: '127.0.0.1', noDelay: true }));
    return socket.on('error', () => undefined).resume();
  };
  const reasonsOf = (error: unknown): readonly number[] => (error as SslError).queue.map(({ reasonCode }) => reasonCode);
  const live = (): number => library.liveObjects.connections;

  test('a plain HTTP request is reason 156, and the client is cut off', async () => {
    const before = live();
    const { port, next } = await listen();
    const client = tcpClient(port);
    client.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
    const error = await rejection(next());
    expect(error).toBeInstanceOf(SslError);
    expect(error).toMatchObject({ code: 'ERR_SSL_PROTOCOL', operation: 'SSL_accept', sslError: 1, unexpectedEof: false });
    expect(reasonsOf(error)).toContain(156);
    await closed(client);
    expect(live()).toBe(before);
  });

  test('a proxy request is reason 155', async () => {
    const { port, next } = await listen();
    tcpClient(port).write('CONNECT example.org:443 HTTP/1.1\r\n\r\n');
    expect(reasonsOf(await rejection(next()))).toContain(155);
  });

  test.each([
    ['zeros', Buffer.alloc(500)],
    ['a pattern', pattern(500)],
    ['a record that is longer than any', Buffer.concat([Buffer.from([22, 3, 1, 0xff, 0xff]), Buffer.alloc(70_000)])],
    ['a handshake message that is no ClientHello', Buffer.from([22, 3, 1, 0, 4, 14, 0, 0, 0])],
    ['an alert', Buffer.from([21, 3, 3, 0, 2, 2, 40])],
  ])('%s instead of a ClientHello is an SslError', async (_, bytes) => {
    const { port, next } = await listen();
    tcpClient(port).write(bytes);
    const error = await rejection(next());
    expect(error).toBeInstanceOf(SslError);
    expect(error).toMatchObject({ operation: 'SSL_accept', sslError: 1 });
  });

  test('a client that hangs up, before or in the middle of its hello, is an unexpected end', async () => {
    const { port, next } = await listen();
    for (const bytes of ['', '\x16', '\x16\x03\x01\x02\x00\x01\x00']) {
      tcpClient(port).end(Buffer.from(bytes, 'latin1'));
      expect(await rejection(next())).toMatchObject({ code: 'ERR_SSL_UNEXPECTED_EOF', unexpectedEof: true, operation: 'SSL_accept' });
    }
  });

  test('a client that resets is ECONNRESET', async () => {
    const { port, next } = await listen();
    const client = tcpClient(port);
    await once(client, 'connect');
    client.write('\x16');
    const failed = rejection(next());
    await nothingMoves(client); // with a byte unread the kernel would report an end instead
    client.resetAndDestroy();
    expect(await failed).toMatchObject({ code: 'ECONNRESET' });
  });

  test('a silent client is given up at the deadline, and nobody else is harmed', async () => {
    const before = live();
    const { port, next } = await listen({ timeout: 100 });
    const silent = tcpClient(port);
    const failed = rejection(next());
    const good = await open(local(library, port));
    expect(await failed).toMatchObject({ code: 'ERR_SSL_TIMEOUT', operation: 'SSL_accept', family: 'peer' });
    await closed(silent);
    good.end('fine');
    expect((await readAll(good)).toString()).toBe('fine');
    await closed(await next());
    expect(live()).toBeLessThanOrEqual(before); // a step of the test before may end only now
  });

  test('a client that speaks an older protocol only is refused with alert 70', async () => {
    const context = new SslContext({ role: 'server', library, ...identity('serverEc'), minProtocol: 'TLSv1.3' });
    server = await acceptor({ context });
    const client = closeLater(connectTls({ port: server.port, host: '127.0.0.1', maxVersion: 'TLSv1.2', rejectUnauthorized: false }));
    const failed = once(client, 'error');
    const error = await rejection(server.next());
    expect(error).toMatchObject({ code: 'ERR_SSL_PROTOCOL', alert: { direction: 'sent', description: 70 } });
    expect(reasonsOf(error)).toContain(258);
    expect((await failed)[0]).toMatchObject({ code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' });
  });

  test('a client that does not trust us is an alert that was received', async () => {
    const { port, next } = await listen();
    const client = closeLater(connectTls({ port, host: '127.0.0.1', maxVersion: 'TLSv1.2' }));
    client.on('error', () => undefined);
    const outcome = await next().then(
      (socket) => once(socket, 'error').then(([error]): unknown => error),
      (error: unknown) => error,
    );
    expect(outcome).toMatchObject({ family: 'peer' });
  });

  test('the alert arrives although the client has sent more than was read', async () => {
    const { port, next } = await listen();
    const client = closeLater(connectTcp({ port, host: '127.0.0.1' }));
    const answer = readAll(client);
    client.write(Buffer.concat([Buffer.from('\x16\x03\x01\x00\x04\x0e\x00\x00\x00', 'latin1'), Buffer.alloc(200_000)]));
    await rejection(next());
    // An alert record: type 21, level 2 (fatal).
    expect([...(await answer).subarray(0, 1)]).toEqual([21]);
  });

  test('an aborted signal rejects with its reason, and the transport is closed', async () => {
    const before = live();
    const controller = new AbortController();
    const [ours] = duplexPair();
    const failed = rejection(accept({ context: serverContext(), transport: ours, signal: controller.signal }));
    controller.abort(new Error('enough'));
    expect(await failed).toMatchObject({ message: 'enough' });
    expect(ours.destroyed).toBe(true);
    expect(live()).toBe(before);
  });

  test('a signal that is aborted already rejects with its reason, and leaves no native object behind', async () => {
    const before = live();
    const reason = new Error('enough');
    const [ours] = duplexPair();
    expect(await rejection(accept({ context: serverContext(), transport: ours, signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(live()).toBe(before);
  });

  test.each<[string, (context: SslContext, transport: PassThrough) => Record<string, unknown>, string]>([
    ['no context', (_, transport) => ({ transport }), 'options.context'],
    ['a context that is none', (_, transport) => ({ transport, context: {} }), 'options.context'],
    [
      'a context of a client',
      (context, transport) => ({ transport, context: new SslContext({ role: 'client', library: context.library }) }),
      'options.context',
    ],
    ['no transport', (context) => ({ context }), 'options.transport'],
    ['a transport that is no Duplex', (context) => ({ context, transport: {} }), 'options.transport'],
    ['a transport that is null', (context) => ({ context, transport: null }), 'options.transport'],
    ['a timeout of 0', (context, transport) => ({ context, transport, timeout: 0 }), 'options.timeout'],
    ['a timeout that is text', (context, transport) => ({ context, transport, timeout: '1s' }), 'options.timeout'],
    ['a signal that is none', (context, transport) => ({ context, transport, signal: true }), 'options.signal'],
    ['a bufferSize of 0', (context, transport) => ({ context, transport, bufferSize: 0 }), 'options.bufferSize'],
    ['allowHalfOpen 1', (context, transport) => ({ context, transport, allowHalfOpen: 1 }), 'options.allowHalfOpen'],
    ['an option of connect()', (context, transport) => ({ context, transport, host: 'here' }), 'options.host'],
  ])('refuses %s as a mistake of the caller', async (_, options, argument) => {
    const error = await rejection(accept(options(serverContext(), new PassThrough()) as unknown as AcceptOptions));
    expect(error).toMatchObject({ family: 'misuse', argument });
  });

  test.each([undefined, null, 'options', []])('refuses %p as options', async (options) => {
    expect(await rejection(accept(options as unknown as AcceptOptions))).toMatchObject({ code: 'ERR_SSL_ARGUMENT', argument: 'options' });
  });
});
