// Owns: what a scene is, and the plain record that it is measured by.
// Must not know: which scenes there are, what is expected of them.

import type { OpenSSL } from '../../lib/index.ts';
import type { Materials } from './materials.ts';

export type { Materials };

/** What one call came to: numbers alone, as texts differ between releases. A member that is left out was nothing, or was not asked. */
export interface Observation {
  /** The side, where there are two, and the C function. */
  readonly call: string;
  readonly ret: number;
  /** What SSL_get_error said. */
  readonly code?: number;
  /** Where the system was asked. */
  readonly errno?: number;
  /** Library and reason of each entry, oldest first. */
  readonly queue?: readonly (readonly [library: number, reason: number])[];
  /** The description of the alert that went out in this call. */
  readonly alertSent?: number;
  readonly alertReceived?: number;
  /** What SSL_get_verify_result says. */
  readonly verify?: number;
  /** What else the scene is about: a number of bytes, a flag. */
  readonly value?: number;
}

/** null: this OpenSSL has not got what the scene is about. */
export type Measured = readonly Observation[] | null;

export interface Scene {
  /** Stays: it is the key of what is expected. */
  readonly id: string;
  /** The man page that says how it should be. */
  readonly page: string;
  /** One sentence: what is done. */
  readonly what: string;
  readonly run: (library: OpenSSL, materials: Materials) => Measured;
}

export interface Group {
  readonly title: string;
  /** What the scenes have in common. */
  readonly about: string;
  readonly scenes: readonly Scene[];
}
