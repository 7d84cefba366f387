// Owns: operations that only ask. Their twins in C are in driver/facts.c.

import { TLSEXT_NAMETYPE_host_name } from '../../../lib/c/index.ts';
import { fact, number, type Operations } from './operation.ts';

const exportLabel = 'EXPORTER-of-ours';
const orNull = (text: string | null): string => text ?? 'null';

export const factOperations: Operations = {
  state: fact(
    (c, ssl) =>
      `${c.SSL_get_state(ssl)} ${c.SSL_state_string(ssl)} (${c.SSL_state_string_long(ssl)}) init ${c.SSL_in_init(ssl)}` +
      ` before ${c.SSL_in_before(ssl)} finished ${c.SSL_is_init_finished(ssl)} server ${c.SSL_is_server(ssl)}` +
      ` want ${c.SSL_want_read(ssl)} ${c.SSL_want_write(ssl)}`,
  ),
  names: fact((c, ssl) => {
    const cipher = c.SSL_get_current_cipher(ssl);
    const pending = c.SSL_get_pending_cipher(ssl);
    const of = { value: 0 };
    const bits = c.SSL_CIPHER_get_bits(cipher, of);
    return (
      `${c.SSL_get_version(ssl)} ${c.SSL_version(ssl).toString(16)} ${orNull(c.SSL_get_cipher_name(ssl))} ${bits} of ${of.value}` +
      ` pending ${pending === null ? 'null' : c.SSL_CIPHER_get_name(pending)}` +
      ` name ${orNull(c.SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name))}`
    );
  }),
  pending: fact((c, ssl) => `${c.SSL_pending(ssl)} ${c.SSL_has_pending(ssl)}`),
  get_shutdown: fact((c, ssl) => String(c.SSL_get_shutdown(ssl))),
  peer: fact((c, ssl) => {
    const peer = c.SSL_get_peer_certificate(ssl);
    const chain = c.SSL_get_peer_cert_chain(ssl);
    const buffer = new Uint8Array(256);
    const subject = peer === null ? null : c.X509_get_subject_name(peer);
    const name = subject === null ? 'none' : c.X509_NAME_oneline(subject, buffer, buffer.length);
    const told = `verify ${c.SSL_get_verify_result(ssl)} certificate ${name} chain ${chain === null ? -1 : chain.length}`;
    c.X509_free(peer);
    return told;
  }),
  finished: fact((c, ssl, _args, { received }) => `${c.SSL_get_finished(ssl, received, 64)} ${c.SSL_get_peer_finished(ssl, received, 64)}`),
  alpn_selected: fact((c, ssl) => {
    const data: { value: Uint8Array | null } = { value: null };
    const length = { value: 0 };
    c.SSL_get0_alpn_selected(ssl, data, length);
    return `${data.value === null ? '' : Buffer.from(data.value).toString('latin1')} ${length.value}`;
  }),
  session: {
    needs: 'nothing',
    run: ({ c }, { session }) => {
      if (session === null) return 'none';
      const length = { value: 0 };
      c.SSL_SESSION_get_id(session, length);
      const cipher = c.SSL_SESSION_get0_cipher(session);
      return (
        `${c.SSL_SESSION_get_protocol_version(session).toString(16)} id ${length.value} ticket ${c.SSL_SESSION_has_ticket(session)}` +
        ` resumable ${c.SSL_SESSION_is_resumable(session)} cipher ${cipher === null ? 'null' : c.SSL_CIPHER_get_name(cipher)}` +
        ` early ${c.SSL_SESSION_get_max_early_data(session)} timeout ${c.SSL_SESSION_get_timeout(session)}`
      );
    },
  },
  reused: fact((c, ssl) => `${c.SSL_session_reused(ssl)} early ${c.SSL_get_early_data_status(ssl)}`),
  export: fact(
    (c, ssl, _args, { received }) => String(c.SSL_export_keying_material(ssl, received, 32, exportLabel, exportLabel.length, null, 0, 0)),
    'finished ssl',
  ),
  settings: fact(
    (c, ssl) =>
      `${c.SSL_get_min_proto_version(ssl)} ${c.SSL_get_max_proto_version(ssl)} options ${c.SSL_get_options(ssl)} mode ${c.SSL_get_mode(ssl)}` +
      ` verify ${c.SSL_get_verify_mode(ssl)} quiet ${c.SSL_get_quiet_shutdown(ssl)} ahead ${c.SSL_get_read_ahead(ssl)}` +
      ` tickets ${c.SSL_get_num_tickets(ssl)}`,
  ),
  cipher_list: fact((c, ssl, args) => orNull(c.SSL_get_cipher_list(ssl, number(args, 0)))),
};
