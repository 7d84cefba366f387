// What a `file:` URI names, as typed objects: PEM, DER, PKCS #12, folders; and what comes of URIs that name nothing, or are none.

import { createPublicKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadStore, PrivateKey, type StoreObject, type StoreOptions } from '../../lib/index.ts';
import { keyErrorOf } from '../support/key-errors.ts';
import { describeEachLibrary, isAtLeast } from '../support/libraries.ts';
import { pkcs12 } from '../support/pkcs12.ts';
import { certificateFile, certificatePem, encryptedKeyPassphrase, identity, keyFile, keyPem } from '../support/pki.ts';
import { ecdsa, generate, issue, revocationList } from '../support/pki-issue.ts';
import { tempFolder } from '../support/temp-folder.ts';

const kinds = (objects: readonly StoreObject[]): readonly string[] => objects.map(({ kind }) => kind);
const folder = tempFolder('stores');

function written(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return `file:${join(folder, name)}`;
}

describeEachLibrary('a file: URI', (library) => {
  const load = (uri: string, options: StoreOptions = {}): readonly StoreObject[] => loadStore(uri, { library, ...options });

  test('gives the certificates of a PEM file in their order', () => {
    const objects = load(`file:${certificateFile('server')}`);
    expect(kinds(objects)).toEqual(['certificate', 'certificate']);
    const subjects = objects.map((object) => object.kind === 'certificate' && object.certificate.subject);
    expect(subjects).toEqual([expect.stringContaining('server.test'), expect.stringContaining('Test Intermediate')]);
    const [first] = objects;
    if (first?.kind !== 'certificate') throw new Error('no certificate');
    expect(certificatePem('server').replaceAll('\r', '')).toContain(first.pem.trim());
  });

  test.each(['server', 'serverEc'] as const)(
    'gives the private key of %s as an object that tells its public half and nothing of its private one',
    (name) => {
      const [object, ...others] = load(`file:${keyFile(name)}`);
      if (object?.kind !== 'privateKey') throw new Error('no key');
      const { privateKey } = object;
      expect(others).toEqual([]);
      expect(privateKey).toBeInstanceOf(PrivateKey);
      const expected = createPublicKey(keyPem(name));
      expect(createPublicKey(privateKey.publicKey.pem).equals(expected)).toBe(true);
      expect(Buffer.from(privateKey.publicKey.raw).equals(expected.export({ type: 'spki', format: 'der' }))).toBe(true);
      const facts = name === 'server' ? { bits: 2048, securityBits: 112, group: null } : { bits: 256, securityBits: 128 };
      expect(privateKey).toMatchObject(facts);
      expect(JSON.stringify(privateKey)).not.toContain(keyPem(name).split('\n')[2]);
    },
  );

  test('gives an encrypted key for its passphrase', () => {
    const [object] = load(`file:${keyFile('encrypted')}`, { passphrase: encryptedKeyPassphrase });
    expect(object).toMatchObject({ kind: 'privateKey', privateKey: { bits: 2048 } });
  });

  test('gives what a PKCS #12 file has', () => {
    const uri = written(
      `${library.version.short}.p12`,
      pkcs12(library, { ...identity('server'), others: [certificatePem('root')], passphrase: 'p12' }),
    );
    const objects = load(uri, { passphrase: 'p12' });
    expect([...kinds(objects)].sort()).toEqual(['certificate', 'certificate', 'privateKey']);
    expect(keyErrorOf(() => load(uri, { passphrase: 'wrong' })).code).toBe('ERR_SSL_PASSPHRASE');
  });

  test('gives a revocation list', async () => {
    const issuer = await issue({ subject: 'CN=Issuer', keys: await generate(ecdsa), ca: true });
    const pem = await revocationList({ issuer });
    const [object] = load(written('list.pem', pem));
    if (object?.kind !== 'crl') throw new Error('no list');
    expect(object.pem).toBe(pem);
  });

  test('gives a public key', () => {
    const pem = createPublicKey(keyPem('serverEc')).export({ type: 'spki', format: 'pem' }).toString();
    const [object] = load(written('public.pem', pem));
    if (object?.kind !== 'publicKey') throw new Error(`no public key, but ${object?.kind}`);
    expect(object.publicKey).toMatchObject({ bits: 256, securityBits: 128, pem });
  });

  test('gives what is in a folder as names', () => {
    const names = load(`file:${tempFolder('pki')}`);
    expect(new Set(kinds(names))).toEqual(new Set(['name']));
    const server = names.find((object) => object.kind === 'name' && object.uri.endsWith('/server.pem'));
    if (server?.kind !== 'name') throw new Error('the folder does not name it');
    expect(kinds(load(server.uri))).toEqual(['certificate', 'certificate']);
  });

  test('gives only the expected kind, and asks for no passphrase for the rest', () => {
    const uri = written('both.pem', keyPem('encrypted') + certificatePem('server'));
    let asked = 0;
    const passphrase = (): string => {
      asked += 1;
      return encryptedKeyPassphrase;
    };
    expect(kinds(load(uri, { expect: 'certificate', passphrase }))).toEqual(['certificate', 'certificate']);
    expect(asked).toBe(isAtLeast(library, '3.0') ? 0 : 1); // 1.1.1 decrypts what it passes over
    expect(kinds(load(uri, { expect: 'privateKey', passphrase: encryptedKeyPassphrase }))).toEqual(['privateKey']);
  });

  test.each([
    ['a file that does not exist', () => `file:${join(folder, 'nobody.pem')}`],
    ['an empty file', () => written('empty.pem', '')],
  ])('%s: it names nothing', (_, uri) => {
    expect(keyErrorOf(() => load(uri()))).toMatchObject({ code: 'ERR_SSL_URI_NOTHING', setting: 'uri', uri: uri(), family: 'library' });
  });

  test('a file without the expected kind: it names nothing of that', () => {
    expect(keyErrorOf(() => load(`file:${certificateFile('server')}`, { expect: 'privateKey' }))).toMatchObject({
      code: 'ERR_SSL_URI_NOTHING',
    });
  });

  test('damaged bytes: OpenSSL says why', () => {
    const cut = certificatePem('server').slice(0, 200);
    const error = keyErrorOf(() => load(written('cut.pem', `${cut}\n-----END CERTIFICATE-----\n`)));
    expect(error.code).toMatch(/^ERR_SSL_URI/);
    expect(error.queue.length).toBeGreaterThan(0);
  });

  test('an unknown scheme is an error of its own', () => {
    expect(keyErrorOf(() => load('nobody-knows-this:object'))).toMatchObject({
      code: 'ERR_SSL_URI_SCHEME',
      uri: 'nobody-knows-this:object',
    });
  });

  test('a wrong passphrase is an error of its own, and so is none', () => {
    const uri = `file:${keyFile('encrypted')}`;
    const wrong = keyErrorOf(() => load(uri, { passphrase: 'wrong-MARKER' }));
    expect(wrong).toMatchObject({ code: 'ERR_SSL_PASSPHRASE', function: 'OSSL_STORE_load' });
    expect(wrong.message + JSON.stringify(wrong)).not.toContain('MARKER');
    expect(keyErrorOf(() => load(uri))).toMatchObject({ code: 'ERR_SSL_PASSPHRASE_NEEDED' });
  });

  test.each([[undefined], [''], ['no/uri.pem'], ['/etc/ssl'], [7], [null], ['file:a\0b'], [':x'], ['file:']])('%j is no URI', (uri) => {
    expect(() => loadStore(uri as string, { library })).toThrow(expect.objectContaining({ name: 'MisuseError', argument: 'uri' }));
  });

  test.each([
    [{ expect: 'keys' }, 'options.expect'],
    [{ passphrase: 7 }, 'options.passphrase'],
    [{ propertyQuery: 7 }, 'options.propertyQuery'],
    [{ libraryContext: {} }, 'options.libraryContext'],
    [{ nonsense: 1 }, 'options.nonsense'],
  ])('%j is refused', (options, argument) => {
    expect(() => loadStore('file:/x', { library, ...(options as object) })).toThrow(
      expect.objectContaining({ name: 'MisuseError', argument }),
    );
  });

  if (isAtLeast(library, '3.0')) {
    test('a property query that no loader answers leaves the scheme unknown', () => {
      const error = keyErrorOf(() => load(`file:${keyFile('server')}`, { propertyQuery: 'provider=nobody' }));
      expect(error).toMatchObject({ function: 'OSSL_STORE_open_ex' });
    });
  } else {
    test('a property query and an expected public key are not supported', () => {
      const unsupported = (name: string) => expect.objectContaining({ name: 'NotSupportedError', function: name });
      expect(() => load(`file:${keyFile('server')}`, { propertyQuery: 'x=y' })).toThrow(unsupported('OSSL_STORE_open_ex'));
      expect(() => load(`file:${keyFile('server')}`, { expect: 'publicKey' })).toThrow(unsupported('OSSL_STORE_INFO_get1_PUBKEY'));
    });
  }

  test('leaves the error queue as it was', () => {
    keyErrorOf(() => load('nobody-knows-this:object'));
    expect(kinds(load(`file:${keyFile('server')}`))).toEqual(['privateKey']);
  });
});

test('a PIN in a URI is not shown', () => {
  const error = keyErrorOf(() => loadStore('nobody-knows-this:object?pin-value=MARKER-1&x=y'));
  expect(error.uri).toBe('nobody-knows-this:object?pin-value=…&x=y');
  expect(error.message + (error.stack ?? '') + JSON.stringify(error)).not.toContain('MARKER');
  expect(() => loadStore('no-scheme?pin-value=MARKER-1')).toThrow(
    expect.not.objectContaining({ message: expect.stringContaining('MARKER') }),
  );
});
