// Owns: the names of OpenSSL's numbers.
// Must not know: OpenSSL itself. A number without a name here is newer than the table: it is shown as a number, never dropped.

import { ALERT_DESCRIPTION, SSL_ERROR, X509_V } from './constants.ts';

const sslErrorNames = invert(SSL_ERROR);
const verifyNames = invert(X509_V);
const alertNames: ReadonlyMap<number, string> = new Map(
  Object.entries(ALERT_DESCRIPTION).map(([name, value]) => [value, name.replace(/^(SSL3|TLS1|TLS13)_AD_/, '').toLowerCase()]),
);

/** The C name of what SSL_get_error returned, `SSL_ERROR_WANT_READ` for 2. */
export function sslErrorName(code: number): string {
  return sslErrorNames.get(code) ?? `SSL_ERROR_${code}`;
}

/** The C name of a verification result, `X509_V_ERR_CERT_HAS_EXPIRED` for 10. */
export function verifyResultName(code: number): string {
  return verifyNames.get(code) ?? `X509_V_ERR_${code}`;
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
