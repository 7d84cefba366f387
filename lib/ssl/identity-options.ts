// Owns: the options of a context that are its own certificates and keys.
// Must not know: whom it trusts, connections. A key and a passphrase never appear in a message.

import { MisuseError } from '../core/errors.ts';
import { invalidArgument, type OptionReader, secretMembers } from '../core/options.ts';
import type { NativeIdentity } from '../native/settings.ts';
import { type PemSource, readPem } from './pem.ts';

/** What to show: a certificate with its chain, and the key, as in SslContextOptions. */
export interface Identity {
  /** May be absent where `serverCertTypes` (on a client: `clientCertTypes`) have `'raw-public-key'`: then the key is all there is to show. */
  readonly certificate?: PemSource;
  readonly privateKey: PemSource;
  readonly passphrase?: string;
}

/** Who the context is. */
export interface IdentityOptions {
  /** The own certificate first, SSL_CTX_use_certificate(3), then its chain, SSL_CTX_clear_chain_certs(3) and SSL_CTX_add1_chain_cert(3). */
  readonly certificate?: PemSource;
  /**
   * SSL_CTX_use_PrivateKey(3), then SSL_CTX_check_private_key(3): it must be that of `certificate`. Without one it is a raw public key, where
   * `serverCertTypes` (on a client: `clientCertTypes`) have `'raw-public-key'`.
   */
  readonly privateKey?: PemSource;
  /** Of an encrypted private key, SSL_CTX_set_default_passwd_cb(3). OpenSSL never asks on the terminal here. */
  readonly passphrase?: string;
  /**
   * Further certificates, of other types of key, beside `certificate` or without it: OpenSSL keeps one of each type and shows the one that
   * the peer can verify; a client before TLS 1.3 shows the last one or none. Of two of one type the later one counts,
   * SSL_CTX_use_certificate(3). What has no passphrase of its own is read with `passphrase`.
   */
  readonly identities?: readonly Identity[];
}

export const identityOptionNames: readonly (keyof IdentityOptions)[] = ['certificate', 'privateKey', 'passphrase', 'identities'];

/**
 * All of them, in the order in which OpenSSL is given them. `rawKeys`: a key needs no certificate.
 *
 * Fails when: one is no PEM, or a certificate comes without its key or the other way round (MisuseError); `conf` may bring the other half.
 */
export function readIdentities(options: OptionReader, rawKeys: boolean): readonly NativeIdentity[] {
  const certificate = options.has('certificate')
    ? readPem(options.path('certificate'), options.raw('certificate'), 'certificates')
    : undefined;
  const privateKey = options.has('privateKey')
    ? readPem(options.path('privateKey'), options.raw('privateKey'), 'a private key')
    : undefined;
  const isAlone = rawKeys
    ? privateKey === undefined && certificate !== undefined
    : (certificate === undefined) !== (privateKey === undefined);
  if (isAlone && !options.has('conf')) {
    const [absent, given] = certificate === undefined ? ['certificate', 'privateKey'] : ['privateKey', 'certificate'];
    const path = options.path(absent);
    throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} must be given with ${options.path(given)}`);
  }
  const passphrase = options.secret('passphrase');
  const further = readFurther(options, passphrase, rawKeys);
  return certificate === undefined && privateKey === undefined ? further : [{ place: '', certificate, privateKey, passphrase }, ...further];
}

function readFurther(options: OptionReader, passphrase: string | undefined, rawKeys: boolean): readonly NativeIdentity[] {
  const given = options.raw('identities');
  if (given === undefined) return [];
  const path = options.path('identities');
  if (!Array.isArray(given)) throw invalidArgument(path, 'an array of { certificate, privateKey, passphrase }', typeof given);
  return given.map((identity: unknown, index) => {
    const members = secretMembers(`${path}[${index}]`, identity, ['certificate', 'privateKey', 'passphrase']);
    return {
      place: `identities[${index}].`,
      certificate:
        rawKeys && !members.has('certificate')
          ? undefined
          : readPem(members.path('certificate'), members.raw('certificate'), 'certificates'),
      privateKey: readPem(members.path('privateKey'), members.raw('privateKey'), 'a private key'),
      passphrase: members.secret('passphrase') ?? passphrase,
    };
  });
}
