// Owns: the options of SslContext, read once into the form that the native side takes.
// Must not know: what happens with them.

import { VERIFY } from '../core/constants.ts';
import { NotSupportedError } from '../core/errors.ts';
import { invalidArgument, OptionReader, requireString } from '../core/options.ts';
import type { NativeContext, NativeContextSettings, NativeEchStore } from '../native/binding.ts';
import { readAlpn } from './alpn.ts';
import { readCas } from './ca-options.ts';
import {
  type CompressionOptions,
  compressionOptionNames,
  readCompressedCertificates,
  readCompression,
  refuseWhatCompressionLoses,
} from './certificate-compression.ts';
import type { SslContext } from './context.ts';
import {
  type PlainSettings,
  plainSettingNames,
  readControls,
  readDhParameters,
  readNumbers,
  readSessionIdContext,
} from './context-settings.ts';
import { type CustomExtension, readExtensions } from './custom-extensions.ts';
import { type AllDeciders, askedBits, type Deciders, deciderNames, readDeciders } from './deciders.ts';
import { type EchContextOptions, echContextOptionNames, readEchStore } from './ech-context.ts';
import { type Home, type HomeOptions, homeOptionNames, readHome, readPropertyQuery } from './home.ts';
import { type IdentityOptions, identityOptionNames, readIdentities } from './identity-options.ts';
import { KeySources } from './key-source.ts';
import { readKeylogPath, withKeylogFile } from './keylog-file.ts';
import { type Observers, observedBits, observerNames, readObservers, sessionsAreWanted } from './observers.ts';
import type { LibrarySelector, OpenSSL } from './openssl.ts';
import { PassphraseCalls, readPassphrase } from './passphrase.ts';
import type { CaSource } from './pem.ts';
import { type Pkcs12, readPkcs12 } from './pkcs12.ts';
import { type Method, methods } from './protocols.ts';
import { type RawKeyOptions, rawKeyOptionNames, readRawKeys, showsRawKeys } from './raw-public-keys.ts';
import { readSrtpProfiles, type SrtpOptions, srtpOptionNames } from './srtp.ts';
import { readTransparency, type TransparencyOptions, transparencyOptionNames } from './transparency.ts';
import { readTrustOptions, type TrustOptions, trustOptionNames } from './trust-options.ts';
import type { UriSource } from './uri.ts';
import { type PeerNames, peerNamesOf } from './verify-parameters.ts';

export type { Method } from './protocols.ts';
export type Role = 'client' | 'server';
/** The modes of SSL_CTX_set_verify(3). On a client `fail-if-no-peer-cert` is the same as `peer`. */
export type VerifyMode = 'none' | 'peer' | 'fail-if-no-peer-cert';

