// Owns: the option that says where the steps of a handshake run.
// Must not know: how they get there.

import type { OptionReader } from '../core/options.ts';
import { type Choice, chosen } from './choice.ts';

/** `main`: on the thread that drives the connection; `pool`: on a thread of libuv's pool. */
export type Offload = 'main' | 'pool';

const offloads: Choice<Offload> = { allowed: ['main', 'pool'], variable: 'LIBSSL_OFFLOAD', fallback: 'main' };

/** The option `offload`, else what LIBSSL_OFFLOAD says, else `main`. Fails when: either is something else (MisuseError). */
export function readOffload(options: OptionReader): Offload {
  return offloadOf(options.raw('offload'), options.path('offload'));
}

/** The same of the option's value. */
export function offloadOf(value: unknown, path: string): Offload {
  return chosen(value, path, offloads);
}
