import { expect, test } from '@jest/globals';
import { errorOf, reasons, trustingClient, withPair } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { certificatePem, type Identity, identity } from '../support/pki.ts';

function serverOptions(verifyMode: 'peer' | 'fail-if-no-peer-cert' = 'fail-if-no-peer-cert') {
  return { ...identity('server'), ca: certificatePem('root'), verifyMode };
}

describeEachLibraryAndProtocol('client certificate', (library, protocol) => {
  const client = { ...trustingClient(), ...only(protocol) };

  test.each<Identity>(['client', 'clientEc'])(
    '%s is accepted, and the server sees it and its verified chain (SSL_get1_peer_certificate(3))',
    (name) => {
      withPair({ library, client: { ...client, ...identity(name) }, server: serverOptions() }, (pair) => {
        expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
        expect(pair.server.peerCertificate?.subject).toContain('CN=client');
        expect(pair.server.peerChain.map(({ subject }) => subject.replace(/,.*/, ''))).toHaveLength(2);
        expect(pair.server.verifiedChain).toHaveLength(3);
        expect(pair.server.connection.verify).toMatchObject({ verified: true, code: 0 });
      });
    },
  );

  test('a server that only asks goes on without one, and does not call it verified (SSL_CTX_set_verify(3))', () => {
    withPair({ library, client, server: serverOptions('peer') }, (pair) => {
      expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
      expect(pair.server.peerCertificate).toBeNull();
      expect(pair.server.connection.verify).toMatchObject({ verified: false, code: 0 });
    });
  });

  test('a server that does not ask gets none', () => {
    withPair({ library, client: { ...client, ...identity('client') } }, (pair) => {
      expect(pair.handshake().server.status).toBe('done');
      expect(pair.server.peerCertificate).toBeNull();
    });
  });
});

interface Rejection {
  readonly scene: string;
  readonly client?: Identity;
  readonly reason: number;
  readonly alert: Readonly<Record<'TLSv1.2' | 'TLSv1.3', number>>;
  readonly verify: number | null;
}

const rejections: readonly Rejection[] = [
  { scene: 'shows none', reason: 199, alert: { 'TLSv1.2': 40, 'TLSv1.3': 116 }, verify: null },
  { scene: 'shows one of an unknown CA', client: 'clientUnknown', reason: 134, alert: { 'TLSv1.2': 48, 'TLSv1.3': 48 }, verify: 20 },
  { scene: 'shows one for servers', client: 'serverEc', reason: 134, alert: { 'TLSv1.2': 43, 'TLSv1.3': 43 }, verify: 26 },
  { scene: 'shows an expired one', client: 'clientExpired', reason: 134, alert: { 'TLSv1.2': 45, 'TLSv1.3': 45 }, verify: 10 },
];

describeEachLibraryAndProtocol('rule 16: a server that rejects the client', (library, protocol) => {
  test.each(rejections.map((row) => [row.scene, row] as const))(
    'which %s: where the client learns of it (SSL_connect(3), SSL_read(3))',
    (_, row) => {
      const own = row.client === undefined ? {} : identity(row.client);
      withPair({ library, client: { ...trustingClient(), ...only(protocol), ...own }, server: serverOptions() }, (pair) => {
        const { client, server } = pair.handshake();
        const alert = row.alert[protocol];
        expect(errorOf(server)).toMatchObject({
          code: row.verify === null ? 'ERR_SSL_PROTOCOL' : 'ERR_SSL_CERTIFICATE',
          verify: row.verify === null ? null : { code: row.verify },
          alert: { direction: 'sent', description: alert },
        });
        expect(reasons(errorOf(server))).toEqual([`20:${row.reason}`]);

        if (protocol === 'TLSv1.2') {
          expect(errorOf(client)).toMatchObject({
            code: 'ERR_SSL_ALERT',
            operation: 'SSL_connect',
            alert: { direction: 'received', description: alert },
          });
          return;
        }
        // TLS 1.3: connect has returned 1, writing works, and the first read fails.
        expect(client).toMatchObject({ status: 'done', ret: 1 });
        expect(pair.client.write(Buffer.from('too early to know'))).toMatchObject({ status: 'done' });
        const read = pair.client.read(Buffer.alloc(10));
        expect(errorOf(read)).toMatchObject({
          code: 'ERR_SSL_ALERT',
          operation: 'SSL_read_ex',
          alert: { direction: 'received', description: alert },
        });
        expect(reasons(errorOf(read))).toEqual([`20:${1000 + alert}`]);
      });
    },
  );
});

describeEachLibrary('a client’s own chain', (library) => {
  test('sends what was given as its certificate, the leaf first, and nothing that was given as trust (SSL_CTX_add1_chain_cert(3))', () => {
    const leafAlone = identity('client').certificate.split(/(?<=-----END CERTIFICATE-----\n?)/)[0] ?? '';
    const client = { ...trustingClient(), certificate: leafAlone, privateKey: identity('client').privateKey };
    withPair({ library, client, server: serverOptions() }, (pair) => {
      const { server } = pair.handshake();
      expect(errorOf(server).verify?.code).toBe(20);
    });
  });
});