/** What a context can be given. What is not given stays as OpenSSL, and its openssl.cnf, has it. */
export interface SslContextOptions
  extends PlainSettings,
    HomeOptions,
    IdentityOptions,
    RawKeyOptions,
    TrustOptions,
    TransparencyOptions,
    EchContextOptions,
    CompressionOptions,
    SrtpOptions,
    Observers,
    Deciders {
  readonly role: Role;
  /**
   * `'tls'` (default): TLS_client_method(3) or TLS_server_method(3). `'dtls'`: TLS over datagrams, DTLS_client_method(3) or
   * DTLS_server_method(3); its engines take and give datagrams.
   */
  readonly method?: Method;
  /** An OpenSSL or a selector for OpenSSL.load(); default: OpenSSL.load(). */
  readonly library?: OpenSSL | LibrarySelector;
  /** Ciphers up to TLS 1.2, SSL_CTX_set_cipher_list(3): `'ECDHE+AESGCM'` */
  readonly cipherList?: string;
  /** Ciphers of TLS 1.3, SSL_CTX_set_ciphersuites(3): `'TLS_AES_256_GCM_SHA384'` */
  readonly cipherSuites?: string;
  /**
   * Certificate, key and chain as a PKCS #12 file (`.p12`, `.pfx`) has them, beside `certificate` and `identities` or without:
   * PKCS12_parse(3). Several are of several types of key.
   */
  readonly pkcs12?: Pkcs12 | readonly Pkcs12[];
  /**
   * Whom to trust: `'system'` SSL_CTX_set_default_verify_paths(3), a file or a directory SSL_CTX_load_verify_locations(3), PEM text
   * X509_STORE_add_cert(3), the certificates that a URI names. An SslContext of the same OpenSSL in place of all these: whom that one trusts, without reading it again,
   * SSL_CTX_set1_cert_store(3). Its revocation lists come along; whether they are looked at, `verifyParameters` say.
   */
  readonly ca?: CaSource | UriSource | readonly (CaSource | UriSource)[] | SslContext;
  /** SSL_CTX_set_verify(3); OpenSSL's own default is `none`, for clients too. */
  readonly verifyMode?: VerifyMode;
  /**
   * A client offers these, in this order, SSL_CTX_set_alpn_protos(3); a server chooses its first that the client offers, and refuses a
   * client without any, SSL_CTX_set_alpn_select_cb(3).
   */
  readonly alpn?: readonly string[];
  /** Server: helps a client of TLS 1.2 or older to find the right pre-shared key, SSL_CTX_use_psk_identity_hint(3). */
  readonly pskIdentityHint?: string;
  /**
   * Server: the keys of session tickets, 80 bytes, SSL_CTX_set_tlsext_ticket_keys(3): the same on every machine that is to take each
   * other's tickets. A secret. Random ones, of this context alone, unless given.
   */
  readonly ticketKeys?: Uint8Array;
  /**
   * A key log file to append to, made readable for this user only; true: the one that the environment variable SSLKEYLOGFILE names. **It
   * decrypts the connections**, for everyone who has it. A line that cannot be written is an error of the operation that brought it.
   */
  readonly keylogFile?: string | true;
  /** Extensions that OpenSSL does not know: SSL_CTX_add_custom_ext(3). */
  readonly customExtensions?: readonly CustomExtension[];
  /**
   * Any command of a configuration file, SSL_CONF_cmd(3), applied in this order after all else: `{ MinProtocol: 'TLSv1.2' }`; or pairs,
   * where a command comes more than once: `[['Certificate', rsaFile], ['Certificate', ecFile]]`
   */
  readonly conf?: Readonly<Record<string, string>> | readonly (readonly [command: string, value: string])[];
}

export const contextOptionNames: readonly (keyof SslContextOptions)[] = [
  'role',
  'library',
  ...homeOptionNames,
  'method',
  'cipherList',
  'cipherSuites',
  ...identityOptionNames,
  'pkcs12',
  'ca',
  'verifyMode',
  'alpn',
  'keylogFile',
  'conf',
  ...plainSettingNames,
  'pskIdentityHint',
  'ticketKeys',
  ...trustOptionNames,
  ...transparencyOptionNames,
  ...echContextOptionNames,
  ...rawKeyOptionNames,
  ...compressionOptionNames,
  'customExtensions',
  ...srtpOptionNames,
  ...observerNames,
  ...deciderNames,
];

export const verifyModeNumbers: Readonly<Record<VerifyMode, number>> = {
  none: VERIFY.SSL_VERIFY_NONE,
  peer: VERIFY.SSL_VERIFY_PEER,
  'fail-if-no-peer-cert': VERIFY.SSL_VERIFY_PEER | VERIFY.SSL_VERIFY_FAIL_IF_NO_PEER_CERT,
};
export const verifyModeNames: readonly VerifyMode[] = Object.keys(verifyModeNumbers) as VerifyMode[];

export interface ParsedContextOptions extends Home {
  readonly role: Role;
  readonly method: Method;
  readonly observers: Observers;
  readonly deciders: AllDeciders;
  /** Whose trust it shares. */
  readonly trustOf: NativeContext | undefined;
  readonly echStore: NativeEchStore | undefined;
  /** Whom the verify parameters demand. */
  readonly peerNames: PeerNames;
  /** What it takes of a server. */
  readonly serverCertTypes: unknown;
  readonly settings: NativeContextSettings;
  /** What a passphrase callback throws is thrown when OpenSSL is done. */
  readonly calls: PassphraseCalls;
}

