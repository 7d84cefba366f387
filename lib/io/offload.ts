// Owns: the option that says where the steps of a handshake run.
// Must not know: how they get there.

import { invalidArgument, type OptionReader } from '../core/options.ts';

/** `main`: on the thread that drives the connection; `pool`: on a thread of libuv's pool. */
export type Offload = 'main' | 'pool';

const allowed: readonly Offload[] = ['main', 'pool'];
const variable = 'LIBSSL_OFFLOAD';

/** The option `offload`, else what LIBSSL_OFFLOAD says, else `main`. Fails when: either is something else (MisuseError). */
export function readOffload(options: OptionReader): Offload {
  return offloadOf(options.raw('offload'), options.path('offload'));
}

/** The same of the option's value. */
export function offloadOf(value: unknown, path: string): Offload {
  if (value !== undefined) return oneOf(value, path);
  const said = process.env[variable] ?? '';
  return said === '' ? 'main' : oneOf(said, variable);
}

function oneOf(value: unknown, path: string): Offload {
  const found = allowed.find((choice) => choice === value);
  if (found === undefined) throw invalidArgument(path, `one of ${allowed.map((choice) => `'${choice}'`).join(', ')}`, value);
  return found;
}
