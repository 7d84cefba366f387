// Callbacks that decide, held against GnuTLS: gnutls-serv and gnutls-cli with pre-shared keys, ALPN, SNI.

import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { SslContext, type SslContextOptions } from '../../lib/index.ts';
import { type Acceptor, acceptor } from '../support/io-accept.ts';
import { closeAll, local, open, readSome } from '../support/io-clients.ts';
import { absentProgram, gnutlsServ, Tool } from '../support/io-tools.ts';
import { describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { certificateFile, identity } from '../support/pki.ts';
import { tempFolder } from '../support/temp-folder.ts';

const absent = absentProgram('gnutls-serv');
const key = randomBytes(32);

(absent === null ? describe : describe.skip)(`GnuTLS${absent === null ? '' : ` (skipped: ${absent})`}`, () => {
  const tools: Tool[] = [];
  const acceptors: Acceptor[] = [];
  afterEach(async () => {
    closeAll();
    for (const server of acceptors.splice(0)) server.close();
    for (const tool of tools.splice(0)) await tool.stop();
  });

  describeEachLibraryAndProtocol('callbacks', (library, protocol) => {
    const version = `-VERS-ALL:+VERS-${protocol.replace('v', '')}`;
    // Plain PSK in TLS 1.2: gnutls-cli 3.7.9 ends with SIGSEGV where it describes a connection of ECDHE-PSK or DHE-PSK, whoever the server is.
    const withKeys = `NORMAL:-KX-ALL:+${protocol === 'TLSv1.3' ? 'ECDHE-PSK:+PSK' : 'PSK'}:${version}`;
    const ours = protocol === 'TLSv1.2' ? { cipherList: 'PSK' } : {};
    const client = async (options: Partial<Omit<SslContextOptions, 'role'>>, more: readonly string[]): Promise<Tool> => {
      const server = await acceptor({ context: new SslContext({ role: 'server', library, ...only(protocol), ...options }) });
      acceptors.push(server);
      const tool = new Tool('gnutls-cli', ['--port', String(server.port), ...more, '127.0.0.1']);
      tools.push(tool);
      return tool;
    };
    const echoes = async (tool: Tool): Promise<void> => {
      await tool.says(/Handshake was completed/);
      tool.type('from gnutls\n');
      await tool.says(/from gnutls/);
    };

    test('a pre-shared key at gnutls-serv', async () => {
      const passwords = join(tempFolder('callbacks'), 'psk.txt');
      writeFileSync(passwords, `me:${key.toString('hex')}\n`);
      const { tool, port } = await gnutlsServ(['--pskpasswd', passwords, '--priority', withKeys]);
      tools.push(tool);
      const socket = await open({ ...local(library, port), ...ours, pskClientCallback: () => ({ identity: 'me', key }) });
      expect(socket.connection?.protocol).toBe(protocol);
      expect(socket.peerCertificate).toBeNull();
      socket.write('over to gnutls\n');
      expect((await readSome(socket, 15)).toString()).toBe('over to gnutls\n');
    });

    test('a pre-shared key from gnutls-cli', async () => {
      const offers: unknown[] = [];
      const pskServerCallback = (offer: unknown): { key: Buffer } => {
        offers.push(offer);
        return { key };
      };
      const tool = await client({ ...ours, pskServerCallback }, [
        '--pskusername',
        'me',
        '--pskkey',
        key.toString('hex'),
        '--priority',
        withKeys,
      ]);
      await echoes(tool);
      expect(offers).toEqual([{ protocol, identity: 'me' }]);
    });

    test('ALPN and SNI of gnutls-cli', async () => {
      const seen: unknown[] = [];
      const tool = await client(
        {
          ...identity('server'),
          alpnSelectCallback: (offered) => {
            seen.push(offered);
            return offered.at(-1) ?? null;
          },
          serverNameCallback: (name) => {
            seen.push(name);
            return new SslContext({
              role: 'server',
              library,
              ...identity('otherHost'),
              alpnSelectCallback: (offered) => offered.at(-1) ?? null,
            });
          },
        },
        [
          ...['--alpn', 'one', '--alpn', 'two', '--sni-hostname', 'other.test', '--verify-hostname', 'other.test'],
          ...['--x509cafile', certificateFile('root'), '--priority', `NORMAL:${version}`],
        ],
      );
      await tool.says(/Application protocol: two/);
      await echoes(tool);
      expect(seen).toContain('other.test');
    });

    test('ALPN of gnutls-serv', async () => {
      const { tool, port } = await gnutlsServ(['--alpn', 'two', '--priority', `NORMAL:${version}`], 'server');
      tools.push(tool);
      const socket = await open({ ...local(library, port), alpn: ['one', 'two'], verifyCallback: ({ ok }) => ok });
      expect(socket.connection).toMatchObject({ alpn: 'two', verify: { verified: true } });
    });
  });
});
