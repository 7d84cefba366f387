// Engines (ENGINE) where OpenSSL has them: by file and by id, their commands, keys from them in handshakes, a PIN from a callback; and that
// one lives as long as its keys, and no longer.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CryptoEngine, type CryptoEngineOptions, loadStore, SslContext } from '../../lib/index.ts';
import { jsonOf } from '../support/child.ts';
import { build, cc, sharedLibrary } from '../support/compile.ts';
import { trustingClient, withConnectedPair } from '../support/engine-pair.ts';
import { type AtHand, describeEachOf, isAtLeast, libraries, only, protocols } from '../support/libraries.ts';
import { cacheFolder } from '../support/library-copies.ts';
import { certificateFile, certificatePem, hosts, keyFile } from '../support/pki.ts';
import { tempFolder } from '../support/temp-folder.ts';

// The system's is of the same ABI as 3.0.
const seriesOf = ({ name }: AtHand): string => (name === 'system' ? '3.0' : name);
const homeOf = (entry: AtHand): string => join(cacheFolder, seriesOf(entry));
const withEngines = libraries.filter((entry) => entry.name !== 'node' && entry.library.has('ENGINE_by_id') && existsSync(homeOf(entry)));
const without = libraries.filter(({ library }) => !library.has('ENGINE_by_id'));

function built(entry: AtHand): string {
  const home = homeOf(entry);
  const flags = [...sharedLibrary, '-Wno-deprecated-declarations', `-I${home}/include`, `-L${home}/lib`, '-lcrypto'];
  return build(cc, 'file_engine.c', `file-engine-${seriesOf(entry)}.so`, flags);
}

