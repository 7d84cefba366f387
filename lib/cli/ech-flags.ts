// Owns: the flags about Encrypted Client Hello.
// Must not know: the package: help is shown without loading it.

import { Option } from 'commander';

export interface EchFlags {
  readonly ech?: string;
  readonly echGrease?: true;
  readonly echRetry?: true;
}

export function echFlags(): readonly Option[] {
  return [
    new Option('--ech <list>', 'Encrypted Client Hello: the ECHConfigList in base64, as in DNS, or a file of it or of an ECHCONFIG'),
    new Option('--ech-retry', 'connect once more if the server sends a list of its own'),
    new Option('--ech-grease', 'only look like it'),
  ];
}
