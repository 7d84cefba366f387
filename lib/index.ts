// The public surface. No logic here.

export type { WantStatus, SslResult, DoneResult, FailedResult } from './core/results.ts';
export * from './core/errors.ts';
export type { ErrorQueue, ErrorQueueEntry } from './core/queue.ts';
export { alertName, sslErrorName, verifyResultName } from './core/names.ts';
export * as constants from './core/constants.ts';

export { OpenSSL } from './ssl/openssl.ts';
export { SslContext } from './ssl/context.ts';
export { SslEngine } from './ssl/engine.ts';
