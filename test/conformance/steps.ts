// Owns: what one peer does in its turn, phase by phase, and what its state is afterwards.
// Must not know: whose turn it is, or what the other does.

import type { HandshakeCase } from './case.ts';
import type { Peer } from './peer.ts';

/**
 * - `waiting`: not asked yet.  `retry`: it goes on at its next turn.  `success`, `error`: it is done with the phase.
 * - `final-error`: its failure ends the test.  `broken`: something happened that no peer may do.
 */
export type State = 'waiting' | 'retry' | 'success' | 'error' | 'final-error' | 'broken';

export type Phase = 'handshake' | 'first data' | 'setup' | 'second handshake' | 'data' | 'shutdown';

/** One side of the connection. */
export interface Side {
  readonly peer: Peer;
  state: State;
  toWrite: number;
  toRead: number;
  /** All that ever went each way, by which the bytes are checked. */
  written: number;
  read: number;
  /** It has asked for a new handshake. */
  asked: boolean;
}

export function sideOf(peer: Peer, state: State, { applicationData }: HandshakeCase): Side {
  return { peer, state, toWrite: applicationData, toRead: applicationData, written: 0, read: 0, asked: false };
}

const largestWrite = 64 * 1024;
const period = 251; // a prime: a record lost or doubled shifts what follows
const pattern = Uint8Array.from({ length: largestWrite + period }, (_, index) => index % period);
const buffer = new Uint8Array(largestWrite);

export function takeStep(side: Side, phase: Phase, test: HandshakeCase): void {
  switch (phase) {
    case 'handshake':
    case 'second handshake':
      handshakeStep(side);
      break;
    case 'first data':
    case 'data':
      dataStep(side);
      break;
    case 'setup':
      setupStep(side, test);
      break;
    case 'shutdown':
      shutdownStep(side);
  }
}

function handshakeStep(side: Side): void {
  if (side.state !== 'retry') {
    side.state = 'broken';
    return;
  }
  const status = side.peer.handshake();
  if (status === 'done') side.state = 'success';
  else if (status !== 'want-read' && status !== 'want-retry-verify') side.state = 'error';
}

// Reads all there is, then writes once.
function dataStep(side: Side): void {
  if (side.state !== 'retry') {
    side.state = 'broken';
    return;
  }
  while (side.toRead > 0) {
    const { status, count } = side.peer.read(buffer);
    if (status === 'want-read') break;
    if (status !== 'done') {
      side.state = 'error';
      return;
    }
    if (count > side.toRead || !isExpected(side.read, count)) {
      side.state = 'broken';
      return;
    }
    side.toRead -= count;
    side.read += count;
  }
  const size = Math.min(side.toWrite, largestWrite);
  if (size > 0) {
    const from = side.written % period;
    const { status, count } = side.peer.write(pattern.subarray(from, from + size));
    if (status !== 'done' || count !== size) {
      side.state = status === 'done' ? 'broken' : 'error';
      return;
    }
    side.toWrite -= size;
    side.written += size;
  }
  if (side.toWrite === 0 && side.toRead === 0) side.state = 'success';
}

function isExpected(offset: number, count: number): boolean {
  const from = offset % period;
  return Buffer.compare(buffer.subarray(0, count), pattern.subarray(from, from + count)) === 0;
}

function shutdownStep(side: Side): void {
  if (side.state !== 'retry') {
    side.state = 'broken';
    return;
  }
  const status = side.peer.shutdown();
  if (status === 'done') side.state = 'success';
  else if (status === 'failed' || status === 'want-retry-verify') side.state = 'error';
}

function setupStep(side: Side, test: HandshakeCase): void {
  // A client that was done, while the server was not: an alert no_renegotiation may wait for it.
  if (side.state === 'success') {
    side.state = 'retry';
    handshakeStep(side);
    return;
  }
  if (side.state !== 'retry') {
    side.state = 'broken';
    return;
  }
  side.toWrite = test.applicationData;
  side.toRead = test.applicationData;
  switch (test.mode) {
    case 'RenegotiateServer':
    case 'RenegotiateClient':
      if (beginsSetup(side.peer, test) && !side.asked) renegotiateStep(side, test);
      else awaitHandshake(side);
      break;
    case 'KeyUpdateServer':
    case 'KeyUpdateClient':
      if (beginsSetup(side.peer, test)) keyUpdateStep(side, test);
      else side.state = 'success';
      break;
    case 'PostHandshakeAuth':
      if (side.peer.role === 'server' && !side.peer.requestCertificate()) side.state = 'error';
      else oneStepHandshake(side);
      break;
    case 'Simple':
    case 'Resume':
      side.state = 'broken'; // they have no such phase
  }
}

function beginsSetup({ role }: Peer, { mode }: HandshakeCase): boolean {
  return role === (mode === 'RenegotiateServer' || mode === 'KeyUpdateServer' ? 'server' : 'client');
}

function keyUpdateStep(side: Side, { keyUpdateType }: HandshakeCase): void {
  if (side.peer.keyUpdate(keyUpdateType === 'KeyUpdateRequested')) oneStepHandshake(side);
  else side.state = 'error';
}

function oneStepHandshake(side: Side): void {
  handshakeStep(side);
  if (side.state !== 'success') side.state = 'error';
}

function renegotiateStep(side: Side, test: HandshakeCase): void {
  const { renegotiateCiphers: cipherList, renegotiateNoExtms: withoutExtendedMasterSecret } = test.extra.client;
  const client = side.peer.role === 'client';
  const full = !client || cipherList !== null || withoutExtendedMasterSecret;
  const asked = side.peer.renegotiate({
    abbreviated: !full,
    cipherList: client ? cipherList : null,
    withoutExtendedMasterSecret: client && withoutExtendedMasterSecret,
  });
  if (!asked) {
    // The other never hears of it. Up to 3.6 OpenSSL's own runner goes on until the other's SSL_get_error takes the refusal, which is still in
    // the thread's error queue, for a failure of that side; 4.0, where the queue is not read any more, ends the test here: to the same result.
    side.state = 'final-error';
    return;
  }
  side.asked = true;
  handshakeStep(side);
  // To wait for the other is all that this phase wants of a client. A server that has sent its HelloRequest waits for the ClientHello.
  if (side.state === 'retry') side.state = 'success';
  else if (side.state === 'success') side.state = 'retry';
}

// The SSL still expects data: a read must find none, and leave it in the middle of a handshake.
function awaitHandshake(side: Side): void {
  const { status } = side.peer.read(buffer.subarray(0, 1));
  if (status !== 'want-read') side.state = 'error';
  else if (side.peer.inHandshake) side.state = 'success';
}
