// Owns: callbacks of the C layer for what only some tests want: a verdict on certificates, NPN, SRP, tickets.
// Must not know: other settings.

import {
  type CLayer,
  type SSL,
  type SSL_CTX,
  SSL_ERROR_NONE,
  SSL_TICKET_EMPTY,
  SSL_TICKET_NO_DECRYPT,
  SSL_TICKET_RETURN_ABORT,
  SSL_TICKET_RETURN_IGNORE_RENEW,
  SSL_TICKET_RETURN_USE,
  SSL_TICKET_RETURN_USE_RENEW,
  SSL_TICKET_SUCCESS,
  SSL_TICKET_SUCCESS_RENEW,
  SSL_TLSEXT_ERR_ALERT_FATAL,
  SSL_TLSEXT_ERR_OK,
  X509_V_ERR_APPLICATION_VERIFICATION,
} from '../../lib/c/index.ts';
import type { ClientExtra, ServerExtra } from './case.ts';
import type { Library } from './library.ts';
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

// A client takes the first of the server's that it knows, else its own first.
export function setNpn(c: CLayer, context: SSL_CTX, role: 'client' | 'server', protocols: string): void {
  const own = wireForm(protocols);
  if (role === 'server') {
    c.SSL_CTX_set_next_protos_advertised_cb(
      context,
      (_ssl, out) => {
        out.value = own;
        return SSL_TLSEXT_ERR_OK;
      },
      null,
    );
    return;
  }
  const [negotiated, noOverlap] = [1, 2]; // OPENSSL_NPN_NEGOTIATED, OPENSSL_NPN_NO_OVERLAP
  c.SSL_CTX_set_next_proto_select_cb(
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
  if (role === 'client') {
    c.SSL_CTX_set_srp_username(context, srpUser);
    c.SSL_CTX_set_srp_client_pwd_callback(context, () => srpPassword);
    return;
  }
  const fatal = 2; // SSL3_AL_FATAL
  const knownGroup = '2048';
  c.SSL_CTX_set_srp_username_callback(context, (ssl) => {
    if (c.SSL_get_srp_username(ssl) !== srpUser) return fatal;
    return c.SSL_set_srp_server_param_pw(ssl, srpUser, srpPassword ?? '', knownGroup) < 0 ? fatal : SSL_ERROR_NONE;
  });
}

/** Tickets are the business of the context that a connection began with: a key callback of the second is a trap. */
export function setTickets({ c, openssl }: Library, context: SSL_CTX, which: 'server' | 'server2', extra: ServerExtra, notes: Notes): void {
  if (which === 'server2' || extra.brokenSessionTicket) {
    const none = (): number => {
      if (which === 'server2') notes.ticketKeyAsked = true;
      return 0;
    };
    if (openssl.isAtLeast('3.0')) c.SSL_CTX_set_tlsext_ticket_key_evp_cb(context, none);
    else c.SSL_CTX_set_tlsext_ticket_key_cb(context, none);
  }
  const data = extra.sessionTicketAppData;
  if (data === null) return;
  const generate = (ssl: SSL): number => {
    const session = c.SSL_get_session(ssl);
    return session === null ? 0 : c.SSL_SESSION_set1_ticket_appdata(session, data, Buffer.byteLength(data));
  };
  c.SSL_CTX_set_session_ticket_cb(
    context,
    which === 'server' ? generate : null,
    (_ssl, _session, _name, _length, status) => ticketAnswers.get(status) ?? SSL_TICKET_RETURN_ABORT,
    null,
  );
}

const ticketAnswers: ReadonlyMap<number, number> = new Map([
  [SSL_TICKET_EMPTY, SSL_TICKET_RETURN_IGNORE_RENEW],
  [SSL_TICKET_NO_DECRYPT, SSL_TICKET_RETURN_IGNORE_RENEW],
  [SSL_TICKET_SUCCESS, SSL_TICKET_RETURN_USE],
  [SSL_TICKET_SUCCESS_RENEW, SSL_TICKET_RETURN_USE_RENEW],
]);
