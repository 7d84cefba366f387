// Owns: the keys of session tickets that change with time, the same wherever the same secret is, and of which no older one can be
// computed from a newer.
// Must not know: contexts, servers, how a secret travels.
//
//   secret n ──HKDF──▶ secret n+1 ──HKDF──▶ …          a ratchet: what is behind is overwritten
//      └─HKDF─▶ name · AES key · HMAC key               the key of epoch n

import { hkdfSync, randomBytes } from 'node:crypto';
import { invalidArgument, OptionReader } from '../core/options.ts';
import type { TicketKey } from '../ssl/deciders.ts';

/** What a ring is made of. The same `secret`, `start` and `rotateEvery` give the same keys, on any machine. */
export interface TicketKeyRingOptions {
  /** 32 random bytes, **a secret**; default: new ones. */
  readonly secret?: Uint8Array;
  /** When the epoch of `secret` begins, milliseconds since 1970; default: now. */
  readonly start?: number;
  /** Milliseconds that a key makes new tickets, 60000 at least; default 12 hours. */
  readonly rotateEvery?: number;
  /** How many older keys are kept, for the tickets that are under way; default 2. */
  readonly keep?: number;
}

/** What another machine or process needs for the same keys: as JSON can carry it. **A secret.** */
export interface SharedTicketKeys {
  /** Base64. */
  readonly secret: string;
  readonly start: number;
  readonly rotateEvery: number;
  readonly keep: number;
}

const secretLength = 32;
const shortestEpoch = 60_000;
const longestEpoch = 7 * 24 * 60 * 60 * 1000; // a ticket of TLS 1.3 lives no longer (RFC 8446, 4.6.1)
const defaultEpoch = 12 * 60 * 60 * 1000;
const defaultKeep = 2;
const mostKept = 1000;
const mostEpochs = 1_000_000; // each takes a computation: some seconds

/**
 * Keys of session tickets that change by themselves. New tickets are made under the newest key; a ticket of an older one that is kept is
 * good, and followed by a new ticket. The next key is accepted before its time, for a machine whose clock is ahead.
 *
 * A key is made of the one before it in such a way that nobody can go back: who takes the newest secret cannot read what was sent under
 * keys that are gone. Who has a secret has all that come after it.
 *
 * The constructor fails when: an option is unknown, of the wrong type or out of range (MisuseError, which never shows the secret).
 *
 * @openssl SSL_CTX_set_tlsext_ticket_key_evp_cb
 * @example
 * const ring = new TicketKeyRing({ secret, start: Date.UTC(2026, 0, 1) });
 * const context = new SslContext({ role: 'server', certificate, privateKey, ticketKeyCallback: ring.ticketKeyCallback });
 */
export class TicketKeyRing {
  /** Milliseconds that a key makes new tickets. */
  readonly rotateEvery: number;
  /** How many older keys are kept. */
  readonly keep: number;
  readonly #start: number; // of epoch 0
  #epoch = 0;
  #secret: Buffer; // of #epoch
  #current: TicketKey;
  #ahead: TicketKey;
  #older: readonly TicketKey[] = []; // the newest first

  constructor(options: TicketKeyRingOptions = {}) {
    const reader = new OptionReader('options', options, ['secret', 'start', 'rotateEvery', 'keep']);
    this.rotateEvery = reader.integer('rotateEvery', shortestEpoch, longestEpoch) ?? defaultEpoch;
    this.keep = reader.integer('keep', 0, mostKept) ?? defaultKeep;
    this.#start = reader.integer('start', 0, Number.MAX_SAFE_INTEGER) ?? Date.now();
    if (this.#epochNow() > mostEpochs) {
      throw invalidArgument(reader.path('start'), `at most ${mostEpochs} times options.rotateEvery ago`, this.#start);
    }
    this.#secret = readSecret(reader);
    this.#current = keyOf(this.#secret);
    this.#ahead = keyOf(after(this.#secret));
  }

  /** As `shared` gave it. Fails when: it is nothing of the kind (MisuseError). */
  static fromShared(shared: SharedTicketKeys): TicketKeyRing {
    const reader = new OptionReader('shared', shared, ['secret', 'start', 'rotateEvery', 'keep']);
    const { secret, ...times } = shared;
    if (typeof secret !== 'string') throw invalidArgument(reader.path('secret'), 'Base64', typeof secret);
    return new TicketKeyRing({ ...times, secret: Buffer.from(secret, 'base64') });
  }

  /** How many times the key has changed since `start`. */
  get epoch(): number {
    this.#advance();
    return this.#epoch;
  }

  /** The secret of the newest key and when that began: for other processes that are to make the same keys from now on. **A secret.** */
  get shared(): SharedTicketKeys {
    this.#advance();
    return {
      secret: this.#secret.toString('base64'),
      start: this.#start + this.#epoch * this.rotateEvery,
      rotateEvery: this.rotateEvery,
      keep: this.keep,
    };
  }

  /** For the option of this name: the key for a new ticket (`null`), or the one that a ticket names. It is bound to this ring. */
  readonly ticketKeyCallback = (name: Uint8Array | null): TicketKey | null => {
    this.#advance();
    if (name === null || isNamed(this.#current, name)) return this.#current;
    if (isNamed(this.#ahead, name)) return this.#ahead;
    const older = this.#older.find((key) => isNamed(key, name));
    return older === undefined ? null : { ...older, renew: true };
  };

  // Never back: a clock that is set back finds the key of then still among the older ones, or gone.
  #advance(): void {
    const now = this.#epochNow();
    if (this.#epoch >= now) return;
    for (; this.#epoch < now; this.#epoch += 1) {
      const isKept = now - this.#epoch <= this.keep;
      this.#older = isKept ? [keyOf(this.#secret), ...this.#older].slice(0, this.keep) : [];
      const next = after(this.#secret);
      this.#secret.fill(0);
      this.#secret = next;
    }
    this.#current = keyOf(this.#secret);
    this.#ahead = keyOf(after(this.#secret));
  }

  #epochNow(): number {
    return Math.floor((Date.now() - this.#start) / this.rotateEvery);
  }
}

function readSecret(options: OptionReader): Buffer {
  const given = options.raw('secret');
  if (given === undefined) return randomBytes(secretLength);
  if (given instanceof Uint8Array && given.length === secretLength) return Buffer.from(given);
  const what = given instanceof Uint8Array ? given.length : typeof given; // never the secret
  throw invalidArgument(options.path('secret'), `a Uint8Array of ${secretLength} bytes`, what);
}

function after(secret: Uint8Array): Buffer {
  return derive(secret, 'libssl ticket keys: the next secret', secretLength);
}

function keyOf(secret: Uint8Array): TicketKey {
  const bytes = derive(secret, 'libssl ticket keys: the key', 80);
  return { name: bytes.subarray(0, 16), aesKey: bytes.subarray(16, 48), hmacKey: bytes.subarray(48, 80) };
}

function derive(secret: Uint8Array, info: string, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', info, length));
}

function isNamed({ name }: TicketKey, wanted: Uint8Array): boolean {
  return Buffer.compare(name, wanted) === 0;
}
