// Owns: which native context stands behind an SslContext.
// Must not know: how one is made.

import type { NativeContext } from '../native/binding.ts';
import type { SslContext } from './context.ts';

const handles = new WeakMap<object, NativeContext>();

/** Once, by the constructor. */
export function keepHandle(context: SslContext, handle: NativeContext): void {
  handles.set(context, handle);
}

/** Undefined where `value` is no SslContext. */
export function handleOf(value: unknown): NativeContext | undefined {
  return typeof value === 'object' && value !== null ? handles.get(value) : undefined;
}
