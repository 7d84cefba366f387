// Owns: where the modules of an OpenSSL at hand are.
// Must not know: what is tested with them.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AtHand } from './at-hand.ts';
import { isAtLeast, libraries } from './libraries.ts';
import { cacheFolder } from './library-copies.ts';

const systemModules = ['/usr/lib', ...(existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => join('/usr/lib', name)) : [])]
  .map((folder) => join(folder, 'ossl-modules'))
  .find((folder) => existsSync(join(folder, 'legacy.so')));

/** The folder of modules that belongs to a library of libraries.ts; undefined where there is none with a legacy.so. */
export function modulesOf(name: string): string | undefined {
  const folder = name === 'system' ? systemModules : join(cacheFolder, name, 'lib', 'ossl-modules');
  return folder !== undefined && existsSync(join(folder, 'legacy.so')) ? folder : undefined;
}

/** Those that have library contexts. */
export const withContexts: readonly AtHand[] = libraries.filter(({ library }) => isAtLeast(library, '3.0'));

/** Those that have them, and a legacy provider as a module. */
export const withModules: readonly (AtHand & { readonly modules: string })[] = withContexts.flatMap((entry) => {
  const modules = entry.name === 'node' ? undefined : modulesOf(entry.name);
  return modules === undefined ? [] : [{ ...entry, modules }];
});

/** For describeEachOf(). */
export function named<T extends AtHand>(entries: readonly T[]): readonly (readonly [string, T])[] {
  return entries.map((entry) => [`${entry.name} (${entry.library.version.short})`, entry] as const);
}
