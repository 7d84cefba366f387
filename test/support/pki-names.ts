// Owns: the names that the certificates are for, and the one passphrase.

export const hosts = {
  good: 'server.test',
  second: 'www.server.test',
  /** In the good certificates. */
  ip: '192.0.2.1',
  ipv6: '2001:db8::1',
} as const;

/** Long and odd enough to be found wherever it leaks. */
export const encryptedKeyPassphrase = 'passphrase-MARKER-31415926';

/** Every certificate chain that pki-make.ts writes, and its key. */
export type Identity =
  | 'root'
  | 'otherRoot'
  | 'intermediate'
  | 'server'
  | 'serverEc'
  | 'otherHost'
  | 'wildcard'
  | 'ipAsDnsName'
  | 'cnOnly'
  | 'emptySubject'
  | 'expired'
  | 'notYetValid'
  | 'clientPurpose'
  | 'unknownCritical'
  | 'smallKey'
  | 'incomplete'
  | 'badSignature'
  | 'selfSigned'
  | 'tiny'
  | 'unknownCa'
  | 'untrustedRootSent'
  | 'expiredIntermediate'
  | 'pathLength'
  | 'issuerIsNoCa'
  | 'client'
  | 'clientEc'
  | 'clientExpired'
  | 'clientUnknown';
