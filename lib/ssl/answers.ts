// Owns: the form of each question and answer of the callbacks that decide: what a callback gets, what it may give, and what native code
// is told.
// Must not know: when a callback is called. An answer of a wrong kind is a MisuseError, never a guess.

import { PROTOCOL, TICKET } from '../core/constants.ts';
import type { MisuseError } from '../core/errors.ts';
import { alertNumber } from '../core/names.ts';
import { invalidArgument } from '../core/options.ts';
import { native } from '../native/addon.ts';
import type { NativeAnswer } from '../native/answers.ts';
import type { NativeCertificate, NativeContext } from '../native/binding.ts';
import type { NativePublicKey } from '../native/raw-keys.ts';
import { certificateOf } from './certificates.ts';
import { clientHelloOf, protocolList } from './client-hello.ts';
import { nativeContext, SslContext } from './context.ts';
import { extensionForm } from './custom-extensions.ts';
import type { Psk, PskIdentity, QuestionName, TicketDecision, TicketKey } from './deciders.ts';
import type { SslEngine } from './engine.ts';
import { verifyInfo } from './failure.ts';
import { isSameHome, mayLiveIn } from './home.ts';
import { identityContext } from './identity-contexts.ts';
import type { Identity } from './identity-options.ts';
import { publicKeyOf } from './raw-public-keys.ts';
import { nativeSession, type SslSession } from './session.ts';

/** A question as native code puts it. */
export interface Asked {
  readonly numbers: readonly number[];
  readonly bytes: readonly (Uint8Array | null)[];
  readonly certificates: readonly NativeCertificate[];
  /** The peer's, where it showed that and no certificate. */
  readonly publicKey: NativePublicKey | null;
}

interface Form {
  /** What the callback gets, before the engine. */
  readonly parameters: (asked: Asked, engine: SslEngine) => readonly unknown[];
  /** What it gets behind the engine. */
  readonly further?: (asked: Asked) => readonly unknown[];
  readonly answer: (value: unknown, engine: SslEngine, asked: Asked) => NativeAnswer;
}

const leave: NativeAnswer = { verdict: 'leave' };
const accept: NativeAnswer = { verdict: 'accept' };
const refuse: NativeAnswer = { verdict: 'refuse' };

