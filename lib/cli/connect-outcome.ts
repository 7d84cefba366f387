// Owns: one connection, from the first byte to the last, by either driver, and what came of it.
// Must not know: how it is shown.

import {
  type Certificate,
  type ConnectionInfo,
  connect,
  connectDatagram,
  connectSync,
  type HandshakeStep,
  LibraryLoadError,
  LibsslError,
  OpenSSL,
  type SslDatagramSocket,
  SslError,
  type SslSocket,
  SyncSslSocket,
} from '../index.ts';
import { type DatagramDriverOptions, type DriverOptions, datagramDriverOptions, driverOptions } from './client-options.ts';
import { ConnectionFiles, type FilesOutcome, noFiles } from './connection-files.ts';
import type { ConnectFlags } from './flags.ts';
import { usageErrorOf } from './refusal.ts';
import type { Target } from './target.ts';
import { UsageError } from './usage-error.ts';

export type Mode = 'blocking' | 'non-blocking' | 'datagrams';

type AnySocket = SslSocket | SyncSslSocket | SslDatagramSocket;

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
  /** Also where it was not accepted. */
  readonly peer: Certificate | null;
  readonly closing: Closing;
  readonly error: LibsslError | null;
  readonly files: FilesOutcome;
}

// How long a peer may take to answer our close_notify. Many never do, so this is what a command that is done waits at most.
const patience = 1000;

/** Connects, ends the connection, and tells. Fails when: the flags cannot be followed (UsageError). */
export async function connectAndClose(target: Target, flags: ConnectFlags): Promise<Outcome> {
  const mode = modeOf(flags);
  const nothing: Outcome = { mode, library: null, steps: [], connection: null, peer: null, closing: null, error: null, files: noFiles };
  let library: OpenSSL;
  try {
    library = OpenSSL.load(flags.library);
  } catch (error) {
    if (error instanceof LibraryLoadError) return { ...nothing, error };
    throw error;
  }
  const connecting: Connecting =
    mode === 'datagrams'
      ? { mode, options: datagramDriverOptions(target, flags, library) }
      : { mode, options: driverOptions(target, flags, library) };
  const files = new ConnectionFiles(flags, library);
  let ended: Partial<Outcome> = {};
  try {
    ended = await runConnection(connecting, flags.verify, files);
  } finally {
    ended = { ...ended, files: files.finish() };
  }
  return { ...nothing, library, ...ended };
}

type Ended = Pick<Outcome, 'steps' | 'connection' | 'peer' | 'closing' | 'error'>;

type Connecting =
  | { readonly mode: 'blocking' | 'non-blocking'; readonly options: DriverOptions }
  | { readonly mode: 'datagrams'; readonly options: DatagramDriverOptions };

function modeOf({ blocking, dtls }: ConnectFlags): Mode {
  if (dtls !== true) return blocking === true ? 'blocking' : 'non-blocking';
  if (blocking === true) throw new UsageError('--dtls has no meaning with --blocking: datagrams are waited for by the event loop');
  return 'datagrams';
}

async function runConnection(connecting: Connecting, verify: boolean, files: ConnectionFiles): Promise<Partial<Outcome>> {
  const begun = (socket: AnySocket): void => {
    files.offer(socket.engine.closed ? null : socket.engine.session); // up to TLS 1.2 it is there now; later ones come by onSession
    if (verify) requireVerified(socket);
  };
  try {
    if (connecting.mode === 'datagrams') {
      const socket = await connectDatagram({ ...connecting.options, ...files.options });
      begun(socket);
      return await closeDatagrams(socket);
    }
    const options = { ...connecting.options, ...files.options };
    if (connecting.mode === 'blocking') {
      const socket = connectSync(options);
      begun(socket);
      return closeSync(socket);
    }
    const socket = await connect(options);
    begun(socket);
    return await close(socket);
  } catch (error) {
    const usage = usageErrorOf(error, { ...connecting.options, ...files.options });
    if (usage !== null) throw usage;
    if (!(error instanceof LibsslError)) throw error;
    if (!(error instanceof SslError)) return { error };
    return { steps: error.handshakeSteps, peer: error.verify?.peerCertificate ?? null, error };
  }
}

// A resumed handshake shows no certificate: what the session's first connection found still counts, and it may have looked away.
function requireVerified(socket: AnySocket): void {
  const { connection, peerCertificate, handshakeSteps } = socket;
  if (connection === null || connection.verify.verified) return;
  const { code, name, text } = connection.verify;
  if (socket instanceof SyncSslSocket) socket.close();
  else socket.destroy();
  const verify = { code, name, text, depth: null, certificate: null, peerCertificate };
  const message = `the session was made by a connection that did not accept the certificate: ${text} (${name})`;
  const error = new SslError('ERR_SSL_CERTIFICATE', message, { operation: 'SSL_set_session', verify });
  error.handshakeSteps = handshakeSteps;
  throw error;
}

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

async function closeDatagrams(socket: SslDatagramSocket): Promise<Ended> {
  const { handshakeSteps: steps, connection, peerCertificate: peer } = socket;
  try {
    const progress = await socket.shutdown({ timeout: patience });
    return { steps, connection, peer, error: null, closing: progress === 'complete' ? 'answered' : 'silent' };
  } catch (error) {
    return { steps, connection, peer, ...closingOf(error) };
  }
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
