// Owns: the certificates of these tests, for the names of this machine: browsers and fetch() have no option for another server name.
// Must not know: who uses them.

import { createHash, X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentials, ecdsa, generate, type Issued, issue, pem, rsa } from '../../support/pki-issue.ts';
import { newFolder } from './program.ts';

export interface Credentials {
  /** The certificate and its issuers, as they are sent. */
  readonly cert: string;
  readonly key: string;
  readonly certFile: string;
  readonly keyFile: string;
  /** Both in one file. */
  readonly bothFile: string;
}

export interface Certificates {
  /** The one authority. */
  readonly ca: string;
  readonly caFile: string;
  /** For localhost and 127.0.0.1. */
  readonly server: Credentials;
  /** The same names, with an RSA key. */
  readonly serverRsa: Credentials;
  /** For other.test alone. */
  readonly other: Credentials;
  /** CN=client. */
  readonly client: Credentials;
  /** CN=stranger. */
  readonly stranger: Credentials;
}

export async function makeCertificates(): Promise<Certificates> {
  const folder = newFolder('certificates');
  const root = await issue({ subject: 'CN=Interop Root', keys: await generate(ecdsa), ca: true });
  const intermediate = await issue({ subject: 'CN=Interop Intermediate', keys: await generate(ecdsa), issuer: root, ca: true });
  const here = [
    { type: 'dns', value: 'localhost' },
    { type: 'ip', value: '127.0.0.1' },
  ] as const;
  const make = async (name: string, changes: Partial<Parameters<typeof issue>[0]>): Promise<Credentials> => {
    const leaf = await issue({ subject: `CN=${name}`, keys: await generate(ecdsa), issuer: intermediate, ...changes });
    return write(folder, name, [leaf, intermediate]);
  };
  const ca = `${pem(root)}\n`;
  const caFile = join(folder, 'root.pem');
  writeFileSync(caFile, ca);
  return {
    ca,
    caFile,
    server: await make('localhost', { names: here, usage: 'server' }),
    serverRsa: await make('localhost-rsa', { names: here, usage: 'server', keys: await generate(rsa(2048)) }),
    other: await make('other', { names: [{ type: 'dns', value: 'other.test' }], usage: 'server' }),
    client: await make('client', { usage: 'client' }),
    stranger: await make('stranger', { usage: 'client' }),
  };
}

/** The base64 SHA-256 of a certificate's public key, as Chromium is told whom to trust. */
export function publicKeyHash({ cert }: Credentials): string {
  const key = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}

function write(folder: string, name: string, chain: readonly Issued[]): Credentials {
  const { certificate, privateKey: key } = credentials(chain);
  const cert = `${certificate}\n`;
  const [certFile, keyFile, bothFile] = ['pem', 'key.pem', 'both.pem'].map((ending) => join(folder, `${name}.${ending}`)) as [
    string,
    string,
    string,
  ];
  writeFileSync(certFile, cert);
  writeFileSync(keyFile, key);
  writeFileSync(bothFile, cert + key);
  return { cert, key, certFile, keyFile, bothFile };
}
