// Owns: the file of a recording: its format, writing it, and reading it strictly. docs/recording.md describes it for people.
// Must not know: how it is made or compared.

import { readFileSync, writeFileSync } from 'node:fs';
import type { AlertInfo } from '../index.ts';
import { type Protocol, protocols } from './flags.ts';
import { either, flag, integer, isObject, listOf, mapOf, oneOf, optional, orNull, shape, text } from './shapes.ts';
import { UsageError } from './usage-error.ts';
import type { WireRecord } from './wire-records.ts';

const format = 'libssl-recording';
/** What this release writes, and the newest that it reads. */
const formatVersion = 1;

export interface QueueNumbers {
  readonly library: number;
  readonly reason: number;
  /** What this OpenSSL calls it; never compared. */
  readonly text: string;
}

/** What came from the peer after a call; `silent`: nothing, until the time was up. */
export type Arrival = 'record' | 'end' | 'reset' | 'silent' | null;

export interface RecordedStep {
  readonly call: 'SSL_connect' | 'SSL_shutdown' | 'SSL_read_ex';
  readonly ret: number;
  /** What SSL_get_error said; null: it was not asked. */
  readonly code: number | null;
  readonly queue: readonly QueueNumbers[];
  /** SSL_state_string_long after the call. */
  readonly state: string;
  /** SSL_is_init_finished after the call. */
  readonly finished: boolean;
  /** What the call left to be sent. */
  readonly sent: readonly WireRecord[];
  /** What was given to OpenSSL before the next call: a record, or five bytes that are none. */
  readonly received: readonly WireRecord[];
  readonly arrival: Arrival;
  /** Of what was received before a ServerHello was accepted, in hexadecimal: nothing in it is secret. */
  readonly bytes?: string;
}

export interface RecordedOutcome {
  readonly done: boolean;
  readonly protocol: string | null;
  readonly cipher: string | null;
  readonly group: string | null;
  readonly signature: string | null;
  readonly alpn: string | null;
  /** SSL_get_verify_result; null where no certificate was looked at. */
  readonly verify: number | null;
  readonly alert: AlertInfo | null;
  /** The code of the SslError. */
  readonly error: string | null;
}

export type RecordedCa = { readonly pem: string } | { readonly directory: string };

/** What the handshake was asked to be; null: left to the library. */
export interface RecordedSettings {
  readonly serverName: string | null;
  /** null: nothing was verified. */
  readonly verifyName: string | null;
  readonly ca: 'system' | readonly RecordedCa[];
  readonly minProtocol: Protocol;
  readonly maxProtocol: Protocol | null;
  readonly cipherList: string | null;
  readonly cipherSuites: string | null;
  readonly groups: string | null;
  readonly alpn: readonly string[] | null;
  readonly conf: Readonly<Record<string, string>> | null;
  /** A certificate was at hand to be shown. Neither it nor its key is in the recording. */
  readonly clientCertificate: boolean;
}

export interface RecordedLibrary {
  /** OpenSSL_version, `OpenSSL 3.0.17 1 Jul 2025`. */
  readonly version: string;
  readonly source: string;
}

export interface Recording {
  readonly format: typeof format;
  readonly version: number;
  readonly library: RecordedLibrary;
  readonly server: { readonly host: string; readonly port: number };
  readonly settings: RecordedSettings;
  readonly steps: readonly RecordedStep[];
  readonly outcome: RecordedOutcome;
}

export function recordingOf(parts: Omit<Recording, 'format' | 'version'>): Recording {
  return { format, version: formatVersion, ...parts };
}

/** Makes the file if it is not there. Fails when: it cannot be written (UsageError). */
export function prepareFile(path: string): void {
  write(path, '', 'a');
}

/** Fails when: the file cannot be written (UsageError). */
export function writeRecording(path: string, recording: Recording): void {
  write(path, `${JSON.stringify(recording, null, 2)}\n`, 'w');
}

/** Fails when: the file cannot be read, is no recording, is one of a newer release, or is not complete (UsageError). */
export function readRecording(path: string): Recording {
  const value = parsed(path, contentOf(path));
  const fail = (why: string): never => {
    throw new UsageError(`${path} ${why}`);
  };
  if (!isObject(value) || value['format'] !== format) return fail('is not a recording of `libssl record`');
  const { version } = value;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return fail('is a recording without a version of its format');
  if (version > formatVersion) {
    return fail(`is a recording of a newer release: its format is version ${version}, this release knows up to ${formatVersion}`);
  }
  const wrong = whole(value);
  if (wrong !== null) return fail(`is a damaged recording: ${wrong.slice(1)} is missing or not what it should be`);
  return value as unknown as Recording;
}

function write(path: string, content: string, how: 'a' | 'w'): void {
  try {
    writeFileSync(path, content, { flag: how });
  } catch (cause) {
    throw new UsageError(`FILE cannot be written: ${messageOf(cause)}`, { cause });
  }
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UsageError(`FILE cannot be read: ${messageOf(cause)}`, { cause });
  }
}

function parsed(path: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    // What begins like one and is cut off had better be called that.
    const why = content.includes(`"${format}"`) ? 'is a recording that is cut off or damaged' : 'is not a recording of `libssl record`';
    throw new UsageError(`${path} ${why}: ${messageOf(cause)}`, { cause });
  }
}

const numbers = listOf(integer);
const message = shape({
  type: integer,
  clientHello: optional(
    shape({
      legacyVersion: integer,
      sessionIdLength: integer,
      ciphers: numbers,
      extensions: numbers,
      serverName: orNull(text),
      versions: numbers,
      groups: numbers,
      keyShares: numbers,
      signatureAlgorithms: numbers,
      alpn: listOf(text),
    }),
  ),
  serverHello: optional(shape({ retry: flag, version: integer, cipher: integer, extensions: numbers, group: orNull(integer) })),
});
const records = listOf(
  shape({
    type: orNull(integer),
    version: integer,
    length: integer,
    encrypted: flag,
    messages: optional(listOf(message)),
    alert: optional(shape({ level: integer, description: integer })),
  }),
);
const step = shape({
  call: oneOf('SSL_connect', 'SSL_shutdown', 'SSL_read_ex'),
  ret: integer,
  code: orNull(integer),
  queue: listOf(shape({ library: integer, reason: integer, text })),
  state: text,
  finished: flag,
  sent: records,
  received: records,
  arrival: oneOf('record', 'end', 'reset', 'silent', null),
  bytes: optional(text),
});
const whole = shape({
  library: shape({ version: text, source: text }),
  server: shape({ host: text, port: integer }),
  settings: shape({
    serverName: orNull(text),
    verifyName: orNull(text),
    ca: either(oneOf('system'), listOf(either(shape({ pem: text }), shape({ directory: text })))),
    minProtocol: oneOf(...protocols),
    maxProtocol: oneOf(...protocols, null),
    cipherList: orNull(text),
    cipherSuites: orNull(text),
    groups: orNull(text),
    alpn: orNull(listOf(text)),
    conf: orNull(mapOf(text)),
    clientCertificate: flag,
  }),
  steps: listOf(step, 1),
  outcome: shape({
    done: flag,
    protocol: orNull(text),
    cipher: orNull(text),
    group: orNull(text),
    signature: orNull(text),
    alpn: orNull(text),
    verify: orNull(integer),
    alert: orNull(shape({ direction: oneOf('sent', 'received'), level: text, description: integer, name: text })),
    error: orNull(text),
  }),
});

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
