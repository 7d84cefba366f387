// Owns: a client and a server of the C layer, each over a BIO pair whose network half the scene has in hand, and one measured call. It is
// the C layer because that does not latch: what OpenSSL says when it is asked again after a failure can only be seen there.
//
//   client.ssl ═ inner half ═ client.network ── move() ── server.network ═ inner half ═ server.ssl
//
// Must not know: which scenes there are.

import * as c from '../../lib/c/index.ts';
import type { OpenSSL } from '../../lib/index.ts';
import { some } from '../c-layer/pair.ts';
import { certificateFile, type Identity, keyFile } from '../support/pki.ts';
import type { Measured, Observation, Scene } from './scene.ts';

export interface Actor {
  readonly name: 'client' | 'server';
  readonly ctx: c.SSL_CTX;
  readonly ssl: c.SSL;
  readonly network: c.BIO;
  /** Alerts of the call that is being measured. */
  readonly alerts: { sent: number | null; received: number | null };
}

export interface Plan {
  readonly client?: (l: c.CLayer, ctx: c.SSL_CTX) => void;
  readonly server?: (l: c.CLayer, ctx: c.SSL_CTX) => void;
  readonly protocol?: 'TLSv1.2' | 'TLSv1.3';
  readonly identity?: Identity;
  /** Bytes of each half of the client's pair; 0: OpenSSL's own 17 KiB. */
  readonly room?: number;
}

export interface Asking {
  /** False: what an earlier call left in the queue stays there, as in a program that forgot ERR_clear_error(). */
  readonly clear?: boolean;
  /** False: of a call that is none of those which SSL_get_error is for. */
  readonly ask?: boolean;
  /** Besides the numbers of the call. */
  readonly value?: () => number;
  readonly verify?: boolean;
  readonly errno?: boolean;
}

const versions = { 'TLSv1.2': c.TLS1_2_VERSION, 'TLSv1.3': c.TLS1_3_VERSION } as const;

export class Stage {
  readonly l: c.CLayer;
  readonly client: Actor;
  readonly server: Actor;

  constructor(library: OpenSSL, plan: Plan = {}) {
    this.l = c.with(library);
    const { l } = this;
    this.client = this.#actor('client', some(l.TLS_client_method()), plan);
    this.server = this.#actor('server', some(l.TLS_server_method()), plan);
  }

  /** Runs one call as the rules want it (SSL_get_error(3)): with the queue empty, its numbers read before anything else is called. */
  observe(
    actor: Actor,
    call: string,
    run: () => number,
    { clear = true, ask = true, value, verify = false, errno = false }: Asking = {},
  ): Observation {
    const { l } = this;
    if (clear) l.ERR_clear_error();
    actor.alerts.sent = null;
    actor.alerts.received = null;
    const ret = run();
    const systemError = l.c_errno(); // before anything else can change it
    // SSL_shutdown(3): after 0 it must not be asked.
    const code = !ask || (call === 'SSL_shutdown' && ret === 0) ? undefined : l.SSL_get_error(actor.ssl, ret);
    return {
      call: `${actor.name} ${call}`,
      ret,
      ...(code === undefined ? {} : { code }),
      ...(errno && systemError !== 0 ? { errno: systemError } : {}),
      ...queueOf(l),
      ...(actor.alerts.sent === null ? {} : { alertSent: actor.alerts.sent }),
      ...(actor.alerts.received === null ? {} : { alertReceived: actor.alerts.received }),
      ...(verify ? { verify: l.SSL_get_verify_result(actor.ssl) } : {}),
      ...(value === undefined ? {} : { value: value() }),
    };
  }

  connect(asking?: Asking): Observation {
    return this.observe(this.client, 'SSL_connect', () => this.l.SSL_connect(this.client.ssl), asking);
  }

  accept(asking?: Asking): Observation {
    return this.observe(this.server, 'SSL_accept', () => this.l.SSL_accept(this.server.ssl), asking);
  }

  read(actor: Actor = this.client, size = 100, asking?: Asking): Observation {
    return this.observe(actor, 'SSL_read', () => this.l.SSL_read(actor.ssl, new Uint8Array(size), size), asking);
  }

  write(actor: Actor = this.client, bytes: Uint8Array = Buffer.from('x'), asking?: Asking): Observation {
    return this.observe(actor, 'SSL_write', () => this.l.SSL_write(actor.ssl, bytes, bytes.length), asking);
  }

  shutdown(actor: Actor = this.client, asking?: Asking): Observation {
    return this.observe(actor, 'SSL_shutdown', () => this.l.SSL_shutdown(actor.ssl), asking);
  }

