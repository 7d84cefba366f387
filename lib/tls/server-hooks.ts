// Owns: what a server's socket hears and answers in its handshake: names, protocols, certificates, sessions, keys.
// Must not know: the listening server but as whom events are told.

import { X509Certificate } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import type { ClientHello } from '../ssl/client-hello.ts';
import type { MayWait, Psk } from '../ssl/deciders.ts';
import type { SslEngine } from '../ssl/engine.ts';
import type { SslSession } from '../ssl/session.ts';
import { answerOf, thenWith } from './answer-of.ts';
import { pskKey } from './client-hooks.ts';
import type { Hooks } from './hooks.ts';
import { requireView, tlsErrors } from './node-errors.ts';
import { readableSession } from './readable-session.ts';
import { requireSecureContext, type SecureContext } from './secure-context.ts';
import type { TLSSocket } from './tls-socket.ts';

type SniCallback = (name: string, callback: (error?: Error | null, context?: SecureContext | null) => void) => void;

/** A server that has contexts by name. */
export interface NamedContexts {
  readonly contextNamed: (name: string) => SecureContext | undefined;
}

const contextsOf = new WeakMap<object, NamedContexts>();

/** Gives the sockets of `server` the contexts that it has by name. */
export function setNamedContexts(server: object, contexts: NamedContexts): void {
  contextsOf.set(server, contexts);
}

const statusRequest = 5; // RFC 6066, 8
const sessionTicket = 35; // RFC 5077, 3.2

export function serverHooks(socket: TLSSocket): Hooks {
  const { alpn, requestCert, rejectUnauthorized, ALPNCallback, pskCallback } = socket.tlsOptions;
  const server = (socket.server ?? null) as EventEmitter | null;
  const listens = (event: string): boolean => server !== null && (server.listenerCount?.(event) ?? 0) > 0;
  const ask = <T>(question: (callback: (error?: Error | null, value?: T | null) => void) => void): MayWait<T | undefined> =>
    answerOf(question, (error) => socket.destroy(error));
  const SNICallback = socket.tlsOptions.SNICallback as SniCallback | undefined;
  const staples = listens('OCSPRequest');
  let response: Uint8Array | null = null;
  let found: SslSession | null = null;
  let chosen: SecureContext | null = null;
  let asked = false;

  const hooks: { -readonly [Name in keyof Hooks]: Hooks[Name] } = {
    // Without an answer of its own the name is acknowledged, as Node does.
    serverNameCallback: (name) => {
      if (name !== null && !SNICallback && server !== null) chosen = contextsOf.get(server)?.contextNamed(name) ?? null;
      return chosen?.contextFor('server', hooks);
    },
  };
  if (requestCert && !rejectUnauthorized) hooks.verifyCallback = () => true; // the verify result stands, and is told as authorizationError
  if (ALPNCallback || alpn !== null) {
    hooks.alpnSelectCallback = (offered, engine) =>
      ALPNCallback
        ? selectByCallback(ALPNCallback.bind(socket), offered, engine)
        : ((alpn ?? []).find((name) => offered.includes(name)) ?? false);
  }
  if (staples) {
    hooks.certCallback = (engine) => {
      if (!asked) return undefined;
      const [certificate, issuer] = certificateAndIssuer(engine, chosen ?? socket.secureContext);
      const stapled = ask<Uint8Array>((callback) => server?.emit('OCSPRequest', certificate, issuer, callback));
      return thenWith(stapled, (der) => {
        response = der === undefined ? null : requireView('response', der);
        return undefined;
      });
    };
  }
  if (staples) hooks.statusCallback = () => response;
  const storesSessions = listens('resumeSession');
  if (storesSessions) hooks.getSessionCallback = () => found;
  // Both can take their time; this is where OpenSSL waits and nothing is decided yet.
  if (SNICallback || storesSessions || staples) {
    hooks.clientHelloCallback = (hello) => {
      asked = hello.extensions.some(({ type }) => type === statusRequest);
      return thenWith(storesSessions ? findSession(hello) : undefined, () => {
        const name = hello.serverName;
        if (!SNICallback || name === null) return undefined;
        return thenWith(
          ask<SecureContext>((callback) => SNICallback(name, callback)),
          (context) => {
            chosen = context === undefined ? null : requireSecureContext('context', context);
            return undefined; // the switch is made where the name is acknowledged
          },
        );
      });
    };
  }
  const findSession = (hello: ClientHello): MayWait<undefined> => {
    if (hello.sessionId.length === 0 || hasTicket(hello)) return undefined;
    const id = Buffer.from(hello.sessionId);
    const der = ask<Uint8Array>((callback) => server?.emit('resumeSession', id, callback));
    return thenWith(der, (bytes) => {
      found = ArrayBuffer.isView(bytes) ? readableSession(requireView('session', bytes), socket.secureContext) : null;
      return undefined;
    });
  };
  if (listens('newSession')) {
    hooks.onSession = (session) => {
      const done = socket.holdSecure();
      if (server?.emit('newSession', Buffer.from(session.id, 'hex'), Buffer.from(session.toDer()), done) !== true) done();
    };
  }
  if (pskCallback) {
    hooks.pskServerCallback = ({ identity }) =>
      readPsk((pskCallback as (socket: TLSSocket, identity: string) => unknown)(socket, identity));
  }
  return hooks;
}

function selectByCallback(
  ALPNCallback: (offer: { servername: string; protocols: string[] }) => string | undefined,
  offered: readonly string[],
  engine: SslEngine,
): string | false {
  const servername = engine.connection.serverName;
  const chosen = ALPNCallback({ servername: (servername ?? false) as string, protocols: [...offered] });
  if (chosen === undefined) return false;
  if (!offered.includes(chosen)) throw tlsErrors.alpnResult(chosen, offered);
  return chosen;
}

function hasTicket(hello: ClientHello): boolean {
  return hello.extensions.some(({ type, data }) => type === sessionTicket && data.length > 0);
}

function readPsk(answer: unknown): Psk | null {
  if (answer == null) return null;
  return { key: pskKey(ArrayBuffer.isView(answer) ? answer : (answer as { psk?: unknown }).psk) };
}

// In DER, of the certificate that is about to be shown; null where the issuer is not known.
function certificateAndIssuer(engine: SslEngine, { knownCertificates }: SecureContext): [Buffer, Buffer | null] {
  if (engine.ownCertificate === null) return [Buffer.alloc(0), null];
  const shown = new X509Certificate(engine.ownCertificate.raw);
  return [shown.raw, knownCertificates.find((candidate) => shown.checkIssued(candidate))?.raw ?? null];
}
