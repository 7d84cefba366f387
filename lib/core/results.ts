// Owns: what an operation of the engine came to, as a union that a caller can switch over without a default.
// Must not know: native code. Results are values: nothing that a peer does makes an engine method throw.

import { SSL_ERROR } from './constants.ts';
import type { SslError } from './errors.ts';

interface Numbers {
  /** OpenSSL's return value, unchanged. */
  readonly ret: number;
  /** What SSL_get_error said; null after an SSL_shutdown that returned 0, when it must not be asked. */
  readonly code: number | null;
}

/** The operation wants something before it can go on: call it again, with the same arguments, when that is there. */
export type WantStatus =
  | 'want-read'
  | 'want-write'
  | 'want-x509-lookup'
  | 'want-client-hello-cb'
  | 'want-retry-verify'
  | 'want-async'
  | 'want-async-job'
  | 'want-connect'
  | 'want-accept';

export type DoneResult<T> = Numbers & { readonly status: 'done'; readonly value: T };
export type FailedResult = Numbers & { readonly status: 'failed'; readonly error: SslError };

/**
 * One operation's outcome.
 *
 * - `done`: `value` is what it gave.
 * - `want-…`: repeat it when the reason is gone; after `want-read` that is when input was fed.
 * - `closed`: SSL_ERROR_ZERO_RETURN, the peer's close_notify has been read.
 * - `failed`: SSL_ERROR_SSL or SSL_ERROR_SYSCALL. Final: every later operation gives this same result.
 * - `unknown`: a number that this release of the package does not know.
 *
 * @openssl SSL_get_error
 */
export type SslResult<T = undefined> =
  | DoneResult<T>
  | (Numbers & { readonly status: WantStatus })
  | (Numbers & { readonly status: 'closed' })
  | FailedResult
  | (Numbers & { readonly status: 'unknown' });

type PlainStatus = WantStatus | 'closed';
type PlainResult = Numbers & { readonly status: PlainStatus };

const plainStatus: ReadonlyMap<number, PlainStatus> = new Map([
  [SSL_ERROR.SSL_ERROR_WANT_READ, 'want-read'],
  [SSL_ERROR.SSL_ERROR_WANT_WRITE, 'want-write'],
  [SSL_ERROR.SSL_ERROR_WANT_X509_LOOKUP, 'want-x509-lookup'],
  [SSL_ERROR.SSL_ERROR_ZERO_RETURN, 'closed'],
  [SSL_ERROR.SSL_ERROR_WANT_CONNECT, 'want-connect'],
  [SSL_ERROR.SSL_ERROR_WANT_ACCEPT, 'want-accept'],
  [SSL_ERROR.SSL_ERROR_WANT_ASYNC, 'want-async'],
  [SSL_ERROR.SSL_ERROR_WANT_ASYNC_JOB, 'want-async-job'],
  [SSL_ERROR.SSL_ERROR_WANT_CLIENT_HELLO_CB, 'want-client-hello-cb'],
  [SSL_ERROR.SSL_ERROR_WANT_RETRY_VERIFY, 'want-retry-verify'],
]);

// 0 and -1 stay distinct, so each has its own: made once, as they carry nothing else.
const plainResults: ReadonlyMap<number, ReadonlyMap<number, PlainResult>> = new Map(
  [-1, 0].map((ret) => [ret, new Map([...plainStatus].map(([code, status]) => [code, Object.freeze({ ret, code, status })]))]),
);

/** Whether a code means that the SSL is dead: no operation may follow, SSL_get_error(3). */
export function isFatal(code: number): boolean {
  return code === SSL_ERROR.SSL_ERROR_SSL || code === SSL_ERROR.SSL_ERROR_SYSCALL;
}

/** A result that carries nothing but its numbers; null if the code is none of those. */
export function plainResult(ret: number, code: number): PlainResult | null {
  const shared = plainResults.get(ret)?.get(code);
  if (shared !== undefined) return shared;
  const status = plainStatus.get(code);
  return status === undefined ? null : { ret, code, status };
}
