// Owns: `node --tls-keylog=FILE`, which Node's own TLSSocket follows.

import { appendFile } from 'node:fs';
import { flagValue } from './node-flags.ts';
import { warnOnce } from './warnings.ts';

/** The file; null where the flag is not given. */
export const keylogFlag: string | null = flagValue('--tls-keylog');

/** Whoever has the file can decrypt the connections. */
export function appendKeylog(file: string, line: Buffer): void {
  warnOnce(
    'LIBSSL_TLS_KEYLOG',
    `Using --tls-keylog makes TLS connections insecure by writing secret key material to file ${file}`,
    'Warning',
  );
  appendFile(file, line, { mode: 0o600 }, (error) => {
    if (error !== null)
      warnOnce('LIBSSL_TLS_KEYLOG_FAILED', `--tls-keylog: what decrypts a connection could not be written: ${error.message}`, 'Warning');
  });
}
