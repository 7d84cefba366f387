// Owns: the contexts of a test in the C layer: what the sections and the extras say, in C's calls.
// Must not know: connections, the loop.

import {
  type SSL,
  SSL_AD_INTERNAL_ERROR,
  SSL_AD_UNRECOGNIZED_NAME,
  SSL_CLIENT_HELLO_ERROR,
  SSL_CLIENT_HELLO_SUCCESS,
  SSL_CONF_FLAG_CERTIFICATE,
  SSL_CONF_FLAG_CLIENT,
  SSL_CONF_FLAG_FILE,
  SSL_CONF_FLAG_REQUIRE_PRIVATE,
  SSL_CONF_FLAG_SERVER,
  type SSL_CTX,
  SSL_OP_ALLOW_CLIENT_RENEGOTIATION,
  SSL_TLSEXT_ERR_ALERT_FATAL,
  SSL_TLSEXT_ERR_NOACK,
  SSL_TLSEXT_ERR_OK,
  TLS1_1_VERSION,
  TLSEXT_NAMETYPE_host_name,
  TLSEXT_STATUSTYPE_ocsp,
} from '../../lib/c/index.ts';
import { setCertVerify, setNpn, setSrp, setTickets, wireForm } from './c-extras.ts';
import type { ServerExtra } from './case.ts';
import { fragmentLengths } from './case.ts';
import type { Setting } from './configuration.ts';
import { allowsClientRenegotiation, choosesDhParameters, compressesCertificates, type Library, logListOf } from './library.ts';
import { given } from './names.ts';
import { namesAcceptedBy } from './naming.ts';
import { judgement, statusResponses } from './ocsp.ts';
import type { ConnectionPlan } from './plan.ts';

/** A setting that OpenSSL refused. */
export class RefusedByC extends Error {
  readonly setting: string;

  constructor(setting: string, detail: string) {
    super(`${setting}: OpenSSL refused it${detail === '' ? '' : `: ${detail}`}`);
    this.setting = setting;
  }
}

export interface CContexts {
  readonly client: SSL_CTX;
  readonly server: SSL_CTX;
  readonly server2: SSL_CTX | null;
}

const ticketKeys = new Uint8Array(80);

/** Fails when: OpenSSL refuses a setting (RefusedByC), or lacks one (NotSupportedError). */
export function makeCContexts(plan: ConnectionPlan): CContexts {
  const { commands, extra, library, test } = plan;
  const { c } = library;
  const client = context(plan, 'client', commands.client);
  const server = context(plan, 'server', commands.server);
  const server2 = commands.server2 === null ? null : context(plan, 'server', commands.server2);
  require(library, 'ticket keys', c.SSL_CTX_set_tlsext_ticket_keys(server, ticketKeys, ticketKeys.length));
  setServer(plan, server, extra.server);
  setTickets(library, server, 'server', extra.server, plan.notes);
  if (server2 !== null) {
    setServer(plan, server2, extra.server2);
    setTickets(library, server2, 'server2', extra.server2, plan.notes);
    setChoiceByName(plan, server, server2);
  }
  setClient(plan, client);
  if (test.compressCertificates && compressesCertificates(library)) {
    for (const one of server2 === null ? [server] : [server, server2]) require(library, 'compression', c.SSL_CTX_compress_certs(one, 0));
  }
  return { client, server, server2 };
}

function context({ library, test }: ConnectionPlan, role: 'client' | 'server', commands: readonly Setting[]): SSL_CTX {
  const { c } = library;
  const methods = {
    TLS: { client: c.TLS_client_method, server: c.TLS_server_method },
    DTLS: { client: c.DTLS_client_method, server: c.DTLS_server_method },
  };
  const made = given(c.SSL_CTX_new(given(methods[test.method][role]())));
  require(library, 'MaxProtocol', c.SSL_CTX_set_max_proto_version(made, 0));
  if (library.securityLevel !== null) c.SSL_CTX_set_security_level(made, library.securityLevel);
  if (role === 'server' && !allowsClientRenegotiation(library)) c.SSL_CTX_set_options(made, SSL_OP_ALLOW_CLIENT_RENEGOTIATION);
  obey(library, made, role, commands);
  if (role === 'server' && choosesDhParameters(library)) require(library, 'dh_auto', c.SSL_CTX_set_dh_auto(made, 1));
  require(library, 'MaxFragmentSize', c.SSL_CTX_set_max_send_fragment(made, test.maxFragmentSize));
  return made;
}

function obey(library: Library, made: SSL_CTX, role: 'client' | 'server', commands: readonly Setting[]): void {
  const { c } = library;
  const conf = given(c.SSL_CONF_CTX_new());
  const side = role === 'server' ? SSL_CONF_FLAG_SERVER : SSL_CONF_FLAG_CLIENT;
  c.SSL_CONF_CTX_set_flags(conf, SSL_CONF_FLAG_FILE | SSL_CONF_FLAG_CERTIFICATE | SSL_CONF_FLAG_REQUIRE_PRIVATE | side);
  c.SSL_CONF_CTX_set_ssl_ctx(conf, made);
  for (const [command, value] of commands) require(library, `conf.${command}`, c.SSL_CONF_cmd(conf, command, value));
  require(library, 'conf', c.SSL_CONF_CTX_finish(conf));
  c.SSL_CONF_CTX_free(conf);
}

function require({ c }: Library, setting: string, answer: number | bigint): void {
  if (Number(answer) > 0) return;
  const code = c.ERR_peek_last_error();
  c.ERR_clear_error();
  throw new RefusedByC(setting, c.ERR_reason_error_string(code) ?? '');
}

