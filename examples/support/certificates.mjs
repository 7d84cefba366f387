// Owns: a certificate authority, a server's certificate under it, and a list that revokes that, made on the spot and good for a day.
// Must not know: what they are for.

import 'reflect-metadata'; // before @peculiar/x509, which needs it
import { KeyObject, webcrypto } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const hour = 60 * 60 * 1000;

x509.cryptoProvider.set(webcrypto);

/**
 * PEM texts, for `localhost` (or another name) and 127.0.0.1.
 *
 * @param {string} [name]
 * @returns {Promise<{ ca: string, certificate: string, privateKey: string, crl: string }>}
 */
export async function makeCertificates(name = 'localhost') {
  const caKeys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const validity = { notBefore: new Date(Date.now() - hour), notAfter: new Date(Date.now() + 23 * hour) };
  const signing = { signingKey: caKeys.privateKey, signingAlgorithm: algorithm, ...validity };
  const ca = await x509.X509CertificateGenerator.create({
    ...signing,
    serialNumber: '01',
    subject: 'CN=Authority of this example',
    issuer: 'CN=Authority of this example',
    publicKey: caKeys.publicKey,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(caKeys.publicKey),
    ],
  });
  const server = await x509.X509CertificateGenerator.create({
    ...signing,
    serialNumber: '02',
    subject: `CN=${name}`,
    issuer: ca.subject,
    publicKey: keys.publicKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: name },
        { type: 'ip', value: '127.0.0.1' },
      ]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(caKeys.publicKey),
    ],
  });
  const list = await x509.X509CrlGenerator.create({
    issuer: ca.subject,
    thisUpdate: validity.notBefore,
    nextUpdate: validity.notAfter,
    entries: [{ serialNumber: server.serialNumber, revocationDate: validity.notBefore }],
    signingKey: caKeys.privateKey,
    signingAlgorithm: algorithm,
  });
  return {
    crl: list.toString('pem').replaceAll(/(?<=BEGIN |END )CRL/g, 'X509 CRL'),
    ca: ca.toString('pem'),
    certificate: server.toString('pem'),
    privateKey: KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/**
 * The same as files in `folder`.
 *
 * @param {string} folder
 * @returns {Promise<{ ca: string, certificate: string, privateKey: string, crl: string }>} their paths
 */
export async function writeCertificates(folder) {
  const texts = await makeCertificates();
  const path = (/** @type {string} */ name) => join(folder, `${name}.pem`);
  for (const [name, text] of Object.entries(texts)) writeFileSync(path(name), text, { mode: 0o600 });
  return { ca: path('ca'), certificate: path('certificate'), privateKey: path('privateKey'), crl: path('crl') };
}
