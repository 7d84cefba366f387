// Owns: one connection, from the first byte to the last, by either driver, and what came of it.
// Must not know: how it is shown.

import {
  type Certificate,
  type ConnectionInfo,
  connect,
  connectSync,
  type HandshakeStep,
  LibraryLoadError,
  LibsslError,
  OpenSSL,
  SslError,
  type SslSocket,
  type SyncSslSocket,
} from '../index.ts';
import { driverOptions } from './client-options.ts';
import type { ConnectFlags } from './flags.ts';
import { usageErrorOf } from './refusal.ts';
import type { Target } from './target.ts';

export type Mode = 'blocking' | 'non-blocking';

/**
 * How the connection ended: the peer answered our close_notify, closed the transport without an answer, or did neither in time; null
 * where there was nothing to end, or it ended with an error.
 */
export type Closing = 'answered' | 'cut' | 'silent' | null;

export interface Outcome {
  readonly mode: Mode;
  /** null: none could be loaded, or the flags were not to be followed before. */
  readonly library: OpenSSL | null;
  readonly steps: readonly HandshakeStep[];
  /** What was negotiated; null: the handshake was not finished. */
  readonly connection: ConnectionInfo | null;
  readonly peer: Certificate | null;
  readonly closing: Closing;
  readonly error: LibsslError | null;
}

// How long a peer may take to answer our close_notify. Many never do, so this is what a command that is done waits at most.
const patience = 1000;

/** Connects, ends the connection, and tells. Fails when: the flags cannot be followed (UsageError). */
export async function connectAndClose(target: Target, flags: ConnectFlags): Promise<Outcome> {
  const mode: Mode = flags.blocking === true ? 'blocking' : 'non-blocking';
  const nothing: Outcome = { mode, library: null, steps: [], connection: null, peer: null, closing: null, error: null };
  let library: OpenSSL;
  try {
    library = OpenSSL.load(flags.library);
  } catch (error) {
    if (error instanceof LibraryLoadError) return { ...nothing, error };
    throw error;
  }
  const options = driverOptions(target, flags, library);
  try {
    const ended = mode === 'blocking' ? closeSync(connectSync(options)) : await close(await connect(options));
    return { ...nothing, library, ...ended };
  } catch (error) {
    const usage = usageErrorOf(error, { ...options });
    if (usage !== null) throw usage;
    if (!(error instanceof LibsslError)) throw error;
    return { ...nothing, library, steps: error instanceof SslError ? error.handshakeSteps : [], error };
  }
}

type Ended = Pick<Outcome, 'steps' | 'connection' | 'peer' | 'closing' | 'error'>;

// A server that speaks TLS 1.3 refuses a client's certificate only after our handshake is done: it shows here, in the last reads.
async function close(socket: SslSocket): Promise<Ended> {
  const { handshakeSteps: steps, connection, peerCertificate: peer } = socket;
  const end = await new Promise<Closing | Error>((resolve) => {
    const timer = setTimeout(() => resolve('silent'), patience);
    const onClose = (): void => {
      clearTimeout(timer);
      resolve(socket.errored ?? 'cut');
    };
    if (socket.destroyed) {
      onClose(); // it ended together with the handshake: its events are past
      return;
    }
    socket.once('end', () => resolve('answered'));
    socket.once('error', resolve);
    socket.once('close', onClose);
    socket.resume();
    socket.end();
  });
  socket.destroy();
  return { steps, connection, peer, ...(end instanceof Error ? closingOf(end) : { closing: end, error: null }) };
}

function closeSync(socket: SyncSslSocket): Ended {
  const { handshakeSteps: steps, connection, peerCertificate: peer } = socket;
  try {
    return { steps, connection, peer, error: null, closing: readToTheEnd(socket) };
  } catch (error) {
    return { steps, connection, peer, ...closingOf(error) };
  } finally {
    socket.close();
  }
}

function readToTheEnd(socket: SyncSslSocket): Closing {
  const until = performance.now() + patience;
  const left = (): number => Math.max(1, Math.ceil(until - performance.now()));
  if (socket.shutdown({ timeout: left() }) === 'complete') return 'answered';
  const into = new Uint8Array(16 * 1024);
  while (performance.now() < until) {
    if (socket.readInto(into, { timeout: left() }) === null) return 'answered';
  }
  return 'silent';
}

function closingOf(error: unknown): { closing: Closing; error: LibsslError | null } {
  if (!(error instanceof SslError)) throw error;
  switch (error.code) {
    case 'ERR_SSL_TIMEOUT':
      return { closing: 'silent', error: null };
    case 'ERR_SSL_ALERT':
    case 'ERR_SSL_PROTOCOL':
      return { closing: null, error };
    default: // the transport was closed or broke: many servers do that instead of answering
      return { closing: 'cut', error: null };
  }
}
