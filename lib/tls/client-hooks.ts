// Owns: what a client's socket hears and answers in its handshake.

import type { PskIdentity } from '../ssl/deciders.ts';
import type { Hooks } from './hooks.ts';
import { invalidArgType, invalidArgValue, requireString, requireView } from './node-errors.ts';
import type { TLSSocket } from './tls-socket.ts';

const longestKey = 256;
const longestIdentity = 128;

export function clientHooks(socket: TLSSocket): Hooks {
  const pskCallback = socket.tlsOptions.pskCallback as ((hint: string | null) => unknown) | undefined;
  return {
    onSession: (session) => socket.sessionCame(session),
    ...(pskCallback ? { pskClientCallback: ({ hint }) => pskIdentity(pskCallback(hint)) } : {}),
  };
}

function pskIdentity(answer: unknown): PskIdentity | null {
  if (answer == null) return null;
  if (typeof answer !== 'object') throw invalidArgType('ret', 'of type object', answer);
  const { psk, identity } = answer as { psk?: unknown; identity?: unknown };
  const name = requireString('identity', identity);
  if (Buffer.byteLength(name) > longestIdentity) throw invalidArgValue('identity', name, `PSK identity exceeds ${longestIdentity} bytes`);
  return { identity: name, key: pskKey(psk) };
}

/** The bytes of a pre-shared key, which no message ever has. Fails when: it is none, or too long. */
export function pskKey(value: unknown): Uint8Array {
  const key = requireView('psk', value);
  if (key.length > longestKey) throw invalidArgValue('psk', `${key.length} bytes`, `Pre-shared key exceeds ${longestKey} bytes`);
  return key;
}
