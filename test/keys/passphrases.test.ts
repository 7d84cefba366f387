// A passphrase from a callback: when it is asked, what it is told, that its bytes are wiped, and what comes of a refusal, a throw, nonsense.

import { describe, expect, test } from '@jest/globals';
import { type KeyError, loadStore, type PassphraseCallback, type PassphraseRequest, SslContext } from '../../lib/index.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { pkcs12 } from '../support/pkcs12.ts';
import { certificateFile, certificatePem, encryptedKeyPassphrase, identity, keyFile, keyPem } from '../support/pki.ts';

const encrypted = { certificate: certificatePem('server'), privateKey: keyPem('encrypted') };

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describeEachLibrary('a passphrase from a callback', (library) => {
  type Options = Omit<ConstructorParameters<typeof SslContext>[0], 'role' | 'library'>;
  const make = (options: Options): SslContext => new SslContext({ role: 'server', library, ...options });
  const file = pkcs12(library, { ...identity('server'), passphrase: encryptedKeyPassphrase });
  const wide = pkcs12(library, { ...identity('server'), passphrase: '' });

  const places: readonly (readonly [setting: string, options: (passphrase: PassphraseCallback) => Options])[] = [
    ['privateKey', (passphrase) => ({ ...encrypted, passphrase })],
    ['identities[0].privateKey', (passphrase) => ({ identities: [{ ...encrypted, passphrase }] })],
    ['identities[0].privateKey', (passphrase) => ({ identities: [encrypted], passphrase })],
    ['pkcs12', (passphrase) => ({ pkcs12: { data: file, passphrase } })],
    ['pkcs12[0]', (passphrase) => ({ pkcs12: [{ data: file }], passphrase })],
    [
      'conf.PrivateKey',
      (passphrase) => ({ conf: { Certificate: certificateFile('server'), PrivateKey: keyFile('encrypted') }, passphrase }),
    ],
  ];

  describe.each(places)('of %s', (setting, options) => {
    test('is asked for it once, and told what for', () => {
      const requests: PassphraseRequest[] = [];
      make(
        options((request) => {
          requests.push(request);
          return encryptedKeyPassphrase;
        }),
      );
      expect(requests).toEqual([{ uri: null, setting, prompt: expect.any(String), attempt: 1, confirm: false }]);
    });

    test('may give bytes, which are wiped', () => {
      const bytes = Buffer.from(encryptedKeyPassphrase);
      make(options(() => bytes));
      expect([...bytes].every((byte) => byte === 0)).toBe(true);
    });

    test('may refuse', () => {
      expect(thrownBy(() => make(options(() => null)))).toMatchObject({ name: 'KeyError', code: 'ERR_SSL_PASSPHRASE_NEEDED', setting });
    });

    test('may be wrong, and then the error says so and does not show it', () => {
      const error = thrownBy(() => make(options(() => 'wrong-MARKER'))) as KeyError;
      expect(error).toMatchObject({ name: 'KeyError', code: 'ERR_SSL_PASSPHRASE', setting });
      expect(error.message + JSON.stringify(error)).not.toContain('MARKER');
      expect(error.queue.length).toBeGreaterThan(0);
    });

    test('may throw, and that comes out unchanged', () => {
      const reason = new RangeError('no');
      const thrown = thrownBy(() =>
        make(
          options(() => {
            throw reason;
          }),
        ),
      );
      expect(thrown).toBe(reason);
    });

    test.each([[undefined], [7], [{}], [[]], [true], [Promise.resolve('x')]])('may not give %p', (answer) => {
      const error = thrownBy(() => make(options(() => answer as unknown as string)));
      expect(error).toMatchObject({ name: 'MisuseError', argument: 'passphrase' });
    });

    test('may use the same OpenSSL while it is asked', () => {
      make(
        options(() => {
          expect(() => new SslContext({ role: 'client', library, cipherList: 'NONSENSE' })).toThrow(/cipherList/);
          loadStore(`file:${keyFile('encrypted')}`, { library, passphrase: () => encryptedKeyPassphrase });
          return encryptedKeyPassphrase;
        }),
      );
    });
  });

  test('of a URI is told the URI', () => {
    const requests: PassphraseRequest[] = [];
    const uri = `file:${keyFile('encrypted')}`;
    const passphrase = (request: PassphraseRequest): string => {
      requests.push(request);
      return encryptedKeyPassphrase;
    };
    loadStore(uri, { library, passphrase });
    make({ certificate: certificatePem('server'), privateKey: { uri }, passphrase });
    expect(requests).toEqual([
      expect.objectContaining({ uri, setting: null, attempt: 1, prompt: expect.stringMatching(/pass ?phrase/i) }),
      expect.objectContaining({ uri, setting: 'privateKey', attempt: 1 }),
    ]);
  });

  test('of a URI may refuse, throw, give bytes or nonsense', () => {
    const load = (passphrase: PassphraseCallback) => loadStore(`file:${keyFile('encrypted')}`, { library, passphrase });
    const reason = new RangeError('no');
    const bytes = Buffer.from(encryptedKeyPassphrase);
    expect(load(() => bytes)).toHaveLength(1);
    expect(bytes.equals(Buffer.alloc(bytes.length))).toBe(true);
    expect(thrownBy(() => load(() => null))).toMatchObject({ code: 'ERR_SSL_PASSPHRASE_NEEDED' });
    expect(thrownBy(() => load(() => 7 as unknown as string))).toMatchObject({ name: 'MisuseError' });
    const thrown = thrownBy(() =>
      load(() => {
        throw reason;
      }),
    );
    expect(thrown).toBe(reason);
  });

  test('is not asked where nothing is encrypted', () => {
    const passphrase = (): never => {
      throw new Error('asked');
    };
    make({ ...identity('server'), passphrase });
    make({ pkcs12: { data: wide, passphrase } });
    make({ certificate: { uri: `file:${certificateFile('server')}` }, privateKey: { uri: `file:${keyFile('server')}` }, passphrase });
  });

  test('longer than OpenSSL takes is refused', () => {
    expect(thrownBy(() => make({ ...encrypted, passphrase: () => 'x'.repeat(5000) }))).toMatchObject({ code: 'ERR_SSL_PASSPHRASE' });
  });

  test('with a zero byte is refused where it would be cut off', () => {
    const error = thrownBy(() => make({ pkcs12: { data: file, passphrase: () => `${encryptedKeyPassphrase}\0x` } }));
    expect(error).toMatchObject({ name: 'MisuseError', argument: 'passphrase' });
  });

  test('is not kept: what is made afterwards is not asked', () => {
    let asked = 0;
    const context = make({
      ...encrypted,
      passphrase: () => {
        asked += 1;
        return encryptedKeyPassphrase;
      },
    });
    expect(context.ciphers.length).toBeGreaterThan(0);
    expect(thrownBy(() => make(encrypted))).toMatchObject({ code: 'ERR_SSL_PASSPHRASE_NEEDED' });
    expect(asked).toBe(1);
  });
});
