// Owns: what the parts of the executor share: the two sides of a script, and what an operation is. Its twin in C is driver/driver.h.
// Must not know: any single operation.

import type { BIO, CLayer, EVP_PKEY, SSL, SSL_CTX, SSL_SESSION, X509 } from '../../../lib/c/index.ts';

/** All functions of the C layer, over one OpenSSL. */
export type C = CLayer;

export interface Side {
  readonly name: 'c' | 's';
  ctx: SSL_CTX | null;
  ssl: SSL | null;
  session: SSL_SESSION | null;
  transport: 'none' | 'pair' | 'memory';
  /** pair: the half that is not the SSL's. */
  network: BIO | null;
  /** memory: a reference of our own to what the SSL reads and writes. */
  in: BIO | null;
  out: BIO | null;
  verifyAnswer: number;
  alpnAnswer: number;
  nameAnswer: number;
  sessionAnswer: boolean;
}

export function freshSide(name: 'c' | 's'): Side {
  return {
    name,
    ctx: null,
    ssl: null,
    session: null,
    transport: 'none',
    network: null,
    in: null,
    out: null,
    verifyAnswer: 0,
    alpnAnswer: 0,
    nameAnswer: 0,
    sessionAnswer: false,
  };
}

/** What a script runs in. */
export interface Run {
  readonly c: C;
  readonly client: Side;
  readonly server: Side;
  readonly certificate: (name: string) => X509;
  readonly key: (name: string) => EVP_PKEY;
  /** What is written, a pattern that never changes. */
  readonly sent: Uint8Array;
  readonly received: Uint8Array;
  readonly passing: Uint8Array;
  /** What callbacks told since the last trace line. */
  notes: string[];
  keepErrors: boolean;
}

export const largest = 131_072;

/** What must be there, so that the operation is defined in C. */
export type Needs = 'nothing' | 'ctx' | 'ssl' | 'unused ssl' | 'wired ssl' | 'finished ssl';

export interface Operation {
  readonly needs: Needs;
  /** The result as the trace tells it. */
  readonly run: (run: Run, side: Side, args: Args) => string;
}

export type Operations = Readonly<Record<string, Operation>>;

/** The words behind an operation's name and side; what is left out is 0. */
export type Args = (index: number) => string;

export const number = (args: Args, index: number): number => Number(args(index));

export function other({ client, server }: Run, side: Side): Side {
  return side === client ? server : client;
}

type Result = number | bigint | void;
const told = (result: Result): string => (result === undefined ? '-' : String(result));

/** An operation on the side's context: one call, or few. */
export function onCtx(call: (c: C, ctx: SSL_CTX, args: Args, run: Run, side: Side) => Result): Operation {
  return { needs: 'ctx', run: (run, side, args) => told(call(run.c, side.ctx as SSL_CTX, args, run, side)) };
}

export function onSsl(call: (c: C, ssl: SSL, args: Args, run: Run, side: Side) => Result, needs: Needs = 'ssl'): Operation {
  return { needs, run: (run, side, args) => told(call(run.c, side.ssl as SSL, args, run, side)) };
}

/** One that only asks, and tells more than a number. */
export function fact(tell: (c: C, ssl: SSL, args: Args, run: Run) => string, needs: Needs = 'ssl'): Operation {
  return { needs, run: (run, side, args) => tell(run.c, side.ssl as SSL, args, run) };
}
