// Owns: URIs of keys and certificates as a caller gives them, and as they may be shown: a PIN can stand in one (RFC 7512, 2.4).
// Must not know: what a scheme means.

import { MisuseError } from '../core/errors.ts';
import { describeValue, invalidArgument, requireString } from '../core/options.ts';
import type { ErrorQueue } from '../core/queue.ts';

/** What a URI names, OSSL_STORE_open(3). */
export interface UriSource {
  readonly uri: string;
}

/** Fails when: it is no string, or has no scheme (MisuseError). */
export function requireUri(argument: string, value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument(argument, 'a URI', typeof value);
  requireString(argument, value === '' ? value : withoutSecrets(value));
  if (value.includes('\0')) throw invalidArgument(argument, 'a string without a zero character', typeof value);
  if (/^[a-z][a-z0-9+.-]*:./i.test(value)) return value;
  const given = describeValue(withoutSecrets(value));
  throw new MisuseError('ERR_SSL_ARGUMENT', argument, `${argument} must be a URI with its scheme (file:…, pkcs11:…), got ${given}`);
}

/** The one member of `{uri: …}`; undefined if `value` is something else. */
export function uriOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0] === 'uri' ? (value as { readonly uri: unknown }).uri : undefined;
}

/** As it may be shown. */
export function withoutSecrets(text: string): string {
  return text.replace(/(?<name>pin-value=)[^&;?\s]*/gi, '$<name>…');
}

/** The queue as it may be shown: its data can quote a URI. */
export function queueWithoutSecrets(queue: ErrorQueue): ErrorQueue {
  return queue.map((entry) => ({ ...entry, data: withoutSecrets(entry.data) }));
}
