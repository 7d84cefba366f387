// Owns: the objects that --json prints. Their members are what programs rely on: names and meanings stay.

import {
  type AlertInfo,
  type Certificate,
  type CertificateSaving,
  type ErrorQueue,
  type HandshakeStep,
  LibraryLoadError,
  type LibsslError,
  type LoadAttempt,
  type OpenSSL,
  type PublicKey,
  SslError,
  sslErrorName,
  type VerifyFailure,
  type VerifyInfo,
} from '../index.ts';
import type { Mode, Outcome } from './connect-outcome.ts';
import { type EchReport, echReport } from './ech.ts';

export interface LibraryReport {
  readonly version: string;
  readonly source: OpenSSL['source'];
  readonly files: OpenSSL['files'];
  readonly isolation: OpenSSL['isolation']['state'];
}

export interface ErrorReport {
  readonly code: string;
  readonly family: LibsslError['family'];
  readonly message: string;
  /** The rest where OpenSSL or the system spoke, SslError's members of the same names. */
  readonly operation?: string;
  readonly ret?: number | null;
  readonly sslError?: string | null;
  readonly state?: string;
  readonly errno?: number;
  readonly unexpectedEof?: boolean;
  readonly verify?: VerifyReport | null;
  readonly alert?: AlertInfo | null;
  readonly queue?: ErrorQueue;
  readonly attempts?: SslError['attempts'] | readonly LoadAttempt[];
}

/** What verification turned down; the peer's own certificate is the report's `peer`. */
export interface VerifyReport extends VerifyInfo {
  readonly depth: number | null;
  readonly certificate: CertificateReport | null;
}

export type CertificateReport = Pick<Certificate, 'subject' | 'issuer' | 'altNames' | 'notBefore' | 'notAfter'>;

export interface KeyReport extends Omit<PublicKey, 'raw' | 'pem'> {
  readonly spki: string;
}

export interface ConnectReport extends EchReport {
  readonly ok: boolean;
  readonly library: LibraryReport | null;
  readonly mode: Mode;
  readonly steps: readonly HandshakeStep[];
  readonly protocol: string | null;
  readonly cipher: string | null;
  readonly group: string | null;
  /** What the server signed with. */
  readonly signature: string | null;
  readonly alpn: string | null;
  readonly resumed: boolean;
  /** What compression made of the server's certificate. */
  readonly certificateCompression: CertificateSaving | null;
  readonly verify: { readonly code: number; readonly name: string } | null;
  /** Also where it was not accepted. */
  readonly peer: CertificateReport | null;
  /** Of the certificate, or a raw public key where `peer` is null; `spki` is base64. */
  readonly peerKey: KeyReport | null;
  /** With --sess-out: whether a session was written. */
  readonly sessionSaved?: boolean;
  readonly error?: ErrorReport;
}

export function connectReport({ mode, library, steps, connection, peer, peerKey, error, files }: Outcome): ConnectReport {
  const verify = connection?.verify ?? (error instanceof SslError ? error.verify : null);
  return {
    ok: error === null && connection !== null,
    library: library && libraryReport(library),
    mode,
    steps: steps.map((step) => ({ ...step, ms: Number(step.ms.toFixed(3)) })),
    protocol: connection?.protocol ?? null,
    cipher: connection?.cipher?.name ?? null,
    group: connection?.group ?? null,
    signature: connection?.signatures.peer ?? null,
    alpn: connection?.alpn ?? null,
    resumed: connection?.resumed ?? false,
    certificateCompression: connection?.certificateCompression.peer ?? null,
    verify: verify && { code: verify.code, name: verify.name },
    peer: peer && certificateReport(peer),
    peerKey: peerKey && keyReport(peerKey),
    ...echReport(connection, error),
    ...(files.sessionSaved === null ? {} : { sessionSaved: files.sessionSaved }),
    ...(error === null ? {} : { error: errorReport(error) }),
  };
}

export function libraryReport({ version, source, files, isolation }: OpenSSL): LibraryReport {
  return { version: version.text, source, files, isolation: isolation.state };
}

export function errorReport(error: LibsslError): ErrorReport {
  const { code, family, message } = error;
  const common = { code, family, message };
  if (error instanceof LibraryLoadError) return { ...common, attempts: error.attempts };
  if (!(error instanceof SslError)) return common;
  const { operation, ret, sslError, state, errno, unexpectedEof, verify, alert, queue, attempts } = error;
  return {
    ...common,
    operation,
    ret,
    sslError: sslError === null ? null : sslErrorName(sslError),
    state,
    errno,
    unexpectedEof,
    verify: verify && verifyReport(verify),
    alert,
    queue,
    attempts,
  };
}

function verifyReport({ code, name, text, depth, certificate }: VerifyFailure): VerifyReport {
  return { code, name, text, depth, certificate: certificate && certificateReport(certificate) };
}

function keyReport({ raw, pem, ...key }: PublicKey): KeyReport {
  return { ...key, spki: Buffer.from(raw).toString('base64') };
}

function certificateReport({ subject, issuer, altNames, notBefore, notAfter }: Certificate): CertificateReport {
  return { subject, issuer, altNames, notBefore, notAfter };
}
