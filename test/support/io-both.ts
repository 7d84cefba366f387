// Owns: both ends of one connection through the drivers, connect() here and accept() there, over TCP or in memory; and answers that a test
// gives when it likes.
// Must not know: what is tested.

import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  type AcceptOptions,
  accept,
  type ConnectOptions,
  connect,
  type OpenSSL,
  SslContext,
  type SslContextOptions,
  type SslSocket,
} from '../../lib/index.ts';
import { closeLater, trusting } from './io-clients.ts';
import { duplexPair } from './io-duplex.ts';
import { identity } from './pki.ts';

export const carriers = ['TCP', 'Duplex'] as const;
export type Carrier = (typeof carriers)[number];

export interface Ends {
  readonly client: Promise<SslSocket>;
  readonly server: Promise<SslSocket>;
  /** What carries the server's bytes. */
  readonly transport: Duplex;
}

export interface EndOptions {
  readonly client?: Partial<ConnectOptions>;
  /** Of the server's context. */
  readonly server?: Partial<Omit<SslContextOptions, 'role'>>;
  readonly accept?: Partial<AcceptOptions>;
}

/** Both handshakes are under way when it resolves. closeAll() of io-clients.ts ends what is left. */
export async function startBoth(
  library: OpenSSL,
  carrier: Carrier,
  { client = {}, server = {}, accept: more = {} }: EndOptions,
): Promise<Ends> {
  const context = new SslContext({ role: 'server', library, ...identity('server'), ...server });
  const common = { ...trusting(library), ...client };
  if (carrier === 'Duplex') {
    const [ours, theirs] = duplexPair();
    return begun(connect({ ...common, transport: closeLater(ours) }), accept({ context, transport: theirs, ...more }), theirs);
  }
  const listener = createServer({ allowHalfOpen: true, noDelay: true });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const accepted = once(listener, 'connection') as Promise<[Socket]>;
  const connected = connect({ ...common, host: '127.0.0.1', port: (listener.address() as AddressInfo).port });
  void kept(connected);
  const [transport] = await accepted;
  listener.close();
  return begun(connected, accept({ context, transport, ...more }), transport);
}

function begun(client: Promise<SslSocket>, server: Promise<SslSocket>, transport: Duplex): Ends {
  return { client: kept(client), server: kept(server), transport: closeLater(transport) };
}

// What a test does not look at, a rejection or an error of the stream, shall not end the run.
function kept(side: Promise<SslSocket>): Promise<SslSocket> {
  side.then((socket) => closeLater(socket).on('error', () => undefined)).catch(() => undefined);
  return side;
}

/** A promise, settled from outside. */
export class Later<T> {
  readonly promise: Promise<T>;
  resolve: (value: T) => void = () => undefined;
  reject: (error: unknown) => void = () => undefined;

  constructor() {
    this.promise = new Promise<T>((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }
}

/** A callback that says that it was asked, and answers when the test does. */
export class Asked<T> {
  readonly answer = new Later<T>();
  readonly #first = new Later<void>();
  times = 0;

  /** Resolves at the first question. */
  get asked(): Promise<void> {
    return this.#first.promise;
  }

  readonly callback = (): Promise<T> => {
    this.times += 1;
    this.#first.resolve();
    return this.answer.promise;
  };
}
