// What connect() and connectSync() accept and refuse: secure unless told otherwise, and each dangerous… option does what it says and no more.

import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type ClientOptions, type ConnectionInfo, connectSync, SslContext, SslError } from '../../lib/index.ts';
import { closeAll, closed, local, open, rejection, thrown } from '../support/io-clients.ts';
import { Peer, type PeerServer } from '../support/io-peer.ts';
import { sServerCommand } from '../support/io-tools.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificatePem, hosts, type Identity } from '../support/pki.ts';

let peer: Peer;
const servers = new Map<Identity, Promise<PeerServer>>();
beforeAll(async () => {
  peer = await Peer.start();
});
afterAll(() => peer.stop());

async function portOf(identity: Identity): Promise<number> {
  const server = servers.get(identity) ?? peer.listen({ kind: 'tls', identity });
  servers.set(identity, server);
  return (await server).port;
}

describeEachLibrary('the security of connect() and connectSync()', (library) => {
  afterEach(closeAll);
  type Options = Partial<ClientOptions> & { readonly host?: string };

  // Both give the same; connectSync() with both BIOs.
  const accepted = async (port: number, options: Options): Promise<ConnectionInfo> => {
    const all = { ...local(library, port), timeout: 10_000, ...options };
    const first = await open(all);
    const { connection } = first;
    await closed(first.destroy());
    for (const bio of ['pair', 'socket'] as const) {
      const socket = connectSync({ ...all, bio });
      expect(socket.connection).toMatchObject({ protocol: connection?.protocol, verify: connection?.verify });
      socket.close();
    }
    return connection as ConnectionInfo;
  };
  const refused = async (port: number, options: Options): Promise<SslError> => {
    const all = { ...local(library, port), timeout: 10_000, ...options };
    const error = await rejection(open(all));
    expect(error).toBeInstanceOf(SslError);
    for (const bio of ['pair', 'socket'] as const) {
      const other = thrown(() => connectSync({ ...all, bio }));
      expect(other).toBeInstanceOf(SslError);
      expect(other).toMatchObject({
        code: (error as SslError).code,
        verify: (error as SslError).verify && { code: (error as SslError).verify?.code },
      });
    }
    return error as SslError;
  };
  const withoutTrust = (port: number): Omit<ReturnType<typeof local>, 'ca'> => {
    const { ca: _, ...rest } = local(library, port);
    return rest;
  };

  test.each<[Identity, readonly number[]]>([
    ['selfSigned', [18]],
    ['unknownCa', [20, 21]],
    ['expired', [10]],
    ['expiredIntermediate', [10]],
    ['notYetValid', [9]],
    ['otherHost', [62]],
    ['clientPurpose', [26]],
    ['badSignature', [7]],
    ['unknownCritical', [34]],
  ])('%s: is refused', async (identity, codes) => {
    const error = await refused(await portOf(identity), {});
    expect(error.code).toBe('ERR_SSL_CERTIFICATE');
    expect(codes).toContain(error.verify?.code);
  });

  test('trust is the system’s unless given: our test root is not in it', async () => {
    const port = await portOf('server');
    const error = await rejection(open(withoutTrust(port)));
    expect(error).toMatchObject({ code: 'ERR_SSL_CERTIFICATE' });
    expect([19, 20, 21]).toContain((error as SslError).verify?.code);
    expect(thrown(() => connectSync(withoutTrust(port)))).toMatchObject({ code: 'ERR_SSL_CERTIFICATE' });
  });

  test('a context that trusts nobody refuses everybody', async () => {
    const port = await portOf('server');
    const options = { host: '127.0.0.1', port, serverName: hosts.good, context: new SslContext({ role: 'client', library }) };
    expect(await rejection(open(options))).toMatchObject({ code: 'ERR_SSL_CERTIFICATE' });
    expect(thrown(() => connectSync(options))).toMatchObject({ code: 'ERR_SSL_CERTIFICATE' });
  });

  test('a context with verifyMode none is verified all the same', async () => {
    const context = new SslContext({ role: 'client', library, ca: certificatePem('root'), verifyMode: 'none' });
    const options = { host: '127.0.0.1', serverName: hosts.good, context };
    for (const [identity, code] of [
      ['otherHost', 62],
      ['expired', 10],
    ] as const) {
      const port = await portOf(identity);
      expect(await rejection(open({ ...options, port }))).toMatchObject({ verify: { code } });
      expect(thrown(() => connectSync({ ...options, port }))).toMatchObject({ verify: { code } });
    }
    const socket = await open({ ...options, port: await portOf('server') });
    expect(socket.connection?.verify.verified).toBe(true);
  });

  test('a conf command cannot switch verification off', async () => {
    const conf = { VerifyMode: 'None' };
    const outcome = await rejection(open({ ...local(library, await portOf('selfSigned')), conf }));
    expect(outcome).toBeInstanceOf(Error);
  });

  test('a cipher without certificates does not pass as verified', async () => {
    // Both sides agree to know nothing of each other: there is no certificate to refuse.
    const port = await peer.run(sServerCommand('openssl', ['-tls1_2', '-cipher', 'aNULL:@SECLEVEL=0']));
    await refused(port, { cipherList: 'aNULL:@SECLEVEL=0', maxProtocol: 'TLSv1.2' });
  });

  test('TLS 1.1 is refused, by every dangerous… option but its own', async () => {
    const { port } = await peer.listen({ kind: 'tls', minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' });
    const weakest = { cipherList: 'ALL:@SECLEVEL=0' };
    for (const options of [{}, weakest, { ...weakest, dangerousSkipVerification: true }, { ...weakest, dangerousSkipNameCheck: true }]) {
      expect((await refused(port, options)).verify).toBeNull();
    }
    const outcome = await accepted(port, { ...weakest, dangerousMinProtocol: 'TLSv1.1' }).catch((error: unknown) => error);
    // A build may have no TLS 1.1 at all; then OpenSSL says so.
    if (outcome instanceof SslError) expect(outcome).toMatchObject({ family: 'peer', sslError: 1 });
    else expect(outcome).toMatchObject({ protocol: 'TLSv1.1', verify: { verified: true } });
  });

  test('dangerousMinProtocol weakens nothing else', async () => {
    expect((await refused(await portOf('selfSigned'), { dangerousMinProtocol: 'TLSv1' })).verify?.code).toBe(18);
    expect((await refused(await portOf('otherHost'), { dangerousMinProtocol: 'TLSv1' })).verify?.code).toBe(62);
    expect((await accepted(await portOf('server'), { dangerousMinProtocol: 'TLSv1' })).protocol).toBe('TLSv1.3');
  });

  test.each<Identity>(['selfSigned', 'unknownCa', 'expired', 'otherHost', 'clientPurpose'])(
    'dangerousSkipVerification accepts %s, and does not call it verified',
    async (identity) => {
      const { verify, protocol, serverName } = await accepted(await portOf(identity), { dangerousSkipVerification: true });
      expect(verify.verified).toBe(false);
      expect(protocol).toBe('TLSv1.3');
      expect(serverName).toBe(hosts.good);
    },
  );

  test('dangerousSkipNameCheck accepts another name, verified, and nothing else', async () => {
    const { verify } = await accepted(await portOf('otherHost'), { dangerousSkipNameCheck: true });
    expect(verify).toMatchObject({ verified: true, code: 0, peerName: null });
    for (const [identity, code] of [
      ['selfSigned', 18],
      ['expired', 10],
      ['clientPurpose', 26],
    ] as const) {
      expect((await refused(await portOf(identity), { dangerousSkipNameCheck: true })).verify?.code).toBe(code);
    }
  });

  test('an option that is false or undefined switches nothing off', async () => {
    const off = { dangerousSkipVerification: false, dangerousSkipNameCheck: false };
    expect((await refused(await portOf('selfSigned'), off)).verify?.code).toBe(18);
    expect((await refused(await portOf('otherHost'), off)).verify?.code).toBe(62);
  });

  test('the name is verifyName, else serverName, else the host', async () => {
    const port = await portOf('server');
    const { serverName: _, ...nameless } = local(library, port);
    const code = async (options: object): Promise<number> => {
      const outcome = await open({ ...nameless, ...options }).catch((error: unknown) => error as SslError);
      return outcome instanceof SslError ? (outcome.verify?.code ?? -1) : 0;
    };
    expect(await code({})).toBe(64); // 127.0.0.1 is not in the certificate
    expect(await code({ host: 'localhost' })).toBe(62);
    expect(await code({ host: 'localhost', serverName: null })).toBe(62);
    expect(await code({ serverName: hosts.second })).toBe(0);
    expect(await code({ serverName: 'other.test' })).toBe(62);
    expect(await code({ serverName: 'other.test', verifyName: hosts.good })).toBe(0);
    expect(await code({ serverName: hosts.good, verifyName: 'other.test' })).toBe(62);
    expect(await code({ serverName: null, verifyName: hosts.good })).toBe(0);
    expect(await code({ verifyName: hosts.ip })).toBe(0);
    expect(await code({ verifyName: hosts.ipv6 })).toBe(0);
    expect(await code({ verifyName: '192.0.2.9' })).toBe(64);
    expect(await code({ verifyName: hosts.good.toUpperCase() })).toBe(0);
  });

  test('SNI is the host if it is a name, without the dot of a complete one; never an address; none for null', async () => {
    const port = await portOf('server');
    const { serverName: _, ...nameless } = local(library, port);
    const sni = async (options: object): Promise<string | null | undefined> =>
      (await open({ ...nameless, dangerousSkipNameCheck: true, ...options })).connection?.serverName;
    expect(await sni({ host: 'localhost' })).toBe('localhost');
    expect(await sni({ host: 'LOCALHOST' })).toBe('localhost');
    expect(await sni({ host: '127.0.0.1' })).toBeNull();
    expect(await sni({ host: 'localhost', serverName: null })).toBeNull();
    expect(await sni({ host: 'localhost', serverName: 'other.test' })).toBe('other.test');
  });

  test('wildcards stand for one label; an address in a DNS name is none; a common name counts where there is no other', async () => {
    const wild = await portOf('wildcard');
    const verifying = (verifyName: string): Options => ({ verifyName });
    expect((await accepted(wild, verifying('a.wild.test'))).verify.verified).toBe(true);
    expect((await refused(wild, verifying('a.b.wild.test'))).verify?.code).toBe(62);
    expect((await refused(wild, verifying('wild.test'))).verify?.code).toBe(62);
    expect((await refused(await portOf('ipAsDnsName'), verifying(hosts.ip))).verify?.code).toBe(64);
    expect((await accepted(await portOf('cnOnly'), {})).verify.verified).toBe(true);
  });
});
