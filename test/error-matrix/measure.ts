// Owns: running all scenes on one OpenSSL: a column of the matrix.
// Must not know: what is expected.

import * as c from '../../lib/c/index.ts';
import type { OpenSSL } from '../../lib/index.ts';
import type { Column } from './expected.ts';
import type { Materials, Measured } from './scene.ts';
import { scenes } from './scenes/index.ts';

export function measure(library: OpenSSL, materials: Materials): Column {
  const measured: Record<string, Measured> = Object.fromEntries(scenes.map((scene) => [scene.id, scene.run(library, materials)]));
  return { release: library.version.short, scenes: measured, reasons: reasonTexts(library, Object.values(measured)) };
}

/** What the library calls the reasons in what was measured. */
export function reasonTexts(library: OpenSSL, measured: readonly Measured[]): Readonly<Record<string, string>> {
  const l = c.with(library);
  const entries = measured.flatMap((observations) => (observations ?? []).flatMap(({ queue }) => queue ?? []));
  return Object.fromEntries(
    entries.map(([lib, reason]) => [`${lib}:${reason}`, l.ERR_reason_error_string(packed(library, lib, reason)) ?? '']),
  );
}

// ERR_PACK: 3.0 gave the reason the bits of the function.
function packed(library: OpenSSL, lib: number, reason: number): number {
  return library.isAtLeast('3.0') ? lib * 2 ** 23 + reason : lib * 2 ** 24 + reason;
}
