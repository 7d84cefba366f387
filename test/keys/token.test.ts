// Keys that are generated in a token and never leave it: full handshakes with them on both sides, through pkcs11-provider (OpenSSL 3) and
// through libp11's engine (1.1.1); wrong PINs, absent tokens, absent and ambiguous objects; and on whose OpenSSL all that code runs.

import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { environment, run } from '../cli/command.ts';
import { bindingsAreTold, bindingsIn, ofOpenSSL, writeBindingsTo } from '../support/bindings.ts';
import { jsonOf } from '../support/child.ts';
import { describeEachOf, isAtLeast, libraries } from '../support/libraries.ts';
import { cacheFolder } from '../support/library-copies.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { exportAttempt, keyKinds, makeToken, type Token, tokenAbsent, tokenFiles, tokenPin } from '../support/token.ts';
import type { Asked, Outcome } from './token-main.ts';

const examples = join(__dirname, '..', '..', 'examples');
let made: Token | undefined;

function token(): Token {
  if (made === undefined) throw new Error('there is no token');
  return made;
}

beforeAll(async () => {
  if (tokenAbsent === null) made = await makeToken('keys');
});

async function use(name: string, way: Asked['way'], added: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const { uri, caFile, certificateFile } = token();
  const asked: Asked = {
    selector: name === 'system' || name === 'node' ? name : join(cacheFolder, name),
    way,
    file: way === 'provider' ? tokenFiles.provider : tokenFiles.engine,
    module: tokenFiles.module,
    pin: tokenPin,
    caFile,
    certificateFiles: { rsa: certificateFile('rsa'), ec: certificateFile('ec') },
    uris: {
      rsa: uri('rsa', 'private'),
      ec: uri('ec', 'private'),
      twin: uri('twin', 'private'),
      absentObject: uri('nobody', 'private'),
      absentToken: 'pkcs11:token=nobody;object=rsa;type=private',
      rsaCertificate: uri('rsa', 'cert'),
    },
  };
  return jsonOf<Outcome>('keys/token-main.ts', {
    parameters: [JSON.stringify(asked)],
    environment: { ...token().environment, ...added },
  });
}

// What Debian's pkcs11-provider is linked with.
const runsOn = (name: string, library: { readonly version: { readonly short: string } }): boolean =>
  name !== 'node' && library.version.short.startsWith('3.');
const byProvider = libraries.filter(({ library }) => isAtLeast(library, '3.0'));
const byEngine = libraries.filter(({ name, library }) => name !== 'node' && !isAtLeast(library, '3.0'));

function keysInHandshakes(outcome: () => Outcome): void {
  describe.each(keyKinds)('with the key %s', (kind) => {
    test('a server and a client show the certificate and prove the key, with TLS 1.2 and 1.3', () => {
      expect(outcome().keys?.[kind].handshakes).toEqual({
        'server TLSv1.2': `CN=${kind}`,
        'client TLSv1.2': `CN=${kind}`,
        'server TLSv1.3': `CN=${kind}`,
        'client TLSv1.3': `CN=${kind}`,
      });
    });

    test('its public half is that of the token', () => {
      const expected = createPublicKey(readFileSync(token().publicKeyFile(kind)));
      expect(createPublicKey(outcome().keys?.[kind].publicKey ?? '').equals(expected)).toBe(true);
      expect(outcome().keys?.[kind].bits).toBe(kind === 'rsa' ? 2048 : 256);
    });
  });

  test('no error shows the PIN', () => {
    expect(JSON.stringify(outcome().errors)).not.toContain(tokenPin);
  });
}

