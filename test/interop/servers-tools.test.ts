// A node:tls server in CommonJS that echoes, and openssl s_client of each series, gnutls-cli, and stunnel as a client: server names, ALPN,
// client certificates, resumption. RFC 8446, RFC 5077 (tickets), RFC 7301 (ALPN)

import { connect } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { opensslPrograms, Tool } from '../support/io-tools.ts';
import { serveApp } from './support/app.ts';
import { type Certificates, type Credentials, makeCertificates } from './support/certificates.ts';
import { endedWithBlock } from './support/ending.ts';
import { describeWith, pathOf } from './support/installed.ts';
import { describeEachMode, type Mode, modes } from './support/modes.ts';
import { newFolder } from './support/program.ts';
import { stunnelClient } from './support/stunnel.ts';

/** What the server says of a connection, in its first line. */
interface Seen {
  readonly resumed: boolean;
}

const versions = ['TLSv1.2', 'TLSv1.3'] as const;
const servers = new Map<string, { readonly port: number }>();
const until = endedWithBlock();
let certificates: Certificates;

beforeAll(async () => {
  certificates = await makeCertificates();
  const { ca, server, serverRsa, other } = certificates;
  // GnuTLS and the rest choose between both keys by what the client says that it can verify.
  const options = {
    cert: [server.cert, serverRsa.cert],
    key: [server.key, serverRsa.key],
    ca,
    requestCert: true,
    rejectUnauthorized: false,
  };
  const input = { options: { ...options, ALPNProtocols: ['echo'] }, names: { 'other.test': { cert: other.cert, key: other.key } } };
  for (const mode of modes) servers.set(mode.name, await until(serveApp(mode, 'tls-server.cjs', input)));
});

