// Owns: making the record of a handshake test from its sections. A key or a value that nobody knows is an error that names it: a test must
// not pass because a part of it was overlooked.
// Must not know: what the keys mean.

import {
  type ClientExtra,
  type Commands,
  certStatuses,
  ctValidations,
  type Extras,
  fragmentLengths,
  type HandshakeCase,
  keyUpdateTypes,
  methods,
  modes,
  presences,
  results,
  type ServerExtra,
  serverNameCallbacks,
  serverNames,
  verifyCallbacks,
} from './case.ts';
import { type Configuration, globalSection, type Setting } from './configuration.ts';

/** What a file says that no test can mean. */
export class CaseError extends Error {}

/** How many tests a file says that it has, and each of them. Fails when: one cannot be understood (CaseError). */
export function readCases(configuration: Configuration, file: string): readonly HandshakeCase[] {
  const count = Number(configuration.value(globalSection, 'num_tests'));
  if (!Number.isInteger(count) || count < 1) throw new CaseError(`${file}: num_tests must be a number of tests`);
  return Array.from({ length: count }, (_, index) => readCase(configuration, file, index));
}

function readCase(configuration: Configuration, file: string, index: number): HandshakeCase {
  const where = `${file}, test-${index}`;
  const name = configuration.value(globalSection, `test-${index}`);
  if (name === undefined) throw new CaseError(`${where}: the file names no such test`);
  const settings = configuration.section(`test-${index}`);
  if (settings === undefined) throw new CaseError(`${where}: there is no section [test-${index}]`);
  const keys = new Keys(where, settings);
  const extra = readExtras(configuration, keys, '');
  const resumeExtra = readExtras(configuration, keys, 'resume-');
  const mode = keys.oneOf('HandshakeMode', modes, 'Simple');
  const made: HandshakeCase = {
    file,
    index,
    name,
    method: keys.oneOf('Method', methods, 'TLS'),
    mode,
    keyUpdateType: keys.oneOf('KeyUpdateType', keyUpdateTypes, 'KeyUpdateNotRequested'),
    applicationData: keys.number('ApplicationData', 256),
    maxFragmentSize: keys.number('MaxFragmentSize', 512),
    useSctp: keys.boolean('UseSCTP'),
    compressCertificates: keys.boolean('CompressCertificates'),
    commands: readCommands(configuration, where, name),
    extra,
    resumeExtra,
    expected: {
      result: keys.oneOf('ExpectedResult', results, 'Success'),
      clientAlert: keys.alert('ExpectedClientAlert'),
      serverAlert: keys.alert('ExpectedServerAlert'),
      protocol: keys.text('ExpectedProtocol'),
      serverName: keys.oneOf('ExpectedServerName', serverNames, 'None'),
      sessionTicket: keys.oneOf('SessionTicketExpected', presences, 'Ignore'),
      sessionId: keys.oneOf('SessionIdExpected', presences, 'Ignore'),
      compression: keys.boolean('CompressionExpected'),
      npnProtocol: keys.text('ExpectedNPNProtocol'),
      alpnProtocol: keys.text('ExpectedALPNProtocol'),
      resumption: keys.boolean('ResumptionExpected'),
      tmpKeyType: keys.text('ExpectedTmpKeyType'),
      serverCertType: keys.text('ExpectedServerCertType'),
      serverSignHash: keys.text('ExpectedServerSignHash'),
      serverSignType: keys.text('ExpectedServerSignType'),
      serverCaNames: keys.text('ExpectedServerCANames'),
      clientCertType: keys.text('ExpectedClientCertType'),
      clientSignHash: keys.text('ExpectedClientSignHash'),
      clientSignType: keys.text('ExpectedClientSignType'),
      clientCaNames: keys.text('ExpectedClientCANames'),
      cipher: keys.text('ExpectedCipher'),
      sessionTicketAppData: keys.text('ExpectedSessionTicketAppData'),
    },
  };
  // Only with the FIPS provider: which of its versions can run the test. And what speaks of SCTP is for those that use it.
  for (const ignored of ['FIPSversion', 'EnableClientSCTPLabelBug', 'EnableServerSCTPLabelBug']) keys.text(ignored);
  keys.refuseOthers();
  return made;
}

function readCommands(configuration: Configuration, where: string, name: string): Commands {
  const sections = configuration.value(name, 'ssl_conf');
  const section = (role: string): readonly Setting[] | null => {
    const wanted = sections === undefined ? undefined : new Map(configuration.section(sections)).get(role);
    if (wanted === undefined) return null;
    const commands = configuration.section(wanted);
    if (commands === undefined) throw new CaseError(`${where}: there is no section [${wanted}]`);
    return commands.map(([command, value]) => [withoutLabel(command), value]);
  };
  const [server, client] = [section('server'), section('client')];
  if (server === null || client === null) throw new CaseError(`${where}: there must be sections for a server and a client`);
  return { server, client, server2: section('server2'), resumeServer: section('resume-server'), resumeClient: section('resume-client') };
}

