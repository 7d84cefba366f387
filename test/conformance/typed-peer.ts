// Owns: a test's client and server in the typed interface: SslContext, SslEngine, SslSession.
// Must not know: what a test expects.

import { SettingError, type SslContext, SslEngine, type SslResult, type SslSession } from '../../lib/index.ts';
import type { SslEngineOptions } from '../../lib/ssl/engine-options.ts';
import type { HandshakeCase } from './case.ts';
import { type Library, takesGroupForTemporaryKey } from './library.ts';
import { keyType, keyTypeOf, signature } from './names.ts';
import type { StepStatus, Transfer } from './peer.ts';
import { type AlertsSent, type Facts, type Layer, noteAlert, type Pair, type Peer, type Renegotiation } from './peer.ts';
import { planOf } from './plan.ts';
import { makeTypedContexts } from './typed-contexts.ts';

export const typedLayer: Layer = {
  name: 'typed',
  open: (library, test) => openPair(library, test, null),
};

interface Sessions {
  readonly client: SslSession;
  readonly server: SslSession | null;
}

// The megabyte of application data that some tests send moves 64 KiB at a time: that, with what records of 512 bytes add, fits.
const bufferSize = 256 * 1024;

function openPair(library: Library, test: HandshakeCase, sessions: Sessions | null): Pair {
  const alerts = { client: { last: null, closing: 0 } as AlertsSent, server: { last: null, closing: 0 } as AlertsSent };
  const plan = planOf(library, test, sessions !== null);
  const { extra, notes } = plan;
  const contexts = makeTypedContexts({
    ...plan,
    cached: sessions?.server ?? null,
    onAlert: (role, value) => noteAlert(alerts[role], value),
  });
  const { serverName } = extra.client;
  const datagrams = test.method === 'DTLS';
  const client = new TypedPeer(library, contexts.client, datagrams, alerts.client, {
    ...(serverName === 'None' ? {} : { serverName }),
    ...(sessions !== null ? { session: sessions.client } : {}),
  });
  const server = new TypedPeer(library, contexts.server, datagrams, alerts.server, {});
  const close = (): void => {
    client.close();
    server.close();
  };
  const resume = (): Pair => {
    const session = client.session;
    if (session === null) throw new Error('the first connection left no session');
    return openPair(library, test, { client: session, server: server.session });
  };
  return { client, server, notes, resume, close };
}

class TypedPeer implements Peer {
  readonly role: 'client' | 'server';
  readonly alerts: AlertsSent;
  readonly #library: Library;
  readonly #engine: SslEngine;
  readonly #datagrams: boolean;

  constructor(library: Library, context: SslContext, datagrams: boolean, alerts: AlertsSent, options: SslEngineOptions) {
    this.role = context.role;
    this.alerts = alerts;
    this.#library = library;
    this.#engine = new SslEngine(context, datagrams ? options : { ...options, bufferSize });
    this.#datagrams = datagrams;
    if (this.role === 'client') this.#engine.setConnectState();
    else this.#engine.setAcceptState();
  }

  get session(): SslSession | null {
    return this.#engine.session;
  }

  get pending(): Promise<void> | null {
    return this.#engine.pendingAnswer;
  }

  get inHandshake(): boolean {
    return !this.#engine.state.finished;
  }

  handshake(): StepStatus {
    return statusOf(this.#engine.handshake());
  }

  read(into: Uint8Array): Transfer {
    return transferOf(this.#engine.read(into));
  }

  write(bytes: Uint8Array): Transfer {
    return transferOf(this.#engine.write(bytes));
  }

  shutdown(): StepStatus {
    const result = this.#engine.shutdown();
    return result.status === 'done' && result.value === 'sent' ? 'sent' : statusOf(result);
  }

  renegotiate({ abbreviated, cipherList, withoutExtendedMasterSecret }: Renegotiation): boolean {
    return taken(() => {
      if (withoutExtendedMasterSecret) this.#engine.adjust({ options: ['SSL_OP_NO_EXTENDED_MASTER_SECRET'] });
      if (cipherList !== null) this.#engine.adjust({ cipherList });
      this.#engine.renegotiate({ abbreviated });
    });
  }

  keyUpdate(both: boolean): boolean {
    return taken(() => this.#engine.keyUpdate(both ? 'both' : 'own'));
  }

  requestCertificate(): boolean {
    return taken(() => this.#engine.requestClientCertificate());
  }

  take(): readonly Uint8Array[] {
    if (this.#datagrams) return this.#engine.drainDatagrams();
    const bytes = this.#engine.drain();
    return bytes.length === 0 ? [] : [bytes];
  }

  receive(packets: readonly Uint8Array[]): void {
    for (const packet of packets) {
      if (this.#datagrams) this.#engine.feedDatagram(packet);
      else if (this.#engine.feed(packet) < packet.length) throw new Error(`a flight of ${packet.length} bytes does not fit the pair`);
    }
  }

  facts(): Facts {
    const { connection, session, peerCertificate, peerCaNames } = this.#engine;
    const { peer } = connection.signatures;
    const signed = peer === null ? null : signature(peer);
    const temporary = connection.temporaryKeys.peer;
    const group = takesGroupForTemporaryKey(this.#library) && connection.group !== null ? keyType(connection.group) : null;
    return {
      protocol: connection.protocol,
      cipher: connection.cipher?.name ?? null,
      alpn: connection.alpn,
      npn: null, // this layer has none: such tests go through the other
      resumed: connection.resumed,
      compression: connection.compression !== null,
      ticket: session?.hasTicket ?? false,
      sessionId: (session?.id ?? '') !== '',
      ticketAppData: Buffer.from(session?.ticketAppData ?? []).toString('latin1'),
      tmpKeyType: temporary === null ? group : keyTypeOf(temporary),
      peerCertType: peerCertificate === null ? null : keyTypeOf(peerCertificate.publicKey),
      peerSignHash: signed?.hash ?? null,
      peerSignType: signed?.type ?? null,
      peerCaNames,
    };
  }

  close(): void {
    this.#engine.close();
  }
}

function statusOf(result: SslResult<unknown>): StepStatus {
  switch (result.status) {
    case 'done':
    case 'want-read':
    case 'want-write':
    case 'want-retry-verify':
      return result.status;
    case 'want-x509-lookup':
    case 'want-client-hello-cb':
    case 'want-async':
    case 'want-async-job':
    case 'want-connect':
    case 'want-accept':
    case 'closed':
    case 'failed':
    case 'unknown':
      return 'failed';
  }
}

function transferOf(result: SslResult<number>): Transfer {
  return { status: statusOf(result), count: result.status === 'done' ? result.value : 0 };
}

/** False if OpenSSL refuses; anything else that is thrown is no answer. */
function taken(request: () => void): boolean {
  try {
    request();
    return true;
  } catch (error) {
    if (error instanceof SettingError) return false;
    throw error;
  }
}
