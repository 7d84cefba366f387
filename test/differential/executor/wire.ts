// Owns: what lies between the two sides. Its twin in C is driver/wire.c.

import type { BIO, BIO_METHOD, Out, SSL } from '../../../lib/c/index.ts';
import { type C, largest, number, type Operations, other, type Run, type Side } from './operation.ts';

const injections: Readonly<Record<string, Uint8Array>> = {
  text: Buffer.from('GET / HTTP/1.0\r\n\r\n'),
  zeros: new Uint8Array(16),
  fatal: Uint8Array.of(0x15, 3, 3, 0, 2, 2, 0x28),
  warning: Uint8Array.of(0x15, 3, 3, 0, 2, 1, 0x5a),
  close: Uint8Array.of(0x15, 3, 3, 0, 2, 1, 0),
  short_alert: Uint8Array.of(0x15, 3, 3, 0, 1, 2),
  change: Uint8Array.of(0x14, 3, 3, 0, 1, 1),
  bad_change: Uint8Array.of(0x14, 3, 3, 0, 1, 2),
  empty: Uint8Array.of(0x17, 3, 3, 0, 0),
  data: Uint8Array.of(0x17, 3, 3, 0, 4, 0x64, 0x61, 0x74, 0x61),
  long: Uint8Array.of(0x16, 3, 3, 0xff, 0xff),
  version: Uint8Array.of(0x16, 2, 0, 0, 3, 1, 0, 0),
  request: Uint8Array.of(0x16, 3, 3, 0, 4, 0, 0, 0, 0),
  unknown: Uint8Array.of(0x63, 3, 3, 0, 4, 1, 2, 3, 4),
  hello: Uint8Array.of(0x80, 0x2e, 1, 0, 2, 0, 0x15, 0, 0, 0, 0x10),
};

export function forgetTransport(c: C, side: Side): void {
  c.BIO_free(side.network);
  c.BIO_free(side.in);
  c.BIO_free(side.out);
  side.network = null;
  side.in = null;
  side.out = null;
  side.transport = 'none';
}

export function waitingOut(c: C, side: Side): number {
  if (side.transport === 'pair') return c.BIO_ctrl_pending(side.network as BIO);
  return side.transport === 'memory' ? c.BIO_ctrl_pending(side.out as BIO) : 0;
}

export function waitingIn(c: C, side: Side): number {
  if (side.transport === 'pair') return c.BIO_ctrl_wpending(side.network as BIO);
  return side.transport === 'memory' ? c.BIO_ctrl_pending(side.in as BIO) : 0;
}

function roomIn(c: C, side: Side): number {
  if (side.transport === 'pair') return c.BIO_ctrl_get_write_guarantee(side.network as BIO);
  return side.transport === 'memory' ? largest - waitingIn(c, side) : 0;
}

function takeOut({ c, passing }: Run, side: Side, length: number): number {
  return c.BIO_read((side.transport === 'pair' ? side.network : side.out) as BIO, passing, length);
}

function putIn(c: C, side: Side, bytes: Uint8Array, length: number): number {
  return c.BIO_write((side.transport === 'pair' ? side.network : side.in) as BIO, bytes, length);
}

export const wireOperations: Operations = {
  pair: {
    needs: 'unused ssl',
    run: ({ c }, side, args) => {
      forgetTransport(c, side);
      const internal: Out<BIO | null> = { value: null };
      const network: Out<BIO | null> = { value: null };
      const ret = c.BIO_new_bio_pair(internal, number(args, 0), network, number(args, 1));
      if (ret === 1) {
        side.network = network.value ?? null;
        c.SSL_set_bio(side.ssl as SSL, internal.value ?? null, internal.value ?? null);
        side.transport = 'pair';
      }
      return String(ret);
    },
  },
  memory: {
    needs: 'unused ssl',
    run: ({ c }, side) => {
      forgetTransport(c, side);
      const ssl = side.ssl as SSL;
      const into = c.BIO_new(c.BIO_s_mem() as BIO_METHOD) as BIO;
      const out = c.BIO_new(c.BIO_s_mem() as BIO_METHOD) as BIO;
      side.in = into;
      side.out = out;
      c.BIO_up_ref(into);
      c.BIO_up_ref(out);
      c.SSL_set_bio(ssl, into, out);
      side.transport = 'memory';
      return `${Number(c.SSL_get_rbio(ssl) === into)} ${Number(c.SSL_get_wbio(ssl) === out)}`;
    },
  },
  no_bio: {
    needs: 'unused ssl',
    run: ({ c }, side) => {
      forgetTransport(c, side);
      c.SSL_set_bio(side.ssl as SSL, null, null);
      return '-';
    },
  },
  feed: {
    needs: 'nothing',
    run: (run, side, args) => {
      const { c, passing } = run;
      const target = other(run, side);
      const length = Math.min(number(args, 0), waitingOut(c, side), roomIn(c, target));
      if (length === 0) return '0';
      const taken = takeOut(run, side, length);
      const mask = number(args, 2);
      if (taken > 0 && mask !== 0) {
        const at = number(args, 1) % taken;
        passing[at] = (passing[at] ?? 0) ^ mask;
      }
      return `${taken} ${putIn(c, target, passing, taken)}`;
    },
  },
  drop: {
    needs: 'nothing',
    run: (run, side, args) => {
      const length = Math.min(number(args, 0), waitingOut(run.c, side));
      return String(length === 0 ? 0 : takeOut(run, side, length));
    },
  },
  inject: {
    needs: 'nothing',
    run: ({ c }, side, args) => {
      const bytes = injections[args(0)];
      if (bytes === undefined) return 'no such bytes';
      const length = Math.min(bytes.length, roomIn(c, side));
      return String(length === 0 ? 0 : putIn(c, side, bytes, length));
    },
  },
  eof: {
    needs: 'nothing',
    run: ({ c }, side) => {
      if (side.transport === 'pair') return String(c.BIO_shutdown_wr(side.network as BIO));
      return side.transport === 'memory' ? String(c.BIO_set_mem_eof_return(side.in as BIO, 0)) : 'no transport';
    },
  },
  flow: {
    needs: 'nothing',
    run: ({ c }, side) => {
      if (side.transport !== 'pair') return 'no pair';
      const bio = side.network as BIO;
      return (
        `room ${c.BIO_ctrl_get_write_guarantee(bio)} wants ${c.BIO_ctrl_get_read_request(bio)}` +
        ` pending ${c.BIO_ctrl_pending(bio)} ${c.BIO_ctrl_wpending(bio)} size ${c.BIO_get_write_buf_size(bio, 0)} eof ${c.BIO_eof(bio)}`
      );
    },
  },
};
