// DTLS-SRTP: profiles, their keys on both sides, against openssl's and GnuTLS's own.

import { once } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type SrtpConnection, type SrtpKeys, SslContext, SslEngine, srtpKeys } from '../../lib/index.ts';
import { DatagramPair } from '../support/datagram-pair.ts';
import { bytes, closePeers, connected, TestServer } from '../support/datagram-peers.ts';
import { absentProgram, gnutlsServCommand, opensslPrograms, sServerCommand, startServer, Tool } from '../support/io-tools.ts';
import { describeEachLibrary, isAtLeast, libraries } from '../support/libraries.ts';
import { certificateFile, hosts, identity } from '../support/pki.ts';

const tools: Tool[] = [];
afterEach(closePeers);
afterEach(async () => {
  for (const tool of tools.splice(0)) await tool.stop();
});

const lengths = [
  ['SRTP_AES128_CM_SHA1_80', 1, 16, 14],
  ['SRTP_AES128_CM_SHA1_32', 2, 16, 14],
  ['SRTP_AEAD_AES_128_GCM', 7, 16, 12],
  ['SRTP_AEAD_AES_256_GCM', 8, 32, 12],
] as const;

function hex({ client, server }: SrtpKeys): string {
  return [client.key, server.key, client.salt, server.salt]
    .map((part) => Buffer.from(part).toString('hex'))
    .join('')
    .toUpperCase();
}

describeEachLibrary('SRTP', (library) => {
  test.each(lengths)('%s is agreed on, and both sides have its keys', async (name, id, key, salt) => {
    const server = await TestServer.open(library, { srtpProfiles: [name] });
    const client = await connected(library, { port: server.port, srtpProfiles: lengths.map(([each]) => each) });
    const accepted = await server.next();
    expect([client.selectedSrtpProfile, accepted.selectedSrtpProfile]).toEqual([
      { name, id },
      { name, id },
    ]);
    const keys = srtpKeys(client);
    expect(srtpKeys(accepted)).toEqual(keys);
    expect(srtpKeys(accepted.engine)).toEqual(keys);
    const parts = [keys.client.key, keys.server.key, keys.client.salt, keys.server.salt];
    expect(parts.map((part) => part.length)).toEqual([key, key, salt, salt]);
    const exported = client.exportKeyingMaterial(2 * (key + salt), 'EXTRACTOR-dtls_srtp');
    expect(hex(keys)).toBe(Buffer.from(exported).toString('hex').toUpperCase());
    client.close();
    expect(client.selectedSrtpProfile).toEqual({ name, id });
  });

  test('a server chooses the first of its own that the client has', () => {
    const profiles = lengths.map(([name]) => name);
    const pair = DatagramPair.connected({
      library,
      client: { srtpProfiles: profiles },
      server: { srtpProfiles: ['SRTP_AEAD_AES_128_GCM', 'SRTP_AES128_CM_SHA1_80'] },
    });
    expect(pair.client.selectedSrtpProfile?.name).toBe('SRTP_AEAD_AES_128_GCM');
    pair.close();
  });

  test('an engine has its own list in place of its context’s', () => {
    const pair = DatagramPair.connected({
      library,
      client: { srtpProfiles: ['SRTP_AES128_CM_SHA1_80'] },
      clientEngine: { srtpProfiles: ['SRTP_AES128_CM_SHA1_32'] },
      server: { srtpProfiles: ['SRTP_AES128_CM_SHA1_80', 'SRTP_AES128_CM_SHA1_32'] },
    });
    expect(pair.server.selectedSrtpProfile?.name).toBe('SRTP_AES128_CM_SHA1_32');
    pair.close();
  });

  test('without any in common there is a connection and no profile, and srtpKeys() says so', () => {
    const pair = DatagramPair.connected({
      library,
      client: { srtpProfiles: ['SRTP_AES128_CM_SHA1_80'] },
      server: { srtpProfiles: ['SRTP_AEAD_AES_256_GCM'] },
    });
    expect([pair.client.selectedSrtpProfile, pair.server.selectedSrtpProfile]).toEqual([null, null]);
    expect(() => srtpKeys(pair.client)).toThrow(
      expect.objectContaining({ name: 'MisuseError', code: 'ERR_SSL_STATE', argument: 'srtpKeys' }),
    );
    pair.close();
    expect(() => pair.client.selectedSrtpProfile).toThrow(expect.objectContaining({ code: 'ERR_SSL_CLOSED' }));
  });

  test('profiles that are none are refused by name', () => {
    const make = (srtpProfiles: unknown, method: 'tls' | 'dtls' = 'dtls'): SslContext =>
      new SslContext({ role: 'client', method, library, srtpProfiles: srtpProfiles as string[] });
    const misuse = (argument: string): unknown => expect.objectContaining({ name: 'MisuseError', code: 'ERR_SSL_ARGUMENT', argument });
    expect(() => make([])).toThrow(misuse('options.srtpProfiles'));
    expect(() => make('SRTP_AES128_CM_SHA1_80')).toThrow(misuse('options.srtpProfiles'));
    expect(() => make([1])).toThrow(misuse('options.srtpProfiles[0]'));
    expect(() => make(['SRTP_AES128_CM_SHA1_80:SRTP_AES128_CM_SHA1_32'])).toThrow(misuse('options.srtpProfiles[0]'));
    expect(() => make(['SRTP_AES128_CM_SHA1_80'], 'tls')).toThrow(misuse('options.srtpProfiles'));
    const refused = { name: 'SettingError', setting: 'srtpProfiles' };
    expect(() => make(['NO_SUCH_PROFILE'])).toThrow(expect.objectContaining({ ...refused, function: 'SSL_CTX_set_tlsext_use_srtp' }));
    expect(() => new SslEngine(make(undefined), { srtpProfiles: ['NO_SUCH_PROFILE'] })).toThrow(
      expect.objectContaining({ ...refused, function: 'SSL_set_tlsext_use_srtp' }),
    );
    const streams = new SslEngine(new SslContext({ role: 'client', library }));
    expect(() => streams.selectedSrtpProfile).toThrow(expect.objectContaining({ code: 'ERR_SSL_STATE' }));
    streams.close();
  });

  test('ARIA and double profiles are taken where OpenSSL has them', () => {
    const make = (): SslContext =>
      new SslContext({
        role: 'client',
        method: 'dtls',
        library,
        srtpProfiles: ['SRTP_AEAD_ARIA_256_GCM', 'SRTP_DOUBLE_AEAD_AES_256_GCM_AEAD_AES_256_GCM'],
      });
    if (isAtLeast(library, '3.2')) expect(make).not.toThrow();
    else expect(make).toThrow(expect.objectContaining({ name: 'SettingError', setting: 'srtpProfiles' }));
  });
});

