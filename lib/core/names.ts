// Owns: the names of OpenSSL's numbers.
// Must not know: OpenSSL itself. A number without a name here is newer than the table: it is shown as a number, never dropped.

import { ALERT_DESCRIPTION, SSL_ERROR, X509_V } from './constants.ts';

const sslErrorNames = invert(SSL_ERROR);
const verifyNames = invert(X509_V);
// Five numbers mean something else in 1.1.1 than in all releases since 3.0.
const names111: ReadonlyMap<number, string> = new Map([
  [24, 'X509_V_ERR_INVALID_CA'],
  [76, 'X509_V_ERR_SIGNATURE_ALGORITHM_MISMATCH'],
  [77, 'X509_V_ERR_NO_ISSUER_PUBLIC_KEY'],
  [78, 'X509_V_ERR_UNSUPPORTED_SIGNATURE_ALGORITHM'],
  [79, 'X509_V_ERR_EC_KEY_EXPLICIT_PARAMS'],
]);
const alertNames: ReadonlyMap<number, string> = new Map(
  Object.entries(ALERT_DESCRIPTION).map(([name, value]) => [value, name.replace(/^(SSL3|TLS1|TLS13)_AD_/, '').toLowerCase()]),
);

/** The C name of what SSL_get_error returned, `SSL_ERROR_WANT_READ` for 2. */
export function sslErrorName(code: number): string {
  return sslErrorNames.get(code) ?? `SSL_ERROR_${code}`;
}

/**
 * The C name of a verification result, `X509_V_ERR_CERT_HAS_EXPIRED` for 10. `of111`: in OpenSSL 1.1.1, where five numbers mean
 * something else.
 */
export function verifyResultName(code: number, of111 = false): string {
  const renumbered = of111 ? names111.get(code) : undefined;
  return renumbered ?? verifyNames.get(code) ?? `X509_V_ERR_${code}`;
}

type Unprefixed<Name> = Name extends `${'SSL3' | 'TLS1' | 'TLS13'}_AD_${infer Rest}` ? Lowercase<Rest> : never;
/** The name of an alert in the TLS standard, `unknown_ca`. */
export type AlertName = Unprefixed<keyof typeof ALERT_DESCRIPTION>;

/** The number of an alert given by name or number; undefined if it is none. */
export function alertNumber(alert: unknown): number | undefined {
  if (typeof alert === 'number') return Number.isInteger(alert) && alert >= 0 && alert <= 255 ? alert : undefined;
  return [...alertNames].find(([, name]) => name === alert)?.[0];
}

/** The name of an alert description in the TLS standard, `unknown_ca` for 48. */
export function alertName(description: number): string {
  return alertNames.get(description) ?? `alert_${description}`;
}

function invert(group: Readonly<Record<string, number>>): ReadonlyMap<number, string> {
  // The first name wins: a few numbers have an older and a newer name.
  return new Map(
    Object.entries(group)
      .reverse()
      .map(([name, value]) => [value, name]),
  );
}
