// Owns: the options of a context that are its own certificates and keys.
// Must not know: whom it trusts, connections. A key and a passphrase never appear in a message.

import { MisuseError } from '../core/errors.ts';
import { invalidArgument, type OptionReader, secretMembers } from '../core/options.ts';
import type { NativePrivateKey } from '../native/binding.ts';
import type { NativeIdentity } from '../native/settings.ts';
import type { CertificateSource, KeySources, PrivateKeySource } from './key-source.ts';
import { type Passphrase, readPassphrase } from './passphrase.ts';

/** What to show: a certificate with its chain, and the key, as in SslContextOptions. */
export interface Identity {
  /** May be absent where `serverCertTypes` (on a client: `clientCertTypes`) have `'raw-public-key'`: then the key is all there is to show. */
  readonly certificate?: CertificateSource;
  readonly privateKey: PrivateKeySource;
  readonly passphrase?: Passphrase;
}

/** Who the context is. */
export interface IdentityOptions {
  /** The own certificate first, SSL_CTX_use_certificate(3), then its chain, SSL_CTX_clear_chain_certs(3) and SSL_CTX_add1_chain_cert(3). */
  readonly certificate?: CertificateSource;
  /**
   * SSL_CTX_use_PrivateKey(3), then SSL_CTX_check_private_key(3): it must be that of `certificate`. Without one it is a raw public key, where
   * `serverCertTypes` (on a client: `clientCertTypes`) have `'raw-public-key'`.
   */
  readonly privateKey?: PrivateKeySource;
  /**
   * Of an encrypted private key, or a token's PIN, SSL_CTX_set_default_passwd_cb(3): a text, or a callback that is asked for it. OpenSSL
   * never asks on the terminal here.
   */
  readonly passphrase?: Passphrase;
  /**
   * Further certificates, of other types of key, beside `certificate` or without it: OpenSSL keeps one of each type and shows the one that
   * the peer can verify; a client before TLS 1.3 shows the last one or none. Of two of one type the later one counts,
   * SSL_CTX_use_certificate(3). What has no passphrase of its own is read with `passphrase`.
   */
  readonly identities?: readonly Identity[];
}

export const identityOptionNames: readonly (keyof IdentityOptions)[] = ['certificate', 'privateKey', 'passphrase', 'identities'];

type Identities = readonly NativeIdentity<NativePrivateKey>[];

/**
 * All of them, in the order in which OpenSSL is given them. `rawKeys`: a key needs no certificate.
 *
 * Fails when: one is nothing of the kind, or a certificate comes without its key or the other way round (MisuseError); `conf` may bring the
 * other half; or what a URI names cannot be had (KeyError).
 */
export function readIdentities(options: OptionReader, sources: KeySources, rawKeys: boolean): Identities {
  const hasCertificate = options.has('certificate');
  const hasKey = options.has('privateKey');
  const isAlone = rawKeys ? hasCertificate && !hasKey : hasCertificate !== hasKey;
  if (isAlone && !options.has('conf')) {
    const [absent, given] = hasCertificate ? ['privateKey', 'certificate'] : ['certificate', 'privateKey'];
    const path = options.path(absent);
    throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} must be given with ${options.path(given)}`);
  }
  const passphrase = readPassphrase(options);
  const own = hasCertificate || hasKey ? [readIdentity(options, { place: '', passphrase, sources })] : [];
  return [...own, ...readFurther(options, { passphrase, sources, rawKeys })];
}

interface Further {
  readonly passphrase: Passphrase | undefined;
  readonly sources: KeySources;
  readonly rawKeys: boolean;
}

function readFurther(options: OptionReader, { passphrase, sources, rawKeys }: Further): Identities {
  const given = options.raw('identities');
  if (given === undefined) return [];
  const path = options.path('identities');
  if (!Array.isArray(given)) throw invalidArgument(path, 'an array of { certificate, privateKey, passphrase }', typeof given);
  return given.map((identity: unknown, index) => {
    const members = secretMembers(`${path}[${index}]`, identity, ['certificate', 'privateKey', 'passphrase']);
    const wanted: readonly IdentityPart[] = rawKeys ? ['privateKey'] : ['certificate', 'privateKey'];
    return readIdentity(members, { place: `identities[${index}].`, passphrase: readPassphrase(members) ?? passphrase, sources, wanted });
  });
}

type IdentityPart = 'certificate' | 'privateKey';

interface Reading extends Omit<Further, 'rawKeys'> {
  readonly place: string;
  /** Must be there. */
  readonly wanted?: readonly IdentityPart[];
}

function readIdentity(members: OptionReader, { place, passphrase, sources, wanted: needed = [] }: Reading): Identities[number] {
  const option = (name: IdentityPart) => ({ path: members.path(name), setting: `${place}${name}`, passphrase });
  const wanted = (name: IdentityPart): boolean => needed.includes(name) || members.has(name);
  const certificate = wanted('certificate') ? sources.certificates(option('certificate'), members.raw('certificate')) : undefined;
  const none = { privateKey: undefined, key: undefined };
  const key = wanted('privateKey') ? sources.privateKey(option('privateKey'), members.raw('privateKey')) : none;
  return { place, certificate, ...key, passphrase: sources.calls.nativeOf(passphrase) };
}
