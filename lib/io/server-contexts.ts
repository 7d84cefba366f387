// Owns: the contexts of one server: its own and those by name, which can change while it serves, and the choice among them.
// Must not know: connections' transports.
//
// The choice is made in the ClientHello and not where SNI is usually looked at: there a session may have been resumed already, by the
// rules of another name. What SSL_set_SSL_CTX(3) leaves as it was and decides who is let in is taken along (policyFrom).

import { MisuseError } from '../core/errors.ts';
import { invalidArgument, OptionReader } from '../core/options.ts';
import type { ClientHello } from '../ssl/client-hello.ts';
import { decidesItself, SslContext } from '../ssl/context.ts';
import type { SslContextOptions } from '../ssl/context-options.ts';
import type { Deciders } from '../ssl/deciders.ts';
import type { EchStore } from '../ssl/ech-store.ts';
import type { SslEngine } from '../ssl/engine.ts';
import { homeOptionNames, isSameHome } from '../ssl/home.ts';
import type { Method } from '../ssl/protocols.ts';
import { type FromServer, makeServerContext, requireServerContext, serverContextOptionNames } from './server-context.ts';
import { inherited } from './server-inheritance.ts';
import { patternOf, ServerNames } from './server-names.ts';
import { namedOptionNames, type ParsedServerOptions } from './server-options.ts';
import { StoredSessions, type StoreOperation } from './session-store.ts';
import { type SharedTicketKeys, TicketKeyRing } from './ticket-key-ring.ts';

interface Named {
  readonly context: SslContext;
  /** Whether it may speak TLS 1.3. */
  readonly tls13: boolean;
}

type Values = Readonly<Record<string, unknown>>;

/** What a server is told of its contexts. */
export interface ContextsPlan extends Pick<ParsedServerOptions, 'options' | 'library' | 'ticketKeys' | 'sessionStore'> {
  readonly method: Method;
  /** Of the context that every connection begins with. */
  readonly settings?: Partial<SslContextOptions>;
}

export class ServerContexts {
  readonly #plan: ContextsPlan;
  /** Of createServer(): what belongs to the whole server. */
  #serverWide: Values;
  /** The other options of the server's own context: a name has what it is not given from here. */
  #own: Values;
  #current: Named;
  #names = new ServerNames<Named>();
  #ring: TicketKeyRing | null;
  readonly #sharesRing: boolean;
  readonly #refusesUnknown: boolean;
  readonly #stored: StoredSessions | null;
  /** What was chosen in a ClientHello, and from which names: they may have changed since. */
  readonly #chosen = new WeakMap<SslEngine, { readonly names: ServerNames<Named>; readonly named: Named | undefined }>();
  readonly #serverNames = new WeakMap<SslEngine, string | null>();

