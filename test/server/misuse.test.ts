// What a caller can do wrong with a server: it throws, names the option, and nothing listens.

import { once } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer, type ServerOptions, SslContext, SslServer, TicketKeyRing } from '../../lib/index.ts';
import { run } from '../support/io-child.ts';
import { closeAll, local, open, readAll } from '../support/io-clients.ts';
import { libraries } from '../support/libraries.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';
import { serve, stopServers } from '../support/ssl-server.ts';

const [{ library, selector } = { library: undefined, selector: '' }] = libraries;
if (library === undefined) throw new Error('no library');
const own = { library, ...identity('serverEc') };
const context = new SslContext({ role: 'server', ...own });
const clientContext = new SslContext({ role: 'client', library });
const store = { get: () => null, set: () => undefined };
const ca = certificatePem('root');

describe('wrong options of createServer()', () => {
  const wrong: readonly (readonly [argument: string, options: unknown])[] = [
    ['options', null],
    ['options', 'certificate'],
    ['options.nonsense', { ...own, nonsense: 1 }],
    ['options.certificate', { library }],
    ['options.context', { context: clientContext }],
    ['options.context', { context: {} }],
    ['options.certificate', { context, certificate: own.certificate }],
    ['options.library', { context, library }],
    ['options.contexts', { context, contexts: {} }],
    ['options.library', { ...own, library: 5 }],
    ['options.role', { ...own, role: 'server' }],
    ['options.verifyMode', { ...own, verifyMode: 'peer' }],
    ['options.clientCertificate', { ...own, clientCertificate: 'maybe', ca }],
    ['options.ca', { ...own, clientCertificate: 'require' }],
    ['options.ca', { ...own, ca }],
    ['options.crl', { ...own, crl: 'x' }],
    ['options.dangerousUnverifiedClients', { ...own, dangerousUnverifiedClients: true }],
    ['options.verifyCallback', { ...own, clientCertificate: 'request', dangerousUnverifiedClients: true, verifyCallback: () => true }],
    ['options.minProtocol', { ...own, minProtocol: 'TLSv1.1' }],
    ['options.minProtocol', { ...own, minProtocol: 'TLSv1.2', dangerousMinProtocol: 'TLSv1.1' }],
    ['options.unknownName', { ...own, unknownName: 'ignore' }],
    ['options.contexts', { ...own, contexts: [] }],
    ['options.contexts["a*.example"]', { ...own, contexts: { 'a*.example': {} } }],
    ['options.contexts["*"]', { ...own, contexts: { '*': {} } }],
    ['options.contexts["127.0.0.1"]', { ...own, contexts: { '127.0.0.1': {} } }],
    ['options.contexts["a.example"]', { ...own, contexts: { 'a.example': 5 } }],
    ['options.contexts["a.example"]', { ...own, contexts: { 'a.example': clientContext } }],
    ['options.contexts["a.example"].numTickets', { ...own, contexts: { 'a.example': { numTickets: 1 } } }],
    ['options.clientHelloCallback', { ...own, contexts: {}, clientHelloCallback: () => undefined }],
    ['options.serverNameCallback', { ...own, unknownName: 'refuse', serverNameCallback: () => undefined }],
    ['options.getSessionCallback', { ...own, sessionStore: store, getSessionCallback: () => null }],
    ['options.ticketKeyCallback', { ...own, ticketKeys: new TicketKeyRing(), ticketKeyCallback: () => null }],
    ['options.ticketKeys', { ...own, ticketKeys: Buffer.alloc(48) }],
    ['options.ticketKeys', { ...own, ticketKeys: 'secret-MARKER' }],
    ['options.sessionStore', { ...own, sessionStore: new Map([['get', 1]]).values() }],
    ['options.sessionStore', { ...own, sessionStore: { ...store, remove: 5 } }],
    ['options.sessionStoreTimeout', { ...own, sessionStoreTimeout: 5 }],
    ['options.handshakeTimeout', { ...own, handshakeTimeout: 0 }],
    ['options.maxHandshakes', { ...own, maxHandshakes: 0 }],
    ['options.maxWaiting', { ...own, maxWaiting: -1 }],
    ['options.maxConnections', { ...own, maxConnections: 1.5 }],
    ['options.bufferSize', { ...own, bufferSize: 0 }],
    ['options.noDelay', { ...own, noDelay: 1 }],
    ['options.method', { ...own, method: 'dtls' }],
  ];
  test.each(wrong)('%s: %#', (argument, options) => {
    const call = (): SslServer => createServer(options as ServerOptions);
    expect(call).toThrow(expect.objectContaining({ name: 'MisuseError', family: 'misuse', argument }));
    expect(call).not.toThrow(/MARKER/);
  });

  test('a listener that is no function', () => {
    expect(() => createServer(own, 5 as never)).toThrow(expect.objectContaining({ argument: 'onConnection' }));
  });

  test('what OpenSSL refuses is a SettingError', () => {
    expect(() => createServer({ ...own, cipherList: 'NONSENSE' })).toThrow(expect.objectContaining({ setting: 'cipherList' }));
  });

  test('no limits, and every count at its least, are right', () => {
    const { POSITIVE_INFINITY: none } = Number;
    createServer({ ...own, handshakeTimeout: none, maxHandshakes: none, maxWaiting: none }).destroy();
    createServer({ ...own, handshakeTimeout: 1, maxHandshakes: 1, maxWaiting: 0, maxConnections: 1 }).destroy();
  });
});

