// Owns: certificates, keys and CAs as a caller may give them.
// Must not know: OpenSSL. A key's content never appears in a message.

import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { MisuseError } from '../core/errors.ts';
import { invalidArgument, requireString } from '../core/options.ts';

/** PEM text, or the file that holds it. */
export type PemSource = string | Uint8Array | { readonly file: string };

/**
 * Where trust comes from: PEM text with any number of certificates, a file of them, a folder hashed by `openssl rehash`, or
 * `'system'`, the operating system's.
 */
export type CaSource = 'system' | PemSource | { readonly directory: string };

/** The text of a PEM source. `what` names what it should hold. */
export function readPem(argument: string, value: unknown, what: string): string {
  if (typeof value === 'string' || value instanceof Uint8Array) return pemText(argument, value, what);
  const file = memberOf(value, 'file');
  if (file === undefined) throw notPem(argument, what, value);
  const path = readableFile(`${argument}.file`, file);
  return pemText(`${argument}.file (${path})`, readFileSync(path), what);
}

/** The path of a file that can be read. */
export function readableFile(argument: string, value: unknown): string {
  return readablePath(argument, value, 'file', (path) => statSync(path).isFile());
}

/** The path of a folder that can be read. */
export function readableDirectory(argument: string, value: unknown): string {
  return readablePath(argument, value, 'directory', (path) => statSync(path).isDirectory());
}

/** The one member of `{file: …}` or `{directory: …}`; undefined if `value` is something else. */
export function memberOf(value: unknown, name: 'file' | 'directory'): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0] === name ? (value as Record<string, unknown>)[name] : undefined;
}

function pemText(argument: string, value: string | Uint8Array, what: string): string {
  const text = typeof value === 'string' ? value : Buffer.from(value).toString('latin1');
  if (!text.includes('-----BEGIN ')) throw notPem(argument, what, typeof value === 'string' ? 'text without a BEGIN line' : value);
  return text;
}

function notPem(argument: string, what: string, given: unknown): MisuseError {
  return invalidArgument(argument, `${what} as PEM text (-----BEGIN …) or { file: path }`, given);
}

function readablePath(argument: string, value: unknown, kind: string, isOfKind: (path: string) => boolean): string {
  const path = requireString(argument, value);
  try {
    accessSync(path, constants.R_OK);
    if (isOfKind(path)) return path;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MisuseError('ERR_SSL_FILE', argument, `${argument} must be a readable ${kind}: ${reason}`, { cause });
  }
  throw new MisuseError('ERR_SSL_FILE', argument, `${argument} must be a ${kind}: ${path} is none`);
}
