// Owns: the errors that the drivers add to OpenSSL's own: the transport's, the deadline's.

import { SslError } from '../core/errors.ts';
import { sslErrorName } from '../core/names.ts';
import type { SslResult } from '../core/results.ts';
import type { SslEngine } from '../ssl/engine.ts';

/** The deadline of a call has passed. */
export function timeoutError(operation: string, timeout: number | null, state: string): SslError {
  return new SslError('ERR_SSL_TIMEOUT', `${operation}: not finished within ${timeout} ms`, { operation, state });
}

/** A callback has closed the engine, or its owner has. */
export function closedUnderError(operation: string): SslError {
  return new SslError('ERR_SSL_DESTROYED', 'the engine was closed under the connection', { operation });
}

/** The connection was destroyed, which leaves something undone. */
export function destroyedError(when: string, operation: string): SslError {
  return new SslError('ERR_SSL_DESTROYED', `the connection was destroyed ${when}`, { operation });
}

/** The transport failed; its own error is the cause. */
export function transportError(operation: string, cause: unknown): SslError {
  const { code, errno, syscall, errors } = Object(cause ?? {}) as { code?: unknown; errno?: unknown; syscall?: unknown; errors?: unknown };
  const name = typeof code === 'string' ? code : 'ERR_SSL_TRANSPORT';
  const text = cause instanceof Error && cause.message !== '' ? cause.message : name;
  return new SslError(name, `${operation}: the transport failed: ${text}`, {
    operation: typeof syscall === 'string' ? syscall : operation,
    errno: typeof errno === 'number' ? systemErrno(errno) : 0,
    attempts: Array.isArray(errors) ? errors.map(attemptOf) : [attemptOf(cause)].filter(({ address }) => address !== ''),
    cause,
  });
}

/**
 * A result that ends a driver's work although OpenSSL does not call it a failure: `closed` in the middle of a handshake (with
 * SSL_OP_IGNORE_UNEXPECTED_EOF), or a status that only callbacks bring about.
 */
export function unexpectedResult(operation: string, result: Exclude<SslResult<unknown>, { status: 'done' }>, engine: SslEngine): SslError {
  if (result.status === 'failed') return result.error;
  const code = result.code ?? 0;
  const unexpectedEof = result.status === 'closed';
  return new SslError(unexpectedEof ? 'ERR_SSL_UNEXPECTED_EOF' : 'ERR_SSL_PROTOCOL', `${operation} ended with ${sslErrorName(code)}`, {
    operation,
    ret: result.ret,
    sslError: code,
    state: engine.state.text,
    unexpectedEof,
  });
}

// libuv numbers the resolver's errors from 3000 on; they are no system's.
function systemErrno(errno: number): number {
  const own = Math.abs(errno);
  return own < 3000 ? own : 0;
}

function attemptOf(error: unknown): { address: string; code: string } {
  const { address, code } = Object(error ?? {}) as { address?: unknown; code?: unknown };
  return { address: typeof address === 'string' ? address : '', code: typeof code === 'string' ? code : '' };
}
