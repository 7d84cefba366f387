// Owns: this package's contexts with the settings of all cases.
// Must not know: how connections are made.

import { OpenSSL, SslContext, type SslContextOptions } from 'libssl';
import { files, groups, protocol, suite13, suites12 } from './settings.ts';

// The C programs are linked with the system's: the comparison is of the way to OpenSSL.
export const library = OpenSSL.load('system');

export const commonOptions = {
  library,
  minProtocol: protocol,
  maxProtocol: protocol,
  cipherSuites: suite13,
  cipherList: suites12,
  groups,
} as const satisfies Partial<SslContextOptions>;

export const serverIdentity = { certificate: { file: files.certificate }, privateKey: { file: files.privateKey } } as const;

export function clientContext(options: Partial<SslContextOptions> = {}): SslContext {
  return new SslContext({ ...commonOptions, ...options, role: 'client', ca: { file: files.ca }, verifyMode: 'peer' });
}

export function serverContext(): SslContext {
  return new SslContext({ ...commonOptions, ...serverIdentity, role: 'server' });
}
