// Owns: operations on contexts. Their twins in C are in driver/context.c.

import { type SSL_CTX, type SSL_METHOD, SSL_OP_NO_TICKET, TLS1_2_VERSION } from '../../../lib/c/index.ts';
import { number, type Operations, onCtx } from './operation.ts';

const alpn: Readonly<Record<string, Uint8Array>> = {
  good: Buffer.from('\u0002h2\u0008http/1.1'),
  other: Buffer.from('\u0003foo'),
  bad: Buffer.from('\u0000h2'),
};

export const contextOperations: Operations = {
  ctx: {
    needs: 'nothing',
    run: ({ c }, side, args) => {
      const methods: Readonly<Record<string, () => ReturnType<typeof c.TLS_method>>> = {
        client: c.TLS_client_method,
        server: c.TLS_server_method,
      };
      const method = (methods[args(0)] ?? c.TLS_method)();
      c.SSL_CTX_free(side.ctx);
      side.ctx = c.SSL_CTX_new(method as SSL_METHOD);
      c.SSL_CTX_set_options(side.ctx as SSL_CTX, SSL_OP_NO_TICKET);
      return side.ctx === null ? '0' : '1';
    },
  },
  ctx_free: {
    needs: 'nothing',
    run: ({ c }, side) => {
      c.SSL_CTX_free(side.ctx);
      side.ctx = null;
      return '-';
    },
  },
  ctx_up_ref: onCtx((c, ctx) => {
    const ret = c.SSL_CTX_up_ref(ctx);
    c.SSL_CTX_free(ctx);
    return ret;
  }),
  tickets12: onCtx((c, ctx) => {
    c.SSL_CTX_set_max_proto_version(ctx, TLS1_2_VERSION);
    return c.SSL_CTX_clear_options(ctx, SSL_OP_NO_TICKET);
  }),
  alpn: onCtx((c, ctx, args) => {
    const list = alpn[args(0)] as Uint8Array;
    return c.SSL_CTX_set_alpn_protos(ctx, list, list.length);
  }),
  min: onCtx((c, ctx, args) => c.SSL_CTX_set_min_proto_version(ctx, number(args, 0))),
  max: onCtx((c, ctx, args) => c.SSL_CTX_set_max_proto_version(ctx, number(args, 0))),
  get_min: onCtx((c, ctx) => c.SSL_CTX_get_min_proto_version(ctx)),
  get_max: onCtx((c, ctx) => c.SSL_CTX_get_max_proto_version(ctx)),
  ciphers: onCtx((c, ctx, args) => c.SSL_CTX_set_cipher_list(ctx, args(0))),
  suites: onCtx((c, ctx, args) => c.SSL_CTX_set_ciphersuites(ctx, args(0))),
  groups: onCtx((c, ctx, args) => c.SSL_CTX_set1_groups_list(ctx, args(0))),
  sigalgs: onCtx((c, ctx, args) => c.SSL_CTX_set1_sigalgs_list(ctx, args(0))),
  mode: onCtx((c, ctx, args) => c.SSL_CTX_set_mode(ctx, number(args, 0))),
  clear_mode: onCtx((c, ctx, args) => c.SSL_CTX_clear_mode(ctx, number(args, 0))),
  get_mode: onCtx((c, ctx) => c.SSL_CTX_get_mode(ctx)),
  options: onCtx((c, ctx, args) => c.SSL_CTX_set_options(ctx, BigInt(args(0)))),
  get_options: onCtx((c, ctx) => c.SSL_CTX_get_options(ctx)),
  verify: onCtx((c, ctx, args) => c.SSL_CTX_set_verify(ctx, number(args, 0), null)),
  get_verify: onCtx((c, ctx) => c.SSL_CTX_get_verify_mode(ctx)),
  depth: onCtx((c, ctx, args) => c.SSL_CTX_set_verify_depth(ctx, number(args, 0))),
  trust: onCtx((c, ctx, args, { certificate }) => {
    const store = c.SSL_CTX_get_cert_store(ctx);
    return store === null ? undefined : c.X509_STORE_add_cert(store, certificate(args(0)));
  }),
  client_ca: onCtx((c, ctx, args, { certificate }) => c.SSL_CTX_add_client_CA(ctx, certificate(args(0)))),
  cert: onCtx((c, ctx, args, { certificate }) => c.SSL_CTX_use_certificate(ctx, certificate(args(0)))),
  key: onCtx((c, ctx, args, { key }) => c.SSL_CTX_use_PrivateKey(ctx, key(args(0)))),
  check_key: onCtx((c, ctx) => c.SSL_CTX_check_private_key(ctx)),
  session_id_context: onCtx((c, ctx, args, { sent }) => c.SSL_CTX_set_session_id_context(ctx, sent, number(args, 0))),
  num_tickets: onCtx((c, ctx, args) => c.SSL_CTX_set_num_tickets(ctx, number(args, 0))),
  get_num_tickets: onCtx((c, ctx) => c.SSL_CTX_get_num_tickets(ctx)),
  read_ahead: onCtx((c, ctx, args) => {
    c.SSL_CTX_set_read_ahead(ctx, number(args, 0));
    return c.SSL_CTX_get_read_ahead(ctx);
  }),
  quiet: onCtx((c, ctx, args) => c.SSL_CTX_set_quiet_shutdown(ctx, number(args, 0))),
  cache: onCtx((c, ctx, args) => c.SSL_CTX_set_session_cache_mode(ctx, number(args, 0))),
  cache_size: onCtx((c, ctx, args) => c.SSL_CTX_sess_set_cache_size(ctx, number(args, 0))),
  max_send_fragment: onCtx((c, ctx, args) => c.SSL_CTX_set_max_send_fragment(ctx, number(args, 0))),
  split_send_fragment: onCtx((c, ctx, args) => c.SSL_CTX_set_split_send_fragment(ctx, number(args, 0))),
  fragment_length: onCtx((c, ctx, args) => c.SSL_CTX_set_tlsext_max_fragment_length(ctx, number(args, 0))),
  padding: onCtx((c, ctx, args) => c.SSL_CTX_set_block_padding(ctx, number(args, 0))),
  max_cert_list: onCtx((c, ctx, args) => c.SSL_CTX_set_max_cert_list(ctx, number(args, 0))),
  level: onCtx((c, ctx, args) => c.SSL_CTX_set_security_level(ctx, number(args, 0))),
  get_level: onCtx((c, ctx) => c.SSL_CTX_get_security_level(ctx)),
  allow_post_handshake: onCtx((c, ctx, args) => c.SSL_CTX_set_post_handshake_auth(ctx, number(args, 0))),
  max_early: onCtx((c, ctx, args) => c.SSL_CTX_set_max_early_data(ctx, number(args, 0))),
  counts: {
    needs: 'ctx',
    run: ({ c }, side) => {
      const ctx = side.ctx as SSL_CTX;
      return (
        `${c.SSL_CTX_sess_number(ctx)} connect ${c.SSL_CTX_sess_connect(ctx)} ${c.SSL_CTX_sess_connect_good(ctx)}` +
        ` accept ${c.SSL_CTX_sess_accept(ctx)} ${c.SSL_CTX_sess_accept_good(ctx)} hits ${c.SSL_CTX_sess_hits(ctx)}` +
        ` misses ${c.SSL_CTX_sess_misses(ctx)} full ${c.SSL_CTX_sess_cache_full(ctx)}`
      );
    },
  },
};
