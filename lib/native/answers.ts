// Owns: the form of what native code asks in OpenSSL's name, and of the answers.

import type { NativeCertificate, NativeContext, NativeSession } from './binding.ts';
import type { NativePublicKey } from './raw-keys.ts';

/** What OpenSSL is told; `bytes` and `number` mean what the question says. */
export interface NativeAnswer {
  readonly verdict: 'leave' | 'accept' | 'refuse' | 'suspend';
  readonly number?: number;
  readonly bytes?: readonly Uint8Array[];
  readonly context?: NativeContext;
  readonly session?: NativeSession;
}

/** Answers what OpenSSL asks in the middle of an operation. It must not throw. */
export type NativeAnswerer = (
  what: number,
  context: number,
  numbers: readonly number[],
  bytes: readonly (Uint8Array | null)[],
  certificates: readonly NativeCertificate[],
  publicKey: NativePublicKey | null,
) => NativeAnswer;