const forms: Readonly<Record<QuestionName, Form>> = {
  verifyCallback: {
    parameters: ({ numbers: [ok = 0, code = 0, depth = 0], certificates: [certificate], publicKey }, engine) => [
      {
        ...verifyInfo(engine.context.library, code),
        ok: ok === 1,
        depth,
        certificate: certificate === undefined ? null : certificateOf(certificate),
        publicKey: publicKeyOf(publicKey),
      },
    ],
    answer: (value) => {
      if (typeof value === 'boolean') return value ? accept : refuse;
      if (isVerifyResult(value)) return { verdict: value === 0 ? 'accept' : 'refuse', number: value };
      throw wrong('verifyCallback', 'true, false or a verify result (X509_V_…)', value);
    },
  },
  certVerifyCallback: {
    parameters: ({ certificates }) => [certificates.map(certificateOf)],
    further: ({ publicKey }) => [publicKeyOf(publicKey)],
    answer: (value) => {
      if (value === 'openssl') return leave;
      if (value === true || value === 0) return accept;
      if (value === false) return refuse;
      if (isVerifyResult(value)) return { verdict: 'refuse', number: value };
      throw wrong('certVerifyCallback', "true, false, a verify result (X509_V_…) or 'openssl'", value);
    },
  },
  certCallback: {
    parameters: () => [],
    answer: (value, engine) => {
      if (value === undefined) return leave;
      if (value === false) return refuse;
      if (value instanceof SslContext) {
        const context = contextFor('certCallback', value, engine);
        if (native.contextHasIdentity(context)) return { verdict: 'accept', context };
        throw wrong('certCallback', 'an SslContext with a certificate and its key, or with a raw public key', value);
      }
      if (typeof value === 'object' && value !== null) {
        return { verdict: 'accept', context: nativeContext(identityContext(value as Identity, engine), 'certCallback') };
      }
      throw wrong('certCallback', '{ certificate, privateKey }, an SslContext, false or nothing', value);
    },
  },
  clientHelloCallback: {
    parameters: ({ numbers, bytes }) => [clientHelloOf(numbers, bytes)],
    answer: (value, engine) => (value === undefined ? leave : contextOrRefusal('clientHelloCallback', value, engine)),
  },
  serverNameCallback: {
    parameters: ({ bytes: [name] }) => [name == null ? null : Buffer.from(name).toString('latin1')],
    answer: (value, engine) => {
      if (value === undefined) return accept;
      return value === 'noack' ? leave : contextOrRefusal('serverNameCallback', value, engine);
    },
  },
  alpnSelectCallback: {
    parameters: ({ bytes: [offered] }) => [protocolList(offered ?? new Uint8Array(0)) ?? []],
    answer: (value, _engine, { bytes: [offered] }) => {
      if (value === null) return leave;
      if (value === false) return refuse;
      const names = protocolList(offered ?? new Uint8Array(0)) ?? [];
      if (typeof value === 'string' && names.includes(value)) return { verdict: 'accept', bytes: [Buffer.from(value, 'latin1')] };
      throw wrong('alpnSelectCallback', `one of the protocols offered (${names.join(', ')}), null or false`, value);
    },
  },
  statusCallback: {
    parameters: ({ bytes: [response] }) => [response ?? null],
    answer: (value, engine) => {
      if (engine.context.role === 'client') {
        if (typeof value === 'boolean') return value ? accept : refuse;
        throw wrong('statusCallback', 'true or false', value);
      }
      if (value === null) return leave;
      return { verdict: 'accept', bytes: [bytesBetween('statusCallback', value, 1, 2 ** 24 - 1)] };
    },
  },
  pskClientCallback: {
    parameters: ({ numbers, bytes: [hint] }) => [
      { protocol: pskProtocol(numbers), hint: hint == null ? null : Buffer.from(hint).toString() },
    ],
    answer: (value) => {
      if (value === null) return leave;
      const { identity } = (value ?? {}) as Partial<PskIdentity>;
      const usable = typeof identity === 'string' && !identity.includes('\0');
      const bytes = Buffer.from(usable ? identity : '');
      if (bytes.length < 1 || bytes.length > 128) {
        throw wrong('pskClientCallback', '{ identity, key } with an identity of 1 to 128 bytes without a zero character, or null', value);
      }
      const { key, number } = keyOf('pskClientCallback', value as Psk);
      return { verdict: 'accept', bytes: [bytes, key], number };
    },
  },
  pskServerCallback: {
    parameters: ({ numbers, bytes: [identity] }) => [
      { protocol: pskProtocol(numbers), identity: Buffer.from(identity ?? new Uint8Array(0)).toString() },
    ],
    answer: (value) => {
      if (value === null) return leave;
      const { key, number } = keyOf('pskServerCallback', value as Psk);
      return { verdict: 'accept', bytes: [key], number };
    },
  },
  getSessionCallback: {
    parameters: ({ bytes: [id] }) => [id ?? new Uint8Array(0)],
    answer: (value, engine) => {
      if (value === null) return leave;
      const session = nativeSession(value, 'the answer of getSessionCallback');
      if (mayLiveIn(value as SslSession, engine.context)) return { verdict: 'accept', session };
      throw wrong('getSessionCallback', "a session of the context's own OpenSSL and library context, or null", value);
    },
  },
  ticketKeyCallback: {
    parameters: ({ bytes: [name] }) => [name ?? null],
    answer: (value) => {
      if (value === null) return leave;
      const { name, aesKey, hmacKey, renew } = (value ?? {}) as Partial<TicketKey>;
      const part = (what: string, bytes: unknown, size: number): Uint8Array =>
        bytesBetween(`ticketKeyCallback: ${what}`, bytes, size, size);
      const bytes = [part('name', name, 16), part('aesKey', aesKey, 32), part('hmacKey', hmacKey, 32)];
      return { verdict: 'accept', bytes, number: renew === true ? 1 : 0 };
    },
  },
  generateTicketCallback: {
    parameters: () => [],
    answer: (value) => {
      if (value === null) return leave;
      return { verdict: 'accept', bytes: [bytesBetween('generateTicketCallback', value, 0, 2 ** 15)] };
    },
  },
  decryptTicketCallback: {
    parameters: ({ numbers: [status = 0], bytes: [appData] }) => [
      { status: ticketStatus.get(status) ?? 'no-decrypt', appData: appData ?? null },
    ],
    answer: (value, _engine, { numbers: [status = 0] }) => {
      const number = ticketReturns.get(value as TicketDecision);
      // OpenSSL would end the handshake with nothing but "internal error".
      if (status < TICKET.SSL_TICKET_SUCCESS && (value === 'use' || value === 'use-renew')) {
        throw wrong('decryptTicketCallback', 'ignore, ignore-renew or abort for a ticket that could not be decrypted', value);
      }
      if (number !== undefined) return { verdict: 'accept', number };
      throw wrong('decryptTicketCallback', `one of ${[...ticketReturns.keys()].join(', ')}`, value);
    },
  },
  generateCookieCallback: {
    parameters: () => [],
    answer: (value, { context: { method } }) => {
      const most = method === 'dtls' ? 255 : 4096; // one byte has the length in a HelloVerifyRequest, two in a HelloRetryRequest
      return { verdict: 'accept', bytes: [bytesBetween('generateCookieCallback', value, 1, most)] };
    },
  },
  verifyCookieCallback: { parameters: ({ bytes: [cookie] }) => [cookie ?? new Uint8Array(0)], answer: yesOrNo('verifyCookieCallback') },
  allowEarlyDataCallback: { parameters: () => [], answer: yesOrNo('allowEarlyDataCallback') },
  customExtensions: extensionForm,
  dtlsTimerCallback: {
    parameters: ({ numbers: [last = 0] }) => [last / microseconds],
    answer: (value) => {
      if (typeof value === 'number' && value >= 0 && value <= longestTimer)
        return { verdict: 'accept', number: Math.round(value * microseconds) };
      throw wrong('dtlsTimerCallback', `milliseconds, a number from 0 to ${longestTimer}`, value);
    },
  },
};

