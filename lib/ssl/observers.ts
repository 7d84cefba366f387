// Owns: the callbacks that hear what OpenSSL reports and decide nothing. They run when the operation that caused them is over, in the
// order in which OpenSSL reported, so that nothing of theirs happens inside OpenSSL.
// Must not know: how an engine works.

import { CONTROL, INFO, SESSION_CACHE } from '../core/constants.ts';
import { type EchOutcome, echOutcomeOf } from '../core/ech.ts';
import { invalidArgument, type OptionReader } from '../core/options.ts';
import type { NativeEvent } from '../native/binding.ts';
import type { NativeControlSetting } from '../native/settings.ts';
import type { SslEngine } from './engine.ts';
import { protocolName } from './protocols.ts';
import { type SslSession, sessionOf } from './session.ts';

/** What SSL_set_info_callback(3) tells. */
export interface InfoEvent {
  readonly kind: 'handshake-start' | 'handshake-done' | 'loop' | 'exit' | 'alert';
  /** For alerts. */
  readonly direction: 'sent' | 'received' | null;
  /** The SSL_CB_ and SSL_ST_ flags, unchanged. */
  readonly where: number;
  /** The return value for `exit`; level and description, one byte each, for `alert`. */
  readonly ret: number;
  /** SSL_state_string_long(3) */
  readonly state: string;
}

/** What SSL_set_msg_callback(3) tells: a message, or the header of a record. */
export interface MessageEvent {
  readonly direction: 'sent' | 'received';
  /** `TLSv1.3`; `0x0000` for a pseudo content type. */
  readonly version: string;
  /** 20 to 24 as on the wire; from 256 on OpenSSL's own: 256 a record header, 257 the inner content type of TLS 1.3. */
  readonly contentType: number;
  /** For handshake messages (content type 22) their type, 1 for ClientHello; null otherwise. */
  readonly messageType: number | null;
  readonly bytes: Uint8Array;
}

/**
 * Callbacks that hear and decide nothing. What one of them throws comes out of the operation that was running, unchanged, in place of
 * that operation's result.
 */
export interface Observers {
  /** A line for a key log file, which lets its reader decrypt the connection, SSL_CTX_set_keylog_callback(3). */
  readonly onKeylog?: (line: string, engine: SslEngine) => void;
  /** SSL_set_info_callback(3) */
  readonly onInfo?: (event: InfoEvent, engine: SslEngine) => void;
  /** SSL_set_msg_callback(3) */
  readonly onMessage?: (event: MessageEvent, engine: SslEngine) => void;
  /** A session that can be resumed, SSL_CTX_sess_set_new_cb(3). A client's context then gives its sessions here and keeps none. */
  readonly onSession?: (session: SslSession, engine: SslEngine) => void;
  /**
   * A session that must not be resumed any more: it failed, has expired, or its connection was closed without a shutdown,
   * SSL_CTX_sess_set_remove_cb(3). For those who keep sessions in a store of their own.
   */
  readonly onSessionRemoved?: (session: SslSession, engine: SslEngine) => void;
  /** What became of Encrypted Client Hello, as soon as it is known, SSL_CTX_ech_set_callback(3): from OpenSSL 4.0 on. */
  readonly onEch?: (event: EchEvent, engine: SslEngine) => void;
}

/** What SSL_CTX_ech_set_callback(3) tells. */
export interface EchEvent {
  readonly outcome: EchOutcome;
  /** OpenSSL's account of it, several lines for a log and for nobody to parse. */
  readonly text: string;
}

export const observerNames: readonly (keyof Observers)[] = ['onKeylog', 'onInfo', 'onMessage', 'onSession', 'onSessionRemoved', 'onEch'];
// The bits that native code knows them by.
const bits: Readonly<Record<keyof Observers, number>> = {
  onKeylog: 1,
  onInfo: 2,
  onMessage: 4,
  onSession: 8,
  onSessionRemoved: 16,
  onEch: 32,
};

export function readObservers(options: OptionReader): Observers {
  const given = observerNames.filter((name) => options.has(name));
  for (const name of given) {
    if (typeof options.raw(name) !== 'function') throw invalidArgument(options.path(name), 'a function', options.raw(name));
  }
  return Object.fromEntries(given.map((name) => [name, options.raw(name)]));
}

export function observedBits(observers: Observers, keylogToo: boolean): number {
  const heard = (name: keyof Observers): boolean => observers[name] !== undefined || (keylogToo && name === 'onKeylog');
  return observerNames.reduce((sum, name) => (heard(name) ? sum + bits[name] : sum), 0);
}

/** A client tells of new sessions only with its session cache on; without this the callback would never be called. */
export function sessionsAreWanted(role: 'client' | 'server', observers: Observers, options: OptionReader): readonly NativeControlSetting[] {
  if (role !== 'client' || observers.onSession === undefined || options.has('sessionCacheMode')) return [];
  return [
    {
      setting: 'onSession',
      function: 'SSL_CTX_set_session_cache_mode',
      command: CONTROL.SSL_CTRL_SET_SESS_CACHE_MODE,
      number: SESSION_CACHE.SSL_SESS_CACHE_CLIENT | SESSION_CACHE.SSL_SESS_CACHE_NO_INTERNAL_STORE,
      text: undefined,
      answersOne: false,
    },
  ];
}

/** Hands out what was observed. All of it, even when one callback throws: the first error is what comes back. */
export function deliver(observers: Observers, events: readonly NativeEvent[], engine: SslEngine): { readonly error: unknown } | null {
  let first: { readonly error: unknown } | null = null;
  for (const event of events) {
    try {
      deliverOne(observers, event, engine);
    } catch (error) {
      first ??= { error };
    }
  }
  return first;
}

function deliverOne(observers: Observers, event: NativeEvent, engine: SslEngine): void {
  switch (event.kind) {
    case 'keylog':
      observers.onKeylog?.(event.line, engine);
      return;
    case 'info':
      observers.onInfo?.(infoEvent(event), engine);
      return;
    case 'message':
      observers.onMessage?.(messageEvent(event), engine);
      return;
    case 'session':
      observers.onSession?.(sessionOf(engine.context, event.session), engine);
      return;
    case 'removed-session':
      observers.onSessionRemoved?.(sessionOf(engine.context, event.session), engine);
      return;
    case 'ech': {
      const { status, innerName, outerName } = event.outcome;
      observers.onEch?.({ outcome: echOutcomeOf(status, innerName, outerName), text: event.text }, engine);
      return;
    }
  }
}

function infoEvent({ where, ret, state }: Extract<NativeEvent, { kind: 'info' }>): InfoEvent {
  const has = (flag: number): boolean => (where & flag) !== 0;
  const kind = has(INFO.SSL_CB_ALERT)
    ? 'alert'
    : has(INFO.SSL_CB_HANDSHAKE_START)
      ? 'handshake-start'
      : has(INFO.SSL_CB_HANDSHAKE_DONE)
        ? 'handshake-done'
        : has(INFO.SSL_CB_EXIT)
          ? 'exit'
          : 'loop';
  const direction = kind !== 'alert' ? null : has(INFO.SSL_CB_WRITE) ? 'sent' : 'received';
  return { kind, direction, where, ret, state };
}

function messageEvent({ sent, version, contentType, bytes }: Extract<NativeEvent, { kind: 'message' }>): MessageEvent {
  const handshake = 22; // RFC 8446, 5.1
  return {
    direction: sent ? 'sent' : 'received',
    version: protocolName(version),
    contentType,
    messageType: contentType === handshake ? (bytes[0] ?? null) : null,
    bytes,
  };
}
