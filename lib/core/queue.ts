// Owns: the shape of OpenSSL's error queue as data.

/** One entry of OpenSSL's error queue, as ERR_get_error_all(3) gives it. */
export interface ErrorQueueEntry {
  /** The packed number that ERR_get_error returned. */
  readonly code: number;
  /** ERR_GET_LIB of it, 20 for libssl. */
  readonly libraryCode: number;
  /** ERR_GET_REASON of it. Compare this and `libraryCode`: texts differ between releases. */
  readonly reasonCode: number;
  /** `SSL routines` and the like. */
  readonly library: string;
  /** The reason in words, '' if this OpenSSL has none. */
  readonly reason: string;
  readonly function: string;
  readonly file: string;
  readonly line: number;
  /** What OpenSSL added to this one error, '' if nothing. */
  readonly data: string;
}

/** The whole queue, oldest first: the order in which ERR_get_error hands it out. */
export type ErrorQueue = readonly ErrorQueueEntry[];

/** One line for people: the reason, and what OpenSSL added to it. */
export function describeEntry(entry: ErrorQueueEntry): string {
  const reason = entry.reason === '' ? `reason ${entry.reasonCode}` : entry.reason;
  const where = entry.library === '' ? `library ${entry.libraryCode}` : entry.library;
  return entry.data === '' ? `${where}: ${reason}` : `${where}: ${reason} (${entry.data})`;
}
