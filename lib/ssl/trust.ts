// Owns: what `ca: 'system'` means on this machine.
// Must not know: contexts.

import { existsSync } from 'node:fs';
import { SettingError } from '../core/errors.ts';
import { native } from '../native/addon.ts';
import { nativeLibrary, type OpenSSL } from './openssl.ts';

export interface NativeCaSource {
  readonly kind: 'text' | 'file' | 'directory' | 'default';
  readonly value: string;
}

// Where distributions keep the file of all trusted certificates. Used only when the library's own default place does not exist, as with
// Node's own OpenSSL, which carries the path of the machine that it was built on.
const wellKnownFiles = [
  '/etc/ssl/certs/ca-certificates.crt', // Debian, Ubuntu, Arch, Alpine
  '/etc/pki/tls/certs/ca-bundle.crt', // Fedora, RHEL
  '/etc/ssl/ca-bundle.pem', // openSUSE
  '/etc/ssl/cert.pem', // Alpine, macOS, the BSDs
];

/**
 * OpenSSL's own default places where they exist (or the environment names them: SSL_CERT_FILE, SSL_CERT_DIR), else the system's.
 *
 * Fails when: there is neither (SettingError): a client without trust would turn every server down for a reason that misleads.
 *
 * @openssl SSL_CTX_set_default_verify_paths
 */
export function systemTrust(library: OpenSSL): NativeCaSource {
  const paths = native.libraryDefaultPaths(nativeLibrary(library));
  const named = [paths.fileVariable, paths.directoryVariable].some((name) => (process.env[name] ?? '') !== '');
  if (named || existsSync(paths.file) || existsSync(paths.directory)) return { kind: 'default', value: '' };
  const file = wellKnownFiles.find((path) => existsSync(path));
  if (file !== undefined) return { kind: 'file', value: file };
  const looked = [paths.file, paths.directory, ...wellKnownFiles].join(', ');
  throw new SettingError(
    'ca',
    'SSL_CTX_set_default_verify_paths',
    " 'system'",
    `no trusted certificates at ${looked}; name them with ca or ${paths.fileVariable}`,
    [],
  );
}
