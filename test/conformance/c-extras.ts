// Owns: callbacks of the C layer for what only some tests want: a verdict on certificates, NPN, SRP.
// Must not know: other settings.

import {
  type CLayer,
  type SSL,
  type SSL_CTX,
  SSL_ERROR_NONE,
  SSL_TLSEXT_ERR_ALERT_FATAL,
  SSL_TLSEXT_ERR_OK,
  X509_V_ERR_APPLICATION_VERIFICATION,
} from '../../lib/c/index.ts';
import type { ClientExtra, ServerExtra } from './case.ts';
import type { Notes } from './peer.ts';

/** Each name behind its length. */
export function wireForm(list: string): Uint8Array {
  const names = list === '' ? [] : list.split(',');
  return Buffer.concat(names.map((name) => Buffer.concat([Uint8Array.of(name.length), Buffer.from(name, 'latin1')])));
}

export function setCertVerify(c: CLayer, client: SSL_CTX, callback: Exclude<ClientExtra['verifyCallback'], 'None'>, notes: Notes): void {
  c.SSL_CTX_set_cert_verify_callback(
    client,
    (store) => {
      if (callback === 'AcceptAll') return 1;
      if (callback === 'RejectAll') {
        c.X509_STORE_CTX_set_error(store, X509_V_ERR_APPLICATION_VERIFICATION);
        return 0;
      }
      if (notes.verifications > 0) return 1;
      notes.verifications += 1;
      const ssl = c.X509_STORE_CTX_get_ex_data(store, c.SSL_get_ex_data_X509_STORE_CTX_idx()) as SSL;
      return c.SSL_set_retry_verify(ssl);
    },
    null,
  );
}

interface Cell<T> {
  value: T;
}

/** What the C layer has once NPN and SRP are in it; until then such tests are skipped (skip.ts). */
interface Later {
  SSL_CTX_set_next_proto_select_cb(
    ctx: SSL_CTX,
    cb: (ssl: SSL, out: Cell<Uint8Array | null>, offered: Uint8Array, length: number, arg: unknown) => number,
    arg: unknown,
  ): void;
  SSL_CTX_set_next_protos_advertised_cb(
    ctx: SSL_CTX,
    cb: (ssl: SSL, out: Cell<Uint8Array | null>, ...rest: readonly unknown[]) => number,
    arg: unknown,
  ): void;
  SSL_CTX_set_srp_username(ctx: SSL_CTX, name: string): number;
  SSL_CTX_set_srp_client_pwd_callback(ctx: SSL_CTX, cb: (ssl: SSL, arg: unknown) => string | null): number;
  SSL_CTX_set_srp_username_callback(ctx: SSL_CTX, cb: (ssl: SSL, alert: Cell<number>, arg: unknown) => number): number;
  SSL_get_srp_username(ssl: SSL): string | null;
  SSL_set_srp_server_param_pw(ssl: SSL, user: string, password: string, group: string): number;
}

function later(c: CLayer): Later {
  return c as unknown as Later;
}

// A client takes the first of the server's that it knows, else its own first.
export function setNpn(c: CLayer, context: SSL_CTX, role: 'client' | 'server', protocols: string): void {
  const own = wireForm(protocols);
  if (role === 'server') {
    later(c).SSL_CTX_set_next_protos_advertised_cb(
      context,
      (_ssl, out, ...rest) => {
        out.value = own;
        const length = rest[0] as Cell<number> | null; // where the layer passes C's out-parameter for it
        if (typeof length === 'object' && length !== null && 'value' in length) length.value = own.length;
        return SSL_TLSEXT_ERR_OK;
      },
      null,
    );
    return;
  }
  const [negotiated, noOverlap] = [1, 2]; // OPENSSL_NPN_NEGOTIATED, OPENSSL_NPN_NO_OVERLAP
  later(c).SSL_CTX_set_next_proto_select_cb(
    context,
    (_ssl, out, offered, length) => {
      const answer = c.SSL_select_next_proto(out, null, offered, length, own, own.length);
      out.value ??= new Uint8Array(0); // nothing to choose from on either side
      return answer === negotiated || answer === noOverlap ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
    },
    null,
  );
}

export function setSrp(
  c: CLayer,
  context: SSL_CTX,
  role: 'client' | 'server',
  { srpUser, srpPassword }: Pick<ClientExtra | ServerExtra, 'srpUser' | 'srpPassword'>,
): void {
  if (srpUser === null) return;
  const srp = later(c);
  if (role === 'client') {
    srp.SSL_CTX_set_srp_username(context, srpUser);
    srp.SSL_CTX_set_srp_client_pwd_callback(context, () => srpPassword);
    return;
  }
  const fatal = 2; // SSL3_AL_FATAL
  const knownGroup = '2048';
  srp.SSL_CTX_set_srp_username_callback(context, (ssl) => {
    if (srp.SSL_get_srp_username(ssl) !== srpUser) return fatal;
    return srp.SSL_set_srp_server_param_pw(ssl, srpUser, srpPassword ?? '', knownGroup) < 0 ? fatal : SSL_ERROR_NONE;
  });
}
