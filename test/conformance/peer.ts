// Owns: what the loop and the checks want of a client or a server, whichever layer of the package carries it out.
// Must not know: either layer.

import type { HandshakeCase, ServerName } from './case.ts';
import type { Library } from './library.ts';

/** What a call came to. `sent`: SSL_shutdown returned 0. `failed`: anything that the loop has no other word for. */
export type StepStatus = 'done' | 'sent' | 'want-read' | 'want-write' | 'want-retry-verify' | 'failed';

export interface Transfer {
  readonly status: StepStatus;
  /** Bytes, if it is done. */
  readonly count: number;
}

export interface AlertsSent {
  /** The last one's description; null if none was sent. */
  last: number | null;
  /** How many were fatal or close_notify. */
  closing: number;
}

/** What a connection says of itself at its end. Types of keys and hashes under the names of names.ts; null or empty where there is none. */
export interface Facts {
  readonly protocol: string | null;
  readonly cipher: string | null;
  readonly alpn: string | null;
  readonly npn: string | null;
  readonly resumed: boolean;
  readonly compression: boolean;
  readonly ticket: boolean;
  readonly sessionId: boolean;
  readonly ticketAppData: string;
  readonly tmpKeyType: string | null;
  readonly peerCertType: string | null;
  readonly peerSignHash: string | null;
  readonly peerSignType: string | null;
  readonly peerCaNames: readonly string[];
}

export interface Peer {
  readonly role: 'client' | 'server';
  readonly alerts: AlertsSent;
  handshake(): StepStatus;
  read(into: Uint8Array): Transfer;
  write(bytes: Uint8Array): Transfer;
  shutdown(): StepStatus;
  /** False: OpenSSL refuses. The next handshake() sends what these ask for. */
  renegotiate(how: Renegotiation): boolean;
  keyUpdate(both: boolean): boolean;
  requestCertificate(): boolean;
  readonly inHandshake: boolean;
  /** What waits to be sent, datagrams apart. */
  take(): readonly Uint8Array[];
  receive(packets: readonly Uint8Array[]): void;
  /** Settles when a callback's late answer is there; null if none is awaited. */
  readonly pending: Promise<void> | null;
  facts(): Facts;
}

export interface Renegotiation {
  readonly abbreviated: boolean;
  readonly cipherList: string | null;
  readonly withoutExtendedMasterSecret: boolean;
}

/** What callbacks note while a connection lives. */
export interface Notes {
  /** Which server the name was for. */
  serverName: ServerName;
  /** The ticket key callback of server2 was asked: it must not be. */
  ticketKeyAsked: boolean;
  /** How often the certificate was judged, with the callback RetryOnce. */
  verifications: number;
}

export interface Pair {
  readonly client: Peer;
  readonly server: Peer;
  readonly notes: Notes;
  /** The second connection of a resumption, with the session of this one. Close both. */
  resume(): Pair;
  close(): void;
}

/** One way through the package. `open` throws what it throws when a setting is refused. */
export interface Layer {
  readonly name: string;
  open(library: Library, test: HandshakeCase): Pair;
}

export function freshNotes(): Notes {
  return { serverName: 'None', ticketKeyAsked: false, verifications: 0 };
}

export function noteAlert(alerts: AlertsSent, levelAndDescription: number): void {
  const [level, description] = [levelAndDescription >> 8, levelAndDescription & 0xff];
  const fatal = 2;
  const closeNotify = 0;
  alerts.last = description;
  if (level === fatal || description === closeNotify) alerts.closing += 1;
}
