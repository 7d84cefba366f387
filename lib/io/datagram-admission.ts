// Owns: the stateless first step of a server: one engine that answers the ClientHellos of all strangers with cookies, and becomes the engine
// of the first that brings its cookie back.
// Must not know: who is known already, what comes after.

import type { SslContext } from '../ssl/context.ts';
import type { SslContextOptions } from '../ssl/context-options.ts';
import { SslEngine } from '../ssl/engine.ts';
import type { SslEngineOptions } from '../ssl/engine-options.ts';
import { DatagramCookies } from './datagram-cookies.ts';
import type { DatagramAddress } from './datagram-transport.ts';
import { operate } from './operate.ts';

/** `asked`: what it answers asks for a cookie. `dropped`: OpenSSL has taken it for no ClientHello. Else the engine that accepts it. */
export type Heard = 'asked' | 'dropped' | SslEngine;

const nobody: DatagramAddress = { address: '', port: 0 };

export class DatagramAdmission {
  readonly #cookies = new DatagramCookies();
  readonly #engineOptions: SslEngineOptions;
  #engine: SslEngine | null = null;
  /** Whose ClientHello OpenSSL looks at; it asks about an accepted one's cookie again, in accept(). */
  readonly #from = new WeakMap<SslEngine, DatagramAddress>();

  constructor(engineOptions: SslEngineOptions) {
    this.#engineOptions = engineOptions;
  }

  /** For the context of every engine. */
  get settings(): Pick<SslContextOptions, 'generateCookieCallback' | 'verifyCookieCallback'> {
    return {
      generateCookieCallback: (engine) => this.#cookies.make(this.#from.get(engine) ?? nobody),
      verifyCookieCallback: (cookie, engine) => this.#cookies.isGood(cookie, this.#from.get(engine) ?? nobody),
    };
  }

  /** Fails when: OpenSSL refuses the engine's options (MisuseError, SettingError). */
  prepare(context: SslContext): SslEngine {
    if (this.#engine?.context !== context || this.#engine.closed) {
      this.#engine?.close();
      this.#engine = new SslEngine(context, this.#engineOptions);
    }
    return this.#engine;
  }

  hear(datagram: Uint8Array, from: DatagramAddress, context: SslContext, reply: (datagram: Uint8Array) => void): Heard {
    const engine = this.prepare(context);
    this.#from.set(engine, from);
    engine.feedDatagram(datagram);
    const outcome = operate(engine, 'DTLSv1_listen', () => engine.listen());
    const answers = engine.closed ? [] : engine.drainDatagrams();
    for (const answer of answers) reply(answer);
    if ('thrown' in outcome || outcome.status !== 'done') {
      this.close();
      return 'dropped';
    }
    if (!outcome.value) return answers.length > 0 ? 'asked' : 'dropped';
    this.#engine = null;
    return engine;
  }

  close(): void {
    this.#engine?.close();
    this.#engine = null;
  }
}
