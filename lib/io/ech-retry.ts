// Owns: the second connection of a client whose Encrypted Client Hello the server could not read, with the configurations that the server
// sent (RFC 9849, 6.1.6): once, within the time of the first, and never without ECH.
// Must not know: how a connection is made.

import { EchRejectedError } from '../core/ech.ts';
import type { EchOffer } from '../ssl/ech-options.ts';
import type { ClientEch } from './client-ech.ts';
import { defaultTimeout } from './connect-options.ts';

type Options = { readonly ech?: ClientEch; readonly timeout?: number };

/** Whether the caller wants it; whatever is wrong with the options, reading them says. */
export function retriesEch(options: unknown): boolean {
  const ech = (options as Options | null | undefined)?.ech;
  return typeof ech === 'object' && ech !== null && 'retry' in ech && ech.retry !== undefined && ech.retry;
}

export async function connectWithRetry<O extends Options, S>(options: O, connect: (options: O) => Promise<S>): Promise<S> {
  const start = performance.now();
  try {
    return await connect(options);
  } catch (error) {
    return connect(secondOptions(options, error, performance.now() - start));
  }
}

export function connectSyncWithRetry<O extends Options, S>(options: O, connect: (options: O) => S): S {
  const start = performance.now();
  try {
    return connect(options);
  } catch (error) {
    return connect(secondOptions(options, error, performance.now() - start));
  }
}

// Throws what was thrown where there is nothing to try again with.
function secondOptions<O extends Options>(options: O, error: unknown, elapsed: number): O {
  if (!(error instanceof EchRejectedError) || error.retryConfigs === null) throw error;
  const ech = { ...(options.ech as EchOffer), configList: error.retryConfigs, retry: undefined };
  const { timeout = defaultTimeout } = options;
  return { ...options, ech, timeout: timeout === Number.POSITIVE_INFINITY ? timeout : Math.max(1, Math.ceil(timeout - elapsed)) };
}
