// What libssl/tls tells beyond node:tls: the whole error queue, alerts in both directions, the certificate that was turned down, where data
// was cut off; and what it refuses where Node does not look.

import { once } from 'node:events';
import { createServer as createTcp } from 'node:net';
import { expect, test } from '@jest/globals';
import { SslError } from '../../../lib/index.ts';
import { certificatePem, hosts } from '../../support/pki.ts';
import { failure, newSession, pems, portOf, readAll, type TlsError, trusting, versions } from '../side-by-side/support.ts';
import { eachLibrary, on, own } from './support.ts';

/** What errors here have beyond Node's. */
type Precise = TlsError & Pick<SslError, 'queue' | 'alert' | 'verify' | 'sslError' | 'handshakeSteps' | 'cause'>;
const precise = (error: unknown): Precise => error as Precise;

eachLibrary('precision', (peers, library) => {
  const chosen = on(library);

  test.each(versions)('%s: a refused certificate is told with queue, alert, certificate and steps', async (_, range) => {
    const listener = await peers.listen({ ...chosen, ...pems('expired'), ...range });
    const { client, server } = await peers.refusedBy(listener, chosen);
    const error = precise(client);
    expect(error.code).toBe('CERT_HAS_EXPIRED');
    expect(error.verify).toMatchObject({ name: 'X509_V_ERR_CERT_HAS_EXPIRED', code: 10, depth: 0 });
    expect(error.verify?.certificate?.subject).toBeDefined();
    expect(error.alert).toMatchObject({ direction: 'sent', level: 'fatal', name: 'certificate_expired' });
    expect(error.queue).toEqual([expect.objectContaining({ libraryCode: 20, reasonCode: 134, reason: 'certificate verify failed' })]);
    expect(error.sslError).toBe(1);
    expect(error.handshakeSteps.at(-1)).toMatchObject({ call: 'SSL_connect', code: 1 });
    expect(error.cause).toBeInstanceOf(SslError);
    expect(error.cause).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', operation: 'SSL_connect' });
    const heard = precise(server);
    expect(heard.alert).toMatchObject({ direction: 'received', level: 'fatal', name: 'certificate_expired' });
    expect(heard).toMatchObject({ library: 'SSL routines', cause: { code: 'ERR_SSL_ALERT' } });
    expect(heard.reason).toMatch(/alert certificate expired$/);
    expect(heard.code).toBe(`ERR_SSL_${String(heard.reason).toUpperCase().replaceAll(' ', '_')}`);
  });

  test('a handshake that fails otherwise has its queue and the alert that was sent', async () => {
    const listener = await peers.listen({ ...chosen, maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256' });
    const { client, server } = await peers.refusedBy(listener, { ...chosen, ciphers: 'ECDHE-ECDSA-AES256-GCM-SHA384' });
    expect(precise(client)).toMatchObject({ alert: { direction: 'received', name: 'handshake_failure', description: 40 }, verify: null });
    expect(precise(server)).toMatchObject({
      code: 'ERR_SSL_NO_SHARED_CIPHER',
      alert: { direction: 'sent', name: 'handshake_failure' },
      queue: [{ reasonCode: 193 }],
      sslError: 1,
    });
  });

  test.each(versions)('%s: a wrong name is refused in the handshake: no data is given to the server', async (_, range) => {
    const listener = await peers.listen({ ...chosen, ...range });
    let served = 0;
    listener.on('secureConnection', () => {
      served += 1;
    });
    const client = peers.connect(listener, { ...chosen, servername: 'elsewhere.test' });
    client.write('secret');
    const [error, [heard]] = (await Promise.all([failure(client), once(listener, 'tlsClientError')])) as [TlsError, [TlsError]];
    expect(precise(error)).toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
      host: 'elsewhere.test',
      verify: { name: 'X509_V_ERR_HOSTNAME_MISMATCH' },
      alert: { direction: 'sent', name: 'bad_certificate' },
    });
    expect(error.cert).toMatchObject({ subject: { CN: hosts.good } });
    expect(precise(heard).alert).toMatchObject({ direction: 'received', name: 'bad_certificate' });
    expect(served).toBe(0);
  });

  test.each(versions)('%s: a client that showed no certificate is not authorized by resuming that session', async (_, range) => {
    const lenient = { requestCert: true, rejectUnauthorized: false, ca: certificatePem('root') };
    const listener = await peers.listen({ ...chosen, ...pems('server'), ...range, ...lenient }, (socket) => void socket.resume());
    const session = await newSession(peers, listener, chosen);
    const { client, server } = await peers.pairAt(listener, { ...chosen, session });
    expect([client.isSessionReused(), server.isSessionReused()]).toEqual([true, true]);
    expect([server.authorized, server.authorizationError]).toEqual([false, 'UNABLE_TO_GET_ISSUER_CERT']);
  });

  test.each(versions)('%s: a resumed connection under another name is refused', async (_, range) => {
    const listener = await peers.listen({ ...chosen, ...range });
    const session = await newSession(peers, listener, chosen);
    const error = await peers.refused(listener, { ...chosen, session, servername: 'elsewhere.test' });
    expect(error).toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID', host: 'elsewhere.test' });
  });

  test.each(versions)('%s: a session of a server that was not verified is refused by who verifies', async (_, range) => {
    const listener = await peers.listen({ ...chosen, ...pems('unknownCa'), ...range });
    const session = await newSession(peers, listener, { ...chosen, rejectUnauthorized: false });
    const lax = await peers.open(listener, { ...chosen, session, rejectUnauthorized: false });
    expect([lax.isSessionReused(), lax.authorized]).toEqual([true, false]);
    const again = await newSession(peers, listener, { ...chosen, rejectUnauthorized: false });
    const error = await peers.refused(listener, { ...chosen, session: again });
    expect(error.code).toMatch(/^UNABLE_TO_/);
  });

  test.each(versions)('%s: a session made under a wrong name without verification is refused by who verifies', async (_, range) => {
    const listener = await peers.listen({ ...chosen, ...range });
    const session = await newSession(peers, listener, { ...chosen, rejectUnauthorized: false, servername: 'elsewhere.test' });
    const error = await peers.refused(listener, { ...chosen, session, servername: 'elsewhere.test' });
    expect(error.code).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  });

  test.each(versions)('%s: truncated says whether the peer has ended with close_notify', async (_, range) => {
    const { client, server } = await peers.pair({ ...chosen, ...range }, chosen);
    const all = readAll(client);
    server.end('all of it');
    expect(String(await all)).toBe('all of it');
    expect(own(client).truncated).toBe(false);

    const cut = await peers.pair({ ...chosen, ...range }, chosen);
    cut.server.write('a part');
    const some = readAll(cut.client);
    await once(cut.client, 'data');
    // What carries it ends, without a word of TLS.
    (own(cut.server) as unknown as { raw: { end(): void } }).raw.end();
    expect(String(await some)).toBe('a part');
    expect(own(cut.client).truncated).toBe(true);
  });

  test('what is no TLS is told with OpenSSL’s reason', async () => {
    const plain = await peers.listenPlain((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const error = precise(await peers.refused(plain, chosen));
    expect(error.code).toMatch(/^ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG)$/);
    expect(error.queue[0]?.libraryCode).toBe(20);
    expect(error.handshakeSteps[0]).toMatchObject({ call: 'SSL_connect', ret: -1, code: 2 });
  });

  test('the network’s own errors are as the system gives them', async () => {
    const gone = createTcp().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const port = portOf(gone);
    await new Promise((resolve) => gone.close(resolve));
    const client = peers.keep(peers.tls.connect({ ...trusting, ...chosen, host: '127.0.0.1', port }));
    expect(await failure(client)).toMatchObject({ code: 'ECONNREFUSED', syscall: 'connect', address: '127.0.0.1', port });
  });

  test('a refused setting has the queue', () => {
    const thrown = (() => {
      try {
        peers.tls.createSecureContext({ ...chosen, cert: certificatePem('server'), key: pems('client').key });
      } catch (error) {
        return precise(error);
      }
      return undefined;
    })();
    expect(thrown?.code).toMatch(/^ERR_OSSL_X509_KEY_VALUES_MISMATCH$/);
    expect(thrown?.queue.length).toBeGreaterThan(0);
  });
});
