// Owns: operations that make and drive a connection. Their twins in C are in driver/connection.c.

import type { SSL, SSL_CTX } from '../../../lib/c/index.ts';
import { type Args, type C, number, type Operation, type Operations, onSsl, type Run } from './operation.ts';
import { forgetTransport } from './wire.ts';

interface Done {
  value: number;
}

/** The error first: nothing may come between an operation and SSL_get_error. */
function explained(c: C, ssl: SSL, ret: number): string {
  const error = c.SSL_get_error(ssl, ret);
  return (
    `${ret} error ${error} want ${c.SSL_want(ssl)} state ${c.SSL_get_state(ssl)} ${c.SSL_state_string(ssl)}` +
    ` shutdown ${c.SSL_get_shutdown(ssl)}`
  );
}

function io(call: (c: C, ssl: SSL, args: Args, run: Run) => number): Operation {
  return {
    needs: 'wired ssl',
    run: (run, side, args) => {
      const ssl = side.ssl as SSL;
      return explained(run.c, ssl, call(run.c, ssl, args, run));
    },
  };
}

function ioEx(call: (c: C, ssl: SSL, args: Args, run: Run, done: Done) => number): Operation {
  return {
    needs: 'wired ssl',
    run: (run, side, args) => {
      const done = { value: 0 };
      const ssl = side.ssl as SSL;
      return `${explained(run.c, ssl, call(run.c, ssl, args, run, done))} done ${done.value}`;
    },
  };
}

// Where the bytes stand matters: OpenSSL tells a moved buffer from the same one.
const from = ({ sent }: Run, args: Args): Uint8Array => sent.subarray(number(args, 1), number(args, 1) + Math.max(0, number(args, 0)));

const unused = (call: (c: C, ssl: SSL, args: Args, run: Run) => number | bigint | void): Operation => onSsl(call, 'unused ssl');

export const connectionOperations: Operations = {
  new: {
    needs: 'ctx',
    run: (run, side) => {
      run.c.SSL_free(side.ssl);
      forgetTransport(run.c, side);
      side.ssl = run.c.SSL_new(side.ctx as SSL_CTX);
      return side.ssl === null ? '0' : '1';
    },
  },
  free: {
    needs: 'ssl',
    run: ({ c }, side) => {
      c.SSL_free(side.ssl);
      side.ssl = null;
      return '-';
    },
  },
  up_ref: onSsl((c, ssl) => {
    const ret = c.SSL_up_ref(ssl);
    c.SSL_free(ssl);
    return ret;
  }),
  write: io((c, ssl, args, run) => c.SSL_write(ssl, from(run, args), number(args, 0))),
  write_ex: ioEx((c, ssl, args, run, done) => c.SSL_write_ex(ssl, from(run, args), number(args, 0), done)),
  read: io((c, ssl, args, { received }) => c.SSL_read(ssl, received, number(args, 0))),
  peek: io((c, ssl, args, { received }) => c.SSL_peek(ssl, received, number(args, 0))),
  read_ex: ioEx((c, ssl, args, { received }, done) => c.SSL_read_ex(ssl, received, number(args, 0), done)),
  peek_ex: ioEx((c, ssl, args, { received }, done) => c.SSL_peek_ex(ssl, received, number(args, 0), done)),
  write_early: ioEx((c, ssl, args, run, done) => c.SSL_write_early_data(ssl, from(run, args), number(args, 0), done)),
  read_early: ioEx((c, ssl, args, { received }, done) => c.SSL_read_early_data(ssl, received, number(args, 0), done)),
  connect: io((c, ssl) => c.SSL_connect(ssl)),
  accept: io((c, ssl) => c.SSL_accept(ssl)),
  handshake: io((c, ssl) => c.SSL_do_handshake(ssl)),
  shutdown: io((c, ssl) => c.SSL_shutdown(ssl)),
  connect_state: unused((c, ssl) => c.SSL_set_connect_state(ssl)),
  accept_state: unused((c, ssl) => c.SSL_set_accept_state(ssl)),
  clear: onSsl((c, ssl) => c.SSL_clear(ssl)),
  fd: unused((c, ssl, args) => c.SSL_set_fd(ssl, number(args, 0))),
  get_fd: onSsl((c, ssl) => c.SSL_get_fd(ssl)),
  set_shutdown: onSsl((c, ssl, args) => c.SSL_set_shutdown(ssl, number(args, 0))),
  get_error: onSsl((c, ssl, args) => c.SSL_get_error(ssl, number(args, 0)), 'wired ssl'),
  key_update: onSsl((c, ssl, args) => c.SSL_key_update(ssl, number(args, 0))),
  key_update_type: onSsl((c, ssl) => c.SSL_get_key_update_type(ssl)),
  renegotiate: onSsl((c, ssl) => c.SSL_renegotiate(ssl)),
  renegotiate_abbreviated: onSsl((c, ssl) => c.SSL_renegotiate_abbreviated(ssl)),
  renegotiate_pending: onSsl((c, ssl) => c.SSL_renegotiate_pending(ssl)),
  verify_client: onSsl((c, ssl) => c.SSL_verify_client_post_handshake(ssl)),
  ssl_min: unused((c, ssl, args) => c.SSL_set_min_proto_version(ssl, number(args, 0))),
  ssl_max: unused((c, ssl, args) => c.SSL_set_max_proto_version(ssl, number(args, 0))),
  ssl_ciphers: unused((c, ssl, args) => c.SSL_set_cipher_list(ssl, args(0))),
  ssl_suites: unused((c, ssl, args) => c.SSL_set_ciphersuites(ssl, args(0))),
  ssl_groups: unused((c, ssl, args) => c.SSL_set1_groups_list(ssl, args(0))),
  ssl_mode: onSsl((c, ssl, args) => c.SSL_set_mode(ssl, number(args, 0))),
  ssl_options: onSsl((c, ssl, args) => c.SSL_set_options(ssl, BigInt(args(0)))),
  ssl_verify: onSsl((c, ssl, args) => c.SSL_set_verify(ssl, number(args, 0), null)),
  ssl_quiet: onSsl((c, ssl, args) => c.SSL_set_quiet_shutdown(ssl, number(args, 0))),
  ssl_read_ahead: onSsl((c, ssl, args) => c.SSL_set_read_ahead(ssl, number(args, 0))),
  ssl_num_tickets: onSsl((c, ssl, args) => c.SSL_set_num_tickets(ssl, number(args, 0))),
  ssl_cert: unused((c, ssl, args, { certificate }) => c.SSL_use_certificate(ssl, certificate(args(0)))),
  ssl_key: unused((c, ssl, args, { key }) => c.SSL_use_PrivateKey(ssl, key(args(0)))),
  ssl_check_key: onSsl((c, ssl) => c.SSL_check_private_key(ssl)),
  host: unused((c, ssl, args) => c.SSL_set1_host(ssl, args(0))),
  name: unused((c, ssl, args) => c.SSL_set_tlsext_host_name(ssl, 'a'.repeat(Math.min(number(args, 0), 300)))),
  get_session: onSsl((c, ssl, _args, _run, side) => {
    c.SSL_SESSION_free(side.session);
    side.session = c.SSL_get1_session(ssl);
    return side.session === null ? 0 : 1;
  }),
  set_session: onSsl((c, ssl, _args, _run, side) => c.SSL_set_session(ssl, side.session), 'unused ssl'),
};
