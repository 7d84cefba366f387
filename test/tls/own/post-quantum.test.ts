// What libssl/tls tells of post-quantum groups and certificates: as node:tls of Node 24 and 26 does, whatever Node runs it.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import nodeTls from 'node:tls';
import { afterEach, expect, test } from '@jest/globals';
import { OpenSSL } from '../../../lib/index.ts';
import * as libsslTls from '../../../lib/tls/index.ts';
import { closeAll, closeLater } from '../../support/io-clients.ts';
import { describeEachOf } from '../../support/libraries.ts';
import { hosts } from '../../support/pki.ts';
import { librariesWithPostQuantum, postQuantum } from '../../support/post-quantum.ts';
import type { Tls } from '../side-by-side/support.ts';

const modules: readonly (readonly [name: string, tls: Tls, options: object])[] = [
  ...librariesWithPostQuantum().map(
    ([name, library]) => [`libssl/tls, OpenSSL ${name}`, libsslTls as unknown as Tls, { library }] as const,
  ),
  ...(OpenSSL.load('node').isAtLeast('3.5') ? [['node:tls', nodeTls, {}] as const] : []),
];

const entries = modules.map(([name, tls, options]) => [name, { tls, options }] as const);

describeEachOf('%s', entries, (_, { tls, options }) => {
  let server: ReturnType<Tls['createServer']> | null = null;
  afterEach(() => {
    closeAll();
    server?.close();
    server = null;
  });

  test('the group in place of a key, the certificate, the schemes', async () => {
    const { certificate: cert, privateKey: key } = postQuantum('ML-DSA-65');
    const schemes: string[] = [];
    server = tls.createServer({ ...options, cert, key }, (socket) => {
      schemes.push(...socket.getSharedSigalgs());
      socket.on('error', () => undefined);
      socket.write('x');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const client = closeLater(tls.connect({ ...options, port, host: '127.0.0.1', servername: hosts.good, ca: cert }));
    await once(client, 'data');
    expect(client.authorized).toBe(true);
    expect(client.getEphemeralKeyInfo()).toEqual({ type: 'TLSGroup', name: 'X25519MLKEM768' });
    expect(schemes).toEqual(expect.arrayContaining(['id-ml-dsa-44+UNDEF', 'id-ml-dsa-65+UNDEF', 'id-ml-dsa-87+UNDEF']));
    expect(client.getPeerCertificate()).toMatchObject({ subject: { CN: 'ML-DSA-65' }, subjectaltname: `DNS:${hosts.good}` });
    client.end();
  });
});