export function parseContextOptions(value: unknown): ParsedContextOptions {
  const options = new OptionReader('options', value, contextOptionNames);
  const role = options.oneOf('role', ['client', 'server']);
  if (role === undefined) throw invalidArgument('options.role', "'client' or 'server'", undefined);
  const home = readHome(options);
  const { library } = home;
  const propertyQuery = readPropertyQuery(options, library);
  const method = readMethod(options, library);
  const rawKeys = readRawKeys(options, library);
  const calls = new PassphraseCalls();
  const reading = { home, sources: new KeySources({ home, propertyQuery, calls }), passphrase: readPassphrase(options) };
  const identities = readIdentities(options, reading.sources, showsRawKeys(options, role));
  const pkcs12 = readPkcs12(options, role, calls);
  const { ca, trustOf } = readCas(options, reading, pkcs12);
  const observers = readObservers(options);
  const extensions = readExtensions(options, method);
  const deciders = { ...readDeciders(options, role, method), ...extensions.decider };
  refuseWhatCompressionLoses(options, role, extensions.settings);
  const verifyMode = options.oneOf('verifyMode', verifyModeNames);
  const trust = readTrustOptions(options, role, library, reading);
  const keylogPath = readKeylogPath(options);
  return {
    role,
    method,
    ...home,
    calls,
    deciders,
    trustOf,
    echStore: readEchStore(options, { role, method, library }, observers),
    peerNames: peerNamesOf(trust.verifyParameters),
    serverCertTypes: options.raw('serverCertTypes'),
    settings: {
      server: role === 'server',
      datagrams: method === 'dtls',
      propertyQuery: readPropertyQuery(options, library),
      controls: [...sessionsAreWanted(role, observers, options), ...readControls(options, library, method)],
      numbers: readNumbers(options, library),
      sessionIdContext: readSessionIdContext(options),
      asked: askedBits(deciders),
      number: nextNumber(),
      pskIdentityHint: options.string('pskIdentityHint'),
      ticketKeys: readTicketKeys(options),
      observed: observedBits(observers, keylogPath !== undefined),
      cipherList: options.string('cipherList'),
      cipherSuites: options.string('cipherSuites'),
      identities,
      pkcs12,
      passphrase: calls.nativeOf(reading.passphrase),
      ca,
      verifyMode: verifyMode && verifyModeNumbers[verifyMode],
      ...trust,
      dhParameters: readDhParameters(options),
      ...readTransparency(options, role, library),
      alpn: readAlpn(options),
      rawKeys,
      certificateCompression: readCompression(options, library, method),
      compressedCertificates: readCompressedCertificates(options, library, role, identities.length + pkcs12.length),
      customExtensions: extensions.settings,
      srtpProfiles: readSrtpProfiles(options, 'SSL_CTX_set_tlsext_use_srtp', { method, library }),
      conf: readConf(options),
    },
    observers: withKeylogFile(observers, keylogPath), // last: no file for options that are wrong
  };
}

let lastNumber = 0;
function nextNumber(): number {
  lastNumber += 1;
  return lastNumber;
}

const ticketKeysLength = 80; // a name of 16 bytes, an HMAC key of 32, an AES key of 32

function readTicketKeys(options: OptionReader): Uint8Array | undefined {
  const given = options.raw('ticketKeys');
  if (given === undefined) return undefined;
  if (given instanceof Uint8Array && given.length === ticketKeysLength) return given;
  const what = given instanceof Uint8Array ? given.length : typeof given; // never the keys
  throw invalidArgument(options.path('ticketKeys'), `a Uint8Array of ${ticketKeysLength} bytes`, what);
}

function readMethod(options: OptionReader, library: OpenSSL): Method {
  const method = options.oneOf('method', methods) ?? 'tls';
  if (method === 'tls' || library.has('DTLS_client_method')) return method;
  throw new NotSupportedError('DTLS_client_method', library.version.text); // built with no-dtls
}

function readConf(options: OptionReader): readonly (readonly [string, string])[] {
  const given = options.raw('conf');
  if (given === undefined) return [];
  const path = options.path('conf');
  if (typeof given !== 'object' || given === null) throw invalidArgument(path, 'an object of commands and values, or pairs of them', given);
  const pairs: readonly unknown[] = Array.isArray(given) ? given : Object.entries(given);
  return pairs.map((pair, index) => {
    if (!Array.isArray(pair) || pair.length !== 2) throw invalidArgument(`${path}[${index}]`, 'a pair of a command and its value', pair);
    const command = requireString(`${path} command`, pair[0]);
    // The empty value means something: `Ciphersuites` without any switches TLS 1.3's off.
    return [command, pair[1] === '' ? '' : requireString(`${path}.${command}`, pair[1])];
  });
}
