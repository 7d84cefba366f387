// The public surface of `libssl/http2`: node:http2's secure servers and clients on the chosen OpenSSL. HTTP/2 is Node's own.

import * as nodeHttp2 from 'node:http2';
import * as net from 'node:net';
import type { Duplex } from 'node:stream';
import { promisify } from 'node:util';
import { connect as connectTls, type LibsslConnectionOptions } from './connect.ts';
import { invalidArgType } from './node-errors.ts';
import { becomeTlsServer, type LibsslServerOptions, type TlsServer } from './server.ts';
import { streamBaseOf } from './stream-base.ts';
import { withoutTlsOptions } from './tls-option-names.ts';
import { TLSSocket } from './tls-socket.ts';

// What has nothing to do with TLS.
export {
  constants,
  createServer,
  getDefaultSettings,
  getPackedSettings,
  getUnpackedSettings,
  Http2ServerRequest,
  Http2ServerResponse,
  performServerHandshake,
  sensitiveHeaders,
} from 'node:http2';
export type SecureServerOptions = Omit<nodeHttp2.SecureServerOptions, keyof LibsslServerOptions> & LibsslServerOptions;
export type Http2SecureServer = nodeHttp2.Http2SecureServer & TlsServer;
type RequestHandler = (request: nodeHttp2.Http2ServerRequest, response: nodeHttp2.Http2ServerResponse) => void;
type ConnectListener = (session: nodeHttp2.ClientHttp2Session, socket: net.Socket) => void;
export type ClientOptions = Omit<nodeHttp2.SecureClientSessionOptions, keyof LibsslConnectionOptions | 'createConnection'> &
  LibsslConnectionOptions & { readonly createConnection?: ((authority: URL, options: ClientOptions) => Duplex) | undefined };

// As they are now: `libssl/register` replaces them in the module.
const { connect: nodeConnect, createSecureServer: nodeCreateSecureServer } = nodeHttp2;

/**
 * An HTTP/2 server, with `allowHTTP1: true` for HTTP/1.1 too; `handler` hears 'request'.
 *
 * Fails when: an option is wrong (TypeError with Node's code), or OpenSSL refuses one. @openssl SSL_accept
 */
export function createSecureServer(options: SecureServerOptions | RequestHandler = {}, handler?: RequestHandler): Http2SecureServer {
  const given: SecureServerOptions = typeof options === 'function' ? {} : requireObject('options', options);
  const listener = typeof options === 'function' ? options : handler;
  const server = nodeCreateSecureServer(withoutTlsOptions(given) as nodeHttp2.SecureServerOptions, listener);
  const ALPNProtocols = given.allowHTTP1 === true ? ['h2', 'http/1.1'] : ['h2'];
  const { ALPNProtocols: replaced, ...rest } = given;
  becomeTlsServer(server, given.ALPNCallback ? rest : { ...rest, ALPNProtocols });
  const listeners = server.listeners('secureConnection');
  server.removeAllListeners('secureConnection');
  for (const hear of listeners) {
    server.on('secureConnection', (socket: TLSSocket) => {
      const speaksHttp1 = socket.alpnProtocol === false || socket.alpnProtocol === 'http/1.1';
      hear.call(server, speaksHttp1 ? socket : streamBaseOf(socket));
    });
  }
  return server;
}

/**
 * A session with the server at `authority`, as http2.connect() of Node; one of `http:` is Node's own.
 *
 * Fails when: an argument is wrong, as in Node. What the network and the server do is an 'error' event of the session.
 *
 * @openssl SSL_connect
 */
export function connect(
  authority: string | URL,
  options?: ClientOptions | ConnectListener,
  listener?: ConnectListener,
): nodeHttp2.ClientHttp2Session {
  const given: ClientOptions = typeof options === 'function' ? {} : requireObject('options', options === undefined ? {} : options);
  const hear = typeof options === 'function' ? options : listener;
  const secure = (url: URL): boolean => (url.protocol || given.protocol || 'https:') === 'https:';
  const made = given.createConnection;
  if (made === undefined && !secure(typeof authority === 'string' ? new URL(authority) : authority)) {
    return nodeConnect(authority, given as unknown as nodeHttp2.ClientSessionOptions, hear);
  }
  const createConnection = (url: URL): Duplex => {
    const stream = made === undefined ? connectTo(url, given) : made(url, given);
    return stream instanceof TLSSocket && !hasHandle(stream) ? streamBaseOf(stream) : stream;
  };
  return nodeConnect(authority, { ...given, createConnection } as unknown as nodeHttp2.SecureClientSessionOptions, hear);
}

function hasHandle(stream: object): boolean {
  return (stream as { _handle?: { isStreamBase?: boolean } | null })._handle?.isStreamBase ?? false;
}

Object.defineProperty(connect, promisify.custom, {
  value: (authority: string | URL, options?: ClientOptions) =>
    new Promise<nodeHttp2.ClientHttp2Session>((resolve, reject) => {
      const session = connect(authority, options, () => {
        session.off('error', reject);
        resolve(session);
      });
      session.once('error', reject);
    }),
});

// As in Node, options win over what the authority says.
function connectTo({ hostname, host: named, port }: Partial<URL>, options: ClientOptions): Duplex {
  const host = (hostname || named || 'localhost').replace(/^\[(?<address>.*)\]$/, '$<address>');
  const servername = options.servername || (net.isIP(host) === 0 ? host : undefined);
  return connectTls({
    port: Number(port || 443),
    host,
    ...options,
    ALPNProtocols: ['h2'],
    ...(servername === undefined ? {} : { servername }),
  });
}

function requireObject<T>(name: string, value: T): T {
  if (typeof value !== 'object' || value === null) throw invalidArgType(name, 'of type object', value);
  return value;
}