function setClient({ library, extra, notes }: ConnectionPlan, client: SSL_CTX): void {
  const { c } = library;
  const { alpnProtocols, verifyCallback, maxFragmentLength, enablePha, ctValidation, npnProtocols } = extra.client;
  if (alpnProtocols !== null && alpnProtocols !== '') {
    const wire = wireForm(alpnProtocols);
    const taken = 0; // the setter that says 0 for success
    require(library, 'ALPNProtocols', c.SSL_CTX_set_alpn_protos(client, wire, wire.length) === taken ? 1 : 0);
  }
  if (verifyCallback !== 'None') setCertVerify(c, client, verifyCallback, notes);
  c.SSL_CTX_set_tlsext_max_fragment_length(client, fragmentLengths.indexOf(maxFragmentLength));
  if (enablePha) c.SSL_CTX_set_post_handshake_auth(client, 1);
  if (extra.server.certStatus !== 'None') {
    c.SSL_CTX_set_tlsext_status_type(client, TLSEXT_STATUSTYPE_ocsp);
    c.SSL_CTX_set_tlsext_status_cb(client, (ssl) => {
      const response = { value: null as Uint8Array | null };
      c.SSL_get_tlsext_status_ocsp_resp(ssl, response);
      return judgement(response.value) ? 1 : 0;
    });
  }
  if (ctValidation !== 'None') {
    require(library, 'CTLOG_FILE', c.SSL_CTX_set_ctlog_list_file(client, logListOf(library)));
    const modes = { Permissive: 0, Strict: 1 } as const; // SSL_CT_VALIDATION_PERMISSIVE and SSL_CT_VALIDATION_STRICT, an enum in C
    require(library, 'CTValidation', c.SSL_CTX_enable_ct(client, modes[ctValidation]));
  }
  if (npnProtocols !== null) setNpn(c, client, 'client', npnProtocols);
  setSrp(c, client, 'client', extra.client);
}

function setServer({ library }: ConnectionPlan, server: SSL_CTX, extra: ServerExtra): void {
  const { c } = library;
  const { alpnProtocols, certStatus, npnProtocols } = extra;
  if (alpnProtocols !== null) setAlpnChoice(library, server, wireForm(alpnProtocols));
  if (npnProtocols !== null) setNpn(c, server, 'server', npnProtocols);
  setSrp(c, server, 'server', extra);
  if (certStatus === 'None') return;
  c.SSL_CTX_set_tlsext_status_cb(server, (ssl) => {
    const response = statusResponses[certStatus] ?? new Uint8Array(0);
    return c.SSL_set_tlsext_status_ocsp_resp(ssl, response, response.length) === 1 ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
  });
}

// The server's order decides; no overlap is fatal.
function setAlpnChoice({ c }: Library, server: SSL_CTX, own: Uint8Array): void {
  const negotiated = 1; // OPENSSL_NPN_NEGOTIATED
  c.SSL_CTX_set_alpn_select_cb(
    server,
    (_ssl, out, offered, length) =>
      c.SSL_select_next_proto(out, null, own, own.length, offered, length) === negotiated ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL,
    null,
  );
}

function setChoiceByName({ library: { c }, extra, notes }: ConnectionPlan, server: SSL_CTX, server2: SSL_CTX): void {
  const callback = extra.server.serverNameCallback;
  if (callback === 'None') return;
  const { inClientHello, acceptsOthers } = namesAcceptedBy(callback);
  const switchOver = (ssl: SSL): void => {
    const options = c.SSL_CTX_get_options(server2);
    c.SSL_set_SSL_CTX(ssl, server2);
    c.SSL_clear_options(ssl, 0xff_ff_ff_ff);
    c.SSL_set_options(ssl, options);
    notes.serverName = 'server2';
  };
  if (!inClientHello) {
    c.SSL_CTX_set_tlsext_servername_callback(server, (ssl) => {
      const name = c.SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);
      if (name === 'server2') {
        switchOver(ssl);
        return SSL_TLSEXT_ERR_OK;
      }
      if (name !== null && name !== 'server1' && !acceptsOthers) return SSL_TLSEXT_ERR_ALERT_FATAL;
      notes.serverName = 'server1';
      return name === 'server1' ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
    });
    return;
  }
  c.SSL_CTX_set_client_hello_cb(
    server,
    (ssl, alert) => {
      const name = nameInHello(c, ssl);
      if (callback === 'ClientHelloNoV12') {
        const random = { value: null as Uint8Array | null };
        if (c.SSL_client_hello_get0_random(ssl, random) !== 32) {
          alert.value = SSL_AD_INTERNAL_ERROR;
          return SSL_CLIENT_HELLO_ERROR;
        }
        c.SSL_set_max_proto_version(ssl, TLS1_1_VERSION);
      }
      if (name === 'server2') switchOver(ssl);
      else if (name === 'server1' || (name !== null && acceptsOthers)) notes.serverName = 'server1';
      else {
        alert.value = SSL_AD_UNRECOGNIZED_NAME;
        return SSL_CLIENT_HELLO_ERROR;
      }
      return SSL_CLIENT_HELLO_SUCCESS;
    },
    null,
  );
}

// RFC 6066, 3: the length of the list, the type of the first name, its length, itself.
function nameInHello(c: Library['c'], ssl: SSL): string | null {
  const content = { value: null as Uint8Array | null };
  const serverNameType = 0;
  if (c.SSL_client_hello_get0_ext(ssl, serverNameType, content, { value: 0 }) !== 1 || content.value === null) return null;
  const bytes = Buffer.from(content.value);
  return bytes.length < 5 ? null : bytes.toString('latin1', 5, 5 + bytes.readUInt16BE(3));
}
