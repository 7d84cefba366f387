// Owns: the library context that the flags about providers ask for.
// Must not know: what is done in it.

import { LibraryContext, type OpenSSL, type SslContextOptions } from '../index.ts';
import type { ProviderFlags } from './provider-flags.ts';

/** Fails when: a provider cannot be loaded (SettingError), or the OpenSSL has none (NotSupportedError). */
export function providerOptions(
  { provider, providerPath, propquery }: ProviderFlags,
  library: OpenSSL,
): Pick<SslContextOptions, 'libraryContext' | 'propertyQuery'> {
  const own = provider !== undefined || providerPath !== undefined;
  return {
    ...(own ? { libraryContext: contextOf(provider ?? [], providerPath, library) } : {}),
    ...(propquery === undefined ? {} : { propertyQuery: propquery }),
  };
}

/** What stands for the flags where a refusal names what it refuses. */
export function askedOf({ provider, providerPath, propquery }: ProviderFlags): Readonly<Record<string, unknown>> {
  return { provider, libraryContext: provider ?? providerPath, propertyQuery: propquery };
}

function contextOf(providers: readonly string[], modules: string | undefined, library: OpenSSL): LibraryContext {
  return new LibraryContext({ library, providers, ...(modules === undefined ? {} : { modules }) });
}
