// Owns: the options of a TLSSocket, and what is looked at before anything is made of them.

import type { Socket } from 'node:net';
import type { TLSSocketOptions } from 'node:tls';
import { type Offload, offloadOf } from '../io/offload.ts';
import type { EchOptions } from '../ssl/ech-options.ts';
import type { SslEngineOptions } from '../ssl/engine-options.ts';
import { convertALPNProtocols } from './alpn-protocols.ts';
import { invalidArgType, requireFunction, requireString, tlsErrors } from './node-errors.ts';
import type { SecureContext } from './secure-context.ts';

/** What connect() adds: settings of the engine, and the errors of the handshake in its own words. */
export interface ClientPlan {
  readonly engine: SslEngineOptions;
  readonly error: (error: Error) => Error;
}

type Node = Omit<TLSSocketOptions, 'secureContext' | 'ALPNCallback' | 'session'>;

/** Node's options of a TLSSocket, with a context of this module. */
export interface LibsslSocketOptions extends Node {
  readonly secureContext?: SecureContext | undefined;
  readonly session?: Buffer | string | undefined;
  readonly allowHalfOpen?: boolean | undefined;
  readonly highWaterMark?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onread?: OnRead | undefined;
  readonly pskCallback?: ((...call: never[]) => unknown) | undefined;
  readonly pskIdentityHint?: string | undefined;
  readonly ALPNCallback?: ((offer: { servername: string; protocols: string[] }) => string | undefined) | undefined;
  /** Milliseconds until a server's handshake must be finished. */
  readonly handshakeTimeout?: number | undefined;
  /** Not Node's: a client's Encrypted Client Hello, as of SslEngine of this package. */
  readonly ech?: EchOptions | undefined;
  /** Not Node's: where the steps of the handshake run, as of connect() of this package. */
  readonly offload?: Offload | undefined;
}

/** As net.Socket has it: data goes into one buffer and to this callback, and there are no 'data' events. */
export interface OnRead {
  readonly buffer: Uint8Array | (() => Uint8Array);
  readonly callback: (bytes: number, buffer: Uint8Array) => boolean | undefined;
}

type Kept =
  | 'ALPNCallback'
  | 'ech'
  | 'handshakeTimeout'
  | 'isServer'
  | 'pskCallback'
  | 'rejectUnauthorized'
  | 'requestCert'
  | 'requestOCSP'
  | 'SNICallback';

/** What a socket needs later on, and ALPNProtocols in the form that is sent. Keys and passphrases are none of it: a socket can be in a log. */
export type ReadSocketOptions = Pick<LibsslSocketOptions, Kept> & {
  readonly alpn: readonly string[] | null;
  readonly offload: Offload;
};

/** Fails when: an option is of the wrong type (ERR_INVALID_ARG_TYPE), or two exclude each other (ERR_TLS_ALPN_CALLBACK_WITH_PROTOCOLS). */
export function readSocketOptions(options: LibsslSocketOptions, socket?: unknown): ReadSocketOptions {
  if (socket != null) requireDuplex('socket', socket);
  const { enableTrace, SNICallback, ALPNCallback, pskCallback, pskIdentityHint, ALPNProtocols } = options;
  if (enableTrace != null && typeof enableTrace !== 'boolean') throw invalidArgType('options.enableTrace', 'of type boolean', enableTrace);
  if (SNICallback) requireFunction('options.SNICallback', SNICallback);
  if (ALPNCallback) requireFunction('options.ALPNCallback', ALPNCallback);
  if (pskCallback) requireFunction('pskCallback', pskCallback);
  if (pskIdentityHint) requireString('options.pskIdentityHint', pskIdentityHint);
  if (options.onread != null) requireOnRead(options.onread);
  if (ALPNCallback && ALPNProtocols && options.isServer) throw tlsErrors.alpnWithProtocols();
  const out: { ALPNProtocols?: Buffer } = {};
  if (ALPNProtocols) convertALPNProtocols(ALPNProtocols, out);
  const { ech, handshakeTimeout, isServer, rejectUnauthorized, requestCert, requestOCSP } = options;
  const kept = { ALPNCallback, ech, handshakeTimeout, isServer, pskCallback, rejectUnauthorized, requestCert, requestOCSP, SNICallback };
  return {
    ...kept,
    offload: offloadOf(options.offload, 'options.offload'),
    alpn: out.ALPNProtocols === undefined ? null : namesIn(out.ALPNProtocols),
  };
}

function requireDuplex(name: string, value: unknown): void {
  const has = (method: string): boolean =>
    typeof value === 'object' && value !== null && typeof (value as Record<string, unknown>)[method] === 'function';
  if (['on', 'write', 'pause'].every(has)) return;
  throw invalidArgType(name, 'an instance of stream.Duplex', value);
}

// A net.Socket does without one that is wrong.
function requireOnRead(value: unknown): void {
  if (typeof value !== 'object') throw invalidArgType('options.onread', 'of type object', value);
  const { buffer, callback } = value as Partial<Record<keyof OnRead, unknown>>;
  requireFunction('options.onread.callback', callback);
  if (typeof buffer === 'function' || ArrayBuffer.isView(buffer)) return;
  throw invalidArgType('options.onread.buffer', 'an instance of Uint8Array or a function', buffer);
}

/** The names in the form of the wire: each behind its length. */
function namesIn(wire: Buffer): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at < wire.length; at += 1 + (wire[at] ?? 0)) names.push(wire.toString('latin1', at + 1, at + 1 + (wire[at] ?? 0)));
  return names.filter((name) => name !== '');
}

/** The address that was asked for, where a net.Socket knows it. */
export function hostOf(socket: unknown): string | undefined {
  return (socket as (Socket & { _host?: string | null }) | null | undefined)?._host ?? undefined;
}
