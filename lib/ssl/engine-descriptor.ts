// Owns: an engine on a descriptor of its own, in place of a BIO pair: OpenSSL reads the socket itself, and what it writes is gathered until
// flush(). For lib/io.
// Must not know: when to read and write, what the socket is for.
//
//   socket ──recv──▶ BIO_read ──▶ SSL
//   socket ◀─send── flush() ◀── gathered ◀── BIO_write ◀── SSL

import { getSystemErrorName } from 'node:util';
import { requireBytes } from '../core/options.ts';
import type { SslResult } from '../core/results.ts';
import { native, outcomeNumbers } from '../native/addon.ts';
import type { NativeEngine, OutcomeNumbers } from '../native/binding.ts';
import type { DescriptorNumbers, NativeAddress } from '../native/descriptors.ts';
import type { SslContext } from './context.ts';
import { SslEngine } from './engine.ts';
import { access, bare } from './engine-core.ts';
import type { SslEngineOptions } from './engine-options.ts';
import { refusedSetting } from './refusal.ts';

/** What a descriptor can be ready for, and what it can be watched for: a sum of these. */
export const readable = 1;
export const writable = 2;

/** An engine that works on nothing yet: attachPair() or attachDescriptor() follows. Fails when: the constructor of SslEngine does. */
export function bareEngine(context: SslContext, options: SslEngineOptions): SslEngine {
  return new SslEngine(context, options, bare);
}

/** Gives a bare engine its BIO pair. Fails when: OpenSSL cannot make it (SettingError). @openssl BIO_new_bio_pair */
export function attachPair(engine: SslEngine, bufferSize: number): void {
  const refusal = native.engineAttachPair(access.open(engine, 'attachPair'), bufferSize);
  if (refusal !== undefined) throw refusedSetting(refusal, { bufferSize });
  access.attached(engine, 'pair', null);
}

/** Whoever hears of a descriptor. It lives as long as the engine is open. */
export interface DescriptorListener {
  /** `events`: what it is ready for; negative: the same, and nothing is watched any more. */
  ready(events: number): void;
  /** The engine is being closed. */
  closing(): void;
}

/** What a connection over TCP calls its ends. */
export type SocketAddress = NativeAddress;

/**
 * Gives a bare engine a connected socket: a duplicate of `fd`, which stays the caller's. null if there cannot be one, or the event loop cannot
 * watch it.
 *
 * @openssl SSL_set_bio, SSL_set_read_ahead, SSL_set_default_read_buffer_len
 */
export function attachDescriptor(engine: SslEngine, fd: number, listener: DescriptorListener): EngineDescriptor | null {
  const handle = access.open(engine, 'attachDescriptor');
  const own = native.duplicateDescriptor(fd);
  if (own < 0) return null;
  if (native.engineAttachDescriptor(handle, own, listener) !== undefined) {
    native.closeDescriptor(own);
    return null;
  }
  access.attached(engine, 'descriptor', () => listener.closing());
  return new EngineDescriptor(handle);
}

// Of all descriptors: what one call leaves in it is read straight after it.
const shared: DescriptorNumbers = new Float64Array(4);

/** The descriptor of an open engine, which closes it. */
export class EngineDescriptor {
  readonly #handle: NativeEngine;
  /** As of the last flush(), like the others. */
  received = 0;
  sent = 0;
  unsent = 0;
  /** The peer has ended its side. */
  ended = false;

  constructor(handle: NativeEngine) {
    this.#handle = handle;
  }

  /** Each change is two system calls. */
  watch(events: number): boolean {
    return native.engineWatch(this.#handle, events);
  }

  /** Whether the process lives for its sake. */
  keepAlive(yes: boolean): void {
    native.engineKeepAlive(this.#handle, yes);
  }

  /** It is ready: without this nothing is read, and a read that brings less than was asked for is the last until it comes again. */
  readable(): void {
    native.engineReadable(this.#handle);
  }

  /** Sends what is gathered, as far as the socket takes it. Returns errno; 0: the rest, `unsent`, has to wait. */
  flush(): number {
    const errno = native.engineFlush(this.#handle, shared);
    const [received = 0, sent = 0, unsent = 0, ended = 0] = shared;
    this.received = received;
    this.sent = sent;
    this.unsent = unsent;
    this.ended = ended === 1;
    return errno;
  }

  /** OpenSSL is not told of the end of the input. */
  holdEnd(): void {
    native.engineHoldEnd(this.#handle);
  }

  /** Takes back the descriptor, and what is not sent. The engine can do nothing any more but close(). */
  release(): { readonly fd: number; readonly unsent: Uint8Array } {
    const unsent = native.engineTakeUnsent(this.#handle);
    return { fd: native.engineReleaseDescriptor(this.#handle), unsent };
  }

  /** Ends the own side: shutdown(2). */
  endOutput(): void {
    native.engineEndOutput(this.#handle);
  }

  /** Reads away what has come: a system that finds it unread resets the connection, and what was sent last may be lost. */
  discardInput(): void {
    native.engineDiscardInput(this.#handle);
  }

  setNoDelay(yes: boolean): void {
    native.engineSetNoDelay(this.#handle, yes);
  }

  setKeepAlive(yes: boolean, seconds: number): void {
    native.engineSetKeepAlive(this.#handle, yes, seconds);
  }

  /** null if it has none. */
  address(whose: 'own' | 'peer'): SocketAddress | null {
    return native.engineAddress(this.#handle, whose === 'peer');
  }
}

/** The error of a system call, as Node has them. */
export function systemError(syscall: string, errno: number): Error {
  const code = getSystemErrorName(-errno);
  return Object.assign(new Error(`${syscall} ${code}`), { code, errno: -errno, syscall });
}

/**
 * SslEngine.read(), as long as there are records and `into` has room: `bytes` is what they gave together, `result` what the last call came to.
 * Fails when: read() does. @openssl SSL_read_ex
 */
export function readMany(engine: SslEngine, into: Uint8Array): { readonly bytes: number; readonly result: SslResult<number> } {
  const handle = access.open(engine, 'read');
  requireBytes('into', into);
  let bytes = 0;
  const read = (): ReturnType<typeof native.engineReadMany> => {
    const failure = native.engineReadMany(handle, into);
    bytes = outcomeNumbers[3] ?? 0;
    return failure;
  };
  const result = access.perform(engine, 'SSL_read_ex', read, byteCount, into.length === 0);
  return { bytes, result };
}

function byteCount(numbers: OutcomeNumbers): number {
  return numbers[3] ?? 0;
}
