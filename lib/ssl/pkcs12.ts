// Owns: a PKCS #12 file as an option of a context.
// Must not know: what is in it. Neither its bytes nor its passphrase appear in a message.

import { MisuseError } from '../core/errors.ts';
import { invalidArgument, type OptionReader, secretMembers } from '../core/options.ts';
import type { NativePkcs12 } from '../native/settings.ts';
import { type Passphrase, type PassphraseCalls, readPassphrase } from './passphrase.ts';

/** A certificate, its key and its chain in one file, RFC 7292. */
export interface Pkcs12 {
  /** What is in the file. */
  readonly data: Uint8Array;
  /** Of the file; default: that of the context. A callback is asked only if the file does not open without. */
  readonly passphrase?: Passphrase;
  /** The certificates of its chain are trusted too, X509_STORE_add_cert(3); default: false. */
  readonly trustCas?: boolean;
  /** Server: their names are sent when it asks for a certificate, SSL_CTX_add_client_CA(3); default: false. */
  readonly nameCas?: boolean;
}

const memberNames = ['data', 'passphrase', 'trustCas', 'nameCas'] as const satisfies readonly (keyof Pkcs12)[];

/** Fails when: a member is unknown or of the wrong type, or `nameCas` is asked of a client (MisuseError). */
export function readPkcs12(options: OptionReader, role: 'client' | 'server', calls: PassphraseCalls): readonly NativePkcs12[] {
  const given = options.raw('pkcs12');
  if (given === undefined) return [];
  const common = { role, passphrase: readFilePassphrase(options), calls };
  if (!Array.isArray(given)) return [readOne('pkcs12', options.path('pkcs12'), given, common)];
  return given.map((one: unknown, index) => readOne(`pkcs12[${index}]`, `${options.path('pkcs12')}[${index}]`, one, common));
}

interface Common {
  readonly role: 'client' | 'server';
  readonly passphrase: Passphrase | undefined;
  readonly calls: PassphraseCalls;
}

function readOne(setting: string, path: string, given: unknown, { role, passphrase: ofContext, calls }: Common): NativePkcs12 {
  const members = secretMembers(path, given, memberNames);
  const data = members.raw('data');
  if (!(data instanceof Uint8Array)) throw invalidArgument(members.path('data'), 'a Uint8Array (a Buffer is one)', typeof data);
  const nameCas = members.boolean('nameCas') ?? false;
  if (nameCas && role === 'client') {
    const argument = members.path('nameCas');
    throw new MisuseError('ERR_SSL_ARGUMENT', argument, `${argument} is for servers: a client asks for no certificate by name`);
  }
  const passphrase = calls.nativeOf(readFilePassphrase(members) ?? ofContext, { setting, asCString: true });
  return { setting, data, passphrase, trustCas: members.boolean('trustCas') ?? false, nameCas };
}

// PKCS12_parse takes a C string: what follows a zero character would be dropped in silence.
function readFilePassphrase(options: OptionReader): Passphrase | undefined {
  const passphrase = readPassphrase(options);
  if (typeof passphrase !== 'string' || !passphrase.includes('\0')) return passphrase;
  throw invalidArgument(options.path('passphrase'), 'a string without a zero character', typeof passphrase);
}
