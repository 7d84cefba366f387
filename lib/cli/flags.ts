// Owns: the flags of `connect`, `record` and `replay`, one row each: what it is called, what it takes, what the help says of it; and reading
// their values.
// Must not know: what is done with them.

import { type Command, InvalidArgumentError, Option } from 'commander';
import { type EchFlags, echFlags } from './ech-flags.ts';
import { type ProviderFlags, providerFlags } from './provider-flags.ts';

export const protocols = ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;
export type Protocol = (typeof protocols)[number];
export const datagramProtocols = ['DTLSv1', 'DTLSv1.2'] as const;
export type DatagramProtocol = (typeof datagramProtocols)[number];

/** What commander makes of the command line. A flag that was not given is undefined. */
export interface ConnectFlags extends EchFlags, ProviderFlags {
  readonly blocking?: true;
  readonly dtls?: true;
  readonly json?: true;
  readonly library?: string;
  readonly timeout?: number;
  readonly ca?: readonly string[];
  /** False after --no-servername. */
  readonly servername?: string | false;
  readonly verifyName?: string;
  /** False after --no-verify. */
  readonly verify: boolean;
  /** Of the server, raw or in a certificate. */
  readonly peerKey?: readonly string[];
  readonly cert?: string;
  readonly key?: string;
  readonly passphraseEnv?: string;
  readonly alpn?: readonly string[];
  readonly minProtocol?: Protocol | DatagramProtocol;
  readonly maxProtocol?: Protocol | DatagramProtocol;
  readonly ciphers?: string;
  readonly ciphersuites?: string;
  readonly groups?: string;
  readonly conf?: Readonly<Record<string, string>>;
  /** Empty after `--cert-comp none`. */
  readonly certComp?: readonly string[];
  readonly sessIn?: string;
  readonly sessOut?: string;
  readonly keylog?: string;
}

/** What `record` has of them. */
export type RecordFlags = Omit<
  ConnectFlags,
  'blocking' | 'dtls' | 'certComp' | 'peerKey' | 'sessIn' | 'sessOut' | 'keylog' | keyof EchFlags | keyof ProviderFlags
>;

/** What `replay` has: all else is in the recording. */
export type ReplayFlags = Pick<ConnectFlags, 'library' | 'timeout' | 'json' | 'cert' | 'key' | 'passphraseEnv'> & {
  readonly offline?: true;
};

/** The flag that an option of connect() comes from, for messages about it. */
export const flagOfOption: ReadonlyMap<string, string> = new Map([
  ['host', 'HOST'],
  ['port', 'PORT'],
  ['library', '--library'],
  ['name', '--provider'],
  ['provider', '--provider'],
  ['libraryContext', '--provider'],
  ['modules', '--provider-path'],
  ['propertyQuery', '--propquery'],
  ['timeout', '--timeout'],
  ['ca', '--ca'],
  ['serverName', '--servername'],
  ['verifyName', '--verify-name'],
  ['verifyHost', '--verify-name'],
  ['verifyIp', '--verify-name'],
  ['certificate', '--cert'],
  ['privateKey', '--key'],
  ['passphrase', '--passphrase-env'],
  ['alpn', '--alpn'],
  ['minProtocol', '--min-protocol'],
  ['dangerousMinProtocol', '--min-protocol'],
  ['maxProtocol', '--max-protocol'],
  ['cipherList', '--ciphers'],
  ['cipherSuites', '--ciphersuites'],
  ['groups', '--groups'],
  ['conf', '--conf'],
  ['session', '--sess-in'],
  ['expectedPeerKeys', '--peer-key'],
  ['ech', '--ech'],
  ['certificateCompression', '--cert-comp'],
]);

const largestTimeout = 2 ** 31 - 1;
export const defaultTimeout = 60_000;

export function libraryOption(): Option {
  return new Option('--library <library>', 'the OpenSSL to use: "system", "node", or the path of a folder or of a libssl file').argParser(
    nonEmpty,
  );
}

export function jsonOption(): Option {
  return new Option('--json', 'print one JSON object instead of text');
}

/** Adds the flags of `connect` to the command, under the headings of its help. */
export function addConnectFlags(command: Command): void {
  const blocking = new Option('--blocking', 'wait in native code (connectSync) instead of the event loop (connect)');
  const dtls = new Option('--dtls', 'speak DTLS over UDP (connectDatagram)');
  addGroups(command, [
    ['How:', [libraryOption(), blocking, dtls, timeoutOption(), jsonOption()]],
    ['Providers:', providerFlags(nonEmpty, collect)],
    ...handshakeGroups([...protocols, ...datagramProtocols]),
    ['What to hide:', echFlags()],
    [
      'Whose key to expect:',
      [
        new Option(
          '--peer-key <file>',
          "the server's public key, PEM or DER: as a raw public key (OpenSSL 3.2) or in a certificate, in place of --ca; may be repeated",
        ).argParser(collect),
      ],
    ],
    [
      'What to compress:',
      [
        new Option(
          '--cert-comp <a,b>',
          'ways to compress certificates: zlib, brotli, zstd, or none (default: what the library has)',
        ).argParser(parseCompressions),
      ],
    ],
    [
      'What to keep:',
      [
        new Option('--sess-in <file>', 'resume the session in this file, DER or PEM, if the server agrees').argParser(nonEmpty),
        new Option('--sess-out <file>', 'write the session to this file in DER, for --sess-in; readable by you only').argParser(nonEmpty),
        new Option('--keylog <file>', "append the connection's secrets to this file, as Wireshark and others read them").argParser(
          nonEmpty,
        ),
      ],
    ],
  ]);
}

