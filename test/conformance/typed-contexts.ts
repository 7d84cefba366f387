// Owns: the contexts of a test in the typed interface: what the sections and the extras say, as options of SslContext.
// Must not know: connections, the loop.

import { certificateCompressions, type Deciders, SslContext, type SslSession } from '../../lib/index.ts';
import type { SslContextOptions } from '../../lib/ssl/context-options.ts';
import type { Extras, ServerExtra } from './case.ts';
import type { Setting } from './configuration.ts';
import { allowsClientRenegotiation, choosesDhParameters, logListOf } from './library.ts';
import { namesAcceptedBy } from './naming.ts';
import { judgement, statusResponses } from './ocsp.ts';
import type { Notes } from './peer.ts';
import type { ConnectionPlan } from './plan.ts';

export interface TypedContexts {
  readonly client: SslContext;
  readonly server: SslContext;
}

export interface ContextPlan extends ConnectionPlan {
  /** What the server is to have in its cache. */
  readonly cached: SslSession | null;
  readonly onAlert: (role: 'client' | 'server', levelAndDescription: number) => void;
}

// Fixed, so that a ticket of one context can be read by another.
const ticketKeys = new Uint8Array(80);
// The tests' contexts have no highest protocol but what they say themselves.
const anyProtocol: Setting = ['MaxProtocol', 'None'];

/** Fails when: OpenSSL refuses a setting (SettingError), or lacks one (NotSupportedError). */
export function makeTypedContexts(plan: ContextPlan): TypedContexts {
  const { commands, extra } = plan;
  const other = commands.server2 === null ? null : server2Of(plan, commands.server2);
  const server = new SslContext({
    ...common(plan, 'server', commands.server),
    ...serverSettings(plan),
    ticketKeys,
    ...alpnChoice(extra.server.alpnProtocols),
    ...choiceByName(plan, other),
    ...(extra.server.certStatus === 'None' ? {} : { statusCallback: () => statusResponses[extra.server.certStatus] ?? null }),
    ...ticketCallbacks(extra.server),
    ...(plan.cached === null ? {} : { getSessionCallback: cacheOf(plan.cached) }),
  });
  return { client: clientOf(plan), server };
}

function clientOf({ extra: { client: extra, server }, notes, ...plan }: ContextPlan): SslContext {
  return new SslContext({
    ...common(plan, 'client', plan.commands.client),
    ...alpnOf(extra.alpnProtocols),
    ...(extra.enablePha ? { postHandshakeAuth: true } : {}),
    ...(extra.maxFragmentLength === 'None' ? {} : { maxFragmentLength: Number(extra.maxFragmentLength) as 512 }),
    ...verification(extra.verifyCallback, notes),
    ...(server.certStatus === 'None' ? {} : { statusType: 'ocsp', statusCallback: (response) => judgement(response) }),
    ...(extra.ctValidation === 'None'
      ? {}
      : {
          certificateTransparency: extra.ctValidation === 'Strict' ? 'strict' : 'permissive',
          ctLogs: { file: logListOf(plan.library) },
        }),
  });
}

// Tickets are the business of the context that a connection began with: a callback of the second is a trap.
function server2Of(plan: ContextPlan, commands: readonly Setting[]): SslContext {
  const { extra, notes } = plan;
  return new SslContext({
    ...common(plan, 'server', commands),
    ...serverSettings(plan),
    ...alpnChoice(extra.server2.alpnProtocols),
    ticketKeyCallback: () => {
      notes.ticketKeyAsked = true;
      return null;
    },
    ...(extra.server2.sessionTicketAppData === null ? {} : { decryptTicketCallback: decideTicket }),
  });
}

