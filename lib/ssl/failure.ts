// Owns: turning what OpenSSL said of a failed operation into the one SslError.
// Must not know: engines, sockets.

import { getSystemErrorName } from 'node:util';
import type { Certificate } from '../core/certificate.ts';
import { ALERT, ECH_STATUS, ERR, SSL_ERROR, X509_V } from '../core/constants.ts';
import { EchRejectedError, echOutcomeOf } from '../core/ech.ts';
import { type AlertInfo, SslError, type SslErrorDetails, type VerifyFailure, type VerifyInfo } from '../core/errors.ts';
import { alertName, sslErrorName, verifyResultName } from '../core/names.ts';
import { describeEntry, type ErrorQueue } from '../core/queue.ts';
import { native } from '../native/addon.ts';
import type { NativeAlert, NativeCertificate, NativeFailure } from '../native/binding.ts';
import type { NativeEchOutcome } from '../native/ech.ts';
import { certificateOf } from './certificates.ts';
import { nativeLibrary, type OpenSSL } from './openssl.ts';
import type { Method } from './protocols.ts';
import { publicKeyOf } from './raw-public-keys.ts';

/** What one operation of OpenSSL left behind. */
export interface Numbers {
  readonly ret: number;
  readonly code: number;
  readonly errno: number;
}

/** Of whose connection an operation failed. */
interface Whose {
  readonly library: OpenSSL;
  readonly method: Method;
}

export function sslErrorOf({ library, method }: Whose, operation: string, numbers: Numbers, failure: NativeFailure): SslError {
  const { ret, code, errno } = numbers;
  const { queue } = failure;
  const ofSsl = (reason: number): boolean => queue.some((entry) => entry.libraryCode === ERR.ERR_LIB_SSL && entry.reasonCode === reason);
  // The same event under three names: 3.0 and later push a reason, 1.1.1 says SYSCALL with nothing in the queue and errno 0. That is also
  // what SSL_write_early_data says of a session that cannot be resumed any more; but it does not read, so no end can have met it. And
  // datagrams have no end: they only stay away.
  const silent = code === SSL_ERROR.SSL_ERROR_SYSCALL && errno === 0 && queue.length === 0;
  const unexpectedEof =
    ofSsl(ERR.SSL_R_UNEXPECTED_EOF_WHILE_READING) || (silent && method === 'tls' && operation !== 'SSL_write_early_data');
  // Strict certificate transparency turns a certificate down with another reason: its own callback says no (SSL_CTX_enable_ct(3)).
  const withoutTimestamps = ofSsl(ERR.SSL_R_CALLBACK_FAILED) && failure.verifyResult === X509_V.X509_V_ERR_NO_VALID_SCTS;
  const verify = ofSsl(ERR.SSL_R_CERTIFICATE_VERIFY_FAILED) || withoutTimestamps ? verifyFailure(library, failure) : null;
  const alert = fatalAlert(failure, queue);
  const details = { operation, ret, sslError: code, state: failure.state, errno, queue, verify, alert, unexpectedEof };
  if (failure.ech?.outcome != null) return rejectedEch(details, failure, failure.ech.outcome);
  return new SslError(errorCode(details), `${operation} failed: ${reasonText(details)}`, details);
}

function rejectedEch(details: SslErrorDetails, { ech, verifyResult }: NativeFailure, outcome: NativeEchOutcome): EchRejectedError {
  const { status, innerName, outerName } = outcome;
  const retryConfigs = ech?.retryConfigs ?? null;
  // A list that OpenSSL could not read is one all the same: then the status is another.
  const securelyDisabled = status === ECH_STATUS.SSL_ECH_STATUS_FAILED && verifyResult === X509_V.X509_V_OK;
  const what = retryConfigs === null ? 'and sent no configuration to try again with' : 'and sent its own to try again with: retryConfigs';
  const text = `${details.operation} failed: the server did not take the Encrypted Client Hello, ${what}`;
  return new EchRejectedError(text, details, { ech: echOutcomeOf(status, innerName, outerName), retryConfigs, securelyDisabled });
}

function verifyFailure(library: OpenSSL, { verifyResult, turnedDown }: NativeFailure): VerifyFailure {
  const read = (record: NativeCertificate | null | undefined): Certificate | null => (record == null ? null : certificateOf(record));
  return {
    ...verifyInfo(library, verifyResult),
    depth: turnedDown?.depth ?? null,
    certificate: read(turnedDown?.certificate),
    peerCertificate: read(turnedDown?.peer),
    peerPublicKey: publicKeyOf(turnedDown?.peerKey ?? null),
  };
}

export function verifyInfo(library: OpenSSL, code: number): VerifyInfo {
  return { code, name: verifyResultName(code, !library.isAtLeast('3.0')), text: native.verifyText(nativeLibrary(library), code) };
}

/** The system's name of an error number, `ECONNRESET`. */
export function systemErrorName(errno: number): string {
  return getSystemErrorName(-errno);
}

type Details = Readonly<{
  sslError: number;
  errno: number;
  queue: ErrorQueue;
  verify: VerifyFailure | null;
  alert: AlertInfo | null;
  unexpectedEof: boolean;
}>;

function errorCode({ sslError, errno, verify, alert, unexpectedEof }: Details): string {
  if (unexpectedEof) return 'ERR_SSL_UNEXPECTED_EOF';
  if (verify !== null) return 'ERR_SSL_CERTIFICATE';
  if (alert?.direction === 'received') return 'ERR_SSL_ALERT';
  if (sslError === SSL_ERROR.SSL_ERROR_SYSCALL && errno !== 0) return systemErrorName(errno);
  return 'ERR_SSL_PROTOCOL';
}

function reasonText({ sslError, errno, queue, verify, unexpectedEof }: Details): string {
  if (verify !== null) {
    const what = verify.peerCertificate === null && verify.peerPublicKey !== null ? 'raw public key' : 'certificate';
    return `the peer's ${what} was not accepted: ${verify.text} (${verify.name})`;
  }
  if (queue.length > 0) return queue.map(describeEntry).join('; ');
  if (unexpectedEof) return 'the peer ended the connection where TLS does not allow it';
  if (errno !== 0) return systemErrorName(errno);
  return `${sslErrorName(sslError)} with an empty error queue`;
}

// A received fatal alert stands in the queue as a reason above SSL_AD_REASON_OFFSET; it outranks what we sent in answer.
function fatalAlert({ alertSent, alertReceived }: NativeFailure, queue: ErrorQueue): AlertInfo | null {
  const inQueue = queue.some((entry) => entry.libraryCode === ERR.ERR_LIB_SSL && entry.reasonCode >= ERR.SSL_AD_REASON_OFFSET);
  if (alertReceived !== null && (inQueue || alertReceived.level === ALERT.SSL3_AL_FATAL)) return alertInfo('received', alertReceived);
  return alertSent !== null && alertSent.level === ALERT.SSL3_AL_FATAL ? alertInfo('sent', alertSent) : null;
}

function alertInfo(direction: AlertInfo['direction'], { level, description }: NativeAlert): AlertInfo {
  return { direction, level: level === ALERT.SSL3_AL_FATAL ? 'fatal' : 'warning', description, name: alertName(description) };
}
