// A session carries the verify result of the connection that it came from, and no handshake looks at the name again: connect() does.

import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ConnectionInfo, type ConnectOptions, connect, SslContext, type SslSession } from '../../lib/index.ts';
import { type Acceptor, acceptor, saysOneRecord } from '../support/io-accept.ts';
import { describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';

describeEachLibraryAndProtocol('connect() with a session', (library, protocol) => {
  let server: Acceptor;
  let port = 0;

  beforeAll(async () => {
    const context = new SslContext({ role: 'server', library, ...identity('server'), ...only(protocol) });
    server = await acceptor({ context }, saysOneRecord);
    port = server.port;
  });

  afterAll(() => {
    server.close();
  });

  // Connects, reads, ends in peace: what the connection was, and its last session.
  const visit = async (
    options: Partial<ConnectOptions>,
  ): Promise<{ connection: ConnectionInfo | null; session: SslSession | undefined }> => {
    let session: SslSession | undefined;
    const onSession = (made: SslSession): void => {
      session = made;
    };
    const socket = await connect({ host: '127.0.0.1', port, library, serverName: hosts.good, onSession, ...options });
    await once(socket, 'data');
    socket.end();
    await once(socket, 'finish');
    const { connection } = socket;
    socket.destroy();
    return { connection, session };
  };
  const trusting = { ca: certificatePem('root') };
  const sessionOf = async (options: Partial<ConnectOptions>): Promise<SslSession> => {
    const { session } = await visit(options);
    if (session === undefined) throw new Error('no session came');
    return session;
  };

  test('resumes what was verified for the same name (SSL_set_session(3))', async () => {
    const session = await sessionOf(trusting);
    const { connection } = await visit({ ...trusting, session });
    expect(connection).toMatchObject({ resumed: true, verify: { verified: true } });
  });

  test('refuses a session of a connection that was not verified', async () => {
    const session = await sessionOf({ dangerousSkipVerification: true });
    await expect(visit({ ...trusting, session })).rejects.toMatchObject({ code: 'ERR_SSL_CERTIFICATE', family: 'peer' });
  });

  test('refuses a session whose server has no certificate for the name that is asked for now', async () => {
    const session = await sessionOf(trusting);
    await expect(visit({ ...trusting, session, verifyName: 'other.test' })).rejects.toMatchObject({
      code: 'ERR_SSL_CERTIFICATE',
      verify: { code: 62, name: 'X509_V_ERR_HOSTNAME_MISMATCH' },
    });
  });

  test('looks at no name where the caller has switched that off', async () => {
    const session = await sessionOf(trusting);
    const { connection } = await visit({ ...trusting, session, dangerousSkipNameCheck: true });
    expect(connection?.resumed).toBe(true);
  });
});
