// Owns: letting OpenSSLs of one soname live in one process. 3.0, 3.5 and 3.6 are all libcrypto.so.3, and the loader would give the second
// libssl the first libcrypto. Here each gets a copy under a soname of its own: the same bytes but for one character of the name. The package
// makes such copies itself (test/isolation/ tests that), but a new one in every test file, as each has its own modules; these are shared.
// Must not know: what is tested with them.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const cacheFolder = join(__dirname, '..', '..', '.cache', 'openssl');

/** Each series of the soname .so.3, with the digit that its copy gets instead. */
const copies: Readonly<Record<string, string>> = { '3.0': '7', '3.5': '5', '3.6': '6' };

export function makeCopies(target: string): void {
  for (const [series, digit] of Object.entries(copies)) {
    const source = join(cacheFolder, series, 'lib');
    if (!existsSync(join(source, 'libssl.so.3'))) continue;
    mkdirSync(join(target, series), { recursive: true });
    for (const name of ['libcrypto', 'libssl']) {
      const bytes = readFileSync(join(source, `${name}.so.3`), 'latin1');
      const renamed = bytes.replaceAll(/lib(crypto|ssl)\.so\.3\0/g, `lib$1.so.${digit}\0`);
      writeFileSync(join(target, series, `${name}.so.${digit}`), renamed, 'latin1');
    }
  }
}

/** The libssl file to load for a series of the cache; null if it is not there. */
export function fileOfSeries(copiesFolder: string, series: string): string | null {
  const digit = copies[series];
  const candidates =
    digit === undefined
      ? ['libssl.so.1.1', 'libssl.so.4'].map((name) => join(cacheFolder, series, 'lib', name))
      : [join(copiesFolder, series, `libssl.so.${digit}`)];
  return candidates.find((file) => existsSync(file)) ?? null;
}
