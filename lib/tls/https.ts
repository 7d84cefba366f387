// The public surface of `libssl/https`: node:https on the chosen OpenSSL. HTTP is Node's own.

import type { ClientRequest, ServerOptions as HttpServerOptions, IncomingMessage, RequestListener } from 'node:http';
import * as nodeHttps from 'node:https';
import type { TLSSocket as NodeTLSSocket } from 'node:tls';
import { connect, type LibsslConnectionOptions } from './connect.ts';
import { invalidArgType } from './node-errors.ts';
import { becomeTlsServer, type LibsslServerOptions, type TlsServer } from './server.ts';
import { withoutTlsOptions } from './tls-option-names.ts';

export type ServerOptions = LibsslServerOptions & HttpServerOptions;
export type HttpsServer = nodeHttps.Server & TlsServer;
type Callback = (response: IncomingMessage) => void;
type Options = nodeHttps.RequestOptions;

// As they are now: `libssl/register` replaces them in the module.
const NodeServer = nodeHttps.Server;
const { request: nodeRequest } = nodeHttps;

interface ServerConstructor {
  new (options?: ServerOptions | RequestListener | null, listener?: RequestListener): HttpsServer;
  (options?: ServerOptions | RequestListener | null, listener?: RequestListener): HttpsServer;
  readonly prototype: HttpsServer;
}

// A function, not a class: Node's can be called without `new`, and on an object of the caller's.
function makeServer(this: unknown, first?: ServerOptions | RequestListener | null, second?: RequestListener): HttpsServer {
  const options = typeof first === 'function' || first == null ? {} : first;
  if (typeof options !== 'object') throw invalidArgType('options', 'of type object', options);
  const listener = typeof first === 'function' ? first : second;
  const ofHttp: [object, RequestListener | undefined] = [withoutTlsOptions(options), listener];
  const called = new.target === undefined && this instanceof NodeServer;
  if (called) (NodeServer as unknown as (this: nodeHttps.Server, ...given: typeof ofHttp) => void).apply(this, ofHttp);
  const server = (called ? this : Reflect.construct(NodeServer, ofHttp, new.target ?? NodeServer)) as nodeHttps.Server;
  const chooses = options.ALPNProtocols || options.ALPNCallback;
  becomeTlsServer(server, { ...(chooses ? {} : { ALPNProtocols: ['http/1.1'] }), ...options });
  return server;
}
makeServer.prototype = NodeServer.prototype;

/** An HTTPS server; what it can do besides TLS is Node's. */
export const Server = makeServer as unknown as ServerConstructor;
Object.defineProperty(Server, 'name', { value: 'Server' });

/**
 * An HTTPS server; `listener` hears 'request'.
 *
 * Fails when: an option is wrong (TypeError with Node's code), or OpenSSL refuses one. @openssl SSL_accept
 */
export function createServer(options?: ServerOptions | RequestListener | null, listener?: RequestListener): HttpsServer {
  return new Server(options, listener);
}

// What Node's agent has for its own connections, to keep a session for each server.
interface SessionCache {
  _getSession(key: string): Buffer | undefined;
  _cacheSession(key: string, session: Buffer): void;
  _evictSession(key: string): void;
}

/** Node's agent, whose connections are made here: their sessions are kept and resumed as Node does. */
export class Agent extends nodeHttps.Agent {
  /** Fails when: an option is wrong (TypeError with Node's code). What the network does is an 'error' of the socket. */
  override createConnection(...args: readonly unknown[]): NodeTLSSocket {
    const options: LibsslConnectionOptions & { _agentKey?: string } = { ...connectionOptions(args) };
    const sessions = this as unknown as SessionCache;
    const { _agentKey: key } = options;
    const session = key === undefined ? undefined : sessions._getSession(key);
    const socket = connect(session === undefined ? options : { session, ...options });
    if (key !== undefined) {
      socket.on('session', (fresh: Buffer) => sessions._cacheSession(key, fresh));
      socket.once('close', (failed: boolean) => {
        if (failed) sessions._evictSession(key);
      });
    }
    return socket as unknown as NodeTLSSocket;
  }
}

/** The agent of requests that name none. */
export const globalAgent: Agent = new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 });

/**
 * As https.request() of Node: `(url[, options][, callback])` or `(options[, callback])`.
 *
 * Fails when: an argument is wrong, as in Node. What the network and the server do is an 'error' event.
 */
export function request(url: string | URL | Options, options?: Options | Callback, callback?: Callback): ClientRequest {
  const byUrl = typeof url === 'string' || url instanceof URL;
  const given = byUrl ? (typeof options === 'object' ? options : {}) : url;
  const listener = typeof options === 'function' ? options : callback;
  const own = { ...given, ...agentFor(given) };
  return byUrl ? nodeRequest(url, own, listener) : nodeRequest(own, listener);
}

/** request() that is ended at once, without a body. Fails when: request() does. */
export function get(url: string | URL | Options, options?: Options | Callback, callback?: Callback): ClientRequest {
  const made = request(url, options, callback);
  made.end();
  return made;
}

function agentFor({ agent, createConnection }: Options): Options {
  if (createConnection !== undefined && agent == null) return {};
  if (agent === false) return { agent: new Agent() };
  return { agent: agent ?? globalAgent };
}

// Node calls it with options; others with a port, a host and options.
function connectionOptions(args: readonly unknown[]): LibsslConnectionOptions {
  const [first, second, third] = args;
  if (typeof first === 'object' && first !== null) return first;
  const given = [second, third].find((value) => typeof value === 'object' && value !== null) ?? {};
  return { ...given, port: first as number, ...(typeof second === 'string' ? { host: second } : {}) };
}
