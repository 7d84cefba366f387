// Owns: certificates with post-quantum keys, made by the program openssl of a release that has them, once for each test file.
// Must not know: what they are used for.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenSSL } from '../../lib/index.ts';
import { libraries } from './at-hand.ts';
import { absentProgram } from './io-tools.ts';
import { cacheFolder } from './library-copies.ts';
import { hosts } from './pki.ts';
import { tempFolder } from './temp-folder.ts';

export type PostQuantumKey = 'ML-DSA-44' | 'ML-DSA-65' | 'ML-DSA-87' | 'SLH-DSA-SHA2-128s';

export interface PostQuantumIdentity {
  readonly certificate: string;
  readonly privateKey: string;
  readonly files: { readonly certificate: string; readonly privateKey: string };
}

const programs = ['3.5', '3.6', '4.0'].map((series) => join(cacheFolder, series, 'bin', 'openssl'));
const program = programs.find((file) => absentProgram(file) === null) ?? join(cacheFolder, '4.0', 'bin', 'openssl');
/** Why there are none; null: they can be made. */
export const absentMaker: string | null = absentProgram(program);

/** The OpenSSLs at hand that have ML-KEM and ML-DSA, or those that have not. */
export function librariesWithPostQuantum(has = true): readonly (readonly [name: string, library: OpenSSL])[] {
  return libraries
    .filter(({ library }) => library.isAtLeast('3.5') === has && (absentMaker === null || !has))
    .map(({ name, library }) => [`${name} (${library.version.short})`, library] as const);
}

function openssl(...parameters: readonly string[]): void {
  const { status, stderr } = spawnSync(program, parameters, { encoding: 'latin1' });
  if (status !== 0) throw new Error(`openssl ${parameters.join(' ')}: ${stderr}`);
}

const made = new Map<string, PostQuantumIdentity>();

/** Signed by itself, or by `issuer`, whose certificate then follows; for the host of most tests. */
export function postQuantum(algorithm: PostQuantumKey, issuer?: PostQuantumIdentity, name: string = algorithm): PostQuantumIdentity {
  const known = made.get(name);
  if (known !== undefined) return known;
  const files = {
    certificate: join(tempFolder('post-quantum'), `${name}.pem`),
    privateKey: join(tempFolder('post-quantum'), `${name}.key.pem`),
  };
  openssl('genpkey', '-algorithm', algorithm, '-out', files.privateKey);
  const signer = issuer === undefined ? [] : ['-CA', issuer.files.certificate, '-CAkey', issuer.files.privateKey];
  const extensions = ['-addext', `subjectAltName=DNS:${hosts.good}`, '-addext', 'basicConstraints=critical,CA:TRUE'];
  const subject = ['-subj', `/CN=${name}`, '-days', '2', '-config', '/dev/null'];
  openssl('req', '-x509', '-new', '-key', files.privateKey, ...subject, ...extensions, ...signer, '-out', files.certificate);
  const own = readFileSync(files.certificate, 'latin1');
  const identity = {
    certificate: own + (issuer === undefined ? '' : issuer.certificate),
    privateKey: readFileSync(files.privateKey, 'latin1'),
    files,
  };
  made.set(name, identity);
  return identity;
}
