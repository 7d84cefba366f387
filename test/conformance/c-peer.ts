// Owns: a test's client and server in the C layer, over memory BIOs.
// Must not know: what a test expects.

import {
  type BIO,
  type SSL,
  SSL_CB_ALERT,
  SSL_CB_WRITE,
  SSL_ERROR_WANT_READ,
  SSL_ERROR_WANT_RETRY_VERIFY,
  SSL_ERROR_WANT_WRITE,
  SSL_KEY_UPDATE_NOT_REQUESTED,
  SSL_KEY_UPDATE_REQUESTED,
  SSL_OP_NO_EXTENDED_MASTER_SECRET,
  type SSL_SESSION,
} from '../../lib/c/index.ts';
import { type CContexts, makeCContexts } from './c-contexts.ts';
import { factsOf, hasId } from './c-facts.ts';
import type { HandshakeCase } from './case.ts';
import type { Library } from './library.ts';
import { given } from './names.ts';
import type { StepStatus, Transfer } from './peer.ts';
import { type AlertsSent, type Facts, type Layer, noteAlert, type Pair, type Peer, type Renegotiation } from './peer.ts';
import { planOf } from './plan.ts';

export const cLayer: Layer = {
  name: 'C layer',
  open: (library, test) => openPair(library, test, null),
};

interface Sessions {
  readonly client: SSL_SESSION;
  readonly server: SSL_SESSION | null;
}

function openPair(library: Library, test: HandshakeCase, sessions: Sessions | null): Pair {
  const { c } = library;
  const plan = planOf(library, test, sessions !== null);
  const { extra, notes } = plan;
  const contexts = makeCContexts(plan);
  const client = new CPeer(library, 'client', given(c.SSL_new(contexts.client)));
  const server = new CPeer(library, 'server', given(c.SSL_new(contexts.server)));
  if (extra.client.serverName !== 'None') c.SSL_set_tlsext_host_name(client.ssl, extra.client.serverName);
  if (sessions !== null) {
    // A session without an id travels in tickets alone: no cache finds it.
    if (sessions.server !== null && hasId(library, sessions.server)) c.SSL_CTX_add_session(contexts.server, sessions.server);
    c.SSL_set_session(client.ssl, sessions.client);
  }
  const resume = (): Pair => {
    const own = c.SSL_get_session(server.ssl);
    const taken = {
      client: given(c.SSL_get1_session(client.ssl)),
      // A copy: the session itself is a link of the first context's list.
      server: own === null ? null : c.SSL_SESSION_dup(own),
    };
    const pair = openPair(library, test, taken);
    c.SSL_SESSION_free(taken.client);
    if (taken.server !== null) c.SSL_SESSION_free(taken.server);
    return pair;
  };
  return { client, server, notes, resume, close: () => free(library, [client.ssl, server.ssl], contexts) };
}

function free({ c }: Library, connections: readonly SSL[], { client, server, server2 }: CContexts): void {
  for (const ssl of connections) c.SSL_free(ssl);
  for (const context of [client, server, server2]) if (context !== null) c.SSL_CTX_free(context);
}

class CPeer implements Peer {
  readonly role: 'client' | 'server';
  readonly ssl: SSL;
  readonly alerts: AlertsSent = { last: null, closing: 0 };
  readonly pending = null;
  readonly #library: Library;
  readonly #in: BIO;
  readonly #out: BIO;

  constructor(library: Library, role: 'client' | 'server', ssl: SSL) {
    const { c } = library;
    this.role = role;
    this.ssl = ssl;
    this.#library = library;
    this.#in = this.#queue();
    this.#out = this.#queue();
    c.SSL_set_bio(ssl, this.#in, this.#out);
    c.SSL_set_info_callback(ssl, (_ssl, where, ret) => {
      if ((where & SSL_CB_ALERT) !== 0 && (where & SSL_CB_WRITE) !== 0) noteAlert(this.alerts, ret);
    });
    if (role === 'client') c.SSL_set_connect_state(ssl);
    else c.SSL_set_accept_state(ssl);
  }

  // Empty is no end of file: it makes the reader want more.
  #queue(): BIO {
    const { c } = this.#library;
    const bio = given(c.BIO_new(given(c.BIO_s_mem())));
    c.BIO_set_mem_eof_return(bio, -1);
    return bio;
  }

  get inHandshake(): boolean {
    return this.#library.c.SSL_in_init(this.ssl) === 1;
  }

  handshake(): StepStatus {
    return this.#run((c) => c.SSL_do_handshake(this.ssl)).status;
  }

  read(into: Uint8Array): Transfer {
    return this.#run((c) => c.SSL_read(this.ssl, into, into.length));
  }

  write(bytes: Uint8Array): Transfer {
    return this.#run((c) => c.SSL_write(this.ssl, bytes, bytes.length));
  }

  shutdown(): StepStatus {
    const { status, count } = this.#run((c) => c.SSL_shutdown(this.ssl));
    return status === 'failed' && count === 0 ? 'sent' : status;
  }

  #run(call: (c: Library['c']) => number): Transfer {
    const { c } = this.#library;
    c.ERR_clear_error();
    const ret = call(c);
    if (ret > 0) return { status: 'done', count: ret };
    if (ret === 0) return { status: 'failed', count: 0 };
    switch (c.SSL_get_error(this.ssl, ret)) {
      case SSL_ERROR_WANT_READ:
        return { status: 'want-read', count: ret };
      case SSL_ERROR_WANT_WRITE:
        return { status: 'want-write', count: ret };
      case SSL_ERROR_WANT_RETRY_VERIFY:
        return { status: 'want-retry-verify', count: ret };
      default:
        return { status: 'failed', count: ret };
    }
  }

  renegotiate({ abbreviated, cipherList, withoutExtendedMasterSecret }: Renegotiation): boolean {
    const { c } = this.#library;
    if (withoutExtendedMasterSecret) c.SSL_set_options(this.ssl, SSL_OP_NO_EXTENDED_MASTER_SECRET);
    if (cipherList !== null && c.SSL_set_cipher_list(this.ssl, cipherList) !== 1) return false;
    return (abbreviated ? c.SSL_renegotiate_abbreviated(this.ssl) : c.SSL_renegotiate(this.ssl)) === 1;
  }

  keyUpdate(both: boolean): boolean {
    return this.#library.c.SSL_key_update(this.ssl, both ? SSL_KEY_UPDATE_REQUESTED : SSL_KEY_UPDATE_NOT_REQUESTED) === 1;
  }

  requestCertificate(): boolean {
    return this.#library.c.SSL_verify_client_post_handshake(this.ssl) === 1;
  }

  take(): readonly Uint8Array[] {
    const { c } = this.#library;
    const size = c.BIO_pending(this.#out);
    if (size <= 0) return [];
    const bytes = new Uint8Array(size);
    return [bytes.subarray(0, c.BIO_read(this.#out, bytes, size))];
  }

  receive(packets: readonly Uint8Array[]): void {
    for (const packet of packets) this.#library.c.BIO_write(this.#in, packet, packet.length);
  }

  facts(): Facts {
    return factsOf(this.#library, this.ssl);
  }
}