test('srtpKeys() refuses what is no connection, and a profile whose lengths it does not know', () => {
  expect(() => srtpKeys({} as SrtpConnection)).toThrow(expect.objectContaining({ code: 'ERR_SSL_ARGUMENT', argument: 'connection' }));
  const unknown = { selectedSrtpProfile: { name: 'SRTP_OF_TOMORROW', id: 0x7777 }, exportKeyingMaterial: () => new Uint8Array(0) };
  expect(() => srtpKeys(unknown)).toThrow(/the lengths of SRTP_OF_TOMORROW are not known/);
});

const absent = absentProgram('openssl');
const label = 'EXTRACTOR-dtls_srtp';

(absent === null ? describe : describe.skip)(`openssl${absent === null ? '' : ` (skipped: ${absent})`}`, () => {
  const [{ library } = { library: undefined }] = libraries;
  if (library === undefined) throw new Error('no OpenSSL');

  describe.each(opensslPrograms.map(({ name, program }) => [name, program] as const))('of release %s', (_, program) => {
    test('s_server has the same keys', async () => {
      const flags = ['-dtls1_2', '-listen', '-use_srtp', 'SRTP_AEAD_AES_128_GCM', '-keymatexport', label, '-keymatexportlen', '56'];
      const { tool, port } = await startServer(sServerCommand(program, flags, 'server'));
      tools.push(tool);
      const client = await connected(library, { port, srtpProfiles: ['SRTP_AES128_CM_SHA1_80', 'SRTP_AEAD_AES_128_GCM'] });
      expect(client.selectedSrtpProfile?.name).toBe('SRTP_AEAD_AES_128_GCM');
      const said = await tool.says(/Keying material: ([0-9A-F]{112})/);
      expect(said[1]).toBe(hex(srtpKeys(client)));
      expect(tool.output).toContain('profile=SRTP_AEAD_AES_128_GCM');
    });

    test('s_client has the same keys', async () => {
      const server = await TestServer.open(library, { srtpProfiles: ['SRTP_AES128_CM_SHA1_80'] });
      const flags = ['-dtls1_2', '-use_srtp', 'SRTP_AES128_CM_SHA1_80', '-keymatexport', label, '-keymatexportlen', '60'];
      const tool = new Tool(program, ['s_client', '-connect', `127.0.0.1:${server.port}`, ...flags]);
      tools.push(tool);
      const accepted = await server.next();
      const said = await tool.says(/Keying material: ([0-9A-F]{120})/);
      expect(said[1]).toBe(hex(srtpKeys(accepted)));
      await accepted.send(bytes('and data\n'));
      await tool.says(/and data/);
      tool.type('from s_client\n');
      const [message] = (await once(accepted, 'message')) as [Uint8Array];
      expect(Buffer.from(message).toString('latin1')).toBe('from s_client\n');
    });
  });
});

const withoutGnutls = absentProgram('gnutls-serv') ?? absentProgram('gnutls-cli');

(withoutGnutls === null ? describe : describe.skip)(`GnuTLS${withoutGnutls === null ? '' : ` (skipped: ${withoutGnutls})`}`, () => {
  const [{ library } = { library: undefined }] = libraries;
  if (library === undefined) throw new Error('no OpenSSL');

  test('gnutls-serv agrees on a profile', async () => {
    const { tool, port } = await startServer(await gnutlsServCommand(['--udp', '--srtp-profiles', 'SRTP_AES128_CM_HMAC_SHA1_80']));
    tools.push(tool);
    const client = await connected(library, { port, srtpProfiles: ['SRTP_AES128_CM_SHA1_80'] });
    expect(client.selectedSrtpProfile?.name).toBe('SRTP_AES128_CM_SHA1_80');
  });

  test('gnutls-cli has the same keys', async () => {
    const server = await TestServer.open(library, { srtpProfiles: ['SRTP_AES128_CM_SHA1_80'], ...identity('serverEc') });
    const trust = ['--x509cafile', certificateFile('root'), '--verify-hostname', hosts.good];
    const srtp = ['--srtp-profiles', 'SRTP_AES128_CM_HMAC_SHA1_80', `--keymatexport=${label}`, '--keymatexportsize=60'];
    const tool = new Tool('gnutls-cli', ['--udp', '--port', String(server.port), ...trust, ...srtp, '127.0.0.1']);
    tools.push(tool);
    const accepted = await server.next();
    await tool.says(/Handshake was completed/);
    const said = await tool.says(/[Kk]ey material: ([0-9a-fA-F]{120})/);
    expect(said[1]?.toUpperCase()).toBe(hex(srtpKeys(accepted)));
  });
});