  feed(actor: Actor, bytes: Uint8Array): void {
    this.l.BIO_write(actor.network, bytes, bytes.length);
  }

  /** All that `actor` has to send. */
  drain(actor: Actor): Buffer {
    const bytes = Buffer.alloc(this.l.BIO_ctrl_pending(actor.network));
    if (bytes.length > 0) this.l.BIO_read(actor.network, bytes, bytes.length);
    return bytes;
  }

  /** No more input for `actor`: the end of the transport. */
  end(actor: Actor): void {
    this.l.BIO_shutdown_wr(actor.network);
  }

  /** Moves what waits, both ways. */
  move(): void {
    const [forth, back] = [this.drain(this.client), this.drain(this.server)];
    if (forth.length > 0) this.feed(this.server, forth);
    if (back.length > 0) this.feed(this.client, back);
  }

  /** Takes turns until both are done or neither gets further; what each said last. */
  handshake(asking?: Asking): readonly [client: Observation, server: Observation] {
    const goesOn = ({ code }: Observation): boolean => code === c.SSL_ERROR_WANT_READ || code === c.SSL_ERROR_WANT_WRITE;
    let client = this.connect(asking);
    this.move();
    let server = this.accept();
    for (let turn = 0; turn < 10 && (goesOn(client) || goesOn(server)); turn += 1) {
      this.move();
      if (goesOn(client)) client = this.connect(asking);
      this.move();
      if (goesOn(server)) server = this.accept();
    }
    this.move();
    return [client, server];
  }

  /** As handshake(), which must be done; the tickets have been read. */
  connected(): this {
    const [client, server] = this.handshake();
    if (client.ret !== 1 || server.ret !== 1) throw new Error(`no handshake: ${JSON.stringify([client, server])}`);
    this.read();
    return this;
  }

  free(): void {
    for (const { ssl, ctx, network } of [this.client, this.server]) {
      this.l.SSL_free(ssl);
      this.l.BIO_free(network);
      this.l.SSL_CTX_free(ctx);
    }
    this.l.ERR_clear_error();
  }

  #actor(name: Actor['name'], method: c.SSL_METHOD, plan: Plan): Actor {
    const { l } = this;
    const ctx = some(l.SSL_CTX_new(method));
    // What builds and openssl.cnf set differently: a scene is about the release.
    l.SSL_CTX_set_security_level(ctx, 1);
    l.SSL_CTX_set_min_proto_version(ctx, plan.protocol === undefined ? c.TLS1_2_VERSION : versions[plan.protocol]);
    l.SSL_CTX_set_max_proto_version(ctx, plan.protocol === undefined ? 0 : versions[plan.protocol]);
    if (name === 'server') {
      l.SSL_CTX_use_certificate_chain_file(ctx, certificateFile(plan.identity ?? 'serverEc'));
      l.SSL_CTX_use_PrivateKey_file(ctx, keyFile(plan.identity ?? 'serverEc'), c.SSL_FILETYPE_PEM);
    }
    plan[name]?.(l, ctx);
    const ssl = some(l.SSL_new(ctx));
    const inner = c.out<c.BIO | null>();
    const network = c.out<c.BIO | null>();
    const room = name === 'client' ? (plan.room ?? 0) : 0;
    l.BIO_new_bio_pair(inner, room, network, 0);
    l.SSL_set_bio(ssl, some(inner.value), some(inner.value));
    const alerts: Actor['alerts'] = { sent: null, received: null };
    l.SSL_set_info_callback(ssl, (_, where, ret) => {
      if ((where & c.SSL_CB_ALERT) !== 0) alerts[(where & c.SSL_CB_READ) === 0 ? 'sent' : 'received'] = ret & 0xff;
    });
    return { name, ctx, ssl, network: some(network.value), alerts };
  }
}

/** The `run` of a scene that is played on a stage. */
export function onStage(plan: Plan | ((library: OpenSSL) => Plan | null), play: (stage: Stage) => readonly Observation[]): Scene['run'] {
  return (library): Measured => {
    const made = typeof plan === 'function' ? plan(library) : plan;
    if (made === null) return null;
    const stage = new Stage(library, made);
    try {
      return play(stage);
    } finally {
      stage.free();
    }
  };
}

/** Empties the queue: the member of an observation that it makes. */
export function queueOf(l: c.CLayer): Pick<Observation, 'queue'> {
  const queue: (readonly [number, number])[] = [];
  for (let packed = l.ERR_get_error(); packed !== 0; packed = l.ERR_get_error()) {
    queue.push([l.ERR_GET_LIB(packed), l.ERR_GET_REASON(packed)]);
  }
  return queue.length === 0 ? {} : { queue };
}
