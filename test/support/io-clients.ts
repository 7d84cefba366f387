// Owns: what most tests of connect, accept and connectSync give as options, and reading streams to their end.

import type { Duplex, Readable } from 'node:stream';
import { type ConnectOptions, connect, type OpenSSL, type SslSocket } from '../../lib/index.ts';
import { certificatePem, hosts } from './pki.ts';

/** Trusts the test root and expects the good host, wherever the connection goes. */
export function trusting(library: OpenSSL): { readonly library: OpenSSL; readonly ca: string; readonly serverName: string } {
  return { library, ca: certificatePem('root'), serverName: hosts.good };
}

export function local(library: OpenSSL, port: number): ReturnType<typeof trusting> & { readonly host: string; readonly port: number } {
  return { ...trusting(library), host: '127.0.0.1', port };
}

const opened = new Set<Duplex>();

/** connect(), and closeAll() destroys the connection. */
export async function open(options: ConnectOptions): Promise<SslSocket> {
  return closeLater(await connect(options));
}

export function closeLater<T extends Duplex>(stream: T): T {
  opened.add(stream);
  return stream;
}

/** For afterEach: what a test left open, also where it failed. */
export function closeAll(): void {
  for (const stream of opened) stream.on('error', () => undefined).destroy();
  opened.clear();
}

/** Everything until the end; rejects with the stream's error. */
export function readAll(stream: Readable): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    stream.on('data', (data: Buffer) => parts.push(data));
    stream.once('end', () => resolve(Buffer.concat(parts))).once('error', reject);
    stream.once('close', () => reject(new Error('closed without an end')));
    stream.resume();
  });
}

/** Resolves with at least so many bytes. */
export function readSome(stream: Readable, size: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let bytes = Buffer.alloc(0);
    const onData = (data: Buffer): void => {
      bytes = Buffer.concat([bytes, data]);
      if (bytes.length < size) return;
      stream.off('data', onData).off('error', reject).off('end', onEnd);
      stream.pause();
      resolve(bytes);
    };
    const onEnd = (): void => reject(new Error(`the end after ${bytes.length} of ${size} bytes`));
    stream.on('data', onData).once('error', reject).once('end', onEnd);
    stream.resume();
  });
}

/** Resolves when many turns of the event loop have gone by in which nothing moved. */
export async function nothingMoves(stream: object): Promise<void> {
  const moved = (): string => ['bytesWritten', 'bytesRead', 'received'].map((name) => String(Reflect.get(stream, name))).join(' ');
  for (let quiet = 0, before = moved(); quiet < 100; quiet += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (moved() !== before) quiet = 0;
    before = moved();
  }
}

/** What a stream comes to: the events in order, until `close`. Errors are noted by their code. */
export function eventsUntilClose(stream: Duplex): Promise<readonly string[]> {
  const events: string[] = [];
  stream.on('end', () => events.push('end'));
  stream.on('finish', () => events.push('finish'));
  stream.on('error', (error: NodeJS.ErrnoException) => events.push(`error ${error.code ?? error.message}`));
  return new Promise((resolve) => stream.on('close', () => resolve([...events, 'close'])));
}

/** The error that a promise is rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return await promise.then(
    () => {
      throw new Error('it was not rejected');
    },
    (error: unknown) => error,
  );
}

/** The error that a call throws. */
export function thrown(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

/** Resolves when the stream is closed, or at once if it is. */
export async function closed(stream: Duplex): Promise<void> {
  if (!stream.closed) await new Promise<void>((resolve) => stream.once('close', () => resolve()));
}
