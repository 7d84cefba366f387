// connect() that does not come to be: aborted, too slow, refused, unknown; and which of several addresses it takes.

import type { LookupAddress } from 'node:dns';
import dns from 'node:dns';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, expect, jest, test } from '@jest/globals';
import { connect, SslError } from '../../lib/index.ts';
import { run, said } from '../support/io-child.ts';
import { closeAll, local, open, readAll, rejection, trusting } from '../support/io-clients.ts';
import { duplexPair } from '../support/io-duplex.ts';
import { type ServerOptions, TestServer } from '../support/io-servers.ts';
import { freePort } from '../support/io-tools.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificatePem, hosts } from '../support/pki.ts';

describeEachLibrary('connect() that is given up', (library, { selector }) => {
  const servers: TestServer[] = [];
  afterEach(() => {
    jest.restoreAllMocks();
    closeAll();
    for (const server of servers.splice(0)) server.close();
  });
  const listen = async (options: ServerOptions): Promise<TestServer> => {
    const server = await TestServer.listen(options);
    servers.push(server);
    return server;
  };
  const resolvingTo = (addresses: readonly LookupAddress[]): void => {
    const lookup = (_name: string, options: dns.LookupOptions, callback: (error: null, found: unknown, family?: number) => void): void => {
      if (options.all === true) callback(null, addresses);
      else callback(null, addresses[0]?.address, addresses[0]?.family);
    };
    jest.spyOn(dns, 'lookup').mockImplementation(lookup as unknown as typeof dns.lookup);
  };
  const live = (): number => library.liveObjects.connections;

  test('a signal that is aborted already rejects with its reason, before anything is connected', async () => {
    const server = await listen({ kind: 'tls' });
    const before = live();
    const reason = new Error('changed my mind');
    expect(await rejection(connect({ ...local(library, server.port), signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(server.log).toEqual([]);
    expect(live()).toBe(before);
  });

  test('abort() while TCP connects rejects with the reason', async () => {
    const server = await listen({ kind: 'tls' });
    const before = live();
    const controller = new AbortController();
    const failed = rejection(connect({ ...local(library, server.port), signal: controller.signal }));
    const reason = new Error('not now');
    controller.abort(reason);
    expect(await failed).toBe(reason);
    expect(live()).toBe(before);
  });

  test('abort() during the handshake rejects with the reason, and the server sees the connection close', async () => {
    const server = await listen({ kind: 'raw' });
    const before = live();
    const controller = new AbortController();
    const failed = rejection(connect({ ...local(library, server.port), signal: controller.signal }));
    await server.seen('data');
    controller.abort();
    expect(await failed).toBe(controller.signal.reason);
    await server.seen('close');
    expect(live()).toBe(before);
  });

  test('abort() over a given transport destroys it', async () => {
    const [ours] = duplexPair();
    const controller = new AbortController();
    const failed = rejection(connect({ ...trusting(library), transport: ours, signal: controller.signal }));
    controller.abort();
    expect(await failed).toBe(controller.signal.reason);
    expect(ours.destroyed).toBe(true);
  });

  test.each(['before', 'during'])('a reason that is no Error is what it rejects with, aborted %s', async (when) => {
    const [ours] = duplexPair();
    const controller = new AbortController();
    if (when === 'before') controller.abort('just words');
    const failed = rejection(connect({ ...trusting(library), transport: ours, signal: controller.signal }));
    controller.abort('just words');
    expect(await failed).toBe('just words');
  });

  test('abort() after connect() has resolved changes nothing', async () => {
    const server = await listen({ kind: 'tls' });
    const controller = new AbortController();
    const socket = await open({ ...local(library, server.port), signal: controller.signal });
    controller.abort();
    socket.end('still there');
    expect((await readAll(socket)).toString()).toBe('still there');
  });

  test('abort() in the very turn in which the handshake ends rejects with the reason, or is harmless: never an uncaught exception', async () => {
    // In a process of its own: an uncaught exception would end this one.
    const program = `
      const { EngineDuplex, ServerEngine } = require(input.support);
      const library = libssl.OpenSSL.load(input.selector);
      const transport = new EngineDuplex(new ServerEngine(library));
      const deliver = transport.deliver.bind(transport);
      transport.deliver = () => undefined; // the server's flight waits
      const controller = new AbortController();
      const outcome = libssl.connect({ library, ca: input.ca, verifyName: input.name, transport, signal: controller.signal }).then(
        (socket) => (socket.destroyed ? 'resolved with a destroyed socket' : 'resolved'),
        (error) => error.message,
      );
      await new Promise((resolve) => setImmediate(resolve));
      deliver(); // inside of it the handshake is finished
      controller.abort(new Error('in the last moment'));
      say(await outcome);
      await new Promise((resolve) => setImmediate(resolve)); // an error without a listener is thrown before this
      process.exit(0);`;
    const support = join(__dirname, '..', 'support', 'io-engine-transport.ts');
    const ran = await run(program, { input: { support, selector, ca: certificatePem('root'), name: hosts.good } });
    expect(ran.stderr).toBe('');
    expect(ran.code).toBe(0);
    expect(['resolved', 'in the last moment']).toContain(said(ran)[0]);
  });

  test('a server that never answers is given up at the deadline', async () => {
    const server = await listen({ kind: 'raw' });
    const before = live();
    const error = await rejection(connect({ ...local(library, server.port), timeout: 50 }));
    expect(error).toBeInstanceOf(SslError);
    expect(error).toMatchObject({ code: 'ERR_SSL_TIMEOUT', operation: 'SSL_connect', family: 'peer' });
    expect((error as SslError).state).not.toBe('');
    const steps = (error as SslError).handshakeSteps.map(({ call, ret, code, received }) => `${call} ${ret} ${code} ${received}`);
    expect(new Set(steps)).toEqual(new Set(['SSL_connect -1 2 0']));
    await server.seen('close');
    expect(live()).toBe(before);
  });

  test('a server that drips bytes is given up at the deadline all the same', async () => {
    const server = await listen({ kind: 'raw', reply: '\x16\x03\x03\x40\x00', then: 'drip' });
    expect(await rejection(connect({ ...local(library, server.port), timeout: 100 }))).toMatchObject({ code: 'ERR_SSL_TIMEOUT' });
  });

  test('a name whose lookup never ends is given up at the deadline', async () => {
    jest.spyOn(dns, 'lookup').mockImplementation(() => undefined);
    const before = live();
    const failed = rejection(connect({ ...trusting(library), host: 'slow.test', port: 443, timeout: 50 }));
    expect(await failed).toMatchObject({ code: 'ERR_SSL_TIMEOUT' });
    expect(live()).toBeLessThanOrEqual(before); // a step of the test before may end only now
  });

  test('a deadline that has gone by without need does not end the connection later', async () => {
    const server = await listen({ kind: 'tls' });
    const socket = await open({ ...local(library, server.port), timeout: 1000 });
    jest.useFakeTimers();
    jest.advanceTimersByTime(5000);
    jest.useRealTimers();
    socket.end('fine');
    expect((await readAll(socket)).toString()).toBe('fine');
  });

  test('a refused connection rejects with ECONNREFUSED and the address that was tried', async () => {
    const port = await freePort();
    const error = await rejection(connect(local(library, port)));
    expect(error).toBeInstanceOf(SslError);
    expect(error).toMatchObject({ code: 'ECONNREFUSED', errno: 111, operation: 'connect', sslError: null, ret: null });
    expect((error as SslError).attempts).toEqual([{ address: '127.0.0.1', code: 'ECONNREFUSED' }]);
  });

  test('every address of a name is tried; if all refuse, the error lists them', async () => {
    const port = await freePort();
    resolvingTo([
      { address: '::1', family: 6 },
      { address: '127.0.0.1', family: 4 },
    ]);
    const error = await rejection(connect({ ...trusting(library), host: 'both.test', port }));
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
    expect((error as SslError).attempts.map(({ address }) => address)).toEqual(['::1', '127.0.0.1']);
  });

  test('an address where nobody listens is passed over: ::1 first, then 127.0.0.1', async () => {
    const server = await listen({ kind: 'tls' });
    resolvingTo([
      { address: '::1', family: 6 },
      { address: '127.0.0.1', family: 4 },
    ]);
    const socket = await open({ ...trusting(library), host: 'both.test', port: server.port });
    expect(socket.connection?.verify.verified).toBe(true);
  });

  test.each(['::1', '[::1]'])('connects to the IPv6 address %s', async (host) => {
    const server = await listen({ kind: 'tls', host: '::1' });
    const socket = await open({ ...trusting(library), host, port: server.port });
    expect(socket.connection).toMatchObject({ serverName: hosts.good, verify: { verified: true } });
  });

  test('a name that does not exist rejects with ENOTFOUND', async () => {
    const failed = connect({ library, ca: certificatePem('root'), host: 'nonexistent.invalid', port: 443 });
    expect(await rejection(failed)).toMatchObject({ code: 'ENOTFOUND', operation: 'getaddrinfo', family: 'peer', attempts: [] });
  });

  test('a connection that is reset in the handshake rejects with ECONNRESET', async () => {
    const server = await listen({ kind: 'raw', then: 'reset' });
    expect(await rejection(connect(local(library, server.port)))).toMatchObject({ code: 'ECONNRESET' });
  });

  test('a server that hangs up at once is an unexpected end', async () => {
    const server = await listen({ kind: 'raw', then: 'end' });
    const error = await rejection(connect(local(library, server.port)));
    expect(error).toMatchObject({ code: 'ERR_SSL_UNEXPECTED_EOF', unexpectedEof: true, operation: 'SSL_connect' });
  });

  test('a plain HTTP server is an SSL error, after which the transport is closed', async () => {
    const server = await listen({ kind: 'raw', reply: 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n' });
    const error = await rejection(connect(local(library, server.port)));
    expect(error).toMatchObject({ code: 'ERR_SSL_PROTOCOL', sslError: 1, unexpectedEof: false });
    expect((error as SslError).queue.length).toBeGreaterThan(0);
    await server.seen('close');
  });

  test('the transport of a failed handshake is closed and its late error is nobody’s business', async () => {
    const [transport] = duplexPair();
    const failed = rejection(connect({ ...trusting(library), transport }));
    transport.push(Buffer.from('HTTP/1.0 400 Bad Request\r\n\r\n'));
    expect(await failed).toMatchObject({ code: 'ERR_SSL_PROTOCOL' });
    transport.emit('error', new Error('late'));
    if (!transport.destroyed) await once(transport, 'close');
  });
});
