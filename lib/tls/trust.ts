// Owns: whom node:tls believes where no `ca` is given: the certificates that come with Node, and NODE_EXTRA_CA_CERTS.

import { readFileSync } from 'node:fs';
import * as nodeTls from 'node:tls';
import type { CaSource } from '../ssl/pem.ts';
import { pemCertificates } from './identities.ts';
import { invalidArgType } from './node-errors.ts';
import { hasFlag } from './node-flags.ts';

type CertificateSet = 'default' | 'system' | 'bundled' | 'extra';

// Node has these since 22.15; before, the bundled ones are all there is to ask for.
const nodes = nodeTls as typeof nodeTls & {
  getCACertificates?: (type?: CertificateSet) => string[];
};
const nodesGetter = nodes.getCACertificates;
let chosen: readonly string[] | null = null;
let usual: readonly string[] | null = null;
let changes = 0;

/** PEM, one certificate each. */
export function defaultCertificates(): readonly string[] {
  if (chosen !== null) return chosen;
  usual ??= nodesGetter === undefined ? [...nodeTls.rootCertificates, ...extraCertificates()] : nodesGetter('default');
  return usual;
}

/** The same for a context; with `--use-openssl-ca` the chosen OpenSSL's own paths, which SSL_CERT_FILE and SSL_CERT_DIR replace. */
export function defaultTrust(): CaSource {
  return chosen === null && hasFlag('--use-openssl-ca') ? 'system' : defaultCertificates().join('\n');
}

/** Changes when defaultCertificates() does. */
export function defaultCertificatesVersion(): number {
  return changes;
}

/** As tls.setDefaultCACertificates(). Fails when: `certificates` is no array of text or bytes (ERR_INVALID_ARG_TYPE). */
export function setDefaultCertificates(certificates: readonly (string | NodeJS.ArrayBufferView)[]): void {
  if (!Array.isArray(certificates)) throw invalidArgType('certs', 'an instance of Array', certificates);
  chosen = certificates.map((certificate, index) => {
    if (typeof certificate === 'string') return certificate;
    if (!ArrayBuffer.isView(certificate))
      throw invalidArgType(`certs[${index}]`, 'of type string or an instance of ArrayBufferView', certificate);
    return Buffer.from(certificate.buffer, certificate.byteOffset, certificate.byteLength).toString('latin1');
  });
  changes += 1;
}

/** As tls.getCACertificates(). Fails when: this Node cannot tell the set (ERR_FEATURE_UNAVAILABLE_ON_PLATFORM). */
export function certificateSet(type: CertificateSet = 'default'): readonly string[] {
  if (type === 'default') return defaultCertificates();
  if (nodesGetter !== undefined) return nodesGetter(type);
  if (type === 'bundled') return nodeTls.rootCertificates;
  if (type === 'extra') return extraCertificates();
  throw Object.assign(new Error(`tls.getCACertificates('${type}') needs Node.js 22.15 or later`), {
    code: 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM',
  });
}

function extraCertificates(): readonly string[] {
  const file = process.env['NODE_EXTRA_CA_CERTS'];
  if (file === undefined || file === '') return [];
  try {
    return pemCertificates(readFileSync(file, 'latin1'));
  } catch {
    return []; // Node has warned of it when it started
  }
}
