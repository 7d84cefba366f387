// Certificates, keys and trust by URI or as objects, as options of contexts, of connect() and of servers.

import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { connect, createServer, loadStore, PrivateKey, SslContext } from '../../lib/index.ts';
import { errorOf, trustingClient, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { keyErrorOf } from '../support/key-errors.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, libraries, only } from '../support/libraries.ts';
import { certificateFile, certificatePem, encryptedKeyPassphrase, hosts, keyFile, keyPem } from '../support/pki.ts';
import { credentials, ecdsa, generate, issue, pem, revocationList } from '../support/pki-issue.ts';
import { tempFolder } from '../support/temp-folder.ts';

const uriOf = (file: string): { readonly uri: string } => ({ uri: `file:${file}` });
const passphrase = (): string => encryptedKeyPassphrase;

function keyOf(file: string, options: Parameters<typeof loadStore>[1]): PrivateKey {
  const [object] = loadStore(`file:${file}`, { ...options, expect: 'privateKey' });
  if (object?.kind !== 'privateKey') throw new Error('no key');
  return object.privateKey;
}

describeEachLibraryAndProtocol('identities and trust by URI', (library, protocol) => {
  test('make a handshake with certificates on both sides', () => {
    const server = { certificate: uriOf(certificateFile('server')), privateKey: uriOf(keyFile('encrypted')), passphrase };
    const client = { certificate: uriOf(certificateFile('clientEc')), privateKey: keyOf(keyFile('clientEc'), { library }) };
    const ca = uriOf(certificateFile('root'));
    const options = {
      library,
      server: { ...server, ca, verifyMode: 'fail-if-no-peer-cert', ...only(protocol) },
      client: { ...client, ca: [ca], verifyMode: 'peer', ...only(protocol) },
    } as const;
    withConnectedPair(options, (pair) => {
      expect(pair.client.peerChain[0]?.subject).toContain(hosts.good);
      expect(pair.server.peerChain).toHaveLength(2);
    });
  });

  test('identities of several types of key', () => {
    const certificates = { certificate: uriOf(certificateFile('serverEc')), privateKey: uriOf(keyFile('serverEc')) };
    const identities = [
      { certificate: uriOf(certificateFile('server')), privateKey: keyOf(keyFile('encrypted'), { library, passphrase }) },
    ];
    const server = { ...certificates, identities, ...only(protocol) };
    withConnectedPair({ library, server, client: { ...trustingClient(), signatureAlgorithms: 'RSA-PSS+SHA256:RSA+SHA256' } }, (pair) => {
      expect(pair.client.peerChain[0]?.publicKey.bits).toBe(2048);
    });
  });

  test('a revocation list by URI is looked at', async () => {
    const issuer = await issue({ subject: 'CN=Issuer', keys: await generate(ecdsa), ca: true });
    const leaf = await issue({ subject: 'CN=leaf', keys: await generate(ecdsa), issuer });
    const list = join(tempFolder('stores'), 'revoked.pem');
    writeFileSync(list, await revocationList({ issuer, revoked: [leaf] }));
    const client = { ca: pem(issuer), crl: uriOf(list), verifyMode: 'peer', ...only(protocol) } as const;
    withPair({ library, server: { ...credentials([leaf]), ...only(protocol) }, client }, (pair) => {
      expect(errorOf(pair.handshake().client).verify?.name).toBe('X509_V_ERR_CERT_REVOKED');
    });
  });
});

describeEachLibrary('a private key as an option', (library) => {
  const make = (options: object): SslContext => new SslContext({ role: 'server', library, ...options });
  const certificate = certificatePem('server');
  const several = join(tempFolder('stores'), `several-${library.version.short}.pem`);
  writeFileSync(several, keyPem('server') + keyPem('serverEc'));

  test('may be one object in many contexts, and outlives none of them', () => {
    const privateKey = keyOf(keyFile('server'), { library });
    const contexts = Array.from({ length: 3 }, () => make({ certificate, privateKey }));
    expect(contexts.every(({ ciphers }) => ciphers.length > 0)).toBe(true);
  });

  test('that several are named for is refused, and it says which', () => {
    const error = keyErrorOf(() => make({ certificate, privateKey: uriOf(several) }));
    expect(error).toMatchObject({ code: 'ERR_SSL_URI_SEVERAL', setting: 'privateKey' });
    expect(error.found).toEqual([expect.stringMatching(/^privateKey \(.*2048 bits\)$/), expect.stringMatching(/^privateKey \(.*256/)]);
  });

  test('that a URI does not name is refused', () => {
    const { uri } = uriOf(certificateFile('server'));
    expect(keyErrorOf(() => make({ certificate, privateKey: { uri } }))).toMatchObject({
      code: 'ERR_SSL_URI_NOTHING',
      setting: 'privateKey',
      uri,
    });
  });

  test('a certificate or a trusted one that a URI does not name is refused', () => {
    const key = uriOf(keyFile('server'));
    const nothing = { code: 'ERR_SSL_URI_NOTHING' };
    expect(keyErrorOf(() => make({ certificate: key, privateKey: key }))).toMatchObject({ ...nothing, setting: 'certificate' });
    expect(keyErrorOf(() => make({ ca: ['system', key] }))).toMatchObject({ ...nothing, setting: 'ca[1]' });
    expect(keyErrorOf(() => make({ crl: key }))).toMatchObject({ ...nothing, setting: 'crl' });
  });

  test('that belongs to another certificate is refused', () => {
    const privateKey = keyOf(keyFile('client'), { library });
    expect(() => make({ certificate, privateKey })).toThrow(
      expect.objectContaining({ code: 'ERR_SSL_SETTING', setting: 'privateKey', function: expect.stringMatching(/^SSL_CTX_/) }),
    );
  });

  test('of another OpenSSL is refused', () => {
    const other = libraries.find((entry) => entry.library !== library);
    if (other === undefined) return;
    const privateKey = keyOf(keyFile('server'), { library: other.library });
    expect(() => make({ certificate, privateKey })).toThrow(
      expect.objectContaining({ name: 'MisuseError', argument: 'options.privateKey' }),
    );
  });

  test.each([
    [{ uri: 7 }, 'options.privateKey.uri'],
    [{ uri: 'no scheme' }, 'options.privateKey.uri'],
    [{ uri: 'file:/x', more: 1 }, 'options.privateKey'],
    [{ engine: {}, keyId: 'x' }, 'options.privateKey'],
    [Object.create(PrivateKey.prototype) as unknown, 'options.privateKey'],
  ])('%p is refused', (privateKey, argument) => {
    expect(() => make({ certificate, privateKey })).toThrow(expect.objectContaining({ name: 'MisuseError', argument }));
  });

  test('a method taken off its object is refused', () => {
    expect((): unknown => Reflect.get(PrivateKey.prototype, 'publicKey', {})).toThrow(expect.objectContaining({ name: 'MisuseError' }));
  });

  test('connect() and createServer() take them', async () => {
    const ca = uriOf(certificateFile('root'));
    const server = createServer(
      {
        library,
        certificate: uriOf(certificateFile('server')),
        privateKey: uriOf(keyFile('encrypted')),
        passphrase,
        ca,
        clientCertificate: 'require',
      },
      (socket) => socket.end('hello'),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const privateKey = keyOf(keyFile('client'), { library });
    const mine = { certificate: uriOf(certificateFile('client')), privateKey };
    const socket = await connect({ library, host: '127.0.0.1', port, verifyName: hosts.good, ca, ...mine });
    const parts: Buffer[] = [];
    for await (const part of socket) parts.push(part as Buffer);
    expect(Buffer.concat(parts).toString()).toBe('hello');
    server.close();
  });
});
