// Owns: the error for a setting that OpenSSL refused.

import { SettingError } from '../core/errors.ts';
import type { NativeRefusal } from '../native/binding.ts';

// Keys and PEM texts stay out of the message; a short setting is worth quoting.
const quotable: ReadonlySet<string> = new Set([
  'minProtocol',
  'maxProtocol',
  'cipherList',
  'cipherSuites',
  'groups',
  'serverName',
  'verifyHost',
  'verifyIp',
  'propertyQuery',
  'config',
  'modules',
  'properties',
  'provider',
]);

/** The error for a setting that OpenSSL refused. */
export function refusedSetting({ failure }: NativeRefusal, given: unknown): SettingError {
  const value = (given as Readonly<Record<string, unknown>> | undefined)?.[failure.setting];
  const quoted = quotable.has(failure.setting) && typeof value === 'string' ? ` ${JSON.stringify(value)}` : '';
  return new SettingError(failure.setting, failure.function, quoted, failure.detail, failure.queue);
}
