// Owns: DTLS-SRTP (RFC 5764): the profiles that are offered, and the keys of the one that was chosen.
// Must not know: SRTP itself, sockets.
//
//   exporter EXTRACTOR-dtls_srtp ──▶ client key │ server key │ client salt │ server salt        (RFC 5764, 4.2)

import { MisuseError } from '../core/errors.ts';
import { invalidArgument, type OptionReader } from '../core/options.ts';
import type { OpenSSL } from './openssl.ts';
import type { Method } from './protocols.ts';

export interface SrtpOptions {
  /**
   * DTLS: profiles of SRTP that a client offers, in this order, and of which a server takes its first that the client has:
   * `['SRTP_AEAD_AES_128_GCM', 'SRTP_AES128_CM_SHA1_80']`, SSL_CTX_set_tlsext_use_srtp(3); of one connection SSL_set_tlsext_use_srtp(3).
   * Without any in common there is a connection all the same, and `selectedSrtpProfile` is null.
   */
  readonly srtpProfiles?: readonly string[];
}

export const srtpOptionNames: readonly (keyof SrtpOptions)[] = ['srtpProfiles'];

/** A profile of SRTP under its name in OpenSSL and its number on the wire (RFC 5764, 4.1.2). */
export interface SrtpProfile {
  readonly name: string;
  readonly id: number;
}

/** What one side protects its packets with. **Secrets.** */
export interface SrtpKeyAndSalt {
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
}

/** The master keys and salts of SRTP, by who sends. */
export interface SrtpKeys {
  readonly profile: SrtpProfile;
  readonly client: SrtpKeyAndSalt;
  readonly server: SrtpKeyAndSalt;
}

/** What srtpKeys() asks: an SslEngine, or a socket. */
export interface SrtpConnection {
  readonly selectedSrtpProfile: SrtpProfile | null;
  exportKeyingMaterial(length: number, label: string): Uint8Array;
}

const label = 'EXTRACTOR-dtls_srtp';
// Bytes of a master key and a master salt, by the number of the profile: RFC 5764, 4.1.2; RFC 7714, 14.2; RFC 8723, 10.1; RFC 8269, 6.
const lengths: ReadonlyMap<number, readonly [key: number, salt: number]> = new Map([
  [0x01, [16, 14]],
  [0x02, [16, 14]],
  [0x05, [16, 14]],
  [0x06, [16, 14]],
  [0x07, [16, 12]],
  [0x08, [32, 12]],
  [0x09, [32, 24]],
  [0x0a, [64, 24]],
  [0x0b, [16, 14]],
  [0x0c, [16, 14]],
  [0x0d, [32, 14]],
  [0x0e, [32, 14]],
  [0x0f, [16, 12]],
  [0x10, [32, 12]],
]);

/**
 * The keys of SRTP that a connection has agreed on: what both sides export, cut into the parts of the profile.
 *
 * Fails when: no profile was agreed on, the handshake is not finished, or the lengths of the profile are not known here (MisuseError);
 * or OpenSSL refuses to export (SettingError).
 *
 * @openssl SSL_export_keying_material
 */
export function srtpKeys(connection: SrtpConnection): SrtpKeys {
  const given = connection as Partial<SrtpConnection> | null | undefined;
  if (typeof given?.exportKeyingMaterial !== 'function') throw invalidArgument('connection', 'an SslEngine or an SslDatagramSocket', given);
  const profile = connection.selectedSrtpProfile;
  if (profile == null) throw new MisuseError('ERR_SSL_STATE', 'srtpKeys', 'srtpKeys: this connection has agreed on no profile of SRTP');
  const [keyLength, saltLength] = lengthsOf(profile);
  const bytes = connection.exportKeyingMaterial(2 * (keyLength + saltLength), label);
  const salts = 2 * keyLength;
  const part = (from: number, length: number): Uint8Array => Uint8Array.from(bytes.subarray(from, from + length));
  const client = { key: part(0, keyLength), salt: part(salts, saltLength) };
  const server = { key: part(keyLength, keyLength), salt: part(salts + saltLength, saltLength) };
  bytes.fill(0);
  return { profile, client, server };
}

/**
 * As OpenSSL takes them: names with a colon between them.
 *
 * Fails when: they are no names, or the method is `tls` (MisuseError); or the library was built without SRTP (NotSupportedError).
 */
export function readSrtpProfiles(
  options: OptionReader,
  cFunction: string,
  { method, library }: { readonly method: Method; readonly library: OpenSSL },
): string | undefined {
  const names = options.strings('srtpProfiles');
  if (names === undefined) return undefined;
  const path = options.path('srtpProfiles');
  if (method === 'tls') throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} has no meaning with a context of the method 'tls'`);
  if (names.length === 0) throw invalidArgument(path, 'an array of at least one profile', names);
  const two = names.findIndex((name) => name.includes(':'));
  if (two >= 0) throw invalidArgument(`${path}[${two}]`, 'the name of one profile', names[two]);
  library.require(cFunction);
  return names.join(':');
}

function lengthsOf({ name, id }: SrtpProfile): readonly [key: number, salt: number] {
  const known = lengths.get(id);
  if (known !== undefined) return known;
  throw new MisuseError('ERR_SSL_STATE', 'srtpKeys', `srtpKeys: the lengths of ${name} are not known: cut what is exported yourself`);
}