function common(
  { library, test, onAlert }: Pick<ContextPlan, 'library' | 'test' | 'onAlert'>,
  role: 'client' | 'server',
  commands: readonly Setting[],
): SslContextOptions {
  return {
    role,
    library: library.openssl,
    maxSendFragment: test.maxFragmentSize,
    onInfo: ({ kind, direction, ret }) => {
      if (kind === 'alert' && direction === 'sent') onAlert(role, ret);
    },
    conf: [anyProtocol, ...commands],
    ...(library.securityLevel === null ? {} : { securityLevel: library.securityLevel }),
    ...(test.method === 'DTLS' ? { method: 'dtls' } : {}),
  };
}

function serverSettings({ library, test }: ContextPlan): Partial<SslContextOptions> {
  return {
    ...(allowsClientRenegotiation(library) ? {} : { options: ['SSL_OP_ALLOW_CLIENT_RENEGOTIATION'] }),
    ...(choosesDhParameters(library) ? { dhParameters: 'auto' } : {}),
    // A build without any runs the test without it, as OpenSSL's own runner does.
    ...(test.compressCertificates ? { certificateCompression: certificateCompressions(library.openssl) } : {}),
  };
}

function alpnOf(protocols: string | null): Partial<SslContextOptions> {
  return protocols === null || protocols === '' ? {} : { alpn: protocols.split(',') };
}

// An empty list has nothing in common with any client's: fatal.
function alpnChoice(protocols: string | null): Partial<SslContextOptions> {
  return protocols === '' ? { alpnSelectCallback: () => false } : alpnOf(protocols);
}

function verification(callback: Extras['client']['verifyCallback'], notes: Notes): Deciders {
  switch (callback) {
    case 'None':
      return {};
    case 'AcceptAll':
      return { certVerifyCallback: () => true };
    case 'RejectAll':
      return { certVerifyCallback: () => false };
    case 'RetryOnce':
      // The first question is answered later, when the handshake is repeated.
      return {
        certVerifyCallback: () => {
          notes.verifications += 1;
          return Promise.resolve(true);
        },
      };
  }
}

function choiceByName({ extra, notes }: ContextPlan, other: SslContext | null): Deciders {
  const callback = extra.server.serverNameCallback;
  if (callback === 'None' || other === null) return {};
  const { inClientHello, acceptsOthers } = namesAcceptedBy(callback);
  const unrecognized = { alert: 'unrecognized_name' } as const;
  if (!inClientHello) {
    return {
      serverNameCallback: (name, engine) => {
        if (name === 'server2') {
          notes.serverName = 'server2';
          engine.adjust({ optionsFrom: other });
          return other;
        }
        if (name !== null && name !== 'server1' && !acceptsOthers) return false;
        notes.serverName = 'server1';
        return name === 'server1' ? undefined : 'noack';
      },
    };
  }
  return {
    clientHelloCallback: (hello, engine) => {
      const name = hello.serverName;
      if (callback === 'ClientHelloNoV12') {
        if (hello.random.length !== 32 || hello.cipherSuites.length === 0) return { alert: 'internal_error' };
        engine.adjust({ maxProtocol: 'TLSv1.1' });
      }
      if (name === null) return unrecognized;
      if (name === 'server2') {
        notes.serverName = 'server2';
        engine.adjust({ optionsFrom: other });
        return other;
      }
      if (name !== 'server1' && !acceptsOthers) return unrecognized;
      notes.serverName = 'server1';
      return undefined;
    },
  };
}

function ticketCallbacks({ brokenSessionTicket, sessionTicketAppData: data }: ServerExtra): Deciders {
  return {
    ...(brokenSessionTicket ? { ticketKeyCallback: () => null } : {}),
    ...(data === null ? {} : { generateTicketCallback: () => Buffer.from(data), decryptTicketCallback: decideTicket }),
  };
}

const decideTicket: NonNullable<Deciders['decryptTicketCallback']> = ({ status }) => {
  if (status === 'success') return 'use';
  return status === 'success-renew' ? 'use-renew' : 'ignore-renew';
};

function cacheOf(session: SslSession): NonNullable<Deciders['getSessionCallback']> {
  return (id) => (Buffer.from(id).toString('hex') === session.id ? session : null);
}
