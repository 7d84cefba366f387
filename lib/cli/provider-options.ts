// Owns: the flags about providers, which are called as those of openssl(1), and the library context that they ask for.
// Must not know: what is done in it.

import { Option } from 'commander';
import { LibraryContext, type OpenSSL, type SslContextOptions } from '../index.ts';

export interface ProviderFlags {
  readonly provider?: readonly string[];
  readonly providerPath?: string;
  readonly propquery?: string;
}

type Read<T> = (text: string, before?: T) => T;

/** `one` and `several` read a flag's value, or refuse it. */
export function providerFlags(one: Read<string>, several: Read<readonly string[]>): readonly Option[] {
  return [
    new Option('--provider <name>', 'load this provider, and only those named so; may be repeated').argParser(several),
    new Option('--provider-path <folder>', "the folder of the providers' modules (default: the OpenSSL's own)").argParser(one),
    new Option('--propquery <query>', 'which implementations to take, as in property(7)').argParser(one),
  ];
}

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