const microseconds = 1000; // of a millisecond
const longestTimer = 1_800_000; // half an hour: its microseconds fit in 31 bits

const ticketStatus: ReadonlyMap<number, string> = new Map([
  [TICKET.SSL_TICKET_EMPTY, 'empty'],
  [TICKET.SSL_TICKET_NO_DECRYPT, 'no-decrypt'],
  [TICKET.SSL_TICKET_SUCCESS, 'success'],
  [TICKET.SSL_TICKET_SUCCESS_RENEW, 'success-renew'],
]);
const ticketReturns: ReadonlyMap<TicketDecision, number> = new Map([
  ['use', TICKET.SSL_TICKET_RETURN_USE],
  ['use-renew', TICKET.SSL_TICKET_RETURN_USE_RENEW],
  ['ignore', TICKET.SSL_TICKET_RETURN_IGNORE],
  ['ignore-renew', TICKET.SSL_TICKET_RETURN_IGNORE_RENEW],
  ['abort', TICKET.SSL_TICKET_RETURN_ABORT],
]);
const cipherIds: Readonly<Record<NonNullable<Psk['cipherSuite']>, number>> = {
  TLS_AES_128_GCM_SHA256: 0x1301, // RFC 8446, B.4
  TLS_AES_256_GCM_SHA384: 0x1302,
  TLS_CHACHA20_POLY1305_SHA256: 0x1303,
};

export function parametersOf(name: QuestionName, asked: Asked, engine: SslEngine): readonly unknown[] {
  return forms[name].parameters(asked, engine);
}

export function furtherParametersOf(name: QuestionName, asked: Asked): readonly unknown[] {
  return forms[name].further?.(asked) ?? [];
}

/** Fails when: the value is no answer to this question (MisuseError). */
export function answerOf(name: QuestionName, value: unknown, engine: SslEngine, asked: Asked): NativeAnswer {
  return forms[name].answer(value, engine, asked);
}

function wrong(name: QuestionName, allowed: string, given: unknown): MisuseError {
  return invalidArgument(`the answer of ${name}`, allowed, given);
}

function yesOrNo(name: QuestionName): Form['answer'] {
  return (value) => {
    if (typeof value === 'boolean') return value ? accept : refuse;
    throw wrong(name, 'true or false', value);
  };
}

function isVerifyResult(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31;
}

function bytesBetween(what: string, value: unknown, least: number, most: number): Uint8Array {
  if (value instanceof Uint8Array && value.length >= least && value.length <= most) return value;
  const range = least === most ? `${least}` : `${least} to ${most}`;
  throw invalidArgument(
    `the answer of ${what}`,
    `a Uint8Array of ${range} bytes`,
    value instanceof Uint8Array ? `${value.length} bytes` : value,
  );
}

function pskProtocol([protocol]: readonly number[]): 'TLSv1.3' | 'TLSv1.2' {
  return protocol === PROTOCOL.TLS1_3_VERSION ? 'TLSv1.3' : 'TLSv1.2';
}

// The key itself stays out of every message.
function keyOf(name: QuestionName, value: Psk): { key: Uint8Array; number: number } {
  const { key, cipherSuite = 'TLS_AES_128_GCM_SHA256' } = value ?? {};
  if (!(key instanceof Uint8Array) || key.length < 1 || key.length > 256) {
    throw wrong(name, 'null or an object with a key of 1 to 256 bytes', typeof value);
  }
  if (Object.hasOwn(cipherIds, cipherSuite)) return { key, number: cipherIds[cipherSuite] };
  throw invalidArgument(`the answer of ${name}: cipherSuite`, `one of ${Object.keys(cipherIds).join(', ')}`, cipherSuite);
}

function contextFor(name: QuestionName, context: SslContext, engine: SslEngine): NativeContext {
  const { role, method } = engine.context;
  if (!isSameHome(context, engine.context) || context.role !== role || context.method !== method) {
    throw wrong(name, `an SslContext of the same OpenSSL and library context with role '${role}' and method '${method}'`, context);
  }
  return nativeContext(context, name);
}

function contextOrRefusal(name: QuestionName, value: unknown, engine: SslEngine): NativeAnswer {
  if (value === false) return refuse;
  if (value instanceof SslContext) return { verdict: 'accept', context: contextFor(name, value, engine) };
  const { alert } = (value ?? {}) as { alert?: unknown };
  const number = alert === undefined ? undefined : alertNumber(alert);
  if (number !== undefined) return { verdict: 'refuse', number };
  throw wrong(name, 'an SslContext, { alert }, false or nothing', value);
}