if (tokenAbsent !== null) {
  test.skip(tokenAbsent, () => undefined);
} else {
  test('the keys never leave the token', () => {
    for (const kind of keyKinds) {
      expect(exportAttempt(token(), kind)).toEqual({
        exported: false,
        flags: expect.stringMatching(/CKA_NEVER_EXTRACTABLE; CKA_SENSITIVE/),
      });
    }
  });

  test('examples/pkcs11.mjs proves a key that is in a token', async () => {
    const { environment: own, uri, certificateFile, caFile } = token();
    const parameters = [tokenFiles.module, uri('ec', 'private'), certificateFile('ec'), caFile, tokenFiles.provider];
    const { code, stdout, stderr } = await run(
      process.execPath,
      [join(examples, 'pkcs11.mjs'), ...parameters],
      environment({ ...own, PIN: tokenPin }),
    );
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: 'CN=ec: TLSv1.3, X509_V_OK\n', stderr: '' });
  });

  describeEachOf(
    'a token through pkcs11-provider: OpenSSL %s',
    byProvider.map((entry) => [entry.name, entry] as const),
    (name, { library }) => {
      let outcome: Outcome = {};
      beforeAll(async () => {
        outcome = await use(name, 'provider');
      });

      if (!runsOn(name, library)) {
        test('is refused, as the module is made for another libcrypto', () => {
          expect(outcome.refused).toMatchObject({ name: 'SettingError', message: expect.stringContaining('libcrypto.so.3') });
        });
        return;
      }
      keysInHandshakes(() => outcome);

      test('the PIN is asked of the callback', () => {
        expect(outcome.prompts?.length).toBeGreaterThan(0);
        expect(outcome.prompts?.[0]).toMatch(/pin|pass ?phrase/i);
      });

      test('a certificate in the token is read', () => {
        expect(outcome.certificate?.replace(/\s/g, '')).toBe(readFileSync(token().certificateFile('rsa'), 'latin1').replace(/\s/g, ''));
      });

      test('a wrong PIN, none, and a refusal are errors of their own', () => {
        expect(outcome.errors?.['wrongPin']).toMatchObject({ code: 'ERR_SSL_PASSPHRASE' });
        expect(outcome.errors?.['noPin']).toMatchObject({ code: 'ERR_SSL_PASSPHRASE_NEEDED' });
        expect(outcome.errors?.['refusedPin']).toMatchObject({ code: 'ERR_SSL_PASSPHRASE_NEEDED' });
        expect(outcome.thrown).toBe('RangeError: thrown by the callback');
      });

      test('an absent token and an absent object: the URI names nothing', () => {
        expect(outcome.errors?.['absentToken']).toMatchObject({ code: 'ERR_SSL_URI_NOTHING' });
        expect(outcome.errors?.['absentObject']).toMatchObject({ code: 'ERR_SSL_URI_NOTHING' });
      });

      test('two keys of one name are too many, and it says what they are', () => {
        const { code, found } = outcome.errors?.['twins'] ?? { code: '', found: [] };
        expect(code).toBe('ERR_SSL_URI_SEVERAL');
        expect(found).toEqual([expect.stringMatching(/^privateKey \(EC/), expect.stringMatching(/^privateKey \(EC/)]);
      });

      test('neither the provider nor the token binds to Node', async () => {
        if (bindingsAreTold !== null) return;
        const folder = tempFolder('token-bindings', name);
        await use(name, 'provider', writeBindingsTo(folder));
        const bound = bindingsIn(folder).filter(({ from, symbol }) => /\/(pkcs11|libsofthsm2)\.so$/.test(from) && ofOpenSSL.test(symbol));
        expect(bound.length).toBeGreaterThan(40);
        expect(bound.filter(({ to }) => !/\/libcrypto\.so/.test(to) && !/\/pkcs11\.so/.test(to))).toEqual([]);
      });
    },
  );

  describeEachOf(
    'a token through an engine: OpenSSL %s',
    byEngine.map((entry) => [entry.name, entry] as const),
    (name) => {
      let outcome: Outcome = {};
      beforeAll(async () => {
        outcome = await use(name, 'engine');
      });
      keysInHandshakes(() => outcome);

      test('a context takes { engine, keyId }', () => {
        expect(outcome.certificate).toBe('CN=rsa');
      });

      test('the PIN is asked of the callback', () => {
        expect(outcome.prompts).toContainEqual(expect.stringMatching(/pin/i));
      });

      test('a wrong PIN and a refusal are errors of their own', () => {
        expect(outcome.errors?.['wrongPin']).toMatchObject({ code: 'ERR_SSL_PASSPHRASE' });
        expect(outcome.errors?.['refusedPin']).toMatchObject({ code: 'ERR_SSL_PASSPHRASE_NEEDED' });
      });

      test('an absent token, an absent object, an unknown command: the engine says no', () => {
        for (const scene of ['absentObject', 'absentToken', 'command']) {
          expect([scene, outcome.errors?.[scene]?.code]).toEqual([scene, 'ERR_SSL_ENGINE']);
        }
      });

      test('neither the engine nor the token binds to Node', async () => {
        if (bindingsAreTold !== null) return;
        const folder = tempFolder('token-bindings', name);
        await use(name, 'engine', writeBindingsTo(folder));
        const bound = bindingsIn(folder).filter(({ from, symbol }) => /\/(pkcs11|libsofthsm2)\.so$/.test(from) && ofOpenSSL.test(symbol));
        expect(bound.length).toBeGreaterThan(40);
        expect(bound.filter(({ to }) => !/\/libcrypto\.so/.test(to) && !/\/pkcs11\.so/.test(to))).toEqual([]);
      });
    },
  );
}
