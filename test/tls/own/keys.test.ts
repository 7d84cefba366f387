// What libssl/tls takes beyond node:tls for its own certificate and key: URIs, PrivateKeys, keys in engines, passphrases from callbacks.

import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CryptoEngine, OpenSSL, PrivateKey } from '../../../lib/index.ts';
import { connect, createSecureContext, createServer } from '../../../lib/tls/index.ts';
import type { LibsslContextOptions } from '../../../lib/tls/secure-context.ts';
import { build, cc, sharedLibrary } from '../../support/compile.ts';
import { cacheFolder } from '../../support/library-copies.ts';
import { certificateFile, encryptedKeyPassphrase, hosts, keyFile, keyPem } from '../../support/pki.ts';

const uri = (file: string): { readonly uri: string } => ({ uri: `file:${file}` });
const cert = uri(certificateFile('server'));

/** Whom a client sees that connects to such a server; the server asks for its certificate, too. */
async function shown(options: LibsslContextOptions): Promise<string> {
  const server = createServer(options as Parameters<typeof createServer>[0], (socket) => socket.end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const given = { port, host: '127.0.0.1', servername: hosts.good, ca: uri(certificateFile('root')) };
  const socket = connect({ ...(options.library === undefined ? {} : { library: options.library }), ...given });
  await once(socket, 'secureConnect');
  const { subject } = socket.getPeerCertificate();
  socket.resume();
  socket.end();
  await once(socket, 'close');
  server.close();
  return String(subject.CN);
}

describe('libssl/tls', () => {
  test('takes a certificate, a key and authorities by URI, and asks once for the passphrase', async () => {
    let asked = 0;
    const passphrase = (): string => {
      asked += 1;
      return encryptedKeyPassphrase;
    };
    expect(await shown({ cert, key: uri(keyFile('encrypted')), passphrase })).toBe(hosts.good);
    expect(asked).toBe(1);
  });

  test('takes an encrypted PEM key with a callback, and asks once', async () => {
    let asked = 0;
    const passphrase = (): Uint8Array => {
      asked += 1;
      return Buffer.from(encryptedKeyPassphrase);
    };
    expect(await shown({ cert, key: keyPem('encrypted'), passphrase })).toBe(hosts.good);
    expect(asked).toBe(1);
  });

  test('takes a PrivateKey', async () => {
    const key = PrivateKey.fromPem({ file: keyFile('encrypted') }, { passphrase: encryptedKeyPassphrase });
    expect(await shown({ cert, key, library: key.library })).toBe(hosts.good);
  });

  test('what a URI does not name is an error as node:tls has them, with this package\u2019s as its cause', () => {
    expect(() => createSecureContext({ cert, key: uri('/nonexistent') })).toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ name: 'KeyError', code: 'ERR_SSL_URI_NOTHING' }) }),
    );
    const refused = { cert, key: keyPem('encrypted'), passphrase: () => null };
    expect(() => createSecureContext(refused)).toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ code: 'ERR_SSL_PASSPHRASE_NEEDED' }) }),
    );
  });

  const home = join(cacheFolder, '1.1.1');
  const engines = cc.absent === null && existsSync(home);
  (engines ? test : test.skip)('takes a key in an engine, by Node\u2019s options too', async () => {
    const flags = [...sharedLibrary, `-I${home}/include`, `-L${home}/lib`, '-lcrypto'];
    const file = build(cc, 'file_engine.c', 'file-engine-tls.so', flags);
    const library = OpenSSL.load(home);
    const engine = CryptoEngine.load({ library, file, commands: [['FOLDER', dirname(keyFile('server'))]] });
    expect(await shown({ library, cert, key: { engine, keyId: 'server.key.pem' } })).toBe(hosts.good);
    expect(() => createSecureContext({ library, cert, privateKeyEngine: 'nobody', privateKeyIdentifier: 'x' })).toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ name: 'KeyError', code: 'ERR_SSL_ENGINE' }) }),
    );
  });
});
