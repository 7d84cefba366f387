// libssl/undici under npm's undici: requests, fetch, sessions, and what a connection fails with.

import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createSecureServer } from 'node:http2';
import { createServer, type ServerOptions } from 'node:https';
import { connect as connectNet, createServer as createNetServer, type Server, type Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { expect, test } from '@jest/globals';
import { Agent, fetch, request } from 'undici';
import { TLSSocket as LibsslTLSSocket } from '../../lib/tls/index.ts';
import { type Connector, type ConnectorOptions, connector } from '../../lib/tls/undici.ts';
import { pems } from './side-by-side/support.ts';
import { chosen, endedWithTest, libraryOf, listening, portOf, trusting } from './web-support.ts';

const atEnd = endedWithTest();

/** Whether the connection resumed a session, and its port at the client. */
const says: RequestListener = ({ socket }, response) => {
  response.end(JSON.stringify({ resumed: (socket as TLSSocket).isSessionReused(), port: socket.remotePort }));
};

interface Said {
  readonly resumed: boolean;
  readonly port: number;
}

async function serve(listener: RequestListener = says, options: ServerOptions = {}): Promise<Server> {
  const server = createServer({ ...pems('serverEc'), ...options }, listener);
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  return await listening(server);
}

const urlOf = (server: Server, protocol = 'https'): string => `${protocol}://127.0.0.1:${portOf(server)}/`;

/** Undici's agent, and the sockets that it was given. */
function agentWith(
  options: ConnectorOptions,
  own: Agent.Options = {},
): { readonly dispatcher: Agent; readonly sockets: (Socket | null)[] } {
  const inner = connector({ ...trusting, ...options });
  const sockets: (Socket | null)[] = [];
  const connect: Connector = (asked, callback) =>
    inner(asked, (error, socket) => {
      sockets.push(socket);
      callback(error, socket);
    });
  const dispatcher = new Agent({ connect: connect as NonNullable<Agent.Options['connect']>, ...own });
  atEnd(() => dispatcher.destroy());
  return { dispatcher, sockets };
}

/** The code of what fetch() rejects with, as its cause. */
async function refusal(url: string, dispatcher: Agent): Promise<string | undefined> {
  try {
    await fetch(url, { dispatcher });
  } catch (error) {
    return ((error as Error).cause as NodeJS.ErrnoException).code;
  }
  return undefined;
}

test('fetch and request are on the chosen OpenSSL, in one connection', async () => {
  const server = await serve();
  const { dispatcher, sockets } = agentWith({}, { connections: 1 });
  const first = (await (await fetch(urlOf(server), { dispatcher })).json()) as Said;
  const second = (await (await request(urlOf(server), { dispatcher })).body.json()) as Said;
  expect(second.port).toBe(first.port);
  expect(sockets.map((socket) => [socket instanceof LibsslTLSSocket, libraryOf(socket)])).toEqual([[true, chosen]]);
});

test('sends and receives bodies', async () => {
  const server = await serve((incoming, response) => incoming.pipe(response));
  const { dispatcher } = agentWith({});
  const body = 'x'.repeat(1_000_000);
  expect(await (await fetch(urlOf(server), { dispatcher, method: 'POST', body })).text()).toBe(body);
});

test.each([
  [{}, true],
  [{ maxCachedSessions: 1 }, true],
  [{ maxCachedSessions: 0 }, false],
])('with %j the second connection resumes the session of the first: %j', async (options, resumed) => {
  const server = await serve();
  const { dispatcher, sockets } = agentWith(options, { pipelining: 0 });
  const ask = async (): Promise<Said> => {
    const said = (await (await request(urlOf(server), { dispatcher, reset: true })).body.json()) as Said;
    const socket = sockets.at(-1);
    if (socket && !socket.closed) await once(socket, 'close');
    return said;
  };
  const [first, second] = [await ask(), await ask()];
  expect(second.port).not.toBe(first.port);
  expect([first.resumed, second.resumed]).toEqual([false, resumed]);
});

test('keeps the sessions of so many servers, the last ones', async () => {
  const [one, other] = [await serve(), await serve()];
  const { dispatcher, sockets } = agentWith({ maxCachedSessions: 1 });
  const resumed: boolean[] = [];
  for (const server of [one, other, one]) {
    const said = (await (await request(urlOf(server), { dispatcher, reset: true })).body.json()) as Said;
    resumed.push(said.resumed);
    const socket = sockets.at(-1);
    if (socket && !socket.closed) await once(socket, 'close');
  }
  expect(resumed).toEqual([false, false, false]);
});

test.each<[ConnectorOptions, string]>([
  [{ servername: 'other.test' }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  [{ ca: [] }, 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
  [{ maxVersion: 'TLSv1.2', minVersion: 'TLSv1.2' }, 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'],
])('with %j a request fails with %s', async (options, code) => {
  const server = await serve(says, { minVersion: 'TLSv1.3' });
  expect(await refusal(urlOf(server), agentWith(options).dispatcher)).toBe(code);
});

test('a host where nobody listens fails as in Node', async () => {
  const server = createNetServer();
  await listening(server);
  const url = urlOf(server);
  server.close();
  expect(await refusal(url, agentWith({}).dispatcher)).toBe('ECONNREFUSED');
});

test('a server that hangs up in the handshake fails as in Node', async () => {
  const server = await listening(
    createNetServer((socket) => void socket.on('error', () => undefined).once('data', () => socket.destroy())),
  );
  atEnd(() => server.close());
  expect(await refusal(urlOf(server), agentWith({}).dispatcher)).toBe('ECONNRESET');
});

test('a handshake that does not end is a timeout', async () => {
  const sockets: Socket[] = [];
  const server = await listening(createNetServer((socket) => void sockets.push(socket)));
  atEnd(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  expect(await refusal(urlOf(server), agentWith({ timeout: 20 }).dispatcher)).toBe('UND_ERR_CONNECT_TIMEOUT');
});

test('http: is connected without TLS', async () => {
  const server = await listening(createHttpServer((_, response) => response.end('plain')));
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  const { dispatcher, sockets } = agentWith({});
  expect(await (await fetch(urlOf(server, 'http'), { dispatcher })).text()).toBe('plain');
  expect(sockets.map((socket) => socket instanceof LibsslTLSSocket)).toEqual([false]);
});

test('HTTP/2 is spoken where undici allows it and the connector offers it', async () => {
  const server = createSecureServer(
    { ...pems('serverEc'), allowHTTP1: true },
    ({ httpVersion }, response) => void response.end(httpVersion),
  );
  server.on('session', (session) => atEnd(() => session.destroy()));
  atEnd(() => server.close());
  await listening(server);
  const { dispatcher, sockets } = agentWith({ ALPNProtocols: ['h2', 'http/1.1'] }, { allowH2: true });
  const answers = await Promise.all([1, 2, 3].map(async () => await (await fetch(urlOf(server), { dispatcher })).text()));
  expect(answers).toEqual(['2.0', '2.0', '2.0']);
  expect(libraryOf(sockets[0])).toBe(chosen);
});

test('TLS goes over a socket that undici has, such as that of a proxy', async () => {
  const server = await serve();
  const httpSocket = connectNet(portOf(server), '127.0.0.1');
  atEnd(() => httpSocket.destroy());
  const socket = await new Promise<Socket | null>((resolve, reject) =>
    connector(trusting)({ hostname: 'server.test', protocol: 'https:', port: '', httpSocket }, (error, made) =>
      error === null ? resolve(made) : reject(error),
    ),
  );
  atEnd(() => socket?.destroy());
  expect([libraryOf(socket), (socket as TLSSocket | null)?.authorized]).toEqual([chosen, true]);
});

test.each([[{ timeout: -1 }], [{ timeout: Number.NaN }], [{ maxCachedSessions: -1 }]])('refuses %j', (options) => {
  expect(() => connector(options)).toThrow(expect.objectContaining({ code: 'ERR_OUT_OF_RANGE' }));
});