describeEachOf(
  'an engine: OpenSSL %s',
  withEngines.map((entry) => [entry.name, entry] as const),
  (_, entry) => {
    if (cc.absent !== null) {
      test.skip(cc.absent, () => undefined);
      return;
    }
    const { library } = entry;
    const file = built(entry);
    const folder: readonly [string, string] = ['FOLDER', dirname(keyFile('server'))];
    const load = (options: Partial<CryptoEngineOptions> = {}): CryptoEngine =>
      CryptoEngine.load({ library, file, commands: [folder], ...options });

    test('says who it is', () => {
      expect(load()).toMatchObject({ id: 'libssl-test', name: 'keys in files, for tests', library });
    });

    describe.each(protocols)('%s', (protocol) => {
      test.each(['server', 'serverEc'] as const)('its key of %s is proved in a handshake', (name) => {
        const privateKey = { engine: load(), keyId: `${name}.key.pem` };
        const server = { certificate: { file: certificateFile(name) }, privateKey, ...only(protocol) };
        withConnectedPair({ library, server, client: { ...trustingClient(), ...only(protocol) } }, (pair) => {
          expect(pair.client.peerChain[0]?.subject).toContain(hosts.good);
        });
      });
    });

    test('a PIN that it asks for comes from the callback, with its prompt', () => {
      const engine = load({ commands: [folder, ['PIN', 'pin-MARKER']] });
      const prompts: string[] = [];
      const bytes = Buffer.from('pin-MARKER');
      const passphrase = ({ prompt }: { readonly prompt: string }): Uint8Array => {
        prompts.push(prompt);
        return bytes;
      };
      expect(engine.loadPrivateKey('server.key.pem', { passphrase }).bits).toBe(2048);
      expect(prompts).toEqual(['PIN of the test engine: ']);
      expect(bytes.every((byte) => byte === 0)).toBe(true);
      engine.command('PIN', 'pin-MARKER');
      const key = { engine, keyId: 'server.key.pem' };
      const certificate = certificatePem('server');
      const make = (given: object) => new SslContext({ role: 'server', library, certificate, privateKey: key, ...given });
      make({ passphrase: 'pin-MARKER' });
      const refused = { name: 'KeyError', setting: 'privateKey', function: 'ENGINE_load_private_key' };
      expect(() => make({ passphrase: 'wrong' })).toThrow(expect.objectContaining({ ...refused, code: 'ERR_SSL_PASSPHRASE' }));
      expect(() => make({ passphrase: () => null })).toThrow(expect.objectContaining({ ...refused, code: 'ERR_SSL_PASSPHRASE_NEEDED' }));
      const reason = new RangeError('no');
      const throwing = (): never => {
        throw reason;
      };
      expect(() => engine.loadPrivateKey('server.key.pem', { passphrase: throwing })).toThrow(reason);
      engine.command('PIN', '');
    });

    test.each([
      ['an engine that does not exist', { id: 'nobody', file: undefined }, 'ENGINE_by_id'],
      ['a module of another kind', { file: certificateFile('server') }, 'ENGINE_ctrl_cmd_string'],
      ['an unknown command', { commands: [['NOBODY', 'x']] }, 'ENGINE_ctrl_cmd_string'],
      ['a command without its value', { commands: [['FOLDER']] }, 'ENGINE_ctrl_cmd_string'],
    ] as const)('%s is refused', (__, options, cFunction) => {
      const given = Object.fromEntries(Object.entries({ library, file, ...options }).filter(([, value]) => value !== undefined));
      expect(() => CryptoEngine.load(given as CryptoEngineOptions)).toThrow(
        expect.objectContaining({ name: 'KeyError', code: 'ERR_SSL_ENGINE', function: cFunction }),
      );
    });

    test('a key that it does not have is refused', () => {
      expect(() => load().loadPrivateKey('nobody.pem')).toThrow(expect.objectContaining({ name: 'KeyError', code: 'ERR_SSL_ENGINE' }));
    });

    test.each([
      [{ id: 7 }, 'options.id'],
      [{ file: '/nonexistent' }, 'options.file'],
      [{ commands: 'FOLDER' }, 'options.commands'],
      [{ commands: [7] }, 'options.commands[0]'],
      [{ commands: [['FOLDER', 7]] }, 'options.commands[0][1]'],
      [{ commands: [['', 'x']] }, 'options.commands[0][0]'],
      [{ nonsense: 1 }, 'options.nonsense'],
    ])('%j is refused', (options, argument) => {
      expect(() => load(options as Partial<CryptoEngineOptions>)).toThrow(expect.objectContaining({ name: 'MisuseError', argument }));
    });

    test('neither id nor file, and calls that are wrong, are refused', () => {
      const misuse = (argument: string) => expect.objectContaining({ name: 'MisuseError', argument });
      expect(() => CryptoEngine.load({ library })).toThrow(misuse('options.id'));
      expect(() => load().loadPrivateKey(7 as unknown as string)).toThrow(misuse('keyId'));
      expect(() => load().loadPrivateKey('a\0b')).toThrow(misuse('keyId'));
      expect(() => load().loadPrivateKey('x', { passphrase: 7 as unknown as string })).toThrow(misuse('options.passphrase'));
      expect(() => CryptoEngine.prototype.command.call({} as CryptoEngine, 'FOLDER', 'x')).toThrow(misuse('command'));
    });

    test('lives as long as a key of its, and is finished once', async () => {
      const log = join(tempFolder('engines'), `${entry.name}.log`);
      const parameters = [join(cacheFolder, seriesOf(entry)), file, log, certificateFile('server'), keyFile('server')];
      const seen = await jsonOf<{ readonly during: string; readonly shown: boolean }>('keys/engine-main.ts', {
        parameters,
        nodeOptions: ['--expose-gc'],
      });
      expect(seen).toEqual({ during: 'init\n', shown: true });
      expect(readFileSync(log, 'latin1')).toBe('init\nfinish\n');
    });
  },
);

describeEachOf(
  'without engines: OpenSSL %s',
  without.map((entry) => [entry.name, entry] as const),
  (_, { library }) => {
    test('is not supported', () => {
      const unsupported = expect.objectContaining({ name: 'NotSupportedError', function: 'ENGINE_by_id' });
      expect(() => CryptoEngine.load({ library, id: 'pkcs11' })).toThrow(unsupported);
      expect(isAtLeast(library, '4.0')).toBe(true);
      expect(loadStore(`file:${keyFile('server')}`, { library })).toHaveLength(1);
    });
  },
);
