// Owns: the files with a connection's secrets: the session that comes from one, the session and the key log lines that go to others. They
// are opened before anything is tried, so that a path that cannot be used is bad usage.
// Must not know: how a connection is made.

import { closeSync, existsSync, fchmodSync, fstatSync, ftruncateSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { type ConnectOptions, KeylogFile, MisuseError, type OpenSSL, SettingError, SslSession } from '../index.ts';
import type { ConnectFlags } from './flags.ts';
import { UsageError } from './usage-error.ts';

/** What came of the files that were to be written. */
export interface FilesOutcome {
  /** Whether the file of --sess-out has a session of this connection; null: none was asked for. */
  readonly sessionSaved: boolean | null;
  /** What could not be written, a line each. */
  readonly problems: readonly string[];
}

export const noFiles: FilesOutcome = { sessionSaved: null, problems: [] };

type FileOptions = Pick<ConnectOptions, 'session' | 'onSession' | 'onKeylog'>;

export class ConnectionFiles {
  /** The options of connect() that read and fill the files. */
  readonly options: FileOptions;
  readonly #session: SessionOutput | null;
  readonly #keylog: KeylogOutput | null;
  #der: Uint8Array | null = null;

  /** Fails when: a file cannot be opened, or that of --sess-in holds no session (UsageError). */
  constructor({ sessIn, sessOut, keylog }: ConnectFlags, library: OpenSSL) {
    const session = sessIn === undefined ? {} : { session: readSession(sessIn, library) };
    this.#session = sessOut === undefined ? null : new SessionOutput(sessOut);
    try {
      this.#keylog = keylog === undefined ? null : new KeylogOutput(keylog);
    } catch (error) {
      this.#session?.close();
      throw error;
    }
    this.options = {
      ...session,
      ...(this.#session === null ? {} : { onSession: (made: SslSession) => this.offer(made) }),
      ...(this.#keylog === null ? {} : { onKeylog: (line: string) => this.#keylog?.write(line) }),
    };
  }

  /** A session of this connection; the last one that can be resumed is what is saved. */
  offer(session: SslSession | null): void {
    if (this.#session !== null && session?.resumable === true) this.#der = session.toDer();
  }

  /** Writes what there is and closes the files. */
  finish(): FilesOutcome {
    const [session, keylog] = [this.#session, this.#keylog];
    if (this.#der !== null) session?.write(this.#der);
    for (const file of [session, keylog]) file?.close();
    const problems = [session?.problem, keylog?.problem].filter((problem) => problem != null);
    return { sessionSaved: session === null ? null : this.#der !== null && session.problem === null, problems };
  }
}

// Overwritten only when there is a session: until then what was in it stays.
class SessionOutput {
  readonly #path: string;
  readonly #fd: number;
  readonly #isNew: boolean;
  #used = false;
  /** Why it could not be written; null: nothing went wrong. */
  problem: string | null = null;

  constructor(path: string) {
    this.#path = path;
    try {
      this.#fd = openSync(path, 'a', 0o600);
      const stat = fstatSync(this.#fd);
      this.#isNew = stat.isFile() && stat.size === 0;
      if (stat.isFile()) fchmodSync(this.#fd, 0o600); // a file that was there has a mode of its own
    } catch (cause) {
      throw new UsageError(notWritten('--sess-out', cause), { cause });
    }
  }

  write(bytes: Uint8Array): void {
    try {
      if (fstatSync(this.#fd).isFile()) ftruncateSync(this.#fd);
      for (let written = 0; written < bytes.length; ) written += writeSync(this.#fd, bytes, written);
      this.#used = true;
    } catch (cause) {
      this.problem = notWritten('--sess-out', cause);
    }
  }

  close(): void {
    closeSync(this.#fd);
    if (this.#isNew && !this.#used) rmSync(this.#path, { force: true });
  }
}

// A connection is not to fail for it: what goes wrong is told at the end.
class KeylogOutput {
  readonly #file: KeylogFile;
  readonly #isNew: boolean;
  #used = false;
  /** Why it could not be written; null: nothing went wrong. */
  problem: string | null = null;

  constructor(path: string) {
    this.#isNew = !existsSync(path);
    try {
      this.#file = new KeylogFile(path);
    } catch (error) {
      const cause = error instanceof MisuseError ? (error.cause ?? error) : error;
      throw new UsageError(notWritten('--keylog', cause), { cause });
    }
  }

  write(line: string): void {
    if (this.problem !== null) return;
    try {
      this.#file.write(line);
      this.#used = true;
    } catch (cause) {
      this.problem = notWritten('--keylog', cause);
    }
  }

  close(): void {
    if (this.#isNew && !this.#used) rmSync(this.#file.path, { force: true });
  }
}

function notWritten(flag: string, cause: unknown): string {
  return `${flag} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`;
}

// What `openssl s_client -sess_out` writes, and `openssl sess_id` by default.
const pem = /-----BEGIN SSL SESSION PARAMETERS-----(?<base64>[^-]*)-----END SSL SESSION PARAMETERS-----/;

function readSession(path: string, library: OpenSSL): SslSession {
  try {
    const bytes = readFileSync(path);
    const base64 = pem.exec(bytes.toString('latin1'))?.groups?.['base64'];
    return SslSession.fromDer(base64 === undefined ? bytes : Buffer.from(base64, 'base64'), library);
  } catch (cause) {
    if (cause instanceof SettingError) {
      throw new UsageError(`--sess-in: ${path} holds no session that ${library.version.text} can read`, { cause });
    }
    throw new UsageError(`--sess-in cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
