// Owns: Encrypted Client Hello on the command line: what its flags (ech-flags.ts) ask for, and what is shown of what became of it.
// Must not know: how a connection is made.

import { readFileSync, statSync } from 'node:fs';
import { type ClientEch, type ConnectionInfo, type EchOutcome, EchRejectedError, type LibsslError } from '../index.ts';
import type { EchFlags } from './ech-flags.ts';
import type { Colors, Fact } from './layout.ts';
import { plain } from './plain-text.ts';
import { UsageError } from './usage-error.ts';

/** What --json says of it, where there was any. */
export interface EchReport {
  readonly ech?: EchOutcome;
  /** Of a server that refused, base64: for --ech. */
  readonly retryConfigs?: string | null;
}

/** Fails when: flags contradict each other, or a file cannot be read (UsageError). */
export function echOptions({ ech, echGrease, echRetry }: EchFlags): { readonly ech?: ClientEch } {
  if (echGrease === true) {
    if (ech !== undefined) throw new UsageError('--ech-grease has no meaning with --ech: it only looks like it');
    if (echRetry === true) throw new UsageError('--ech-retry has no meaning with --ech-grease: nothing is refused');
    return { ech: 'grease' };
  }
  if (ech !== undefined) return { ech: { configList: readList(ech), ...(echRetry === true ? { retry: true } : {}) } };
  if (echRetry === true) throw new UsageError('--ech-retry needs --ech, the list to begin with');
  return {};
}

export function echFacts({ ech }: ConnectionInfo, colors: Colors): readonly Fact[] {
  return isWorthShowing(ech) ? [['ECH', ...outcomeLines(ech, colors)]] : [];
}

export function echErrorFacts(error: LibsslError, colors: Colors): readonly Fact[] {
  if (!(error instanceof EchRejectedError)) return [];
  const { ech, retryConfigs, securelyDisabled } = error;
  const sent = retryConfigs === null ? (securelyDisabled ? 'none: the server has no ECH' : 'none') : base64(retryConfigs);
  return [
    ['ECH', ...outcomeLines(ech, colors)],
    ['Retry with', sent],
  ];
}

export function echReport(connection: ConnectionInfo | null, error: LibsslError | null): EchReport {
  if (error instanceof EchRejectedError) {
    return { ech: error.ech, retryConfigs: error.retryConfigs === null ? null : base64(error.retryConfigs) };
  }
  const ech = connection?.ech ?? null;
  return isWorthShowing(ech) ? { ech } : {};
}

function isWorthShowing(ech: EchOutcome | null): ech is EchOutcome {
  return ech !== null && ech.status !== 'not-configured';
}

function outcomeLines({ status, name, code, innerName, outerName }: EchOutcome, colors: Colors): readonly string[] {
  const result = `${code} ${name}`;
  const names = [
    ['inner name', innerName],
    ['outer name', outerName],
  ].flatMap(([what, value]) => (value == null ? [] : [`${what}: ${plain(value)}`]));
  return [status === 'success' ? colors.green(result) : colors.yellow(result), ...names];
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

// A file where there is one of that name: base64 has no dot, and a list is longer than what people call their files.
function readList(given: string): Uint8Array | string {
  if (given === '') throw new UsageError('--ech is empty');
  if (given.length > 1000 || statSync(given, { throwIfNoEntry: false })?.isFile() !== true) return given;
  const bytes = readBytes(given);
  const text = bytes.toString('latin1');
  const pem = /-----BEGIN ECHCONFIG-----(?<base64>[^-]*)-----END ECHCONFIG-----/.exec(text)?.groups?.['base64'];
  const bare = (pem ?? text).replace(/\s/g, '');
  return /^[A-Za-z0-9+/]+=*$/.test(bare) ? bare : bytes;
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new UsageError(`--ech cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
