// Owns: what is printed of an error.
// Must not know: what was going on.

import {
  type ErrorQueueEntry,
  LibraryLoadError,
  type LibsslError,
  type LoadAttempt,
  SslError,
  sslErrorName,
  type VerifyFailure,
  type VerifyInfo,
} from '../index.ts';
import type { Colors, Fact } from './layout.ts';
import { plain } from './plain-text.ts';

/** The one line on standard error for what failed. */
export function errorLine(error: LibsslError): string {
  const lines = error.message.split('\n').map(plain);
  return `libssl: ${lines.join('\n')} [${error.code}]\n`;
}

/** One OpenSSL that was turned down, and why. */
export function attemptText({ source, files, reason }: LoadAttempt): string {
  return plain(`${files.join(' + ') || source}: ${reason}`);
}

export function verifyText({ code, name, text }: VerifyInfo): string {
  return `${code} ${name}: ${plain(text)}`;
}

/** What a failure says, fact by fact. */
export function errorFacts(error: LibsslError, colors: Colors): readonly Fact[] {
  const entries: Fact[] = [['Failed', colors.red(error.code)]];
  if (error instanceof LibraryLoadError) {
    return [...entries, ['Tried', ...error.attempts.map(attemptText)]];
  }
  if (!(error instanceof SslError)) return entries;
  const { operation, sslError, ret, state, verify, alert, queue, attempts, errno } = error;
  entries.push(['In', sslError === null ? operation : `${operation}: returned ${ret}, ${sslErrorName(sslError)}`]);
  if (state !== '') entries.push(['State', plain(state)]);
  if (verify !== null) entries.push(['Verification', colors.red(verifyText(verify)), ...turnedDown(verify)]);
  if (alert !== null) entries.push(['Alert', `${alert.direction}: ${alert.level} ${alert.name} (${alert.description})`]);
  if (sslError !== null) entries.push(['Error queue', ...(queue.length === 0 ? ['empty'] : queue.map(queueLine))]);
  if (errno !== 0) entries.push(['errno', String(errno)]);
  if (attempts.length > 0) entries.push(['Tried', ...attempts.map(({ address, code }) => plain(`${address}: ${code}`))]);
  return entries;
}

function turnedDown({ depth, certificate }: VerifyFailure): readonly string[] {
  if (depth === null || certificate === null) return [];
  const place = depth === 0 ? "the peer's own" : 'above it';
  return [`turned down at depth ${depth} (${place}): ${plain(certificate.subject) || 'empty subject'}`];
}

// The form of ERR_print_errors(3), which whoever knows the program openssl has seen often enough to search for.
function queueLine({ code, library, function: name, reason, file, line, data, libraryCode, reasonCode }: ErrorQueueEntry): string {
  const number = code.toString(16).toUpperCase().padStart(8, '0');
  const parts = [library || `lib(${libraryCode})`, name, reason || `reason(${reasonCode})`, file, line, data];
  return plain(`error:${number}:${parts.join(':')}`);
}
