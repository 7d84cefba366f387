// Owns: the options of connect() and connectSync() that a command line asks for.
// Must not know: what is done with the connection.

import { existsSync, statSync } from 'node:fs';
import type { CaSource, ConnectDatagramOptions, ConnectOptions, OpenSSL } from '../index.ts';
import { type DatagramProtocol, datagramProtocols, type Protocol, protocols, type RecordFlags } from './flags.ts';
import type { Target } from './target.ts';
import { UsageError } from './usage-error.ts';

/** The options that both drivers take. */
export type DriverOptions = Omit<ConnectOptions, 'transport' | 'signal' | 'allowHalfOpen' | 'conf'> & Pick<RecordFlags, 'conf'> & Target;

/** The same over datagrams. */
export type DatagramDriverOptions = Omit<ConnectDatagramOptions, 'transport' | 'socket' | 'signal' | 'conf'> &
  Pick<RecordFlags, 'conf'> &
  Target;

type CommonOptions = Omit<DriverOptions & DatagramDriverOptions, 'minProtocol' | 'maxProtocol' | 'dangerousMinProtocol'>;

const secureMinimum: Protocol = 'TLSv1.2';

/** Fails when: flags contradict each other, or name a file or a variable that is not there (UsageError). */
export function driverOptions(target: Target, flags: RecordFlags, library: OpenSSL): DriverOptions {
  return { ...commonOptions(target, flags, library), ...protocolOptions(flags) };
}

/** The same for --dtls. Fails when: they do, or name a protocol of streams (UsageError). */
export function datagramDriverOptions(target: Target, flags: RecordFlags, library: OpenSSL): DatagramDriverOptions {
  return { ...commonOptions(target, flags, library), ...datagramProtocolOptions(flags) };
}

function commonOptions(target: Target, flags: RecordFlags, library: OpenSSL): CommonOptions {
  return {
    ...target,
    library,
    ...identityOptions(flags),
    ...(flags.timeout === undefined ? {} : { timeout: flags.timeout }),
    ...(flags.ca === undefined ? {} : { ca: flags.ca.map(caSource) }),
    ...(flags.servername === undefined ? {} : { serverName: flags.servername === false ? null : flags.servername }),
    ...nameToVerify(flags),
    ...(flags.verify ? {} : { dangerousSkipVerification: true }),
    ...(flags.alpn === undefined ? {} : { alpn: flags.alpn }),
    ...(flags.ciphers === undefined ? {} : { cipherList: flags.ciphers }),
    ...(flags.ciphersuites === undefined ? {} : { cipherSuites: flags.ciphersuites }),
    ...(flags.groups === undefined ? {} : { groups: flags.groups }),
    ...(flags.conf === undefined ? {} : { conf: flags.conf }),
  };
}

function nameToVerify({ verify, verifyName }: RecordFlags): Pick<CommonOptions, 'verifyName'> {
  if (verifyName === undefined) return {};
  if (!verify) throw new UsageError('--verify-name has no meaning with --no-verify: no name is looked at');
  return { verifyName };
}

// Whoever types an old protocol into this command asks for it: that is the dangerous… word of the library here. What is not typed is not
// passed on, so that the library's own default stays in charge.
function protocolOptions(flags: RecordFlags): Pick<DriverOptions, 'minProtocol' | 'maxProtocol' | 'dangerousMinProtocol'> {
  const needsDtls = 'is for --dtls';
  const minProtocol = protocolOf('--min-protocol', flags.minProtocol, protocols, needsDtls);
  const maxProtocol = protocolOf('--max-protocol', flags.maxProtocol, protocols, needsDtls);
  const least = minProtocol ?? secureMinimum;
  if (maxProtocol !== undefined && protocols.indexOf(maxProtocol) < protocols.indexOf(least)) {
    throw new UsageError(`--max-protocol ${maxProtocol} is older than --min-protocol, which is ${least}`);
  }
  return { ...minimum(minProtocol), ...(maxProtocol === undefined ? {} : { maxProtocol }) };
}

function datagramProtocolOptions(flags: RecordFlags): Pick<DatagramDriverOptions, 'minProtocol' | 'maxProtocol' | 'dangerousMinProtocol'> {
  const given = (flag: string, version: string | undefined): DatagramProtocol | undefined =>
    protocolOf(flag, version, datagramProtocols, `is not for --dtls: ${datagramProtocols.join(' or ')}`);
  const minProtocol = given('--min-protocol', flags.minProtocol);
  const maxProtocol = given('--max-protocol', flags.maxProtocol);
  if (maxProtocol === 'DTLSv1' && minProtocol !== 'DTLSv1') {
    throw new UsageError(`--max-protocol DTLSv1 is older than --min-protocol, which is ${minProtocol ?? 'DTLSv1.2'}`);
  }
  return {
    ...(minProtocol === undefined ? {} : minProtocol === 'DTLSv1' ? { dangerousMinProtocol: minProtocol } : { minProtocol }),
    ...(maxProtocol === undefined ? {} : { maxProtocol }),
  };
}

function protocolOf<T extends string>(flag: string, given: string | undefined, allowed: readonly T[], why: string): T | undefined {
  if (given === undefined) return undefined;
  const found = allowed.find((version) => version === given);
  if (found === undefined) throw new UsageError(`${flag} ${given} ${why}`);
  return found;
}

function minimum(protocol: Protocol | undefined): Pick<DriverOptions, 'minProtocol' | 'dangerousMinProtocol'> {
  if (protocol === undefined) return {};
  return protocol === 'TLSv1.2' || protocol === 'TLSv1.3' ? { minProtocol: protocol } : { dangerousMinProtocol: protocol };
}

function identityOptions({ cert, key, passphraseEnv }: RecordFlags): Partial<CommonOptions> {
  if (cert === undefined) {
    if (key !== undefined) throw new UsageError('--key needs --cert, the certificate that the key belongs to');
    if (passphraseEnv !== undefined) throw new UsageError('--passphrase-env needs --cert, and the key that the passphrase is for');
    return {};
  }
  return { certificate: fileOrUri(cert), privateKey: fileOrUri(key ?? cert), ...passphraseOption(passphraseEnv) };
}

// A file of such a name is a file.
function fileOrUri(text: string): { readonly file: string } | { readonly uri: string } {
  return /^[a-z][a-z0-9+.-]*:./i.test(text) && !existsSync(text) ? { uri: text } : { file: text };
}

// Never as an argument: every user of the machine can read the arguments of every process.
function passphraseOption(variable: string | undefined): Pick<DriverOptions, 'passphrase'> {
  if (variable === undefined) return {};
  const passphrase = process.env[variable];
  if (passphrase === undefined) throw new UsageError(`--passphrase-env: there is no environment variable ${variable}`);
  return { passphrase };
}

// What is not there at all is left to connect(), which says so as for any other file.
function caSource(path: string): CaSource {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? { directory: path } : { file: path };
}
