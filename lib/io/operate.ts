// Owns: what an operation of an engine can come to besides its result, where callbacks run inside of it: they throw, or close the engine.
// Must not know: what follows from that.

import { isNativeError } from 'node:util/types';
import { MisuseError } from '../core/errors.ts';
import type { SslResult } from '../core/results.ts';
import type { SslEngine } from '../ssl/engine.ts';
import { closedUnderError } from './peer-errors.ts';

/** The result, or the error that the connection ends with: what a callback threw, as it is if it is an Error. */
export function operate<T>(engine: SslEngine, name: string, operation: () => SslResult<T>): SslResult<T> | { readonly thrown: Error } {
  try {
    const result = operation();
    // Whatever came of it: of an engine that is closed there is nothing left to go on with.
    return engine.closed ? { thrown: closedUnderError(name) } : result;
  } catch (error) {
    if (engine.closed && error instanceof MisuseError && error.code === 'ERR_SSL_CLOSED') return { thrown: closedUnderError(name) };
    return { thrown: isNativeError(error) ? error : new Error('a callback threw', { cause: error }) };
  }
}
