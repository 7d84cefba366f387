// Keys and configurations of Encrypted Client Hello: OSSL_ECHSTORE_new(3), RFC 9849 section 4, RFC 9934.

import { createPrivateKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { EchStore, type KeyError, SettingError } from '../../lib/index.ts';
import { describeEachWithEch, names, newStore } from '../support/ech.ts';
import { thrown } from '../support/io-clients.ts';
import { encryptedKeyPassphrase } from '../support/pki.ts';
import { tempFolder } from '../support/temp-folder.ts';

const begin = '-----BEGIN ECHCONFIG-----';

function split(pem: string): { readonly key: string; readonly config: string } {
  const at = pem.indexOf(begin);
  return { key: pem.slice(0, at), config: pem.slice(at) };
}

/** One configuration, and the same under a version that nobody knows. */
function configs(store: EchStore): { readonly known: Buffer; readonly unknown: Buffer } {
  const known = Buffer.from(store.configList.subarray(2));
  const unknown = Buffer.from(known);
  unknown[1] = 0xfa;
  return { known, unknown };
}

function listOf(...parts: readonly Buffer[]): Uint8Array {
  const all = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(all.length >> 8, all.length & 0xff), all]);
}

describeEachWithEch('a store of ECH keys', (library) => {
  test('a new key says what it is for', () => {
    const store = EchStore.generate({ publicName: names.outer, maxNameLength: 64 }, library);
    const [entry] = store.entries;
    expect(entry).toMatchObject({ publicName: names.outer, version: 0xfe0d, maxNameLength: 64, hasPrivateKey: true, forRetry: true });
    expect(entry?.suites).toEqual([{ kem: 0x20, kdf: 1, aead: 1 }]);
    expect(entry?.publicKey).toHaveLength(32);
    expect(entry?.text).toMatch(new RegExp(`^\\[fe0d,.*${names.outer}.*\\]$`));
    expect(entry?.age).toBeGreaterThanOrEqual(0);
    expect(Buffer.from(store.configList).readUInt16BE(0)).toBe(store.configList.length - 2);
    expect(store.configList[6]).toBe(entry?.configId);
  });

  test.each([
    ['P-256,hkdf-sha256,chacha20-poly1305', { kem: 0x10, kdf: 1, aead: 3 }],
    ['X448,hkdf-sha512,aes-256-gcm', { kem: 0x21, kdf: 3, aead: 2 }],
    ['0x20,1,2', { kem: 0x20, kdf: 1, aead: 2 }],
  ])('a key of the suite %s', (suite, expected) => {
    expect(EchStore.generate({ publicName: names.outer, suite }, library).entries[0]?.suites).toEqual([expected]);
  });

  test('several keys are one list, and the list is read again as it was', () => {
    const store = newStore(library).generate({ publicName: 'second.test', forRetry: false });
    const copy = new EchStore(library).readConfigList(store.configListBase64);
    expect(copy.entries.map(({ publicName, configId }) => [publicName, configId])).toEqual(
      store.entries.map(({ publicName, configId }) => [publicName, configId]),
    );
    expect(store.entries.map(({ forRetry }) => forRetry)).toEqual([true, false]);
    expect(copy.entries.map(({ hasPrivateKey }) => hasPrivateKey)).toEqual([false, false]);
    expect(Buffer.from(copy.configList).equals(store.configList)).toBe(true);
  });

  test('PEM brings an entry back with its key, generation after generation', () => {
    const store = newStore(library).generate({ publicName: 'second.test' });
    const first = EchStore.fromPem(store.toPem(0), { forRetry: false }, library);
    const second = EchStore.fromPem(Buffer.from(first.toPem()), {}, library);
    expect(first.entries).toMatchObject([{ publicName: names.outer, hasPrivateKey: true, forRetry: false }]);
    expect(second.entries).toMatchObject([{ publicName: names.outer, hasPrivateKey: true, forRetry: true }]);
    expect(second.toPem()).toBe(store.toPem(0));
    expect(store.toPem()).toBe(store.toPem(1));
  });

  test('PEM is read whichever of key and configuration comes first, from a file, and from two texts', () => {
    const { key, config } = split(newStore(library).toPem());
    const file = join(tempFolder('ech-store'), 'turned.pem');
    writeFileSync(file, config + key);
    expect(EchStore.fromPem({ file }, {}, library).entries[0]?.hasPrivateKey).toBe(true);
    expect(EchStore.fromPem(config, { privateKey: key }, library).entries[0]?.hasPrivateKey).toBe(true);
    expect(EchStore.fromPem(config, {}, library).entries[0]?.hasPrivateKey).toBe(false);
  });

  test('an encrypted key wants its passphrase, and no message shows it', () => {
    const { key, config } = split(newStore(library).toPem());
    const cipher = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: encryptedKeyPassphrase } as const;
    const pem = createPrivateKey(key).export(cipher) + config;
    expect(EchStore.fromPem(pem, { passphrase: encryptedKeyPassphrase }, library).entries[0]?.hasPrivateKey).toBe(true);
    let asked = 0;
    const passphrase = () => {
      asked += 1;
      return Buffer.from(encryptedKeyPassphrase);
    };
    expect(EchStore.fromPem(pem, { passphrase }, library).entries[0]?.hasPrivateKey).toBe(true);
    expect(asked).toBe(1);
    for (const [options, code] of [
      [{}, 'ERR_SSL_PASSPHRASE_NEEDED'],
      [{ passphrase: () => null }, 'ERR_SSL_PASSPHRASE_NEEDED'],
      [{ passphrase: 'wrong-MARKER' }, 'ERR_SSL_PASSPHRASE'],
    ] as const) {
      const error = thrown(() => EchStore.fromPem(pem, options, library)) as KeyError;
      expect(error).toMatchObject({ code, function: 'PEM_read_bio_PrivateKey' });
      expect(JSON.stringify(error) + error.message).not.toContain('MARKER');
    }
  });

  test('what a PEM text lacks or has too much of is refused, and nothing is added', () => {
    const store = newStore(library);
    const mine = split(store.toPem());
    const others = split(newStore(library).toPem());
    const rows = [
      [mine.key, 'no ECHCONFIG found'],
      [others.key + mine.config, ''],
      [mine.key + mine.config + others.config, 'several ECHCONFIG'],
      [`${begin}\nAAAA\n-----END ECHCONFIG-----\n`, ''],
      [begin, ''],
      [mine.config.replace(/[A-Za-z0-9]{8}/, '????????'), ''],
    ] as const;
    for (const [pem, why] of rows) {
      const error = thrown(() => store.readPem(pem));
      expect(error).toBeInstanceOf(SettingError);
      expect(error).toMatchObject({ setting: 'pem', message: expect.stringContaining(why) });
    }
    expect(store.entries).toHaveLength(1);
  });

  test('a list that is damaged in any byte of its frame is refused, and nothing is added', () => {
    const store = newStore(library);
    const list = store.configList;
    const cuts = Array.from(list, (_, at) => list.subarray(0, at)).filter((cut) => cut.length > 0);
    for (const cut of cuts) expect(() => store.readConfigList(cut)).toThrow(SettingError);
    expect(() => store.readConfigList(Buffer.concat([list, Buffer.of(0)]))).toThrow(SettingError);
    expect(() => store.readConfigList(Buffer.alloc(2000, 'A'))).toThrow(SettingError);
    expect(store.entries).toHaveLength(1);
  });

  test('configurations of other versions are passed over, and a list of nothing else is refused', () => {
    const { known, unknown } = configs(newStore(library));
    for (const list of [listOf(known, unknown), listOf(unknown, known), listOf(unknown, unknown, known)]) {
      expect(new EchStore(library).readConfigList(list).entries).toHaveLength(1);
    }
    expect(() => new EchStore(library).readConfigList(listOf(unknown))).toThrow(SettingError);
    expect(() => new EchStore(library).readConfigList(listOf(unknown.subarray(0, 10), known))).toThrow(SettingError);
  });

  test('downselect() keeps one, flushKeys() drops those that are old enough', () => {
    const store = newStore(library).generate({ publicName: 'second.test' }).generate({ publicName: 'third.test' });
    expect(store.downselect(1).entries.map(({ publicName }) => publicName)).toEqual(['second.test']);
    expect(() => store.downselect(1)).toThrow(SettingError);
    expect(store.flushKeys(1000).entries).toHaveLength(1);
    expect(store.flushKeys(0).entries).toHaveLength(0);
    expect(store.flushKeys(0).configList).toHaveLength(0);
    expect(store.configListBase64).toBe('');
    expect(() => store.toPem()).toThrow(SettingError);
    expect(() => store.downselect('last')).toThrow(SettingError);
  });

  test.each([
    ['a suite of no such name', { suite: 'nothing' }, 'suite'],
    ['a suite that lacks a part', { suite: 'x25519,hkdf-sha256' }, 'suite'],
    ['a version that OpenSSL does not know', { version: 0xfe0a }, 'publicName'],
    ['a name too short for OpenSSL to read back', { publicName: 'a.b' }, 'publicName'],
  ])('%s is refused', (_, options, setting) => {
    const error = thrown(() => EchStore.generate({ publicName: names.outer, ...options }, library));
    expect(error).toMatchObject({ code: 'ERR_SSL_SETTING', setting });
  });
});
