// connectSync(): the handshake with peers in another process, with both kinds of BIO. SSL_connect(3), SSL_set_fd(3)

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connectSync, SslContext, type SyncSslSocket, sslErrorName } from '../../lib/index.ts';
import { local, trusting } from '../support/io-clients.ts';
import { Peer, type PeerServer } from '../support/io-peer.ts';
import { absentProgram, gnutlsServCommand, opensslPrograms, sServerCommand } from '../support/io-tools.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';

const versions = ['TLSv1.2', 'TLSv1.3'] as const;
const bios = ['pair', 'socket'] as const;
const combinations = versions.flatMap((version) => bios.map((bio) => [version, bio] as const));

let peer: Peer;
beforeAll(async () => {
  peer = await Peer.start();
});
afterAll(() => peer.stop());

describeEachLibrary('connectSync() to node:tls', (library) => {
  let echo: PeerServer;
  let asking: PeerServer;
  let six: PeerServer;
  beforeAll(async () => {
    echo = await peer.listen({ kind: 'tls', alpn: ['h2', 'http/1.1'] });
    asking = await peer.listen({ kind: 'tls', clientCertificate: 'require' });
    six = await peer.listen({ kind: 'tls', host: '::1' });
  });

  test.each(combinations)('%s, bio %s: finishes a verified handshake, echoes and closes', (version, bio) => {
    const socket = connectSync({ ...local(library, echo.port), minProtocol: version, maxProtocol: version, bio });
    expect(socket.connection).toMatchObject({
      protocol: version,
      serverName: hosts.good,
      verify: { verified: true, code: 0, peerName: hosts.good },
    });
    expect(socket.peerCertificate?.altNames).toContainEqual({ type: 'DNS', value: hosts.good });
    expect(socket.peerChain).toHaveLength(2);
    expect(socket.write('hello')).toBe(5);
    expect(String(socket.read())).toBe('hello');
    expect(socket.shutdown()).toBe('sent');
    expect(socket.read()).toBeNull();
    expect(socket.shutdown()).toBe('complete');
    socket.close();
  });

  test('records the handshake call by call, with the bytes of each', () => {
    const socket = connectSync(local(library, echo.port));
    const steps = socket.handshakeSteps;
    expect(steps.map(({ call, ret, code }) => `${call} ${ret} ${sslErrorName(code)}`)).toEqual([
      ...steps.slice(1).map(() => 'SSL_connect -1 SSL_ERROR_WANT_READ'),
      'SSL_connect 1 SSL_ERROR_NONE',
    ]);
    expect(steps[0]?.sent).toBeGreaterThan(100);
    expect(steps[0]?.received).toBeGreaterThan(100);
    expect(steps.at(-1)?.sent).toBeGreaterThan(0); // the Finished leaves after the call that returned 1: rule 14
    socket.close();
  });

  test('with the socket BIO there is one call, and OpenSSL counts no bytes for us', () => {
    const socket = connectSync({ ...local(library, echo.port), bio: 'socket' });
    expect(socket.handshakeSteps).toMatchObject([{ call: 'SSL_connect', ret: 1, code: 0, sent: null, received: null }]);
    socket.close();
  });

  test.each(bios)('bio %s: agrees on a protocol (RFC 7301), and sends the server name that was asked for', (bio) => {
    const socket = connectSync({ ...local(library, echo.port), alpn: ['http/1.1'], serverName: hosts.second, bio });
    expect(socket.connection).toMatchObject({ alpn: 'http/1.1', serverName: hosts.second, verify: { peerName: hosts.second } });
    socket.close();
  });

  test.each(combinations)('%s, bio %s: shows its certificate where the server requires one', (version, bio) => {
    const socket = connectSync({ ...local(library, asking.port), ...identity('client'), maxProtocol: version, bio });
    socket.write('it is me');
    expect(String(socket.read())).toBe('it is me');
    socket.close();
  });

  test.each(bios)('bio %s, TLS 1.3: a missing client certificate is refused in the first read (rule 16)', (bio) => {
    const socket = connectSync({ ...local(library, asking.port), minProtocol: 'TLSv1.3', bio });
    expect(() => socket.read()).toThrow(expect.objectContaining({ code: 'ERR_SSL_ALERT', operation: 'SSL_read_ex' }));
    expect(socket.engine.failure?.alert).toMatchObject({ direction: 'received', description: 116 });
    socket.close();
  });

  test.each(['::1', '[::1]'])('connects to the IPv6 address %s', (host) => {
    const socket = connectSync({ ...trusting(library), host, port: six.port });
    expect(socket.connection.verify.verified).toBe(true);
    socket.close();
  });

  test('connects to localhost, wherever it is', () => {
    const socket = connectSync({ ...local(library, echo.port), host: 'localhost' });
    expect(socket.connection.verify.verified).toBe(true);
    socket.close();
  });

  test('works with a pair of 1 byte (rule 40)', () => {
    const socket = connectSync({ ...local(library, echo.port), bufferSize: 1 });
    socket.write('through the eye of a needle');
    expect(String(socket.read())).toBe('through the eye of a needle');
    socket.close();
  });

  test('takes a context in place of settings, for many connections', () => {
    const context = new SslContext({ role: 'client', library, ca: certificatePem('root') });
    const sockets: SyncSslSocket[] = [1, 2, 3].map(() =>
      connectSync({ context, serverName: hosts.good, host: '127.0.0.1', port: echo.port }),
    );
    for (const socket of sockets) {
      socket.write('x');
      expect(String(socket.read())).toBe('x');
    }
    for (const socket of sockets) socket.close();
  });

  test.each(bios)('bio %s: leaves no native object and no descriptor behind', (bio) => {
    const before = library.liveObjects;
    const sockets = [1, 2, 3].map(() => connectSync({ ...local(library, echo.port), bio }));
    expect(library.liveObjects.connections - before.connections).toBe(3);
    for (const socket of sockets) socket.close();
    expect(library.liveObjects.connections).toBe(before.connections);
    expect(library.liveObjects.bios).toBe(before.bios);
  });
});

describe.each(opensslPrograms)('connectSync() to s_server of $name', ({ program }) => {
  let port: number;
  beforeAll(async () => {
    port = await peer.run(sServerCommand(program, ['-rev']));
  });

  describeEachLibrary('from', (library) => {
    test.each(combinations)('%s, bio %s: is verified, and the answer comes back', (version, bio) => {
      const socket = connectSync({ ...local(library, port), minProtocol: version, maxProtocol: version, bio });
      expect(socket.connection).toMatchObject({ protocol: version, verify: { verified: true } });
      socket.write('stressed\n');
      expect(String(socket.read())).toBe('desserts\n');
      socket.close();
    });
  });
});

const noGnutls = absentProgram('gnutls-serv');
(noGnutls === null ? describe : describe.skip)(`connectSync() to gnutls-serv${noGnutls === null ? '' : ` (skipped: ${noGnutls})`}`, () => {
  let port: number;
  beforeAll(async () => {
    port = await peer.run(await gnutlsServCommand());
  });

  describeEachLibrary('from', (library) => {
    test.each(combinations)('%s, bio %s: is verified, and the echo comes back', (version, bio) => {
      const socket = connectSync({ ...local(library, port), minProtocol: version, maxProtocol: version, bio });
      expect(socket.connection).toMatchObject({ protocol: version, verify: { verified: true } });
      socket.write('over to gnutls\n');
      expect(String(socket.read())).toBe('over to gnutls\n');
      socket.close();
    });
  });
});
