// Owns: the flags about providers, which are called as those of openssl(1).
// Must not know: the package: help is shown without loading it.

import { Option } from 'commander';

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
