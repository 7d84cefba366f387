// Owns: the certificates that tests use, made new for every run: no file of a key or certificate is ever kept.
// Must not know: what a test does with them. test/support/pki.ts reads what this writes.

import './reflect-metadata.ts';
import { createPrivateKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';
import { ecdsa, generate, type Issued, issue, pem, pemWithLastByteFlipped, privatePem, type Request, rsa } from './pki-issue.ts';
import { encryptedKeyPassphrase, hosts } from './pki-names.ts';

const goodNames: readonly x509.JsonGeneralName[] = [
  { type: 'dns', value: hosts.good },
  { type: 'dns', value: hosts.second },
  { type: 'ip', value: hosts.ip },
  { type: 'ip', value: hosts.ipv6 },
];

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
