// Owns: making a key, a certificate, a revocation list, and their PEM texts.
// Must not know: which ones there are.

import './reflect-metadata.ts';
import { KeyObject, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

// From here, so that what it needs is there before it.
export { x509 };

type Keys = webcrypto.CryptoKeyPair;

export interface Issued {
  readonly certificate: x509.X509Certificate;
  readonly keys: Keys;
}

export interface Request {
  readonly subject: string;
  readonly keys: Keys;
  /** Itself if left out. */
  readonly issuer?: Issued;
  readonly names?: readonly x509.JsonGeneralName[];
  readonly ca?: boolean | { readonly pathLength: number };
  readonly usage?: 'server' | 'client';
  readonly days?: readonly [from: number, to: number];
  readonly extensions?: readonly x509.Extension[];
}

export const day = 24 * 60 * 60 * 1000;
export const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
export const ed25519 = { name: 'Ed25519' } as const;
export const rsa = (bits: number) => ({
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: bits,
});
const usages = { server: x509.ExtendedKeyUsage.serverAuth, client: x509.ExtendedKeyUsage.clientAuth };
x509.cryptoProvider.set(webcrypto as unknown as Parameters<typeof x509.cryptoProvider.set>[0]);

export async function generate(algorithm: webcrypto.RsaHashedKeyGenParams | webcrypto.EcKeyGenParams | typeof ed25519): Promise<Keys> {
  return webcrypto.subtle.generateKey(algorithm as webcrypto.EcKeyGenParams, true, ['sign', 'verify']);
}

// RSA keys of every size are signed with in one way, but for the digest, which belongs to the key.
function signingAlgorithm({ privateKey }: Keys): typeof ecdsa | typeof ed25519 | ReturnType<typeof rsa> {
  const { name, hash } = privateKey.algorithm as webcrypto.RsaHashedKeyAlgorithm;
  return [ecdsa, ed25519].find((each) => each.name === name) ?? { ...rsa(2048), hash: hash.name };
}

/** The serial numbers of what is revoked by a list of `issuer`'s. */
interface ListRequest {
  readonly issuer: Issued;
  readonly revoked?: readonly Issued[];
  readonly days?: readonly [from: number, to: number];
  /** Signs in place of the issuer's keys. */
  readonly signer?: Keys;
}

/** A certificate revocation list, as PEM. */
export async function revocationList({ issuer, revoked = [], days = [-1, 100], signer = issuer.keys }: ListRequest): Promise<string> {
  const list = await x509.X509CrlGenerator.create({
    issuer: issuer.certificate.subject,
    thisUpdate: new Date(Date.now() + days[0] * day),
    nextUpdate: new Date(Date.now() + days[1] * day),
    entries: revoked.map(({ certificate }) => ({ serialNumber: certificate.serialNumber, revocationDate: new Date(Date.now() - day) })),
    signingKey: signer.privateKey,
    signingAlgorithm: ecdsa,
    extensions: [await x509.AuthorityKeyIdentifierExtension.create(issuer.keys.publicKey)],
  });
  return pemText('X509 CRL', new Uint8Array(list.rawData));
}

/** The two options of SslContext that make it the first of `chain`. */
export function credentials(chain: readonly Issued[]): { readonly certificate: string; readonly privateKey: string } {
  const [leaf] = chain;
  if (leaf === undefined) throw new Error('an empty chain');
  return { certificate: chain.map(pem).join('\n'), privateKey: privatePem(leaf.keys.privateKey) };
}

let serial = 0x1000;

export async function issue({
  subject,
  keys,
  issuer,
  names = [],
  ca = false,
  usage,
  days = [-1, 100],
  extensions = [],
}: Request): Promise<Issued> {
  const signer = issuer?.keys ?? keys;
  serial += 1;
  const pathLength = typeof ca === 'object' ? ca.pathLength : undefined;
  const all: x509.Extension[] = [
    new x509.BasicConstraintsExtension(ca !== false, pathLength, true),
    new x509.KeyUsagesExtension(
      (ca === false || usage !== undefined ? x509.KeyUsageFlags.digitalSignature : 0) |
        (ca === false ? 0 : x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign),
      true,
    ),
    await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    await x509.AuthorityKeyIdentifierExtension.create(signer.publicKey),
    ...extensions,
  ];
  if (usage !== undefined) all.push(new x509.ExtendedKeyUsageExtension([usages[usage]]));
  // RFC 5280, 4.2.1.6: critical where the subject is empty.
  if (names.length > 0) all.push(new x509.SubjectAlternativeNameExtension([...names], subject === ''));
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial.toString(16),
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    notBefore: new Date(Date.now() + days[0] * day),
    notAfter: new Date(Date.now() + days[1] * day),
    publicKey: keys.publicKey,
    signingKey: signer.privateKey,
    signingAlgorithm: signingAlgorithm(signer),
    extensions: all,
  });
  return { certificate, keys };
}

export function pem(issued: Issued | undefined): string {
  return issued?.certificate.toString('pem') ?? '';
}

// The last byte belongs to the signature, and the structure stays readable.
export function pemWithLastByteFlipped(issued: Issued): string {
  const der = new Uint8Array(issued.certificate.rawData.slice(0));
  der[der.length - 1] = (der[der.length - 1] ?? 0) ^ 1;
  return pemText('CERTIFICATE', der);
}

function pemText(label: string, der: Uint8Array): string {
  return `-----BEGIN ${label}-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`;
}

export function privatePem(key: webcrypto.CryptoKey): string {
  return KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }).toString();
}