  /** Fails when: an option is wrong (MisuseError), or OpenSSL refuses one (SettingError). */
  constructor(plan: ContextsPlan, onStoreError: (error: unknown, operation: StoreOperation) => void) {
    const { options, ticketKeys, sessionStore, method } = plan;
    const ofContext = (names: readonly string[]): Values =>
      Object.fromEntries(names.filter((name) => options.has(name)).map((name) => [name, options.raw(name)]));
    this.#plan = plan;
    this.#own = ofContext(namedOptionNames);
    this.#serverWide = ofContext(serverContextOptionNames.filter((name) => !(namedOptionNames as readonly string[]).includes(name)));
    this.#stored = sessionStore === null ? null : new StoredSessions(sessionStore.store, sessionStore.timeout, onStoreError);
    this.#sharesRing = ticketKeys === undefined && !options.has('context') && !options.has('ticketKeyCallback') && this.#stored === null;
    this.#ring = ticketKeys instanceof TicketKeyRing ? ticketKeys : this.#sharesRing ? new TicketKeyRing() : null;
    if (options.has('context')) {
      this.#refusesUnknown = false;
      this.#current = { context: requireServerContext(options.path('context'), options.raw('context'), method), tls13: true };
      return;
    }
    const showsKey = options.has('serverCertTypes') && options.has('privateKey');
    const showsItself = showsKey || ['certificate', 'certCallback', 'conf', 'pskServerCallback'].some((name) => options.has(name));
    if (!showsItself && this.#asksByName && !options.has('contexts')) {
      const path = options.path('certificate');
      throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} must be given, or certCallback, or ${options.path('contexts')}`);
    }
    this.#refusesUnknown = (options.oneOf('unknownName', ['default', 'refuse']) ?? (showsItself ? 'default' : 'refuse')) === 'refuse';
    this.#current = this.#makeOwn(this.#own);
    if (options.has('contexts')) this.setNames(options.raw('contexts'), options.path('contexts'));
  }

  /** That of the next connection. */
  get current(): SslContext {
    return this.#current.context;
  }

  /** SNI of a connection that has come so far, for a server that chooses by name. */
  serverName(engine: SslEngine): string | null {
    return this.#serverNames.get(engine) ?? null;
  }

  /** Fails when: it is not of the kind that the server was made with, or an option is wrong (MisuseError, SettingError). */
  setOwn(given: unknown): void {
    if (this.#plan.options.has('context')) {
      this.#current = { context: requireServerContext('context', given, this.#plan.method), tls13: true };
      return;
    }
    const reader = new OptionReader('options', given, namedOptionNames);
    const own = valuesOf(reader);
    this.#current = this.#makeOwn(own);
    this.#own = own;
  }

  /** Fails when: it is none of the server's OpenSSL (MisuseError), or that has no ECH (NotSupportedError). */
  setEchStore(store: EchStore | null): void {
    this.#current.context.setEchStore(store);
    if (!this.#plan.options.has('context')) this.#serverWide = { ...this.#serverWide, echStore: store ?? undefined };
  }

  /** All names at once. Fails when: one is wrong (MisuseError, SettingError); then nothing has changed. */
  setNames(given: unknown, where = 'contexts'): void {
    this.#refuseNames('setContexts');
    const names = new ServerNames<Named>();
    if (typeof given !== 'object' || given === null || Array.isArray(given)) throw invalidArgument(where, 'an object of names', given);
    for (const [name, value] of Object.entries(given)) {
      names.set(where, name, this.#makeNamed(`${where}[${JSON.stringify(name)}]`, name, value));
    }
    this.#names = names;
  }

  addName(name: string, given: unknown): void {
    this.#refuseNames('addContext');
    this.#names.set('name', name, this.#makeNamed('context', name, given));
  }

  removeName(name: string): boolean {
    this.#refuseNames('removeContext');
    return this.#names.delete('name', name);
  }

  /** For the other workers of a cluster; null where the caller sees to the keys. */
  get sharedKeys(): SharedTicketKeys | null {
    return this.#sharesRing && this.#ring !== null ? this.#ring.shared : null;
  }

  /** From another worker. */
  takeSharedKeys(shared: SharedTicketKeys): void {
    if (this.#sharesRing) this.#ring = TicketKeyRing.fromShared(shared);
  }

  // The caller's callbacks do it, or a context that is the caller's.
  get #asksByName(): boolean {
    const { options } = this.#plan;
    return !['context', 'clientHelloCallback', 'serverNameCallback'].some((name) => options.has(name));
  }

  #refuseNames(method: string): void {
    if (this.#asksByName) return;
    const text = `${method}: this server's own context or callback chooses by name`;
    throw new MisuseError('ERR_SSL_STATE', method, text);
  }

