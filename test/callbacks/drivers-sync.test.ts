// Callbacks that decide under connectSync(): over the BIO pair, over OpenSSL's socket BIO, over a transport of the caller's.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ConnectSyncOptions, connectSync, type SyncSslSocket } from '../../lib/index.ts';
import { local, thrown, trusting } from '../support/io-clients.ts';
import { EngineSyncTransport, ServerEngine } from '../support/io-engine-transport.ts';
import { Peer, type PeerServer } from '../support/io-peer.ts';
import { describeEachLibrary, protocols } from '../support/libraries.ts';
import { certificatePem, identity } from '../support/pki.ts';

const ways = ['pair', 'socket', 'transport'] as const;
type Way = (typeof ways)[number];
const combinations = protocols.flatMap((protocol) => ways.map((way) => [protocol, way] as const));

let peer: Peer;
let asking: PeerServer; // it requires a certificate, and echoes
beforeAll(async () => {
  peer = await Peer.start();
  asking = await peer.listen({ kind: 'tls', clientCertificate: 'require' });
});
afterAll(() => peer.stop());

describeEachLibrary('callbacks under connectSync()', (library) => {
  let transport: EngineSyncTransport | null = null;
  const open = (way: Way, options: Partial<ConnectSyncOptions>): SyncSslSocket => {
    if (way !== 'transport') return connectSync({ ...local(library, asking.port), bio: way, ...options });
    const server = new ServerEngine(library, { ca: certificatePem('root'), verifyMode: 'fail-if-no-peer-cert' });
    transport = new EngineSyncTransport(server);
    return connectSync({ ...trusting(library), transport, ...options });
  };
  const live = (): readonly number[] => [library.liveObjects.connections, library.liveObjects.bios];
  // Of a transport both sides are here: this ends the other one, and says which alert it has received.
  const endOther = (): string | null => {
    const { engine } = transport?.server ?? {};
    const alert = engine?.failure?.alert;
    engine?.close();
    transport = null;
    return alert?.direction === 'received' ? alert.name : null;
  };

  test.each(combinations)('%s, %s: they are asked, and their answers count', (protocol, way) => {
    const asked: string[] = [];
    const socket = open(way, {
      maxProtocol: protocol,
      minProtocol: protocol,
      verifyCallback: ({ ok, depth }) => {
        if (depth === 0) asked.push('verifyCallback');
        return ok;
      },
      certCallback: () => {
        asked.push('certCallback');
        return identity('client');
      },
    });
    expect(asked).toEqual(['verifyCallback', 'certCallback']);
    expect(socket.connection).toMatchObject({ protocol, verify: { verified: true } });
    socket.write('it is me');
    expect(String(socket.read())).toBe('it is me');
    socket.close();
  });

  test.each(ways)('%s: certVerifyCallback in place of OpenSSL; the name is looked at all the same', (way) => {
    const certVerifyCallback = (): boolean => true;
    const options = { ca: certificatePem('otherRoot'), ...identity('client'), certVerifyCallback };
    const socket = open(way, options);
    expect(socket.connection.verify.verified).toBe(true);
    socket.close();
    expect(() => open(way, { ...options, verifyName: 'other.test' })).toThrow(
      expect.objectContaining({ code: 'ERR_SSL_CERTIFICATE', verify: expect.objectContaining({ code: 62 }) }),
    );
  });

  describe.each(ways)('%s', (way) => {
    test('a promise cannot be waited for: a mistake that is named, and everything is freed', async () => {
      const before = live();
      const answers: readonly Promise<never>[] = [new Promise(() => undefined), Promise.reject(new Error('too late'))];
      for (const answer of answers) {
        expect(() => open(way, { certCallback: () => answer })).toThrow(
          expect.objectContaining({ name: 'MisuseError', code: 'ERR_SSL_STATE', message: expect.stringContaining('promise') }),
        );
        expect(transport?.closed ?? 1).toBe(1);
        endOther();
        expect(live()).toEqual(before);
      }
      await new Promise(setImmediate); // the rejection is nobody's any more
    });

    test.each([new Error('a callback of the test'), 'just words', undefined])(
      'what a callback throws comes out unchanged, and the server gets an alert: %p',
      async (own) => {
        const server = await peer.listen({ kind: 'tls' }); // one that has seen nothing else
        const before = live();
        const verifyCallback = (): never => {
          throw own; // oxlint-disable-line typescript/only-throw-error -- whatever it is, it is not touched
        };
        expect(thrown(() => open(way, { ...(way === 'transport' ? {} : { port: server.port }), verifyCallback }))).toBe(own);
        if (way === 'transport') expect(endOther()).toBe('internal_error');
        else expect((await server.seen('tls-error')).detail).toMatch(/ALERT_INTERNAL_ERROR/);
        expect(live()).toEqual(before);
      },
    );

    test('a callback that closes the engine ends the call, and everything is freed', () => {
      const before = live();
      const error = thrown(() =>
        open(way, {
          verifyCallback: (_, engine) => {
            engine.close();
            return true;
          },
        }),
      );
      expect(error).toMatchObject({ name: 'SslError', code: 'ERR_SSL_DESTROYED' });
      endOther();
      expect(live()).toEqual(before);
    });
  });
});
