// Owns: sessions in a store that several servers share, which may be slow, wrong or gone: that costs a resumption, never a connection.
// Must not know: contexts' other settings, sockets.
//
//   ClientHello ──▶ ids ──▶ store.get, waited for ──▶ OpenSSL asks for the session of an id: it is there, or it is not

import { invalidArgument } from '../core/options.ts';
import type { ClientHello } from '../ssl/client-hello.ts';
import type { MayWait } from '../ssl/deciders.ts';
import type { SslEngine } from '../ssl/engine.ts';
import { SslSession } from '../ssl/session.ts';
import { timeoutError } from './peer-errors.ts';

/** Where sessions are kept. Each is **the secret of a connection**: whoever can read the store can take them over. */
export interface SessionStore {
  /** The bytes that set() was given for this id; null or nothing if there are none. */
  get(id: string): MayWait<Uint8Array | null | undefined>;
  /** Keeps a session under its id (hexadecimal), for so many seconds. */
  set(id: string, der: Uint8Array, lifetime: number): MayWait<unknown>;
  /** The session must not be resumed any more. */
  remove?(id: string): MayWait<unknown>;
}

export type StoreOperation = 'get' | 'set' | 'remove';

const preSharedKeyType = 41; // RFC 8446, 4.2.11
const sessionIdLength = 32;
const mostIds = 2; // whoever offers more gets the first looked up

/** Fails when: it has no get() and set(), or a remove() that is no function (MisuseError). */
export function requireStore(path: string, given: unknown): SessionStore {
  const store = given as Partial<SessionStore> | null | undefined;
  const isStore = typeof store?.get === 'function' && typeof store.set === 'function';
  if (isStore && (store.remove === undefined || typeof store.remove === 'function')) return store as SessionStore;
  throw invalidArgument(path, 'an object with the functions get and set, and remove if there is one', given);
}

export class StoredSessions {
  readonly #store: SessionStore;
  readonly #timeout: number;
  readonly #onError: (error: unknown, operation: StoreOperation) => void;
  readonly #found = new WeakMap<SslEngine, Map<string, SslSession | null>>();

  /** `timeout`: milliseconds that a handshake waits for get(). */
  constructor(store: SessionStore, timeout: number, onError: (error: unknown, operation: StoreOperation) => void) {
    this.#store = store;
    this.#timeout = timeout;
    this.#onError = onError;
  }

  /** Looks up what the client shows; null if there is nothing to wait for. Never rejects. `tls13`: whether the server speaks it. */
  lookUp(hello: ClientHello, engine: SslEngine, tls13: boolean): Promise<unknown> | null {
    const found = this.#found.get(engine) ?? new Map<string, SslSession | null>();
    this.#found.set(engine, found);
    const ids = idsShown(hello, tls13).filter((id) => !found.has(id));
    if (ids.length === 0) return null;
    return Promise.all(ids.map(async (id) => found.set(id, await this.#get(id, engine))));
  }

  /** For getSessionCallback. */
  find(id: Uint8Array, engine: SslEngine): SslSession | null {
    return this.#found.get(engine)?.get(Buffer.from(id).toString('hex')) ?? null;
  }

  /** For onSession. */
  keep(session: SslSession): void {
    void this.#try('set', () => this.#store.set(session.id, session.toDer(), session.timeout));
  }

  /** For onSessionRemoved. */
  drop(session: SslSession): void {
    void this.#try('remove', () => this.#store.remove?.(session.id));
  }

  async #get(id: string, { context: { library } }: SslEngine): Promise<SslSession | null> {
    const limit = new TimeLimit(this.#timeout);
    const der = await this.#try('get', () => Promise.race([this.#store.get(id), limit.passed]));
    limit.clear();
    if (der == null) return null;
    return (await this.#try('get', () => SslSession.fromDer(der, library))) ?? null;
  }

  async #try<T>(operation: StoreOperation, run: () => MayWait<T>): Promise<T | null> {
    try {
      return await run();
    } catch (error) {
      this.#onError(error, operation);
      return null;
    }
  }
}

class TimeLimit {
  readonly passed: Promise<never>;
  #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number) {
    this.passed = new Promise((_, reject) => {
      this.#timer = setTimeout(() => reject(timeoutError('sessionStore.get', milliseconds, '')), milliseconds);
    });
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}

// What may be the id of a session of ours. With TLS 1.3 it is the identity of a pre-shared key; the session_id of such a client is as a
// rule a random one (RFC 8446, D.4), and asking for it would cost every new client a round trip to the store.
function idsShown({ extensions, sessionId, supportedVersions }: ClientHello, tls13: boolean): readonly string[] {
  const offer = extensions.find(({ type }) => type === preSharedKeyType)?.data;
  const ids = offer === undefined ? [] : identitiesOf(Buffer.from(offer)).filter(({ length }) => length === sessionIdLength);
  const isTls13 = tls13 && (supportedVersions?.includes('TLSv1.3') ?? false);
  if (sessionId.length > 0 && !isTls13) ids.push(Buffer.from(sessionId));
  return ids.slice(0, mostIds).map((id) => id.toString('hex'));
}

// The length of the list, then each identity behind its length and before its age in four bytes.
function identitiesOf(offer: Buffer): Buffer[] {
  const identities: Buffer[] = [];
  const end = offer.length < 2 ? 0 : Math.min(offer.length, 2 + offer.readUInt16BE(0));
  for (let at = 2; at + 2 <= end; ) {
    const size = offer.readUInt16BE(at);
    if (at + 2 + size + 4 > end) break;
    identities.push(offer.subarray(at + 2, at + 2 + size));
    at += 2 + size + 4;
  }
  return identities;
}
