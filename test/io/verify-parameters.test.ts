// Verify parameters of connect() and connectSync(): they can demand more than the name that these verify anyway, and never take its place.

import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type ClientOptions, connect, connectSync, SslContext, SslError, SslSession } from '../../lib/index.ts';
import { type Acceptor, acceptor, saysOneRecord } from '../support/io-accept.ts';
import { closeAll, local, open } from '../support/io-clients.ts';
import { Peer } from '../support/io-peer.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';

let peer: Peer;
let port = 0;
let wildcardPort = 0;
beforeAll(async () => {
  peer = await Peer.start();
  ({ port } = await peer.listen({ kind: 'tls', identity: 'server' }));
  ({ port: wildcardPort } = await peer.listen({ kind: 'tls', identity: 'wildcard' }));
});
afterAll(() => peer.stop());

interface Row {
  readonly what: string;
  readonly options: Partial<ClientOptions>;
  /** The verify code, 0 where the connection is made. */
  readonly code: number;
}

const noWildcards = { hostFlags: ['X509_CHECK_FLAG_NO_WILDCARDS'] } as const;
const rows: readonly Row[] = [
  { what: 'hosts that hold, and the own name', options: { verifyParameters: { hosts: [hosts.second] } }, code: 0 },
  { what: 'one of the hosts holds', options: { verifyParameters: { hosts: ['nobody.test', hosts.second] } }, code: 0 },
  { what: 'hosts that do not hold', options: { verifyParameters: { hosts: ['nobody.test'] } }, code: 62 },
  {
    what: 'hosts that hold, and another own name: they do not stand in its place',
    options: { verifyName: 'nobody.test', verifyParameters: { hosts: [hosts.good] } },
    code: 62,
  },
  { what: 'an address that holds', options: { verifyParameters: { ip: hosts.ip } }, code: 0 },
  { what: 'an address that does not', options: { verifyParameters: { ip: '192.0.2.9' } }, code: 64 },
  {
    what: 'an address that does not, beside an own one',
    options: { verifyName: hosts.ip, verifyParameters: { ip: '192.0.2.9' } },
    code: 64,
  },
  { what: 'a mail address that does not hold', options: { verifyParameters: { email: 'a@server.test' } }, code: 63 },
  {
    what: 'hosts are the names where the own one is switched off',
    options: { dangerousSkipNameCheck: true, verifyParameters: { hosts: [hosts.second] } },
    code: 0,
  },
  {
    what: 'hosts that do not hold are none, though the own name is switched off',
    options: { dangerousSkipNameCheck: true, verifyParameters: { hosts: ['nobody.test'] } },
    code: 62,
  },
  { what: 'the caller’s time', options: { verifyParameters: { time: new Date('2200-01-01') } }, code: 10 },
];

describeEachLibrary('verify parameters of connect() and connectSync()', (library) => {
  afterEach(closeAll);
  const outcome = async (options: ClientOptions & { readonly host: string; readonly port: number }): Promise<readonly number[]> => {
    const asynchronous = await open(options).then(
      (socket) => socket.connection?.verify.code ?? -1,
      (error: unknown) => codeOf(error),
    );
    const synchronous = (['pair', 'socket'] as const).map((bio) => {
      try {
        const socket = connectSync({ ...options, bio });
        socket.close();
        return 0;
      } catch (error) {
        return codeOf(error);
      }
    });
    return [asynchronous, ...synchronous];
  };

  test.each(rows.map((row) => [row.what, row] as const))('%s', async (_, { options, code }) => {
    expect(await outcome({ ...local(library, port), ...options })).toEqual([code, code, code]);
    // The same in a context of the caller's.
    const { verifyParameters, ...rest } = options;
    const context = new SslContext({ role: 'client', library, ca: certificatePem('root'), ...(verifyParameters && { verifyParameters }) });
    const given = { host: '127.0.0.1', port, serverName: hosts.good, context };
    expect(await outcome({ ...given, ...rest })).toEqual([code, code, code]);
  });

  test('how names are compared holds for the own name too', async () => {
    const options = { ...local(library, wildcardPort), verifyName: 'a.wild.test' };
    expect(await outcome(options)).toEqual([0, 0, 0]);
    expect(await outcome({ ...options, verifyParameters: noWildcards })).toEqual([62, 62, 62]);
  });
});

describeEachLibrary('verify parameters and a session', (library) => {
  let server: Acceptor;
  let ownPort = 0;

  beforeAll(async () => {
    const context = new SslContext({ role: 'server', library, ...identity('wildcard') });
    server = await acceptor({ context }, saysOneRecord);
    ownPort = server.port;
  });
  afterAll(() => {
    server.close();
  });

  test('a resumed connection, which verifies nothing, must still be for the names, compared as the parameters say', async () => {
    let saved: Uint8Array | undefined;
    const base = { host: '127.0.0.1', port: ownPort, library, ca: certificatePem('root'), verifyName: 'a.wild.test' };
    const onSession = (made: SslSession): void => {
      saved ??= made.toDer();
    };
    const visit = async (options: Partial<ClientOptions>): Promise<boolean> => {
      const socket = await connect({ ...base, onSession, ...options });
      await once(socket, 'data');
      socket.end();
      await once(socket, 'finish');
      const resumed = socket.connection?.resumed ?? false;
      socket.destroy();
      return resumed;
    };
    const resume = (options: Partial<ClientOptions>): Promise<boolean> => {
      if (saved === undefined) throw new Error('no session came');
      return visit({ session: SslSession.fromDer(saved, library), ...options }); // anew, as a connection that ends badly spoils it
    };
    expect(await visit({})).toBe(false);
    expect(await resume({})).toBe(true);
    const refusal = (code: number): unknown => ({
      message: expect.stringContaining('the session'),
      code: 'ERR_SSL_CERTIFICATE',
      verify: { code },
    });
    await expect(resume({ verifyParameters: noWildcards })).rejects.toMatchObject(refusal(62) as object);
    await expect(resume({ verifyParameters: { hosts: ['b.other.test'] } })).rejects.toMatchObject(refusal(62) as object);
    await expect(resume({ verifyParameters: { ip: hosts.ip } })).rejects.toMatchObject(refusal(64) as object);
    await expect(resume({ verifyParameters: { email: 'a@wild.test' } })).rejects.toMatchObject(refusal(63) as object);
    expect(await resume({ verifyParameters: { hosts: ['b.wild.test'] } })).toBe(true);
  });
});

function codeOf(error: unknown): number {
  if (!(error instanceof SslError) || error.code !== 'ERR_SSL_CERTIFICATE') throw error;
  return error.verify?.code ?? -1;
}
