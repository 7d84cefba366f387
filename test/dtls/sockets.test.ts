// connectDatagram() and createDatagramServer() over UDP of 127.0.0.1: messages both ways, facts, ends.

import { createPublicKey } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { connectDatagram } from '../../lib/index.ts';
import { bytes, closePeers, closing, connected, nextMessage, TestServer } from '../support/datagram-peers.ts';
import { describeEachLibrary, isAtLeast } from '../support/libraries.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';

afterEach(closePeers);

describeEachLibrary('sockets of datagrams', (library) => {
  test('messages keep their boundaries both ways, and both sides know each other', async () => {
    const server = await TestServer.open(library, { alpn: ['coap'] });
    const client = await connected(library, { port: server.port, alpn: ['coap'] });
    const accepted = await server.next();
    expect(client.connection).toMatchObject({ protocol: 'DTLSv1.2', alpn: 'coap', verify: { verified: true } });
    expect(accepted.connection).toMatchObject({ protocol: 'DTLSv1.2', alpn: 'coap', serverName: hosts.good });
    expect(client.peerCertificate?.subject).toContain('CN');
    expect([client.remoteAddress, client.remotePort]).toEqual(['127.0.0.1', server.port]);
    expect([accepted.remoteAddress, accepted.remotePort]).toEqual(['127.0.0.1', client.localPort]);
    expect([...accepted.exportKeyingMaterial(16, 'a label')]).toEqual([...client.exportKeyingMaterial(16, 'a label')]);
    expect(client.handshakeSteps.at(-1)).toMatchObject({ call: 'SSL_connect', ret: 1 });

    const heard: string[] = [];
    const all = new Promise<void>((resolve) => {
      accepted.on('message', (message) => {
        heard.push(Buffer.from(message).toString('latin1'));
        if (heard.length === 3) resolve();
      });
    });
    for (const text of ['one', 'two and more', 'x'.repeat(client.maxMessage)]) expect(await client.send(bytes(text))).toBe(text.length);
    await all;
    expect(heard).toEqual(['one', 'two and more', 'x'.repeat(client.maxMessage)]);
    const answer = nextMessage(client);
    accepted.send(bytes('answer'), (error, count) => expect([error, count]).toEqual([null, 6]));
    expect(await answer).toBe('answer');
    expect(server.server.stats).toMatchObject({ accepted: 1, established: 1, cookiesAsked: 1, open: 1, ignored: 0 });
  });

  test('shutdown() is answered by close_notify: complete here, a close by the peer there', async () => {
    const server = await TestServer.open(library);
    const client = await connected(library, { port: server.port });
    const accepted = await server.next();
    const closed = Promise.all([closing(client), closing(accepted)]);
    expect(await client.shutdown()).toBe('complete');
    expect(await closed).toEqual(['local', 'peer']);
    expect([client.closed, accepted.closed, client.error, accepted.error]).toEqual([true, true, null, null]);
    expect(client.connection?.protocol).toBe('DTLSv1.2'); // it stays readable
    expect(server.server.stats).toMatchObject({ established: 1, open: 0 });
  });

  test('close() of a server ends its connections with close_notify', async () => {
    const server = await TestServer.open(library);
    const client = await connected(library, { port: server.port });
    await server.next();
    const closed = closing(client);
    await new Promise<void>((resolve) => server.server.close(resolve));
    expect(await closed).toBe('peer');
    expect(server.server.listening).toBe(false);
  });

  test('an iterator gives what came before it and after, and ends with the connection', async () => {
    const server = await TestServer.open(library);
    const client = await connected(library, { port: server.port });
    const accepted = await server.next();
    await client.send(bytes('first'));
    await client.send(bytes('second'));
    const heard: string[] = [];
    for await (const message of accepted) {
      heard.push(Buffer.from(message).toString('latin1'));
      if (heard.length === 2) client.close();
    }
    expect(heard).toEqual(['first', 'second']);
  });

  test('a server asks clients for certificates, chooses by name, and resumes sessions', async () => {
    const server = await TestServer.open(library, {
      clientCertificate: 'require',
      ca: certificatePem('root'),
      contexts: { [hosts.second]: identity('serverEc') },
    });
    const client = await connected(library, { port: server.port, ...identity('client') });
    const accepted = await server.next();
    expect(accepted.connection?.verify.verified).toBe(true);
    expect(accepted.peerCertificate).not.toBeNull();
    const { session } = client.engine;
    await client.shutdown();
    const again = await connected(library, { port: server.port, ...identity('client'), ...(session === null ? {} : { session }) });
    expect(again.connection?.resumed).toBe(true);
    const named = await connected(library, { port: server.port, serverName: hosts.second, ...identity('client') });
    expect([client, named].map(({ connection }) => connection?.cipher?.name.includes('ECDSA'))).toEqual([false, true]);
    expect((await server.next()).connection?.resumed).toBe(true);
    expect((await server.next()).connection?.verify.verified).toBe(true);
  });

  test('a pre-shared key does in place of certificates', async () => {
    const key = Buffer.alloc(32, 7);
    const cipherList = 'ECDHE-PSK-CHACHA20-POLY1305:PSK-AES128-GCM-SHA256';
    const server = await TestServer.open(library, {
      cipherList,
      pskServerCallback: (asked) => (asked.identity === 'a thing' ? { key } : null),
    });
    const psk = { cipherList, pskClientCallback: () => ({ identity: 'a thing', key }) };
    const client = await connected(library, { port: server.port, ...psk });
    expect(client.connection?.cipher?.name).toContain('PSK');
    const heard = nextMessage(await server.next());
    await client.send(bytes('from a thing'));
    expect(await heard).toBe('from a thing');
    const wrong = { cipherList, pskClientCallback: () => ({ identity: 'another', key }) };
    await expect(connected(library, { port: server.port, ...wrong })).rejects.toMatchObject({ name: 'SslError' });
    expect(server.server.stats).toMatchObject({ established: 1, open: 1 });
  });

  test('sessions of a store are resumed by another server', async () => {
    const kept = new Map<string, Uint8Array>();
    const sessionStore = { get: (id: string) => kept.get(id) ?? null, set: (id: string, der: Uint8Array) => kept.set(id, der) };
    const one = await TestServer.open(library, { sessionStore });
    const other = await TestServer.open(library, { sessionStore });
    const client = await connected(library, { port: one.port });
    const { session } = client.engine;
    if (session === null) throw new Error('no session');
    await client.shutdown();
    expect(kept.size).toBe(1);
    const again = await connected(library, { port: other.port, session });
    expect(again.connection?.resumed).toBe(true);
  });

  test('messages cross a renegotiation that a server allows and begins', async () => {
    const server = await TestServer.open(library, { clearOptions: ['SSL_OP_NO_RENEGOTIATION'] });
    const client = await connected(library, { port: server.port });
    const accepted = await server.next();
    accepted.engine.renegotiate();
    const heard: string[] = [];
    const all = new Promise<void>((resolve) => {
      client.on('message', (message) => {
        heard.push(Buffer.from(message).toString('latin1'));
        if (heard.includes('behind it')) resolve();
      });
    });
    await accepted.send(bytes('before it'));
    client.on('message', () => void client.send(bytes('from the client')));
    await nextMessage(accepted);
    await accepted.send(bytes('behind it'));
    await all;
    expect(heard).toEqual(['before it', 'behind it']);
  });

  (isAtLeast(library, '3.2') ? test : test.skip)('a raw public key does in place of a certificate', async () => {
    const server = await TestServer.open(library, { serverCertTypes: ['raw-public-key'] });
    const key = createPublicKey(certificatePem('server')).export({ type: 'spki', format: 'pem' }).toString();
    const serverCertTypes = ['raw-public-key'] as const;
    const client = await connectDatagram({ library, host: '127.0.0.1', port: server.port, serverCertTypes, expectedPeerKeys: [key] });
    expect([client.peerCertificate, client.peerPublicKey === null]).toEqual([null, false]);
    client.close();
    const other = createPublicKey(certificatePem('serverEc')).export({ type: 'spki', format: 'pem' }).toString();
    const refused = connectDatagram({ library, host: '127.0.0.1', port: server.port, serverCertTypes, expectedPeerKeys: [other] });
    await expect(refused).rejects.toMatchObject({ name: 'SslError' });
  });
});
