// The command with raw public keys: what it expects, what it reports.

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer } from '../../lib/index.ts';
import { libssl, reportOf } from '../cli/command.ts';
import { modes } from '../cli/servers.ts';
import { libraries } from '../support/at-hand.ts';
import { describeEachOf } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';
import { rawKeys } from '../support/raw-keys.ts';
import { listening, stopServers } from '../support/ssl-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

const fileOf = (name: string, content: string | Uint8Array): string => {
  const file = join(tempFolder('rpk'), name);
  writeFileSync(file, content);
  return file;
};
const having = libraries.filter(({ library }) => library.has('SSL_add_expected_rpk'));

describeEachOf(
  'libssl connect --peer-key: OpenSSL %s',
  having.map((entry) => [entry.name, entry] as const),
  (_, { library, selector }) => {
    afterEach(stopServers);
    const serve = async (): Promise<string> => {
      const { port } = await listening(createServer({ library, privateKey: rawKeys.ec.privateKey, serverCertTypes: ['raw-public-key'] }));
      return `127.0.0.1:${port}`;
    };

    describe.each(modes)('%s', (__, flags) => {
      const connect = (address: string, ...more: readonly string[]) =>
        libssl(['connect', address, '--library', selector, ...flags, ...more]);

      test('the key is expected and told, as text and as JSON', async () => {
        const address = await serve();
        const key = ['--peer-key', fileOf('other.pem', rawKeys.rsa.publicKey), '--peer-key', fileOf('own.der', rawKeys.ec.der)];
        const said = await connect(address, ...key);
        expect({ code: said.code, stderr: said.stderr }).toEqual({ code: 0, stderr: '' });
        const digest = createHash('sha256').update(rawKeys.ec.der).digest('hex');
        expect(said.stdout).toMatch(/^Peer +a raw public key, no certificate$/m);
        expect(said.stdout).toMatch(new RegExp(`^Key +EC, \\S+, 256 bits\\n +SHA-256: ${digest}$`, 'm'));
        expect(reportOf(await connect(address, '--json', ...key))).toMatchObject({
          ok: true,
          verify: { code: 0 },
          peer: null,
          peerKey: { type: 'EC', bits: 256, securityBits: 128, spki: rawKeys.ec.der.toString('base64') },
        });
      });

      test('another key is refused, and told', async () => {
        const ran = await connect(await serve(), '--json', '--peer-key', fileOf('other.pem', rawKeys.rsa.publicKey));
        expect(ran.code).toBe(1);
        expect(reportOf(ran)).toMatchObject({ ok: false, verify: { code: 65 }, peer: null, peerKey: { type: 'EC' } });
      });

      test('a file that is no key is the command line’s fault', async () => {
        const address = await serve();
        for (const [file, says] of [
          ['/nowhere/key.pem', /--peer-key must be a readable file/],
          [fileOf('certificate.pem', identity('server').certificate), /--peer-key must be one public key/],
          [fileOf('damaged.der', rawKeys.ec.der.subarray(0, 20)), /--peer-key/],
        ] as const) {
          const { code, stderr } = await connect(address, '--peer-key', file);
          expect(code).toBe(2);
          expect(stderr).toMatch(says);
        }
      });
    });
  },
);
