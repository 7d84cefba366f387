// Diffie-Hellman parameters of one's own: SSL_CTX_set0_tmp_dh_pkey(3), SSL_CTX_set_tmp_dh(3).

import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { accept, SslContext } from '../../lib/index.ts';
import { dhGroups, dhParameters } from '../support/dh.ts';
import { errorOf, reasons, withPair } from '../support/engine-pair.ts';
import { absentProgram, Tool } from '../support/io-tools.ts';
import { describeEachLibrary, since } from '../support/libraries.ts';
import { certificatePem, identity } from '../support/pki.ts';

// No finite-field group among the client's: 4.0 would agree on that one (RFC 7919) and leave the server's own parameters aside.
const client = { cipherList: 'DHE-RSA-AES128-GCM-SHA256', maxProtocol: 'TLSv1.2', groups: 'P-256' } as const;
const serverKeyExchange = 12;
const noProgram = absentProgram('openssl');

describeEachLibrary('dhParameters', (library) => {
  const refused = (dh: string, settings: object = {}): unknown => {
    try {
      return new SslContext({ role: 'server', library, ...identity('server'), ...settings, dhParameters: dh });
    } catch (error) {
      return error;
    }
  };

  test.each(['modp14', 'modp15'] as const)('of %s: their prime is what the server sends (RFC 5246, 7.4.3)', (group) => {
    const primes: number[] = [];
    const onMessage = ({ messageType, bytes }: { messageType: number | null; bytes: Uint8Array }): void => {
      if (messageType === serverKeyExchange) primes.push(Buffer.from(bytes).readUInt16BE(4) * 8);
    };
    const server = { ...identity('server'), dhParameters: dhParameters(group) };
    withPair({ library, client: { ...client, onMessage }, server }, (pair) => {
      expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
      expect(pair.client.connection.cipher?.name).toBe('DHE-RSA-AES128-GCM-SHA256');
    });
    expect(primes).toEqual([dhGroups[group]]);
  });

  test('of 1024 bits are refused by security level 2, when they are set: reason 394 (SSL_CTX_set_security_level(3))', () => {
    expect(refused(dhParameters('modp2'), { securityLevel: 2 })).toMatchObject({
      code: 'ERR_SSL_SETTING',
      setting: 'dhParameters',
      function: since(library, { '1.1.1': 'SSL_CTX_set_tmp_dh', '3.0': 'SSL_CTX_set0_tmp_dh_pkey' }),
      queue: [expect.objectContaining({ libraryCode: 20, reasonCode: 394 })],
    });
    expect(refused(dhParameters('modp2'), { securityLevel: 0 })).toBeInstanceOf(SslContext);
  });

  test('of 1024 bits are refused by a client of security level 2: reason 394, alert 40', () => {
    const weak = { ...identity('server'), securityLevel: 0, dhParameters: dhParameters('modp2') };
    withPair({ library, client: { ...client, securityLevel: 2 }, server: weak }, (pair) => {
      const results = pair.handshake();
      expect(reasons(errorOf(results.client))).toEqual(['20:394']);
      expect(errorOf(results.client).alert).toMatchObject({ direction: 'sent', description: 40 });
      expect(errorOf(results.server).alert).toMatchObject({ direction: 'received', description: 40 });
    });
  });

  test('what is no Diffie-Hellman parameter is refused, and nothing is left', () => {
    const before = library.liveObjects;
    const curve = '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n'; // P-256, by its object identifier
    expect(refused(curve)).toMatchObject({ setting: 'dhParameters', message: expect.stringContaining('no Diffie-Hellman parameters') });
    expect(refused(certificatePem('root'))).toMatchObject({ setting: 'dhParameters', function: 'PEM_read_bio_Parameters' });
    expect(refused(dhParameters('modp14').replace('MII', '***'))).toMatchObject({ setting: 'dhParameters' });
    expect(library.liveObjects).toEqual(before);
  });

  (noProgram === null ? test : test.skip)('openssl s_client sees the same size (openssl-s_client(1))', async () => {
    const dh = dhParameters('modp15');
    const checked = spawnSync('openssl', ['dhparam', '-noout', '-text'], { input: dh, encoding: 'utf8' });
    expect(checked.stdout).toContain('3072 bit');
    const context = new SslContext({ role: 'server', library, ...identity('server'), dhParameters: dh });
    const server = createServer((transport) => {
      accept({ context, transport }).then(
        (socket) => socket.on('error', () => undefined).resume(),
        () => undefined,
      );
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const tool = new Tool('openssl', ['s_client', '-connect', `127.0.0.1:${port}`, '-tls1_2', '-cipher', client.cipherList]);
    expect((await tool.says(/Server Temp Key: (.*)/))[1]).toBe('DH, 3072 bits');
    await tool.stop();
    server.close();
  });
});
