// OCSP responses that are stapled, and the key log.

import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { ConnectionOptions, TLSSocket } from 'node:tls';
import { expect, test } from '@jest/globals';
import { certificatePem } from '../../support/pki.ts';
import { pems, sideBySide, versions } from './support.ts';

// OCSPResponse ::= SEQUENCE { responseStatus tryLater(3) } (RFC 6960, 4.2.1)
const response = Buffer.from('30030a0103', 'hex');
const asking = { requestOCSP: true } as ConnectionOptions;
type Answer = (error: Error | null, stapled: Buffer | null) => void;

sideBySide('OCSP', (peers) => {
  test.each(versions)('a response that OCSPRequest gives is the client’s OCSPResponse, before secureConnect, %s', async (_, version) => {
    const listener = await peers.listen(version);
    listener.on('OCSPRequest', (_certificate: Buffer, _issuer: Buffer, done: Answer) => done(null, response));
    const client = peers.connect(listener, asking);
    const events: string[] = [];
    client.on('OCSPResponse', (stapled) => events.push(stapled.toString('hex')));
    client.on('secureConnect', () => events.push('secureConnect'));
    await once(client, 'secureConnect');
    expect(events).toEqual([response.toString('hex'), 'secureConnect']);
  });

  test('OCSPRequest has the certificate and its issuer', async () => {
    const listener = await peers.listen({ ca: certificatePem('intermediate') });
    const asked = new Promise<readonly (Buffer | null)[]>((resolve) => {
      listener.on('OCSPRequest', (certificate: Buffer, issuer: Buffer | null, done: Answer) => {
        resolve([certificate, issuer]);
        done(null, response);
      });
    });
    peers.connect(listener, asking);
    const [certificate, issuer] = (await asked).map((der) => (der === null ? null : new X509Certificate(der)));
    expect(certificate?.fingerprint256).toBe(new X509Certificate(certificatePem('serverEc')).fingerprint256);
    expect(issuer?.subject).toBe('CN=Test Intermediate');
  });

  test('OCSPRequest may answer later', async () => {
    const listener = await peers.listen();
    listener.on('OCSPRequest', (_certificate: Buffer, _issuer: Buffer, done: Answer) => void setImmediate(() => done(null, response)));
    const client = peers.connect(listener, asking);
    const [[stapled]] = (await Promise.all([once(client, 'OCSPResponse'), once(client, 'secureConnect')])) as [[Buffer], unknown];
    expect(stapled.equals(response)).toBe(true);
  });

  test('OCSPRequest that gives nothing leaves the client with null', async () => {
    const listener = await peers.listen();
    listener.on('OCSPRequest', (_certificate: Buffer, _issuer: Buffer, done: Answer) => done(null, null));
    const client = peers.connect(listener, asking);
    const [[stapled]] = (await Promise.all([once(client, 'OCSPResponse'), once(client, 'secureConnect')])) as [[Buffer | null], unknown];
    expect(stapled).toBeNull();
  });

  test('OCSPRequest that gives an error ends the connection with it', async () => {
    const listener = await peers.listen();
    const mine = new Error('no response to be had');
    listener.on('OCSPRequest', (_certificate: Buffer, _issuer: Buffer, done: Answer) => done(mine, null));
    const failed = once(listener, 'tlsClientError') as Promise<[Error]>;
    await peers.refused(listener, asking);
    expect((await failed)[0]).toBe(mine);
  });

  test('a client that does not ask is given none, and its server is not asked', async () => {
    const listener = await peers.listen();
    let asked = 0;
    listener.on('OCSPRequest', (_certificate: Buffer, _issuer: Buffer, done: Answer) => {
      asked += 1;
      done(null, response);
    });
    const client = peers.connect(listener);
    let given = 0;
    client.on('OCSPResponse', () => {
      given += 1;
    });
    await once(client, 'secureConnect');
    expect([asked, given]).toEqual([0, 0]);
  });

  test('OCSPRequest is about the certificate that SNI chose', async () => {
    const listener = await peers.listen(pems('server'));
    listener.addContext('other.test', pems('otherHost'));
    const asked = new Promise<Buffer>((resolve) => {
      listener.on('OCSPRequest', (certificate: Buffer, _issuer: Buffer, done: Answer) => {
        resolve(certificate);
        done(null, response);
      });
    });
    peers.connect(listener, { ...asking, servername: 'other.test' });
    expect(new X509Certificate(await asked).subject).toBe('CN=other.test');
  });
});

sideBySide('keylog', (peers) => {
  test.each([
    ['TLSv1.2', ['CLIENT_RANDOM']],
    [
      'TLSv1.3',
      [
        'CLIENT_HANDSHAKE_TRAFFIC_SECRET',
        'CLIENT_TRAFFIC_SECRET_0',
        'EXPORTER_SECRET',
        'SERVER_HANDSHAKE_TRAFFIC_SECRET',
        'SERVER_TRAFFIC_SECRET_0',
      ],
    ],
  ] as const)('says the same lines on both sides, and names the socket at the server, %s', async (version, labels) => {
    const listener = await peers.listen({ minVersion: version, maxVersion: version });
    const [atServer, atClient]: [Set<string>, Set<string>] = [new Set(), new Set()];
    const sockets = new Set<TLSSocket>();
    listener.on('keylog', (line, socket) => {
      atServer.add(line.toString());
      sockets.add(socket);
    });
    const accepted = once(listener, 'secureConnection') as Promise<[TLSSocket]>;
    const client = peers.connect(listener);
    client.on('keylog', (line) => atClient.add(line.toString()));
    await once(client, 'secureConnect');
    const [server] = await accepted;
    expect([...atClient].toSorted()).toEqual([...atServer].toSorted());
    expect(new Set([...atClient].map((line) => line.split(' ')[0]))).toEqual(new Set(labels));
    for (const line of atClient) expect(line).toMatch(/^[A-Z_0-9]+ [0-9a-f]{64} [0-9a-f]+\n$/);
    expect([...sockets]).toEqual([server]);
  });
});
