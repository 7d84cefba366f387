// Owns: the certificates that tests use, made new for every run: no file of a key or certificate is ever kept.
// Must not know: what a test does with them. test/support/pki.ts reads what this writes.

import './reflect-metadata.ts';
import { createPrivateKey, KeyObject, webcrypto } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';
import { encryptedKeyPassphrase, hosts } from './pki-names.ts';

type Keys = webcrypto.CryptoKeyPair;

interface Issued {
  readonly certificate: x509.X509Certificate;
  readonly keys: Keys;
}

interface Request {
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

const day = 24 * 60 * 60 * 1000;
const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const rsa = (bits: number) => ({
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: bits,
});
const usages = { server: x509.ExtendedKeyUsage.serverAuth, client: x509.ExtendedKeyUsage.clientAuth };
const goodNames: readonly x509.JsonGeneralName[] = [
  { type: 'dns', value: hosts.good },
  { type: 'dns', value: hosts.second },
  { type: 'ip', value: hosts.ip },
  { type: 'ip', value: hosts.ipv6 },
];

x509.cryptoProvider.set(webcrypto as unknown as Parameters<typeof x509.cryptoProvider.set>[0]);

/** Writes every identity into `folder`: NAME.pem holds the certificates as they are sent, NAME.key.pem the key. */
export async function makePki(folder: string): Promise<void> {
  const keys = {
    rsa: await generate(rsa(2048)),
    small: await generate(rsa(1024)),
    ec: await generate(ecdsa),
    client: await generate(rsa(2048)),
  };
  const root = await issue({ subject: 'CN=Test Root', keys: await generate(ecdsa), ca: true });
  const otherRoot = await issue({ subject: 'CN=Other Root', keys: await generate(ecdsa), ca: true });
  const intermediate = await issue({ subject: 'CN=Test Intermediate', keys: await generate(ecdsa), issuer: root, ca: { pathLength: 0 } });
  const server = {
    subject: `CN=${hosts.good},O=Testing`,
    keys: keys.rsa,
    issuer: intermediate,
    names: goodNames,
    usage: 'server',
  } as const;
  const write = (name: string, chain: readonly Issued[], leaf = pem(chain[0])): void => {
    writeFileSync(join(folder, `${name}.pem`), [leaf, ...chain.slice(1).map(pem)].join('\n'));
    const key = chain[0]?.keys.privateKey;
    if (key !== undefined) writeFileSync(join(folder, `${name}.key.pem`), privatePem(key));
  };
  const underIntermediate = async (name: string, changes: Partial<Request>): Promise<void> =>
    write(name, [await issue({ ...server, ...changes }), intermediate]);

  write('root', [root]);
  write('otherRoot', [otherRoot]);
  write('intermediate', [intermediate]);

  await underIntermediate('server', {});
  await underIntermediate('serverEc', { keys: keys.ec });
  await underIntermediate('otherHost', { subject: 'CN=other.test', names: [{ type: 'dns', value: 'other.test' }] });
  await underIntermediate('wildcard', { subject: 'CN=wildcard', names: [{ type: 'dns', value: '*.wild.test' }] });
  await underIntermediate('ipAsDnsName', { subject: 'CN=ip', names: [{ type: 'dns', value: hosts.ip }] });
  await underIntermediate('cnOnly', { names: [] });
  await underIntermediate('emptySubject', { subject: '' });
  await underIntermediate('expired', { days: [-20, -10] });
  await underIntermediate('notYetValid', { days: [10, 20] });
  await underIntermediate('clientPurpose', { usage: 'client' });
  await underIntermediate('unknownCritical', { extensions: [new x509.Extension('1.2.3.4.5.6', true, new Uint8Array([5, 0]))] });
  await underIntermediate('smallKey', { keys: keys.small });

  const good = await issue(server);
  write('incomplete', [good]);
  write('badSignature', [good, intermediate], pemWithLastByteFlipped(good));
  write('selfSigned', [await issue({ subject: server.subject, keys: keys.rsa, names: goodNames, usage: 'server' })]);
  write('tiny', [await issue({ subject: `CN=${hosts.good}`, keys: keys.small, names: goodNames, ca: true, usage: 'server' })]);
  const unknown = await issue({ ...server, issuer: otherRoot });
  write('unknownCa', [unknown]);
  write('untrustedRootSent', [unknown, otherRoot]);
  const expiredIntermediate = await issue({
    subject: 'CN=Old Intermediate',
    keys: await generate(ecdsa),
    issuer: root,
    ca: true,
    days: [-20, -10],
  });
  write('expiredIntermediate', [await issue({ ...server, issuer: expiredIntermediate }), expiredIntermediate]);
  const second = await issue({ subject: 'CN=Second Intermediate', keys: await generate(ecdsa), issuer: intermediate, ca: true });
  write('pathLength', [await issue({ ...server, issuer: second }), second, intermediate]);
  write('issuerIsNoCa', [
    await issue({ ...server, issuer: await issue({ ...server, keys: keys.ec }) }),
    await issue({ ...server, keys: keys.ec }),
    intermediate,
  ]);

  const client = { subject: 'CN=client,O=Testing', keys: keys.client, issuer: intermediate, names: [], usage: 'client' } as const;
  write('client', [await issue(client), intermediate]);
  write('clientEc', [await issue({ ...client, keys: keys.ec }), intermediate]);
  write('clientExpired', [await issue({ ...client, days: [-20, -10] }), intermediate]);
  write('clientUnknown', [await issue({ ...client, issuer: otherRoot })]);

  const plain = createPrivateKey(privatePem(keys.rsa.privateKey));
  const encrypted = plain.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: encryptedKeyPassphrase });
  writeFileSync(join(folder, 'encrypted.key.pem'), encrypted);
}

async function generate(algorithm: webcrypto.RsaHashedKeyGenParams | webcrypto.EcKeyGenParams): Promise<Keys> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

let serial = 0x1000;

async function issue({
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
      (ca === false || usage !== undefined ? x509.KeyUsageFlags.digitalSignature : 0) | (ca === false ? 0 : x509.KeyUsageFlags.keyCertSign),
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
    signingAlgorithm: signer.privateKey.algorithm.name === 'ECDSA' ? ecdsa : rsa(2048),
    extensions: all,
  });
  return { certificate, keys };
}

function pem(issued: Issued | undefined): string {
  return issued?.certificate.toString('pem') ?? '';
}

// The last byte belongs to the signature, and the structure stays readable.
function pemWithLastByteFlipped(issued: Issued): string {
  const der = new Uint8Array(issued.certificate.rawData.slice(0));
  der[der.length - 1] = (der[der.length - 1] ?? 0) ^ 1;
  return `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

function privatePem(key: webcrypto.CryptoKey): string {
  return KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }).toString();
}
