// Owns: what a DTLS connection or server asks of whatever carries its datagrams: UDP, a relay (TURN), a data channel, a network in memory.
// Must not know: DTLS.

import { invalidArgument } from '../core/options.ts';

/** Where a peer is. It need be no address of IP: a transport of the caller's names its peers as it likes. */
export interface DatagramAddress {
  readonly address: string;
  readonly port: number;
}

/** Hears once of one datagram that it has left, or why not. That it arrives nobody can say. */
export type DatagramSent = (error?: Error | null) => void;

/** What a transport tells whoever has it, from receive() on. */
export interface DatagramEvents {
  readonly message: (datagram: Uint8Array) => void;
  /** The transport has failed; the connection ends with it. */
  readonly error: (error: unknown) => void;
}

/** Carries datagrams to and from one peer. */
export interface DatagramTransport {
  /** Called once: what comes is told from now on. */
  receive(events: DatagramEvents): void;
  /** Sends one datagram, which is the transport's to keep. */
  send(datagram: Uint8Array, sent: DatagramSent): void;
  /** Called once: nothing is sent or wanted any more. What was sent before should still leave. */
  close(): void;
  /** Whether the process lives for its sake. */
  ref?(): void;
  unref?(): void;
  readonly remoteAddress?: DatagramAddress | null;
  readonly localAddress?: DatagramAddress | null;
}

/** The same for a server, whose peers share one transport. */
export interface DatagramServerEvents {
  readonly message: (datagram: Uint8Array, from: DatagramAddress) => void;
  /** The transport has failed; the server tells it and goes on. */
  readonly error: (error: unknown) => void;
}

/** Carries datagrams to and from many peers. */
export interface DatagramServerTransport {
  receive(events: DatagramServerEvents): void;
  send(datagram: Uint8Array, to: DatagramAddress, sent: DatagramSent): void;
  /** `closed` is called when what was sent before has left. */
  close(closed: () => void): void;
  ref?(): void;
  unref?(): void;
  readonly localAddress?: DatagramAddress | null;
}

/** Fails when: `given` lacks one of the functions (MisuseError). */
export function requireTransport(path: string, given: unknown): DatagramTransport & DatagramServerTransport {
  const transport = given as Partial<DatagramTransport> | null | undefined;
  const isOne = (['receive', 'send', 'close'] as const).every((name) => typeof transport?.[name] === 'function');
  if (isOne) return given as DatagramTransport & DatagramServerTransport; // for whom it is, only its use can tell
  throw invalidArgument(path, 'an object with the functions receive, send and close', given);
}
