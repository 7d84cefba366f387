// Owns: a TCP socket on which a thread waits, in native code, and the engine's operations run to their end over it.
// Must not know: options, certificates, policy.

import { SslError } from '../core/errors.ts';
import type { SslResult } from '../core/results.ts';
import { native } from '../native/addon.ts';
import type { NativeEngine, NativeFailure, NativeSocket, OutcomeNumbers } from '../native/binding.ts';
import type { NativeConnectIo, NativeDriven, NativeIo, NativeStep } from '../native/socket-records.ts';
import type { ShutdownProgress, SslEngine } from './engine.ts';
import { access } from './engine-core.ts';
import { systemErrorName } from './failure.ts';
import { bytesToRetry } from './write-retry.ts';

export type { NativeStep } from '../native/socket-records.ts';

/** Milliseconds for a whole call; null: without end. */
export type Timeout = number | null;

type Drive = (handle: NativeEngine) => NativeDriven | undefined;

export class BlockingSocket {
  readonly #socket: NativeSocket;
  /** The address that answered; '' for a descriptor that was taken over. */
  readonly address: string;

  private constructor(socket: NativeSocket, address: string) {
    this.#socket = socket;
    this.address = address;
  }

  /** Resolves `host` and tries its addresses in turn. Fails when: none answers within `timeout` (SslError, with the attempts). */
  static connect(host: string, port: number, timeout: Timeout): BlockingSocket {
    const socket = native.createSocket();
    const io = native.socketConnect(socket, host, port, timeout);
    if (io.end === 'done') return new BlockingSocket(socket, io.address);
    native.socketClose(socket);
    throw connectError(host, port, io);
  }

  /** Takes over a connected descriptor: close() closes it. */
  static adopt(fd: number): BlockingSocket {
    const socket = native.createSocket();
    const io = native.socketAdopt(socket, fd);
    if (io.end !== 'done') throw ioError(io, `descriptor ${fd}`);
    return new BlockingSocket(socket, '');
  }

  get fd(): number {
    return native.socketDescriptor(this.#socket);
  }

  /** Makes the descriptor a blocking one, as C programs have it, on which no single read or write waits longer than `timeout`. */
  makeBlocking(timeout: Timeout): void {
    const io = native.socketMakeBlocking(this.#socket, timeout ?? 0);
    if (io.end !== 'done') throw ioError(io, 'making the socket blocking');
  }

  connect(engine: SslEngine, timeout: Timeout, onSteps: (steps: readonly NativeStep[]) => void): SslResult {
    const drive: Drive = (handle) => {
      const driven = native.blockingConnect(handle, this.#socket, timeout);
      onSteps(driven?.steps ?? []);
      return driven;
    };
    return this.#run(engine, 'SSL_connect', drive, () => undefined);
  }

  read(engine: SslEngine, into: Uint8Array, timeout: Timeout): SslResult<number> {
    return this.#run(engine, 'SSL_read_ex', (handle) => native.blockingRead(handle, this.#socket, timeout, into), byteCount);
  }

  write(engine: SslEngine, bytes: Uint8Array, timeout: Timeout): SslResult<number> {
    bytesToRetry(engine, access.pair(engine, 'write'), bytes);
    return this.#run(engine, 'SSL_write_ex', (handle) => native.blockingWrite(handle, this.#socket, timeout, bytes), byteCount);
  }

  writeEarlyData(
    engine: SslEngine,
    bytes: Uint8Array,
    timeout: Timeout,
    onSteps: (steps: readonly NativeStep[]) => void,
  ): SslResult<number> {
    bytesToRetry(engine, access.pair(engine, 'writeEarlyData'), bytes, 'early data');
    const drive: Drive = (handle) => {
      const driven = native.blockingWriteEarlyData(handle, this.#socket, timeout, bytes);
      onSteps(driven?.steps ?? []);
      return driven;
    };
    return this.#run(engine, 'SSL_write_early_data', drive, byteCount);
  }

  shutdown(engine: SslEngine, timeout: Timeout): SslResult<ShutdownProgress> {
    const drive: Drive = (handle) => native.blockingShutdown(handle, this.#socket, timeout);
    return this.#run(engine, 'SSL_shutdown', drive, ([ret]) => (ret === 1 ? 'complete' : 'sent'));
  }

  close(): void {
    native.socketClose(this.#socket);
  }

  // What OpenSSL said comes first; where it still wants something, the transport is why the call ended.
  #run<T>(engine: SslEngine, operation: string, drive: Drive, value: (numbers: OutcomeNumbers) => T): SslResult<T> {
    let io: NativeIo | undefined;
    const handle = access.pair(engine, operation);
    const call = (): NativeFailure | undefined => {
      const driven = drive(handle);
      io = driven?.io;
      return driven?.failure;
    };
    const result = access.perform(engine, operation, call, value);
    if (io !== undefined && result.status !== 'failed') throw ioError(io, operation);
    return result;
  }
}

function byteCount(numbers: OutcomeNumbers): number {
  return numbers[3] ?? 0;
}

function connectError(host: string, port: number, io: NativeConnectIo): SslError {
  const attempts = io.attempts.map(({ address, errno }) => ({ address, code: systemErrorName(errno) }));
  const tried = attempts.length === 0 ? '' : ` (${attempts.map(({ address, code }) => `${address}: ${code}`).join(', ')})`;
  return ioError(io, `connecting to ${host}:${port}${tried}`, attempts);
}

function ioError(io: NativeIo, what: string, attempts: SslError['attempts'] = []): SslError {
  const details = { operation: io.syscall, errno: io.errno, attempts };
  switch (io.end) {
    case 'timeout':
      return new SslError('ERR_SSL_TIMEOUT', `${what}: the deadline has passed`, details);
    case 'unresolved':
      return new SslError(
        io.tryAgain === true ? 'EAI_AGAIN' : 'ENOTFOUND',
        `${what}: ${io.resolverText ?? 'the name cannot be resolved'}`,
        details,
      );
    case 'interrupted':
      return new SslError('ERR_SSL_INTERRUPTED', `${what}: this thread is being stopped`, details);
    case 'system':
      return new SslError(systemErrorName(io.errno), `${what}: ${io.syscall}: ${systemErrorName(io.errno)}`, details);
    case 'end':
    case 'done':
      return new SslError('ERR_SSL_UNEXPECTED_EOF', `${what}: the peer closed the connection`, { ...details, unexpectedEof: true });
  }
}