  #makeOwn(own: Values): Named {
    const reader = new OptionReader('options', { ...this.#serverWide, ...own }, serverContextOptionNames);
    const callbacks = this.#asksByName ? { clientHelloCallback: this.#choose, serverNameCallback: this.#confirm } : {};
    const fromServer: FromServer = {
      name: null,
      method: this.#plan.method,
      library: this.#plan.library,
      ...this.#plan.settings,
      ...callbacks,
      ...this.#ticketSettings(),
      ...this.#storeSettings(),
    };
    return { context: makeServerContext(reader, fromServer), tls13: speaksTls13(reader) };
  }

  #makeNamed(where: string, name: string, given: unknown): Named {
    const { library, method } = this.#plan;
    if (given instanceof SslContext) {
      const context = requireServerContext(where, given, method);
      const asks = (['clientHelloCallback', 'serverNameCallback'] as const).find((each) => decidesItself(context, each));
      const here = isSameHome(context, this.#current.context);
      if (here && asks === undefined) return { context, tls13: true };
      const why = here ? `has a ${asks} of its own` : `must be of the server's own OpenSSL and library context, ${library.version.text}`;
      throw new MisuseError('ERR_SSL_ARGUMENT', where, `${where} ${why}`);
    }
    const own = new OptionReader(where, given, namedOptionNames);
    const reader = new OptionReader(where, inherited(this.#own, valuesOf(own)), namedOptionNames);
    const shared: Partial<SslContextOptions> = Object.fromEntries(
      ['keylogFile', 'onKeylog', ...homeOptionNames]
        .filter((each) => each in this.#serverWide)
        .map((each) => [each, this.#serverWide[each]]),
    );
    const context = makeServerContext(reader, { name: patternOf(where, name), method, library, ...shared });
    return { context, tls13: speaksTls13(reader) };
  }

  #ticketSettings(): Partial<SslContextOptions> {
    const { ticketKeys } = this.#plan;
    if (ticketKeys instanceof Uint8Array) return { ticketKeys };
    if (this.#ring === null) return {};
    return { ticketKeyCallback: (name) => this.#ring?.ticketKeyCallback(name) ?? null };
  }

  #storeSettings(): Partial<SslContextOptions> {
    const stored = this.#stored;
    if (stored === null) return {};
    const { onSession, onSessionRemoved } = this.#serverWide as Partial<SslContextOptions>;
    return {
      options: ['SSL_OP_NO_TICKET'],
      sessionCacheMode: 'external',
      getSessionCallback: (id, engine) => stored.find(id, engine),
      onSession: (session, engine) => {
        stored.keep(session);
        onSession?.(session, engine);
      },
      onSessionRemoved: (session, engine) => {
        stored.drop(session);
        onSessionRemoved?.(session, engine);
      },
    };
  }

  readonly #choose: NonNullable<Deciders['clientHelloCallback']> = (hello: ClientHello, engine: SslEngine) => {
    const names = this.#names;
    const named = names.find(hello.serverName);
    this.#serverNames.set(engine, hello.serverName);
    if (named === undefined && this.#refusesUnknown) return { alert: 'unrecognized_name' };
    const before = this.#chosen.get(engine); // after a HelloRetryRequest
    if (before === undefined) this.#chosen.set(engine, { names, named });
    else if (before.named !== named) return { alert: 'illegal_parameter' };
    if (named !== undefined) engine.adjust({ policyFrom: named.context });
    const looksUp = this.#stored?.lookUp(hello, engine, (named ?? this.#current).tls13) ?? null;
    return looksUp === null ? named?.context : looksUp.then(() => named?.context);
  };

  // OpenSSL's own reading of the name must lead to the same context; so must that of a second ClientHello, which a chosen context is not
  // asked about.
  readonly #confirm: NonNullable<Deciders['serverNameCallback']> = (name, engine) => {
    const chosen = this.#chosen.get(engine);
    const named = chosen?.names.find(name);
    if (named !== chosen?.named) return { alert: 'illegal_parameter' };
    return named === undefined ? 'noack' : undefined;
  };
}

function valuesOf(reader: OptionReader): Values {
  return Object.fromEntries(namedOptionNames.filter((name) => reader.has(name)).map((name) => [name, reader.raw(name)]));
}

function speaksTls13(options: OptionReader): boolean {
  return !options.has('maxProtocol') || options.raw('maxProtocol') === 'TLSv1.3';
}
