// Owns: certificate transparency (RFC 6962): what a context is told of it, and the timestamps that a peer showed.
// Must not know: connections.

import { MisuseError } from '../core/errors.ts';
import { invalidArgument, type OptionReader } from '../core/options.ts';
import type { NativeContextSettings } from '../native/binding.ts';
import type { NativeTimestamp } from '../native/verification.ts';
import type { OpenSSL } from './openssl.ts';
import { memberOf, readableFile } from './pem.ts';

/** What a client does with the timestamps of a server. */
export interface TransparencyOptions {
  /**
   * SSL_CTX_enable_ct(3): asks servers for signed certificate timestamps and judges them. `strict`: a server whose certificate is trusted,
   * but that shows no valid one, is refused with verify code 71; `permissive`: it is accepted, and `engine.scts` says what each was worth.
   */
  readonly certificateTransparency?: 'permissive' | 'strict';
  /** The logs that are known, as a file of configuration: SSL_CTX_set_ctlog_list_file(3). Without it no timestamp is valid. */
  readonly ctLogs?: { readonly file: string };
}

/** How a timestamp came. */
export type SctSource = 'unknown' | 'tls-extension' | 'x509v3-extension' | 'ocsp-response';
/** What OpenSSL makes of a timestamp, SCT_validate(3); `not-set` where nobody has looked. */
export type SctStatus = 'not-set' | 'unknown-log' | 'valid' | 'invalid' | 'unverified' | 'unknown-version';

/** A signed certificate timestamp, SCT_new(3). */
export interface SignedCertificateTimestamp {
  /** As on the wire: 0 is v1. */
  readonly version: number;
  /** The SHA-256 of the log's key. */
  readonly logId: Uint8Array;
  readonly timestamp: Date;
  /** A number that is newer than this table is shown as it is. */
  readonly source: SctSource | number;
  readonly status: SctStatus | number;
}

export const transparencyOptionNames: readonly (keyof TransparencyOptions)[] = ['certificateTransparency', 'ctLogs'];

const modes = { permissive: 0, strict: 1 } as const;
// sct_source_t and sct_validation_status_t, in the order of their numbers.
const sources: readonly SctSource[] = ['unknown', 'tls-extension', 'x509v3-extension', 'ocsp-response'];
const statuses: readonly SctStatus[] = ['not-set', 'unknown-log', 'valid', 'invalid', 'unverified', 'unknown-version'];

/** Fails when: the library was built without certificate transparency (NotSupportedError), or an option is wrong (MisuseError). */
export function readTransparency(
  options: OptionReader,
  role: 'client' | 'server',
  library: OpenSSL,
): Pick<NativeContextSettings, 'ctValidation' | 'ctLogFile'> {
  const mode = options.oneOf('certificateTransparency', ['permissive', 'strict']);
  const logs = options.raw('ctLogs');
  const refuse = (name: string, why: string): never => {
    throw new MisuseError('ERR_SSL_ARGUMENT', options.path(name), `${options.path(name)} ${why}`);
  };
  if (mode !== undefined && role === 'server') refuse('certificateTransparency', 'is for clients: a server judges no timestamps');
  if (mode !== undefined) library.require('SSL_CTX_enable_ct');
  const file = logs === undefined ? undefined : memberOf(logs, 'file');
  if (logs !== undefined && file === undefined) throw invalidArgument(options.path('ctLogs'), '{ file: path }', logs);
  const ctLogFile = file === undefined ? undefined : readableFile(`${options.path('ctLogs')}.file`, file);
  if (ctLogFile !== undefined && mode === undefined) refuse('ctLogs', `has no meaning without ${options.path('certificateTransparency')}`);
  return { ctValidation: mode && modes[mode], ctLogFile };
}

export function timestampOf(record: NativeTimestamp): SignedCertificateTimestamp {
  return {
    version: record.version,
    logId: record.logId,
    timestamp: new Date(record.timestamp),
    source: sources[record.source] ?? record.source,
    status: statuses[record.status] ?? record.status,
  };
}
