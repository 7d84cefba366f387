// libssl/http2 and node:http2 side by side: sessions, what they know of TLS, and what becomes of those that are not set up.

import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type {
  ClientHttp2Session,
  ClientSessionOptions,
  Http2SecureServer,
  Http2ServerRequest,
  Http2ServerResponse,
  SecureClientSessionOptions,
  SecureServerOptions,
  ServerHttp2Session,
  ServerHttp2Stream,
} from 'node:http2';
import type { Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { pems } from './side-by-side/support.ts';
import { eachWeb, endedWithTest, failure, libraryOf, listening, portOf, textOf, trusting } from './web-support.ts';

eachWeb('http2', ({ http2, https, tls, library }) => {
  const atEnd = endedWithTest();
  const serve = async (
    options: SecureServerOptions = {},
    onRequest?: Parameters<typeof http2.createSecureServer>[1],
  ): Promise<Http2SecureServer> => {
    const server = http2.createSecureServer({ ...pems('serverEc'), ...options }, onRequest);
    server.on('session', (session) => atEnd(() => session.destroy()));
    atEnd(() => server.close());
    return await listening(server);
  };
  const keep = (session: ClientHttp2Session): ClientHttp2Session => {
    session.on('error', () => undefined);
    atEnd(() => session.destroy());
    return session;
  };
  const urlOf = (server: Http2SecureServer): string => `https://127.0.0.1:${portOf(server)}`;
  const connect = (server: Http2SecureServer, options: ClientSessionOptions | SecureClientSessionOptions = {}): ClientHttp2Session =>
    keep(http2.connect(urlOf(server), { ...trusting, ...options }));
  const connected = async (server: Http2SecureServer, options: SecureClientSessionOptions = {}): Promise<ClientHttp2Session> => {
    const promised = promisify(http2.connect) as unknown as (
      url: string,
      options: SecureClientSessionOptions,
    ) => Promise<ClientHttp2Session>;
    return keep(await promised(urlOf(server), { ...trusting, ...options }));
  };
  const ask = async (session: ClientHttp2Session, path = '/', body = ''): Promise<string> => {
    const request = session.request({ ':path': path, ':method': 'POST' });
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.end(body);
    await once(request, 'end');
    return text;
  };

  describe('a session', () => {
    test('knows its TLS at both ends', async () => {
      const server = await serve();
      const [[atServer], session] = await Promise.all([once(server, 'session') as Promise<[ServerHttp2Session]>, connected(server)]);
      for (const one of [session, atServer]) {
        expect([one.encrypted, one.alpnProtocol]).toEqual([true, 'h2']);
        const socket = one.socket as TLSSocket;
        expect(socket).toBeInstanceOf(tls.TLSSocket);
        expect([socket.getProtocol(), socket.encrypted, socket.alpnProtocol, libraryOf(socket)]).toEqual(['TLSv1.3', true, 'h2', library]);
        expect(socket.getCipher().name).toMatch(/^TLS_/);
        expect(socket.remoteAddress).toBe('127.0.0.1');
      }
      expect(session.socket.localPort).toBe(atServer.socket.remotePort);
      expect((session.socket as TLSSocket).authorized).toBe(true);
      expect((session.socket as TLSSocket).getPeerCertificate().subject.CN).toEqual(expect.any(String));
      expect((atServer.socket as TLSSocket & { servername: string }).servername).toBe(trusting.servername);
    });

    test('calls back, and emits connect, with its socket', async () => {
      const server = await serve();
      const [session, socket] = await new Promise<[ClientHttp2Session, unknown]>((resolve) =>
        http2.connect(urlOf(server), trusting as ClientSessionOptions, (...given) => resolve(given)),
      );
      keep(session);
      expect(libraryOf(socket)).toBe(library);
    });

    test('has streams with data both ways', async () => {
      const server = await serve();
      server.on('stream', (stream: ServerHttp2Stream) => stream.pipe(stream));
      const session = connect(server);
      const body = 'x'.repeat(1_000_000);
      const answers = await Promise.all(Array.from({ length: 5 }, () => ask(session, '/', body)));
      expect(answers.map(({ length }) => length)).toEqual(Array.from({ length: 5 }, () => body.length));
    });

    test('exchanges settings and pings', async () => {
      const server = await serve({ settings: { maxConcurrentStreams: 7 } });
      const session = connect(server, { settings: { initialWindowSize: 100_000 } });
      const [[settings], [atServer]] = (await Promise.all([once(session, 'remoteSettings'), once(server, 'session')])) as [
        [object],
        [ServerHttp2Session],
      ];
      expect(settings).toMatchObject({ maxConcurrentStreams: 7 });
      const payload = await new Promise((resolve, reject) => session.ping((error, _, bytes) => (error ? reject(error) : resolve(bytes))));
      expect(payload).toHaveLength(8);
      expect(atServer.remoteSettings).toMatchObject({ initialWindowSize: 100_000 });
    });

    test('is closed when its streams are done, and its socket with it', async () => {
      const server = await serve();
      const session = connect(server);
      const requested = once(server, 'request') as Promise<[Http2ServerRequest, Http2ServerResponse]>;
      const [[atServer]] = (await Promise.all([once(server, 'session'), once(session, 'connect')])) as [[ServerHttp2Session], unknown];
      const answer = ask(session);
      const [, response] = await requested;
      const closed = Promise.all([once(session, 'close'), once(atServer, 'close')]);
      session.close();
      response.end('last');
      expect(await answer).toBe('last');
      await closed;
      expect([session.closed, session.destroyed]).toEqual([true, true]);
    });

    test('is destroyed with the error that it is given', async () => {
      const session = connect(await serve());
      await once(session, 'connect');
      const failed = failure(session);
      session.destroy(new Error('enough'));
      expect((await failed).message).toBe('enough');
    });

    test('ends with the connection below it', async () => {
      const server = await serve();
      server.on('stream', ({ session }: ServerHttp2Stream) => session?.destroy());
      const session = connect(server);
      const request = session.request();
      request.on('error', () => undefined);
      await once(session, 'close');
      expect(request.destroyed).toBe(true);
    });

    test.each([
      [{ servername: 'other.test' }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
      [{ ca: [] }, 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
    ])('with %j fails, and is never connected', async (options, code) => {
      const session = connect(await serve(), options);
      let told = false;
      session.once('connect', () => (told = true));
      const failed = failure(session);
      const closed = new Promise((resolve) => session.once('close', resolve));
      expect(await failed).toMatchObject({ code });
      await closed;
      expect(told).toBe(false);
    });

    test('rejects with the same error as a promise', async () => {
      await expect(connected(await serve(), { servername: 'other.test' })).rejects.toMatchObject({
        code: 'ERR_TLS_CERT_ALTNAME_INVALID',
      });
    });

    test('is over the connection that the caller gives it', async () => {
      const server = await serve({}, (_, response) => void response.end('over it'));
      const socket = tls.connect({ host: '127.0.0.1', port: portOf(server), ALPNProtocols: ['h2'], ...trusting });
      const session = connect(server, { createConnection: () => socket });
      expect(await ask(session)).toBe('over it');
      expect([session.encrypted, session.alpnProtocol, libraryOf(session.socket)]).toEqual([true, 'h2', library]);
    });

    test('is over one that was there before', async () => {
      const server = await serve({}, (_, response) => void response.end('over it'));
      const socket = tls.connect({ host: '127.0.0.1', port: portOf(server), ALPNProtocols: ['h2'], ...trusting });
      await once(socket, 'secureConnect');
      const session = connect(server, { createConnection: () => socket });
      expect(await ask(session)).toBe('over it');
      expect(session.alpnProtocol).toBe('h2');
    });

    test.each([
      ['http:', 'over plain text'],
      ['https:', 'over TLS'],
    ])('takes an authority as an object: %s', async (protocol, said) => {
      const plain = http2.createServer((_, response) => void response.end('over plain text'));
      atEnd(() => plain.close());
      const secure = await serve({}, (_, response) => void response.end('over TLS'));
      const server = protocol === 'http:' ? await listening(plain) : secure;
      const authority = { protocol, hostname: '127.0.0.1', port: String(portOf(server)) } as unknown as URL;
      expect(await ask(keep(http2.connect(authority, trusting as ClientSessionOptions)))).toBe(said);
    });

    test.each([['text'], [7], [null]])('refuses %j as options', (options) => {
      const connecting = (): unknown => http2.connect('https://127.0.0.1', options as unknown as ClientSessionOptions);
      expect(connecting).toThrow(expect.objectContaining({ code: 'ERR_INVALID_ARG_TYPE' }));
    });

    test('refuses other protocols', () => {
      expect(() => http2.connect('ftp://127.0.0.1')).toThrow(expect.objectContaining({ code: 'ERR_HTTP2_UNSUPPORTED_PROTOCOL' }));
    });
  });

  describe('a server', () => {
    test('shows the client certificate in the API of HTTP/1', async () => {
      const server = await serve({ requestCert: true, ca: trusting.ca }, ({ socket }: Http2ServerRequest, response) => {
        const { authorized, remoteAddress } = socket as TLSSocket;
        const name = (socket as TLSSocket).getPeerCertificate().subject.CN;
        response.end(JSON.stringify({ authorized, remoteAddress, name, library: libraryOf(socket), tls: socket instanceof tls.TLSSocket }));
      });
      expect(JSON.parse(await ask(connect(server, pems('clientEc'))))).toMatchObject({
        authorized: true,
        remoteAddress: '127.0.0.1',
        name: expect.any(String),
        library,
      });
    });

    test('refuses a client without the certificate that it asks for', async () => {
      const server = await serve({ requestCert: true, ca: trusting.ca });
      const told = once(server, 'tlsClientError') as Promise<[NodeJS.ErrnoException]>;
      connect(server);
      const [error] = await told;
      expect(error.code).toBe('ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE');
    });

    test('answers HTTP/1.1 too with allowHTTP1', async () => {
      const server = await serve(
        { allowHTTP1: true },
        (request, response) => void response.end(`${request.httpVersion} ${libraryOf(request.socket)}`),
      );
      const request = https.get({ host: '127.0.0.1', port: portOf(server), agent: false, ...trusting });
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      expect(await textOf(response)).toBe(`1.1 ${library}`);
      expect(await ask(connect(server))).toBe(`2.0 ${library}`);
    });

    test('tells of who does not speak HTTP/2', async () => {
      const server = await serve();
      const told = once(server, 'unknownProtocol') as Promise<[Socket]>;
      const client = connectTls({ host: '127.0.0.1', port: portOf(server), ...trusting });
      atEnd(() => client.destroy());
      const [socket] = await told;
      expect(socket).toBeInstanceOf(tls.TLSSocket);
      socket.end('go away');
      expect(String(((await once(client, 'data')) as [Buffer])[0])).toBe('go away');
    });

    test('says 403 to who does not speak HTTP/2 where nobody listens', async () => {
      const server = await serve();
      const client = connectTls({ host: '127.0.0.1', port: portOf(server), ...trusting });
      atEnd(() => client.destroy());
      expect(String(((await once(client, 'data')) as [Buffer])[0])).toMatch(/^HTTP\/1\.0 403 Forbidden\r\n/);
    });

    test('refuses who offers other protocols only', async () => {
      const server = await serve();
      const client = connectTls({ host: '127.0.0.1', port: portOf(server), ALPNProtocols: ['spdy'], ...trusting });
      atEnd(() => client.destroy());
      expect(await failure(client)).toMatchObject({ code: 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL' });
    });

    test('lets ALPNCallback choose', async () => {
      const ALPNCallback = ({ protocols }: { protocols: string[] }): string | undefined => protocols.find((name) => name === 'h2');
      const server = await serve({ ALPNCallback }, (_, response) => void response.end('chosen'));
      expect(await ask(connect(server))).toBe('chosen');
    });

    test.each([['text'], [7], [null]])('refuses %j as options', (options) => {
      expect(() => http2.createSecureServer(options as unknown as SecureServerOptions)).toThrow(
        expect.objectContaining({ code: 'ERR_INVALID_ARG_TYPE' }),
      );
    });

    test('is a TLS server', async () => {
      const server = await serve();
      expect(server).toBeInstanceOf(tls.Server);
      server.addContext('other.test', pems('otherHost'));
      expect((server as unknown as { getTicketKeys(): Buffer }).getTicketKeys()).toHaveLength(48);
      server.setSecureContext(pems('serverEc'));
    });
  });
});