export function addRecordFlags(command: Command): void {
  addGroups(command, [['How:', [libraryOption(), timeoutOption(), jsonOption()]], ...handshakeGroups(protocols)]);
}

export function addReplayFlags(command: Command): void {
  const offline = new Option('--offline', 'connect to no server: compare what comes before its answer');
  addGroups(command, [
    ['How:', [libraryOption(), offline, timeoutOption(), jsonOption()]],
    ['What is not in a recording:', identityFlags()],
  ]);
}

type FlagGroup = readonly [heading: string, options: readonly Option[]];

function addGroups(command: Command, groups: readonly FlagGroup[]): void {
  for (const [heading, options] of groups) {
    command.optionsGroup(heading);
    for (const option of options) command.addOption(option);
  }
}

function timeoutOption(): Option {
  return new Option('--timeout <ms>', 'milliseconds for resolving, connecting and the handshake together')
    .argParser(parseTimeout)
    .default(defaultTimeout);
}

function identityFlags(): readonly Option[] {
  return [
    new Option('--cert <file>', 'PEM file with the own certificate, then its chain; or a URI (file:…, pkcs11:…)').argParser(nonEmpty),
    new Option('--key <file>', 'PEM file with its private key, or a URI (default: what --cert names)').argParser(nonEmpty),
    new Option('--passphrase-env <name>', 'the environment variable that holds the passphrase of the key').argParser(nonEmpty),
  ];
}

function handshakeGroups(versions: readonly string[]): readonly FlagGroup[] {
  return [
    [
      'Whom to believe:',
      [
        new Option(
          '--ca <path>',
          "trusted certificates: a PEM file or a hashed folder, in place of the system's; may be repeated",
        ).argParser(collect),
        new Option(
          '--verify-name <name>',
          'the name or IP address that the certificate must be for (default: --servername, else HOST)',
        ).argParser(nonEmpty),
        new Option('--no-verify', 'accept any certificate, of anyone; the result is still shown'),
      ],
    ],
    [
      'What to say:',
      [
        new Option('--servername <name>', 'the server name indication to send (default: HOST, if it is a name)').argParser(nonEmpty),
        new Option('--no-servername', 'send no server name indication'),
        new Option('--alpn <a,b>', 'protocols to offer, the most wanted first').argParser(parseList),
        ...identityFlags(),
      ],
    ],
    [
      'What to agree on:',
      [
        new Option('--min-protocol <version>', 'the oldest protocol (default: TLSv1.2); older ones only if given here').choices(versions),
        new Option('--max-protocol <version>', 'the newest protocol (default: what the library knows)').choices(versions),
        new Option('--ciphers <list>', 'ciphers up to TLS 1.2, as in SSL_CTX_set_cipher_list(3)').argParser(nonEmpty),
        new Option('--ciphersuites <list>', 'ciphers of TLS 1.3, as in SSL_CTX_set_ciphersuites(3)').argParser(nonEmpty),
        new Option('--groups <list>', 'key exchange groups, as in SSL_CTX_set1_groups_list(3)').argParser(nonEmpty),
        new Option('--conf <key=value>', 'any command of SSL_CONF_cmd(3), after all else; may be repeated').argParser(collectConf),
      ],
    ],
  ];
}

function nonEmpty(text: string): string {
  if (text === '') throw new InvalidArgumentError('It is empty.');
  return text;
}

function parseTimeout(text: string): number {
  const milliseconds = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (milliseconds >= 1 && milliseconds <= largestTimeout) return milliseconds;
  throw new InvalidArgumentError(`Give whole milliseconds from 1 to ${largestTimeout}.`);
}

function parseList(text: string): readonly string[] {
  const parts = text.split(',');
  if (parts.includes('')) throw new InvalidArgumentError('Give names with single commas between them, for example h2,http/1.1.');
  return parts;
}

function parseCompressions(text: string): readonly string[] {
  return text === 'none' ? [] : parseList(text);
}

function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, nonEmpty(text)];
}

function collectConf(text: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const [, key = '', value = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (key === '') throw new InvalidArgumentError('Give KEY=VALUE, for example MinProtocol=TLSv1.2.');
  if (Object.hasOwn(before, key)) throw new InvalidArgumentError(`${key} is given twice.`);
  return { ...before, [key]: value };
}
