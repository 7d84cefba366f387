// Owns: a file of key log lines: opened for this user only, appended to line by line.
// Must not know: who reads it.

import { appendFileSync, closeSync, fchmodSync, fstatSync, openSync } from 'node:fs';
import { MisuseError } from '../core/errors.ts';
import { invalidArgument, type OptionReader, requireString } from '../core/options.ts';
import type { Observers } from './observers.ts';

/**
 * A key log file, as Wireshark and others read it. **Whoever has it can decrypt every connection in it.**
 *
 * It is opened for each line, so that it can be moved away while a program runs, and a line is written in one piece: several programs may
 * write to one file.
 *
 * The constructor fails when: the file cannot be appended to (MisuseError).
 */
export class KeylogFile {
  readonly path: string;

  constructor(path: string, argument = 'path') {
    this.path = requireString(argument, path);
    try {
      const file = openSync(path, 'a', 0o600);
      try {
        const stat = fstatSync(file);
        if (stat.isFile() && stat.size === 0) fchmodSync(file, 0o600); // one that was there has a mode of its own
      } finally {
        closeSync(file);
      }
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new MisuseError('ERR_SSL_FILE', argument, `${argument} must be a file that can be appended to: ${reason}`, { cause });
    }
  }

  /** Appends one line, given without its end. Fails when: the system refuses (its own error, unchanged). */
  write(line: string): void {
    appendFileSync(this.path, `${line}\n`, { mode: 0o600 });
  }
}

/**
 * The option keylogFile as a path; undefined: not given.
 *
 * Fails when: it is no path, or true and the environment names none (MisuseError).
 */
export function readKeylogPath(options: OptionReader): string | undefined {
  const given = options.raw('keylogFile');
  if (given === undefined) return undefined;
  const path = options.path('keylogFile');
  if (given !== true) {
    if (typeof given !== 'string' || given === '')
      throw invalidArgument(path, 'the path of a file, or true for that of SSLKEYLOGFILE', given);
    return requireString(path, given);
  }
  const named = process.env['SSLKEYLOGFILE'];
  if (named !== undefined && named !== '') return named;
  throw new MisuseError(
    'ERR_SSL_ARGUMENT',
    path,
    `${path} must be the path of a file where the environment variable SSLKEYLOGFILE names none`,
  );
}

/** The observers, with one that writes to the file before onKeylog hears the line. What the file refuses comes out of the operation. */
export function withKeylogFile(observers: Observers, path: string | undefined): Observers {
  if (path === undefined) return observers;
  const file = new KeylogFile(path, 'options.keylogFile');
  const { onKeylog } = observers;
  return {
    ...observers,
    onKeylog: (line, engine) => {
      let refused: { readonly error: unknown } | null = null;
      try {
        file.write(line);
      } catch (error) {
        refused = { error };
      }
      onKeylog?.(line, engine);
      if (refused !== null) throw refused.error;
    },
  };
}
