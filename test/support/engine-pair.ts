// Owns: a client and a server in one process, joined byte by byte. Every protocol test goes through it:
//
//   client ── toServer ──▶ server        nothing moves unless a test says so: shuttle() moves everything once,
//   client ◀─ toClient ─── server        handshake() drives both sides to their end
//
// Must not know: what is tested.

import { type OpenSSL, SslContext, SslEngine, type SslError, type SslResult } from '../../lib/index.ts';
import type { SslContextOptions } from '../../lib/ssl/context-options.ts';
import type { SslEngineOptions } from '../../lib/ssl/engine-options.ts';
import { certificatePem, type Identity, identity } from './pki.ts';
import { Wire } from './wire.ts';

type ContextOptions = Omit<SslContextOptions, 'role'>;

export interface PairOptions {
  /** Of both sides, where the sides do not name their own. */
  readonly library?: OpenSSL;
  readonly client?: Partial<ContextOptions>;
  readonly server?: Partial<ContextOptions>;
  /** Made already, in place of `client` and `server`. */
  readonly clientContext?: SslContext;
  readonly serverContext?: SslContext;
  readonly clientEngine?: SslEngineOptions;
  readonly serverEngine?: SslEngineOptions;
}

export interface BothResults {
  readonly client: SslResult;
  readonly server: SslResult;
}

/** A client that verifies, with one trusted certificate. */
export function trustingClient(trusted: Identity = 'root'): { readonly ca: string; readonly verifyMode: 'peer' } {
  return { ca: certificatePem(trusted), verifyMode: 'peer' };
}

export class EnginePair {
  readonly client: SslEngine;
  readonly server: SslEngine;
  readonly toServer = new Wire();
  readonly toClient = new Wire();

  constructor({ library, client, server, clientContext, serverContext, clientEngine, serverEngine }: PairOptions = {}) {
    const common = library === undefined ? {} : { library };
    this.client = new SslEngine(clientContext ?? new SslContext({ role: 'client', ...common, ...client }), clientEngine);
    this.server = new SslEngine(
      serverContext ?? new SslContext({ role: 'server', ...common, ...(server ?? identity('server')) }),
      serverEngine,
    );
  }

  /** A pair whose handshake is done. */
  static connected(options?: PairOptions): EnginePair {
    const pair = new EnginePair(options);
    const { client, server } = pair.handshake();
    if (client.status === 'done' && server.status === 'done') return pair;
    throw new Error(`no handshake: client ${describeResult(client)}, server ${describeResult(server)}`);
  }

  /** Moves everything that waits, both ways, once; says whether any byte moved. */
  shuttle(): boolean {
    const toServer = this.toServer.move(this.client, this.server);
    const toClient = this.toClient.move(this.server, this.client);
    return toServer || toClient;
  }

  /** Moves until nothing moves any more. */
  shuttleAll(): void {
    while (this.shuttle());
  }

  /** Calls connect() and accept() in turn until both have an end, or neither gets any further. */
  handshake(): BothResults {
    let client = this.client.connect();
    let server = this.server.accept();
    for (;;) {
      const moved = this.shuttle();
      const before = `${client.status} ${server.status}`;
      if (!isSettled(client)) client = this.client.connect();
      if (!isSettled(server)) server = this.server.accept();
      if (!moved && `${client.status} ${server.status}` === before && this.client.bytesToDrain === 0 && this.server.bytesToDrain === 0)
        break;
    }
    return { client, server };
  }

  /** Writes on one side, moves, and reads on the other until it wants more; returns what was read. */
  send(from: 'client' | 'server', bytes: Uint8Array): Buffer {
    const [writer, reader] = from === 'client' ? [this.client, this.server] : [this.server, this.client];
    const parts: Buffer[] = [];
    const into = Buffer.alloc(32 * 1024);
    let written = writer.write(bytes);
    for (;;) {
      const moved = this.shuttle();
      const read = reader.read(into);
      if (read.status === 'done') parts.push(Buffer.from(into.subarray(0, read.value)));
      if (written.status === 'want-write') written = writer.write();
      if (!moved && read.status !== 'done') break;
    }
    if (written.status !== 'done') throw new Error(`the write came to ${describeResult(written)}`);
    return Buffer.concat(parts);
  }

  close(): void {
    this.client.close();
    this.server.close();
  }
}

/** Makes a pair, hands it to `use`, and closes it whatever happens. */
export function withPair<T>(options: PairOptions, use: (pair: EnginePair) => T): T {
  const pair = new EnginePair(options);
  try {
    return use(pair);
  } finally {
    pair.close();
  }
}

/** As withPair, with the handshake done. */
export function withConnectedPair<T>(options: PairOptions, use: (pair: EnginePair) => T): T {
  const pair = EnginePair.connected(options);
  try {
    return use(pair);
  } finally {
    pair.close();
  }
}

export function isSettled(result: SslResult<unknown>): boolean {
  return result.status === 'done' || result.status === 'failed' || result.status === 'closed';
}

/** The error of a result that must be a failure. */
export function errorOf(result: SslResult<unknown>): SslError {
  if (result.status !== 'failed') throw new Error(`expected a failure, got ${describeResult(result)}`);
  return result.error;
}

/** The queue as `library:reason` numbers, oldest first: what is the same in every release. */
export function reasons(error: Pick<SslError, 'queue'>): readonly string[] {
  return error.queue.map(({ libraryCode, reasonCode }) => `${libraryCode}:${reasonCode}`);
}

export function describeResult(result: SslResult<unknown>): string {
  return `${result.status} (ret ${result.ret}, code ${result.code}${result.status === 'failed' ? `, ${result.error.message}` : ''})`;
}