// A section of a configuration file cannot have a name twice: `ECDSA.Certificate` and `RSA.Certificate` are both the command Certificate.
function withoutLabel(command: string): string {
  return command.slice(command.indexOf('.') + 1);
}

function readExtras(configuration: Configuration, keys: Keys, prefix: '' | 'resume-'): Extras {
  const section = (role: string): Keys => {
    const name = keys.text(`${prefix}${role}`);
    const settings = name === null ? [] : configuration.section(name);
    if (settings === undefined) throw new CaseError(`${keys.where}: there is no section [${name}]`);
    return new Keys(`${keys.where}, ${prefix}${role}`, settings);
  };
  return { client: readClient(section('client')), server: readServer(section('server')), server2: readServer(section('server2')) };
}

function readClient(keys: Keys): ClientExtra {
  const made: ClientExtra = {
    verifyCallback: keys.oneOf('VerifyCallback', verifyCallbacks, 'None'),
    serverName: keys.oneOf('ServerName', serverNames, 'None'),
    npnProtocols: keys.text('NPNProtocols'),
    alpnProtocols: keys.text('ALPNProtocols'),
    ctValidation: keys.oneOf('CTValidation', ctValidations, 'None'),
    renegotiateCiphers: keys.text('RenegotiateCiphers'),
    srpUser: keys.text('SRPUser'),
    srpPassword: keys.text('SRPPassword'),
    maxFragmentLength: keys.oneOf('MaxFragmentLenExt', fragmentLengths, 'None'),
    enablePha: keys.boolean('EnablePHA'),
    renegotiateNoExtms: keys.boolean('RenegotiateNoExtms'),
  };
  keys.refuseOthers();
  return made;
}

function readServer(keys: Keys): ServerExtra {
  const made: ServerExtra = {
    serverNameCallback: keys.oneOf('ServerNameCallback', serverNameCallbacks, 'None'),
    npnProtocols: keys.text('NPNProtocols'),
    alpnProtocols: keys.text('ALPNProtocols'),
    brokenSessionTicket: keys.boolean('BrokenSessionTicket'),
    certStatus: keys.oneOf('CertStatus', certStatuses, 'None'),
    srpUser: keys.text('SRPUser'),
    srpPassword: keys.text('SRPPassword'),
    forcePha: keys.boolean('ForcePHA'),
    sessionTicketAppData: keys.text('SessionTicketAppData'),
  };
  keys.refuseOthers();
  return made;
}

// RFC 8446, 6.2; no_renegotiation is RFC 5246's.
const alerts: Readonly<Record<string, number>> = {
  HandshakeFailure: 40,
  BadCertificate: 42,
  UnknownCA: 48,
  NoRenegotiation: 100,
  UnrecognizedName: 112,
  CertificateRequired: 116,
  NoApplicationProtocol: 120,
};

/** The settings of one section, each taken once: what is left over at the end nobody knows. */
class Keys {
  readonly where: string;
  readonly #left: Map<string, string>;

  constructor(where: string, settings: readonly Setting[]) {
    this.where = where;
    this.#left = new Map(settings);
  }

  text(key: string): string | null {
    const value = this.#left.get(key) ?? null;
    this.#left.delete(key);
    return value;
  }

  oneOf<T extends string>(key: string, allowed: readonly T[], usual: T): T {
    const value = this.text(key);
    if (value === null) return usual;
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) throw this.#wrong(key, allowed, value);
    return found;
  }

  boolean(key: string): boolean {
    const value = this.text(key)?.toLowerCase();
    if (value === undefined || value === 'no') return false;
    if (value === 'yes') return true;
    throw this.#wrong(key, ['Yes', 'No'], value);
  }

  number(key: string, usual: number): number {
    const value = this.text(key);
    if (value === null) return usual;
    if (/^\d+$/.test(value)) return Number(value);
    throw this.#wrong(key, ['a number'], value);
  }

  alert(key: string): number | null {
    const value = this.text(key);
    if (value === null) return null;
    const number = alerts[value];
    if (number === undefined) throw this.#wrong(key, Object.keys(alerts), value);
    return number;
  }

  refuseOthers(): void {
    const unknown = [...this.#left.keys()];
    if (unknown.length > 0) throw new CaseError(`${this.where}: ${unknown.join(', ')}: not a key that is known`);
  }

  #wrong(key: string, allowed: readonly string[], value: string): CaseError {
    return new CaseError(`${this.where}: ${key} must be one of ${allowed.join(', ')}, not ${value}`);
  }
}
