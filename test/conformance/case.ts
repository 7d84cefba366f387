// Owns: what one handshake test says, as a typed record.
// Must not know: how it is read (case-reader.ts), or how it is carried out.

import type { Setting } from './configuration.ts';

export const methods = ['TLS', 'DTLS'] as const;
export type Method = (typeof methods)[number];

export const modes = [
  'Simple',
  'Resume',
  'RenegotiateServer',
  'RenegotiateClient',
  'KeyUpdateServer',
  'KeyUpdateClient',
  'PostHandshakeAuth',
] as const;
export type Mode = (typeof modes)[number];

export const results = ['Success', 'ServerFail', 'ClientFail', 'InternalError', 'FirstHandshakeFailed'] as const;
export type Result = (typeof results)[number];

export const serverNames = ['None', 'server1', 'server2', 'invalid'] as const;
export type ServerName = (typeof serverNames)[number];

export const presences = ['Ignore', 'Yes', 'No'] as const;
export type Presence = (typeof presences)[number];

export const serverNameCallbacks = [
  'None',
  'IgnoreMismatch',
  'RejectMismatch',
  'ClientHelloIgnoreMismatch',
  'ClientHelloRejectMismatch',
  'ClientHelloNoV12',
] as const;
export type ServerNameCallback = (typeof serverNameCallbacks)[number];

export const verifyCallbacks = ['None', 'AcceptAll', 'RejectAll', 'RetryOnce'] as const;
export const ctValidations = ['None', 'Permissive', 'Strict'] as const;
export const certStatuses = ['None', 'GoodResponse', 'BadResponse', 'GoodResponseExt', 'BadResponseExt'] as const;
export const keyUpdateTypes = ['KeyUpdateRequested', 'KeyUpdateNotRequested'] as const;
export const fragmentLengths = ['None', '512', '1024', '2048', '4096'] as const;

/** What SSL_CONF cannot say of a client. */
export interface ClientExtra {
  readonly verifyCallback: (typeof verifyCallbacks)[number];
  readonly serverName: ServerName;
  readonly npnProtocols: string | null;
  readonly alpnProtocols: string | null;
  readonly ctValidation: (typeof ctValidations)[number];
  readonly renegotiateCiphers: string | null;
  readonly srpUser: string | null;
  readonly srpPassword: string | null;
  readonly maxFragmentLength: (typeof fragmentLengths)[number];
  readonly enablePha: boolean;
  readonly renegotiateNoExtms: boolean;
}

/** What SSL_CONF cannot say of a server. */
export interface ServerExtra {
  readonly serverNameCallback: ServerNameCallback;
  readonly npnProtocols: string | null;
  readonly alpnProtocols: string | null;
  readonly brokenSessionTicket: boolean;
  readonly certStatus: (typeof certStatuses)[number];
  readonly srpUser: string | null;
  readonly srpPassword: string | null;
  readonly forcePha: boolean;
  readonly sessionTicketAppData: string | null;
}

export interface Extras {
  readonly client: ClientExtra;
  readonly server: ServerExtra;
  readonly server2: ServerExtra;
}

/** The commands of SSL_CONF for each context; those that a case does not use may be missing. */
export interface Commands {
  readonly server: readonly Setting[];
  readonly client: readonly Setting[];
  readonly server2: readonly Setting[] | null;
  readonly resumeServer: readonly Setting[] | null;
  readonly resumeClient: readonly Setting[] | null;
}

/** null: whatever it is. Names are those of the file; names.ts says what they stand for. */
export interface Expectations {
  readonly result: Result;
  readonly clientAlert: number | null;
  readonly serverAlert: number | null;
  readonly protocol: string | null;
  readonly serverName: ServerName;
  readonly sessionTicket: Presence;
  readonly sessionId: Presence;
  readonly compression: boolean;
  readonly npnProtocol: string | null;
  readonly alpnProtocol: string | null;
  readonly resumption: boolean;
  readonly tmpKeyType: string | null;
  readonly serverCertType: string | null;
  readonly serverSignHash: string | null;
  readonly serverSignType: string | null;
  /** A file of certificates, or `empty`. */
  readonly serverCaNames: string | null;
  readonly clientCertType: string | null;
  readonly clientSignHash: string | null;
  readonly clientSignType: string | null;
  readonly clientCaNames: string | null;
  readonly cipher: string | null;
  readonly sessionTicketAppData: string | null;
}

export interface HandshakeCase {
  /** Of the file, without its folder. */
  readonly file: string;
  readonly index: number;
  readonly name: string;
  readonly method: Method;
  readonly mode: Mode;
  readonly keyUpdateType: (typeof keyUpdateTypes)[number];
  readonly applicationData: number;
  readonly maxFragmentSize: number;
  readonly useSctp: boolean;
  readonly compressCertificates: boolean;
  readonly commands: Commands;
  readonly extra: Extras;
  readonly resumeExtra: Extras;
  readonly expected: Expectations;
}
