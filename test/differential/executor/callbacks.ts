// Owns: operations that set callbacks. Their twins in C are in driver/callbacks.c.

import {
  type SSL,
  SSL_AD_UNRECOGNIZED_NAME,
  SSL_TLSEXT_ERR_NOACK,
  SSL_TLSEXT_ERR_OK,
  TLSEXT_NAMETYPE_host_name,
} from '../../../lib/c/index.ts';
import { number, type Operations, onCtx, type Run, type Side } from './operation.ts';

// OPENSSL_NPN_NEGOTIATED
const negotiated = 1;
const protocols = Buffer.from('\u0008http/1.1\u0003foo');

const sideOf = ({ client, server }: Run, ssl: SSL): Side => (ssl === server.ssl ? server : client);

export const callbackOperations: Operations = {
  on_verify: onCtx((c, ctx, args, run, side) => {
    side.verifyAnswer = number(args, 1);
    c.SSL_CTX_set_verify(ctx, number(args, 0), (ok, store) => {
      const ssl = c.X509_STORE_CTX_get_ex_data(store, c.SSL_get_ex_data_X509_STORE_CTX_idx()) as SSL;
      run.notes.push(`v${ok}.${c.X509_STORE_CTX_get_error(store)}.${c.X509_STORE_CTX_get_error_depth(store)},`);
      const { verifyAnswer } = sideOf(run, ssl);
      return verifyAnswer === 2 ? ok : verifyAnswer;
    });
  }),
  on_alpn: onCtx((c, ctx, args, run, side) => {
    side.alpnAnswer = number(args, 0);
    c.SSL_CTX_set_alpn_select_cb(
      ctx,
      (ssl, out, offered, length) => {
        run.notes.push(`a${length},`);
        const { alpnAnswer } = sideOf(run, ssl);
        if (alpnAnswer !== SSL_TLSEXT_ERR_OK) return alpnAnswer;
        const ret = c.SSL_select_next_proto(out, null, protocols, protocols.length, offered, length);
        return ret === negotiated ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
      },
      null,
    );
  }),
  on_name: onCtx((c, ctx, args, run, side) => {
    side.nameAnswer = number(args, 0);
    return c.SSL_CTX_set_tlsext_servername_callback(ctx, (ssl, alert) => {
      run.notes.push(`n${c.SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name) ?? 'null'},`);
      alert.value = SSL_AD_UNRECOGNIZED_NAME;
      return sideOf(run, ssl).nameAnswer;
    });
  }),
  on_info: onCtx((c, ctx, args, run) =>
    c.SSL_CTX_set_info_callback(
      ctx,
      number(args, 0) === 0 ? null : (_ssl, where, ret) => void run.notes.push(`i${where.toString(16)}.${ret},`),
    ),
  ),
  on_message: onCtx((c, ctx, args, run) =>
    c.SSL_CTX_set_msg_callback(
      ctx,
      number(args, 0) === 0
        ? null
        : (out, version, type, _bytes, length) => void run.notes.push(`m${out}.${version.toString(16)}.${type}.${length},`),
    ),
  ),
  on_session: onCtx((c, ctx, args, run, side) => {
    side.sessionAnswer = number(args, 0) !== 0;
    c.SSL_CTX_sess_set_new_cb(ctx, (ssl, session) => {
      const told = sideOf(run, ssl);
      run.notes.push(`s${c.SSL_SESSION_get_protocol_version(session).toString(16)},`);
      if (!told.sessionAnswer) return 0;
      c.SSL_SESSION_free(told.session);
      told.session = session;
      return 1;
    });
  }),
  on_key: onCtx((c, ctx, args, run) =>
    c.SSL_CTX_set_keylog_callback(ctx, number(args, 0) === 0 ? null : (_ssl, line) => void run.notes.push(`k${line.split(' ')[0]},`)),
  ),
};
