// libssl/https and node:https side by side: servers, requests and agents.

import { once } from 'node:events';
import http, { type ClientRequest, type IncomingMessage, type RequestListener } from 'node:http';
import type { AgentOptions, RequestOptions, Server, ServerOptions } from 'node:https';
import net, { type Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { inherits } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { pems } from './side-by-side/support.ts';
import { eachWeb, endedWithTest, failure, libraryOf, listening, portOf, textOf, trusting } from './web-support.ts';

const socketOf = ({ socket }: IncomingMessage): TLSSocket => socket as TLSSocket;

const says: RequestListener = (request, response) => {
  const socket = socketOf(request);
  const said = { library: libraryOf(socket), resumed: socket.isSessionReused(), port: socket.remotePort };
  response.end(JSON.stringify({ ...said, method: request.method, url: request.url }));
};

interface Said {
  readonly library: string | null;
  readonly resumed: boolean;
  readonly port: number;
  readonly method: string;
  readonly url: string;
}

eachWeb('https', ({ https, tls, library }) => {
  const atEnd = endedWithTest();
  const keep = (server: Server): Server => {
    atEnd(() => {
      server.closeAllConnections();
      server.close();
    });
    return server;
  };
  const serve = (listener: RequestListener = says, options: ServerOptions = {}): Promise<Server> =>
    listening(keep(https.createServer({ ...pems('serverEc'), ...options }, listener)));
  const agentOf = (options: AgentOptions): InstanceType<typeof https.Agent> => {
    const agent = new https.Agent(options);
    atEnd(() => agent.destroy());
    return agent;
  };
  const at = (server: Server, options: RequestOptions = {}): RequestOptions => ({
    host: '127.0.0.1',
    port: portOf(server),
    ...trusting,
    ...options,
  });
  const responseOf = async (request: ClientRequest): Promise<IncomingMessage> =>
    ((await once(request, 'response')) as [IncomingMessage])[0];
  const answer = async (request: ClientRequest): Promise<Said> => JSON.parse(await textOf(await responseOf(request))) as Said;
  /** Its connection is free for the next when this resolves. */
  const free = async (request: ClientRequest, agent: http.Agent): Promise<Said> => {
    const freed = once(agent, 'free');
    const said = await answer(request);
    await freed;
    return said;
  };

  describe('request() and get()', () => {
    test.each(['request', 'get'] as const)('%s takes a URL as a string or an object, and options', async (how) => {
      const server = await serve();
      const url = `https://127.0.0.1:${portOf(server)}/a?b`;
      const options = { ...trusting, agent: agentOf({}) };
      const forms: (() => ClientRequest)[] = [
        () => https[how](url, options),
        () => https[how](new URL(url), options),
        () => https[how](at(server, { path: '/a?b', agent: options.agent })),
      ];
      for (const form of forms) {
        const request = form();
        if (how === 'request') request.end();
        expect(await answer(request)).toMatchObject({ method: 'GET', url: '/a?b', library });
      }
    });

    test('call back with the response, in every form', async () => {
      const server = await serve();
      const url = `https://127.0.0.1:${portOf(server)}/`;
      const options = at(server, { agent: agentOf({}) });
      const byUrl = await new Promise<IncomingMessage>((resolve) => https.get(url, options, resolve));
      const byOptions = await new Promise<IncomingMessage>((resolve) => https.get(options, resolve));
      for (const response of [byUrl, byOptions]) expect(JSON.parse(await textOf(response))).toMatchObject({ library });
    });

    test('trust only public roots where nothing is said', async () => {
      const server = await serve();
      const request = https.get(`https://127.0.0.1:${portOf(server)}/`, () => undefined);
      expect(await failure(request)).toMatchObject({ code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' });
    });

    test('send a body', async () => {
      const server = await serve((request, response) => request.pipe(response));
      const request = https.request(at(server, { method: 'POST', agent: agentOf({}) }));
      request.end('x'.repeat(1_000_000));
      expect((await textOf(await responseOf(request))).length).toBe(1_000_000);
    });

    test('fail where the name is another', async () => {
      const server = await serve();
      const request = https.get(at(server, { servername: 'other.test', agent: agentOf({}) }));
      expect(await failure(request)).toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    });

    test('ask checkServerIdentity', async () => {
      const server = await serve();
      const checkServerIdentity = (host: string): Error => new Error(`not ${host}`);
      const request = https.get(at(server, { checkServerIdentity, agent: agentOf({}) }));
      expect((await failure(request)).message).toBe(`not ${trusting.servername}`);
    });

    test('show a client certificate', async () => {
      const options = { requestCert: true, ca: trusting.ca };
      const server = await serve((request, response) => {
        const socket = socketOf(request);
        response.end(JSON.stringify([socket.authorized, socket.getPeerCertificate().subject.CN]));
      }, options);
      const request = https.get(at(server, { ...pems('clientEc'), agent: agentOf({}) }));
      expect(JSON.parse(await textOf(await responseOf(request)))).toEqual([true, expect.any(String)]);
    });

    test('can be aborted before there is an answer', async () => {
      const server = await serve(() => undefined);
      const abort = new AbortController();
      const request = https.get(at(server, { signal: abort.signal, agent: agentOf({}) }));
      request.once('socket', (socket) => socket.once('secureConnect', () => abort.abort()));
      expect(await failure(request)).toMatchObject({ code: 'ABORT_ERR' });
    });

    test('hear that the server hung up', async () => {
      const server = await serve(({ socket }) => socket.destroy());
      expect(await failure(https.get(at(server, { agent: agentOf({}) })))).toMatchObject({ code: 'ECONNRESET' });
    });

    test('use a connection that the caller makes', async () => {
      const server = await serve();
      const createConnection = (): Socket => tls.connect({ ...trusting, port: portOf(server), host: '127.0.0.1' });
      expect(await answer(https.get(at(server, { createConnection, agent: undefined })))).toMatchObject({ library });
    });
  });

  describe('an agent', () => {
    test('with keepAlive takes one connection for the next request', async () => {
      const server = await serve();
      const agent = agentOf({ keepAlive: true });
      const first = await free(https.get(at(server, { agent })), agent);
      const request = https.get(at(server, { agent }));
      expect((await answer(request)).port).toBe(first.port);
      expect(request.reusedSocket).toBe(true);
    });

    test('without it resumes the session in a new connection', async () => {
      const server = await serve();
      const agent = agentOf({ keepAlive: false });
      const ask = async (options: RequestOptions = {}): Promise<Said> => {
        const request = https.get(at(server, { agent, ...options }));
        const [socket] = (await once(request, 'socket')) as [Socket];
        const [said] = await Promise.all([answer(request), once(socket, 'close')]);
        return said;
      };
      const first = await ask();
      const second = await ask();
      expect([first.resumed, second.resumed]).toEqual([false, true]);
      expect(second.port).not.toBe(first.port);
      expect((await ask({ ca: [trusting.ca, trusting.ca] })).resumed).toBe(false);
    });

    test('that may keep no session resumes none', async () => {
      const server = await serve();
      const agent = agentOf({ maxCachedSessions: 0 });
      for (let n = 0; n < 2; n += 1) {
        const request = https.get(at(server, { agent }));
        const [socket] = (await once(request, 'socket')) as [Socket];
        const [said] = await Promise.all([answer(request), once(socket, 'close')]);
        expect(said.resumed).toBe(false);
      }
    });

    test('of false is a new one each time', async () => {
      const server = await serve();
      const first = await answer(https.get(at(server, { agent: false })));
      const second = await answer(https.get(at(server, { agent: false })));
      expect([first.resumed, second.resumed]).toEqual([false, false]);
      expect(second.port).not.toBe(first.port);
    });

    test('has options of its own for its connections', async () => {
      const server = await serve();
      const agent = agentOf(trusting);
      expect(await answer(https.get(`https://127.0.0.1:${portOf(server)}/`, { agent }))).toMatchObject({ library });
    });

    test('can be a subclass that makes the connections', async () => {
      const server = await serve();
      const made: RequestOptions[] = [];
      class Counting extends https.Agent {
        override createConnection(options: RequestOptions, callback: () => void): Socket {
          made.push(options);
          type Super = { createConnection(options: RequestOptions, callback: () => void): Socket };
          return (https.Agent.prototype as unknown as Super).createConnection.call(this, options, callback);
        }
      }
      const agent = new Counting();
      expect(await answer(https.get(at(server, { agent })))).toMatchObject({ library });
      expect(made).toEqual([expect.objectContaining({ port: portOf(server) })]);
    });

    test('is an http.Agent, and so is the global one, which keeps connections', () => {
      expect(agentOf({})).toBeInstanceOf(http.Agent);
      expect(https.globalAgent).toBeInstanceOf(https.Agent);
      expect(https.globalAgent.options.keepAlive).toBe(true);
    });
  });

  describe('a server', () => {
    const makeServer = https.Server as unknown as (options: ServerOptions, listener: RequestListener) => Server;
    class Derived extends https.Server {
      readonly derived = true;
    }
    function Inheriting(this: Server): void {
      makeServer.call(this, pems('serverEc'), says);
    }
    inherits(Inheriting, https.Server);

    test.each([
      ['createServer', (): Server => https.createServer(pems('serverEc'), says)],
      ['new', (): Server => new https.Server(pems('serverEc'), says)],
      ['no new', (): Server => makeServer(pems('serverEc'), says)],
      ['a class', (): Server => new Derived(pems('serverEc'), says)],
      ['util.inherits', (): Server => new (Inheriting as unknown as new () => Server)()],
    ])('is made by %s', async (_, make) => {
      const server = await listening(keep(make()));
      expect(server).toBeInstanceOf(https.Server);
      expect(server).toBeInstanceOf(tls.Server);
      expect(server).toBeInstanceOf(net.Server);
      expect(await answer(https.get(at(server, { agent: agentOf({}) })))).toMatchObject({ library, resumed: false });
    });

    test('takes only a listener, and its certificate later', async () => {
      const server = keep(https.createServer(says));
      server.setSecureContext(pems('serverEc'));
      await listening(server);
      expect(await answer(https.get(at(server, { agent: agentOf({}) })))).toMatchObject({ library });
    });

    test.each([['text'], [7], [true]])('refuses %j as options', (options) => {
      expect(() => https.createServer(options as unknown as ServerOptions)).toThrow(
        expect.objectContaining({ code: 'ERR_INVALID_ARG_TYPE' }),
      );
    });

    test('gives its sockets as TLSSockets', async () => {
      const server = await serve((request, response) => response.end(JSON.stringify(request.socket instanceof tls.TLSSocket)));
      expect(await textOf(await responseOf(https.get(at(server, { agent: agentOf({}) }))))).toBe('true');
    });

    test('closes its idle connections, and only them', async () => {
      const held: http.ServerResponse[] = [];
      const server = await serve((request, response) => {
        if (request.url === '/held') held.push(response);
        else response.end('{}');
      });
      const agent = agentOf({ keepAlive: true });
      const idle = https.get(at(server, { agent }));
      const [idleSocket] = (await once(idle, 'socket')) as [Socket];
      const closed = once(idleSocket, 'close');
      await free(idle, agent);
      const busy = https.get(at(server, { path: '/held', agent: agentOf({}) }));
      const asked = once(server, 'request');
      await asked;
      server.closeIdleConnections();
      await closed;
      held[0]?.end('{"held":true}');
      expect(await answer(busy)).toEqual({ held: true });
    });

    test('closes all its connections', async () => {
      const server = await serve(() => undefined);
      const request = https.get(at(server, { agent: agentOf({}) }));
      await once(server, 'request');
      server.closeAllConnections();
      expect(await failure(request)).toMatchObject({ code: 'ECONNRESET' });
      server.close();
      await once(server, 'close');
    });
  });
});
