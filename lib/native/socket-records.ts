// Owns: the shape of what native code says of a blocking socket.
// Must not know: the functions that say it.

import type { NativeFailure } from './binding.ts';

export interface NativeIo {
  readonly end: 'done' | 'end' | 'timeout' | 'system' | 'unresolved' | 'interrupted';
  readonly errno: number;
  readonly syscall: string;
  readonly resolverText?: string;
  readonly tryAgain?: boolean;
}

export interface NativeConnectIo extends NativeIo {
  readonly address: string;
  readonly attempts: readonly { readonly address: string; readonly errno: number }[];
}

export interface NativeStep {
  readonly ret: number;
  readonly code: number;
  readonly sent: number;
  readonly received: number;
  readonly ms: number;
}

export interface NativeDriven {
  readonly failure: NativeFailure | undefined;
  readonly io?: NativeIo;
  readonly steps: readonly NativeStep[];
}