const seenIn = (output: string): Seen => JSON.parse(output.match(/\{"protocol.*\}/g)?.at(-1) ?? 'null') as Seen;
const portOf = (mode: Mode): number => servers.get(mode.name)?.port ?? Number.NaN;
const shown = ({ certFile, keyFile }: Credentials): readonly string[] => ['-cert', certFile, '-cert_chain', certFile, '-key', keyFile];

describe.each(opensslPrograms)('openssl s_client of $name', ({ name: series, program }) => {
  describeEachMode('node:tls', (mode) => {
    const talk = async (parameters: readonly string[]): Promise<{ output: string; seen: Seen }> => {
      const trust = ['-CAfile', certificates.caFile, '-verify_return_error'];
      const tool = await until(new Tool(program, ['s_client', '-connect', `127.0.0.1:${portOf(mode)}`, ...trust, ...parameters]));
      tool.type('a line\n');
      await tool.says(/a line\n/);
      tool.type('Q\n');
      await tool.exited;
      return { output: tool.output, seen: seenIn(tool.output) };
    };

    test.each(versions)('%s: echoes, verified by name, with ALPN and a client certificate', async (version) => {
      const flags = [`-${version.toLowerCase().replace('v', '').replace('.', '_')}`, '-alpn', 'other,echo', ...shown(certificates.client)];
      const { output, seen } = await talk(['-servername', 'localhost', '-verify_hostname', 'localhost', ...flags]);
      expect(output).toMatch(/Verify return code: 0/);
      expect(output).toMatch(/ALPN protocol: echo/);
      const known = { protocol: version, alpn: 'echo', serverName: 'localhost', resumed: false, authorized: true, client: 'client' };
      expect(seen).toEqual(known);
    });

    test('-servername chooses the certificate', async () => {
      const { output } = await talk(['-servername', 'other.test', '-verify_hostname', 'other.test']);
      expect(output).toMatch(/CN ?= ?other/);
    });

    test.each(versions)('%s: -sess_out and -sess_in resume', async (version) => {
      const flag = `-${version.toLowerCase().replace('v', '').replace('.', '_')}`;
      const session = join(newFolder('session'), `${series}.pem`);
      const first = await talk([flag, '-servername', 'localhost', '-sess_out', session]);
      const second = await talk([flag, '-servername', 'localhost', '-sess_in', session]);
      expect([first, second].map(({ seen }) => seen.resumed)).toEqual([false, true]);
      expect(second.output).toMatch(/^Reused, TLSv1\.\d/m);
    });

    test('-reconnect resumes five times', async () => {
      const tool = await until(new Tool(program, ['s_client', '-connect', `127.0.0.1:${portOf(mode)}`, '-tls1_2', '-reconnect']));
      tool.type('a line\n');
      await tool.says(/a line\n/);
      await tool.stop();
      expect(tool.output.match(/^Reused, TLSv1\.2/gm)).toHaveLength(5);
      expect(seenIn(tool.output)).toMatchObject({ resumed: true });
    });
  });
});

describeWith(['gnutls-cli'], 'gnutls-cli', () => {
  describeEachMode('node:tls', (mode) => {
    const talk = async (parameters: readonly string[], more: readonly string[] = []): Promise<{ output: string; seen: Seen }> => {
      const trust = ['--x509cafile', certificates.caFile, '--sni-hostname', 'localhost', '--verify-hostname', 'localhost'];
      const tool = await until(new Tool(pathOf('gnutls-cli'), ['--port', String(portOf(mode)), ...trust, ...parameters, '127.0.0.1']));
      tool.type('a line\n');
      await tool.says(/a line\n/);
      for (const line of more) tool.type(line);
      await tool.says(new RegExp(more.at(-1) ?? ''));
      await tool.stop();
      return { output: tool.output, seen: seenIn(tool.output) };
    };
    const priority = (version: string): readonly string[] => ['--priority', `NORMAL:-VERS-ALL:+VERS-${version.replace('TLSv', 'TLS')}`];

    test.each(versions)('%s: echoes, verified by name, with ALPN and a client certificate', async (version) => {
      const { certFile, keyFile } = certificates.client;
      const { output, seen } = await talk([...priority(version), '--alpn', 'echo', '--x509certfile', certFile, '--x509keyfile', keyFile]);
      expect(output).toMatch(/The certificate is trusted/);
      expect(seen).toMatchObject({ protocol: version, alpn: 'echo', serverName: 'localhost', client: 'client' });
    });

    test.each(versions)('%s: ^resume^ resumes, once an answer has come behind the tickets', async (version) => {
      const { output, seen } = await talk([...priority(version), '--inline-commands'], ['^resume^\n', 'a second line\n']);
      expect(seen).toMatchObject({ resumed: true });
      expect(output).toMatch(/This is a resumed session/);
    });

    test('is served with an RSA key where it takes no other', async () => {
      const { output } = await talk([
        '--priority',
        'NORMAL:-SIGN-ALL:+SIGN-RSA-PSS-RSAE-SHA256:+SIGN-RSA-SHA256:+SIGN-ECDSA-SHA256:-ECDHE-ECDSA:-VERS-TLS1.3',
      ]);
      expect(output).toMatch(/ECDHE-\w+\)-\(RSA/);
    });
  });
});

describeWith(['stunnel'], 'stunnel in front of a plain client', () => {
  describeEachMode('node:tls', (mode) => {
    test('echoes 1 MB; the server knows the certificate', async () => {
      const stunnel = await stunnelClient(certificates, { to: portOf(mode), checkHost: 'localhost' });
      try {
        const socket = connect(stunnel.port, '127.0.0.1');
        const sent = 'echo'.repeat(250_000);
        socket.setEncoding('latin1').write(sent);
        let received = '';
        for await (const chunk of socket) {
          received += chunk as string;
          if (received.endsWith(sent)) break;
        }
        expect(seenIn(received)).toMatchObject({ authorized: true, client: 'client', serverName: 'localhost' });
      } finally {
        await stunnel.stop();
      }
    });
  });
});
