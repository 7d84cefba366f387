// Owns: one connection, from the first byte to the last, by either driver, and what came of it.
// Must not know: how it is shown.

import {
  type Certificate,
  type CertificateCompression,
  type ConnectionInfo,
  connect,
  connectDatagram,
  connectSync,
  type HandshakeStep,
  LibraryLoadError,
  LibsslError,
  OpenSSL,
  type PublicKey,
  type SslDatagramSocket,
  SslError,
  type SslSocket,
  SyncSslSocket,
} from '../index.ts';
import { type DatagramDriverOptions, type DriverOptions, datagramDriverOptions, driverOptions } from './client-options.ts';
import { ConnectionFiles, type FilesOutcome, noFiles } from './connection-files.ts';
import { echOptions } from './ech.ts';
import type { ConnectFlags } from './flags.ts';
import { askedOf, providerOptions } from './provider-options.ts';
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
  /** Its public key, of the certificate or without one. */
  readonly peerKey: PublicKey | null;
  readonly closing: Closing;
  readonly error: LibsslError | null;
  readonly files: FilesOutcome;
}

// How long a peer may take to answer our close_notify. Many never do, so this is what a command that is done waits at most.
const patience = 1000;

/** Connects, ends the connection, and tells. Fails when: the flags cannot be followed (UsageError). */
export async function connectAndClose(target: Target, flags: ConnectFlags): Promise<Outcome> {
  const mode = modeOf(flags);
  const nothing: Outcome = {
    mode,
    library: null,
    steps: [],
    connection: null,
    peer: null,
    peerKey: null,
    closing: null,
    error: null,
    files: noFiles,
  };
  let library: OpenSSL;
  try {
    library = OpenSSL.load(flags.library);
  } catch (error) {
    if (error instanceof LibraryLoadError) return { ...nothing, error };
    throw error;
  }
  const connecting = connectingBy(mode, target, flags, library);
  const files = new ConnectionFiles(flags, library);
  let ended: Partial<Outcome> = {};
  try {
    ended = await runConnection(connecting, flags, library, files);
  } finally {
    ended = { ...ended, files: files.finish() };
  }
  return { ...nothing, library, ...ended };
}

function expectedKeys({ peerKey }: ConnectFlags): Pick<DriverOptions, 'serverCertTypes' | 'expectedPeerKeys'> {
  if (peerKey === undefined) return {};
  return { serverCertTypes: ['raw-public-key', 'x509'], expectedPeerKeys: peerKey.map((file) => ({ file })) };
}

type Connecting =
  | { readonly mode: 'blocking' | 'non-blocking'; readonly options: DriverOptions }
  | { readonly mode: 'datagrams'; readonly options: DatagramDriverOptions };

function modeOf({ blocking, dtls, ech, echGrease, certComp }: ConnectFlags): Mode {
  if (dtls !== true) return blocking === true ? 'blocking' : 'non-blocking';
  if (blocking === true) throw new UsageError('--dtls has no meaning with --blocking: datagrams are waited for by the event loop');
  if (ech !== undefined || echGrease === true) throw new UsageError('--ech has no meaning with --dtls: it is of TLS 1.3');
  if (certComp !== undefined) throw new UsageError('--cert-comp has no meaning with --dtls: it is of TLS 1.3');
  return 'datagrams';
}

function connectingBy(mode: Mode, target: Target, flags: ConnectFlags, library: OpenSSL): Connecting {
  const keys = expectedKeys(flags);
  if (mode === 'datagrams') return { mode, options: { ...datagramDriverOptions(target, flags, library), ...keys } };
  return { mode, options: { ...driverOptions(target, flags, library), ...keys, ...echOptions(flags), ...compressionOptions(flags) } };
}

// Names that are none are connect()'s to refuse: it says which there are.
function compressionOptions({ certComp }: ConnectFlags): Pick<DriverOptions, 'certificateCompression'> {
  return certComp === undefined ? {} : { certificateCompression: certComp as readonly CertificateCompression[] };
}

type Ended = Pick<Outcome, 'steps' | 'connection' | 'peer' | 'peerKey' | 'closing' | 'error'>;

async function runConnection(
  connecting: Connecting,
  flags: ConnectFlags,
  library: OpenSSL,
  files: ConnectionFiles,
): Promise<Partial<Outcome>> {
  const begun = (socket: AnySocket): void => {
    files.offer(socket.engine.closed ? null : socket.engine.session); // up to TLS 1.2 it is there now; later ones come by onSession
    if (flags.verify) requireVerified(socket);
  };
  try {
    const more = { ...files.options, ...providerOptions(flags, library) };
    if (connecting.mode === 'datagrams') {
      const socket = await connectDatagram({ ...connecting.options, ...more });
      begun(socket);
      return await closeDatagrams(socket);
    }
    const options = { ...connecting.options, ...more };
    if (connecting.mode === 'blocking') {
      const socket = connectSync(options);
      begun(socket);
      return closeSync(socket);
    }
    const socket = await connect(options);
    begun(socket);
    return await close(socket);
  } catch (error) {
    const usage = usageErrorOf(error, { ...connecting.options, ...files.options, ...askedOf(flags) });
    if (usage !== null) throw usage;
    if (!(error instanceof LibsslError)) throw error;
    if (!(error instanceof SslError)) return { error };
    const { peerCertificate: peer, peerPublicKey: peerKey } = error.verify ?? { peerCertificate: null, peerPublicKey: null };
    return { steps: error.handshakeSteps, peer, peerKey, error };
  }
}

// A resumed handshake shows no certificate: what the session's first connection found still counts, and it may have looked away.
function requireVerified(socket: AnySocket): void {
  const { connection, peerCertificate, peerPublicKey, handshakeSteps } = socket;
  if (connection === null || connection.verify.verified) return;
  const { code, name, text } = connection.verify;
  if (socket instanceof SyncSslSocket) socket.close();
  else socket.destroy();
  const verify = { code, name, text, depth: null, certificate: null, peerCertificate, peerPublicKey };
  const message = `the session was made by a connection that did not accept the certificate: ${text} (${name})`;
  const error = new SslError('ERR_SSL_CERTIFICATE', message, { operation: 'SSL_set_session', verify });
  error.handshakeSteps = handshakeSteps;
  throw error;
}

// A server that speaks TLS 1.3 refuses a client's certificate only after our handshake is done: it shows here, in the last reads.
async function close(socket: SslSocket): Promise<Ended> {
  const { handshakeSteps: steps, connection, peerCertificate: peer, peerPublicKey: peerKey } = socket;
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
  return { steps, connection, peer, peerKey, ...(end instanceof Error ? closingOf(end) : { closing: end, error: null }) };
}

async function closeDatagrams(socket: SslDatagramSocket): Promise<Ended> {
  const { handshakeSteps: steps, connection, peerCertificate: peer, peerPublicKey: peerKey } = socket;
  try {
    const progress = await socket.shutdown({ timeout: patience });
    return { steps, connection, peer, peerKey, error: null, closing: progress === 'complete' ? 'answered' : 'silent' };
  } catch (error) {
    return { steps, connection, peer, peerKey, ...closingOf(error) };
  }
}

function closeSync(socket: SyncSslSocket): Ended {
  const { handshakeSteps: steps, connection, peerCertificate: peer, peerPublicKey: peerKey } = socket;
  try {
    return { steps, connection, peer, peerKey, error: null, closing: readToTheEnd(socket) };
  } catch (error) {
    return { steps, connection, peer, peerKey, ...closingOf(error) };
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
