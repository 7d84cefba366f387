// Owns: what carries the ciphertext of a connection over TCP: its descriptor, on which OpenSSL works itself, or the stream of node:net. Which
// of them, and how a connection goes from the stream to the descriptor.
// Must not know: what either does with it.

import type { Socket } from 'node:net';
import { MisuseError } from '../core/errors.ts';
import type { OptionReader } from '../core/options.ts';
import type { SslContext } from '../ssl/context.ts';
import { SslEngine } from '../ssl/engine.ts';
import { attachPair, bareEngine } from '../ssl/engine-descriptor.ts';
import type { SslEngineOptions } from '../ssl/engine-options.ts';
import { type Choice, chosen } from './choice.ts';
import { overDescriptor } from './descriptor-transport.ts';
import { transportError } from './peer-errors.ts';
import { overStream } from './stream-transport.ts';
import type { TransportMaker } from './transport.ts';

/** `auto`: the descriptor where there is one. `descriptor`: nothing else. `stream`: the socket of node:net, over a BIO pair. */
export type Io = 'auto' | 'descriptor' | 'stream';

const ios: Choice<Io> = { allowed: ['auto', 'descriptor', 'stream'], variable: 'LIBSSL_IO', fallback: 'auto' };

/** The options `io` and `bufferSize` together. */
export interface Carrying {
  readonly io: Io;
  readonly bufferSize: number;
}

/**
 * The option `io`; its default is the environment's LIBSSL_IO, else `auto`. A `bufferSize` asks for a BIO pair.
 *
 * Fails when: it, or the environment's word, is none of the three, or it is `descriptor` with a bufferSize or a transport given (MisuseError).
 */
export function readIo(options: OptionReader): Io {
  const given = options.raw('io');
  const io = chosen(given, options.path('io'), ios);
  const other = (['bufferSize', 'transport'] as const).find((name) => options.has(name));
  if (other === undefined) return io;
  if (given !== 'descriptor') return 'stream';
  const path = options.path(other);
  throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} has no meaning with ${options.path('io')}: 'descriptor'`);
}

/** An engine for carry(). Fails when: the constructor of SslEngine does. */
export function engineToCarry(context: SslContext, options: SslEngineOptions, { io, bufferSize }: Carrying): SslEngine {
  return io === 'stream' ? new SslEngine(context, { ...options, bufferSize }) : bareEngine(context, options);
}

/**
 * Has the engine's bytes carried by the connection that `tcp` has. Over its descriptor `tcp` is destroyed, and the connection goes on
 * without it; `leaving` runs before that.
 *
 * Fails when: `io` is `descriptor` and there is none (SslError).
 */
export function carry(engine: SslEngine, tcp: Socket, { io, bufferSize }: Carrying, leaving?: () => void): TransportMaker {
  if (io === 'stream') return overStream(tcp);
  const fd = descriptorOf(tcp);
  const carrier = fd === null ? null : overDescriptor(engine, fd);
  if (carrier !== null) {
    leaving?.();
    tcp.destroy();
    return carrier;
  }
  if (io === 'descriptor') throw transportError('the connection', new Error('there is no descriptor that the event loop can watch'));
  attachPair(engine, bufferSize);
  return overStream(tcp);
}

// Node has no official way to it.
function descriptorOf(tcp: Socket): number | null {
  const { _handle: handle } = tcp as unknown as { readonly _handle?: { readonly fd?: unknown } | null };
  const fd = handle?.fd;
  return typeof fd === 'number' && fd >= 0 ? fd : null;
}
