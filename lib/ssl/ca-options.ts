// Owns: the option `ca`: whom a context trusts, read anew or shared with a context that has read it.
// Must not know: what trusting means.

import { MisuseError } from '../core/errors.ts';
import { invalidArgument, type OptionReader } from '../core/options.ts';
import type { NativeContext } from '../native/binding.ts';
import type { NativePkcs12 } from '../native/settings.ts';
import type { SslContext } from './context.ts';
import { handleOf } from './context-handles.ts';
import { type Home, isSameHome } from './home.ts';
import type { KeySources } from './key-source.ts';
import type { Passphrase } from './passphrase.ts';
import { memberOf, readableDirectory, readableFile } from './pem.ts';
import { type NativeCaSource, systemTrust } from './trust.ts';
import { uriOf } from './uri.ts';

interface Trust {
  readonly ca: readonly NativeCaSource[];
  /** The context whose store is shared. */
  readonly trustOf: NativeContext | undefined;
}

const sources = "'system', PEM text, { file: path }, { directory: path } or { uri }";

/** What a URI is read with. */
interface Reading {
  readonly home: Home;
  readonly sources: KeySources;
  readonly passphrase: Passphrase | undefined;
}

/**
 * Fails when: a source is none or cannot be read, or a shared store is of another OpenSSL, or would be added to (MisuseError); or what a URI
 * names cannot be had (KeyError).
 */
export function readCas(options: OptionReader, reading: Reading, pkcs12: readonly NativePkcs12[]): Trust {
  const { home } = reading;
  const given = options.raw('ca');
  if (given === undefined) return { ca: [], trustOf: undefined };
  const path = options.path('ca');
  const trustOf = handleOf(given);
  if (trustOf !== undefined) {
    if (!isSameHome(given as SslContext, home)) throw invalidArgument(path, 'an SslContext of the same OpenSSL and library context', given);
    refuseAdditions(options, pkcs12);
    return { ca: [], trustOf };
  }
  if (!Array.isArray(given)) return { ca: [readCa({ path, setting: 'ca' }, given, reading, `${sources}, or an SslContext`)], trustOf };
  return {
    ca: given.map((source: unknown, index) => readCa({ path: `${path}[${index}]`, setting: `ca[${index}]` }, source, reading, sources)),
    trustOf,
  };
}

// What is put into a shared store would count for every context that has it.
function refuseAdditions(options: OptionReader, pkcs12: readonly NativePkcs12[]): void {
  const trusting = pkcs12.find(({ trustCas }) => trustCas);
  const added = options.has('crl') ? 'crl' : trusting && `${trusting.setting}.trustCas`;
  if (added === undefined) return;
  const path = options.path(added);
  throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} must be given to the context whose trust ${options.path('ca')} shares`);
}

interface Place {
  readonly path: string;
  readonly setting: string;
}

function readCa(
  { path, setting }: Place,
  source: unknown,
  { home, sources: keySources, passphrase }: Reading,
  allowed: string,
): NativeCaSource {
  if (source === 'system') return systemTrust(home.library);
  const directory = memberOf(source, 'directory');
  if (directory !== undefined) return { kind: 'directory', value: readableDirectory(`${path}.directory`, directory) };
  const file = memberOf(source, 'file');
  if (file !== undefined) return { kind: 'file', value: readableFile(`${path}.file`, file) };
  if (typeof source === 'string' || source instanceof Uint8Array || uriOf(source) !== undefined) {
    return { kind: 'text', value: keySources.certificates({ path, setting, passphrase }, source) };
  }
  throw invalidArgument(path, allowed, source);
}
