// libssl/https and node:https side by side: connections that are not, or do not stay, those of HTTP requests.

import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Server } from 'node:https';
import { connect as connectNet, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { expect, test } from '@jest/globals';
import { pems } from './side-by-side/support.ts';
import { eachWeb, endedWithTest, listening, portOf, textOf, trusting } from './web-support.ts';

eachWeb('https connections', ({ https, tls, library }) => {
  const atEnd = endedWithTest();
  const serve = async (): Promise<Server> => {
    const server = https.createServer(pems('serverEc'), (_, response) => response.end('answer'));
    atEnd(() => {
      server.closeAllConnections();
      server.close();
    });
    return await listening(server);
  };
  const keep = <T extends Duplex>(socket: T): T => {
    atEnd(() => socket.destroy());
    return socket;
  };
  const open = async (server: Server): Promise<TLSSocket> => {
    const client = keep(connectTls({ port: portOf(server), host: '127.0.0.1', ...trusting }));
    await once(client, 'secureConnect');
    return client;
  };
  const answers = async (server: Server): Promise<string> => {
    const request = https.get({ port: portOf(server), host: '127.0.0.1', ...trusting, agent: false });
    return await textOf(((await once(request, 'response')) as [IncomingMessage])[0]);
  };

  test('what is no HTTP is a clientError, and can be answered', async () => {
    const server = await serve();
    const client = await open(server);
    const told = once(server, 'clientError') as Promise<[NodeJS.ErrnoException, TLSSocket]>;
    client.write('no HTTP at all\r\n\r\n');
    const [error, socket] = await told;
    expect(error.code).toMatch(/^HPE_/);
    expect(socket).toBeInstanceOf(tls.TLSSocket);
    socket.end('HTTP/1.1 418 Teapot\r\n\r\n');
    expect(String(((await once(client, 'data')) as [Buffer])[0])).toBe('HTTP/1.1 418 Teapot\r\n\r\n');
    expect(await answers(server)).toBe('answer');
  });

  test('what is no HTTP is answered with 400 where nobody listens', async () => {
    const client = await open(await serve());
    client.write('no HTTP at all\r\n\r\n');
    expect(String(((await once(client, 'data')) as [Buffer])[0])).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  });

  test('what is no TLS is a tlsClientError and a clientError, and the server goes on', async () => {
    const server = await serve();
    const client = keep(connectNet(portOf(server), '127.0.0.1'));
    client.on('error', () => undefined);
    const told = Promise.all([once(server, 'tlsClientError'), once(server, 'clientError')]) as Promise<[[NodeJS.ErrnoException], [Error]]>;
    client.write('GET / HTTP/1.1\r\n\r\n');
    const [[ofTls], [ofClient]] = await told;
    expect(ofTls).toMatchObject({ code: 'ERR_SSL_HTTP_REQUEST', library: expect.any(String) });
    expect(ofClient).toBe(ofTls);
    expect(await answers(server)).toBe('answer');
  });

  test('an upgrade gives both sides their sockets', async () => {
    const server = await serve();
    server.on('upgrade', (_, socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\nfirst');
      socket.pipe(socket);
    });
    const headers = { connection: 'Upgrade', upgrade: 'echo' };
    const request = https.get({ port: portOf(server), host: '127.0.0.1', ...trusting, agent: false, headers });
    const [, socket, head] = (await once(request, 'upgrade')) as [IncomingMessage, Socket, Buffer];
    keep(socket);
    expect(socket).toBeInstanceOf(tls.TLSSocket);
    let text = head.toString();
    socket.setEncoding('utf8').on('data', (part: string) => (text += part));
    socket.end('second');
    await once(socket, 'end');
    expect(text).toBe('firstsecond');
  });

  test('CONNECT makes a tunnel, and TLS goes through it', async () => {
    const server = await serve();
    server.on('connect', (request, socket) => {
      const [host, port] = (request.url ?? '').split(':');
      const through = keep(connectNet(Number(port), host ?? ''));
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket
        .on('error', () => through.destroy())
        .pipe(through)
        .on('error', () => socket.destroy())
        .pipe(socket);
    });
    const behind = await serve();
    const path = `127.0.0.1:${portOf(behind)}`;
    const request = https.request({ port: portOf(server), host: '127.0.0.1', method: 'CONNECT', path, ...trusting, agent: false }).end();
    const [, socket] = (await once(request, 'connect')) as [IncomingMessage, Socket];
    keep(socket);
    const createConnection = (): Socket => tls.connect({ ...trusting, socket });
    const inner = https.get({ host: '127.0.0.1', createConnection, agent: undefined });
    expect(await textOf(((await once(inner, 'response')) as [IncomingMessage])[0])).toBe('answer');
  });

  test('a connection that nobody uses ends after the time that the server gives it', async () => {
    const server = await serve();
    server.setTimeout(20);
    const client = await open(server);
    client.resume();
    await once(client, 'end');
  });

  test('errors carry what OpenSSL said, where it is the chosen one', async () => {
    const server = await serve();
    const told = once(server, 'tlsClientError') as Promise<[Error & { cause?: { queue?: readonly object[] }; queue?: readonly object[] }]>;
    keep(connectNet(portOf(server), '127.0.0.1'))
      .on('error', () => undefined)
      .write('GET / HTTP/1.1\r\n\r\n');
    const [error] = await told;
    expect(error.queue !== undefined || error.cause?.queue !== undefined).toBe(library !== null);
  });
});