describe('a server in other hands', () => {
  afterEach(async () => {
    closeAll();
    await stopServers();
  });

  test('a method on another object is an error', () => {
    expect(() => SslServer.prototype.close.call({} as never)).toThrow(TypeError);
  });

  test('a server made with a context takes another context only', async () => {
    const served = await serve(library, { context });
    expect(() => served.server.setContext(identity('serverEc'))).toThrow(expect.objectContaining({ argument: 'context' }));
    const other = new SslContext({ role: 'server', library, ...identity('otherHost') });
    served.server.setContext(other);
    expect(served.server.context).toBe(other);
    expect(() => served.server.addContext('a.example', {})).toThrow(expect.objectContaining({ code: 'ERR_SSL_STATE' }));
  });

  test('what a listener of `connection` throws is an uncaught exception, as with net', async () => {
    const { code, stdout } = await run(
      `process.on('uncaughtException', (error) => { say(error.message); process.exit(7); });
       process.on('unhandledRejection', () => process.exit(8));
       const server = libssl.createServer(input.server, () => { throw new Error('mine'); });
       server.listen(0, '127.0.0.1', () => libssl.connect({ ...input.client, port: server.address().port }).catch(() => undefined));`,
      { input: child },
    );
    expect([code, stdout]).toEqual([7, '"mine"\n']);
  });

  test('a peer that fails before the hand-over ends no process, though nobody listens for anything', async () => {
    const { code, stdout } = await run(
      `const server = libssl.createServer(input.server, (socket) => socket.end('fine'));
       server.listen(0, '127.0.0.1', async () => {
         const { port } = server.address();
         await new Promise((done) => require('node:net').connect(port, '127.0.0.1').on('close', done).on('error', done).end('GET / HTTP/1.1\\r\\n\\r\\n').resume());
         const socket = await libssl.connect({ ...input.client, port });
         for await (const data of socket) say(String(data));
         server.close();
       });`,
      { input: child },
    );
    expect([code, stdout]).toEqual([0, '"fine"\n']);
  });

  test('a worker thread serves, and can be terminated in the middle of it', async () => {
    const { code, stdout } = await run(
      `const { Worker } = require('node:worker_threads');
       const worker = new Worker(
         \`const libssl = require(\${JSON.stringify(require.resolve(input.library))});
          const { parentPort, workerData } = require('node:worker_threads');
          const server = libssl.createServer(workerData, (socket) => socket.on('error', () => {}).pipe(socket));
          server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));\`,
         { eval: true, workerData: input.server },
       );
       worker.on('message', async (port) => {
         const socket = await libssl.connect({ ...input.client, port });
         socket.write('over there');
         socket.once('data', async (data) => {
           say(String(data));
           socket.on('error', (error) => say(error.code)).on('close', () => say('closed'));
           await worker.terminate();
         });
       });`,
      { input: { ...child, library: require.resolve('../../lib/index.ts') } },
    );
    expect([code, stdout.split('\n')[0]]).toEqual([0, '"over there"']);
    expect(stdout).toMatch(/"closed"\n$/);
  });

  test('an unreferenced server lets the process end', async () => {
    const { code, stdout } = await run(
      `const server = libssl.createServer(input.server).unref();
       server.listen(0, '127.0.0.1', () => say('listening'));`,
      { input: child },
    );
    expect([code, stdout]).toEqual([0, '"listening"\n']);
  });

  test('it answers after all of this', async () => {
    const served = await serve(library);
    const client = await open(local(library, served.port));
    client.end('x');
    expect(await readAll(client)).toHaveLength(1);
    const gone = once(served.server, 'close');
    served.server.close();
    await gone;
  });
});

const child = {
  server: { library: selector, ...identity('serverEc') },
  client: { host: '127.0.0.1', library: selector, ca, serverName: hosts.good },
};
