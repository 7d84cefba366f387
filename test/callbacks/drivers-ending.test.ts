// Answers that never come, that are errors, and connections that end while a callback runs or is waited for: with connect() and accept().

import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { SslContextOptions, SslEngine, SslSession } from '../../lib/index.ts';
import { Asked, carriers, type EndOptions, type Ends, startBoth } from '../support/io-both.ts';
import { closeAll, closed, rejection } from '../support/io-clients.ts';
import { describeEachLibrary, only, protocols } from '../support/libraries.ts';
import { certificatePem } from '../support/pki.ts';

type Side = 'client' | 'server';
// A callback of each side that every OpenSSL asks in every handshake, as the options that make it.
type Callback = (...parameters: readonly never[]) => unknown;
const askingCertificate = { ca: certificatePem('root'), verifyMode: 'peer' } as const;
const waitingFor: Readonly<Record<Side, (callback: Callback) => EndOptions>> = {
  client: (callback) => ({ client: { certCallback: callback as never }, server: askingCertificate }),
  server: (callback) => ({ server: { clientHelloCallback: callback as never } }),
};
const sides = ['client', 'server'] as const;
const everywhere = sides.flatMap((side) => carriers.map((carrier) => [side, carrier] as const));
const otherThan = { client: 'server', server: 'client' } as const;

describeEachLibrary('callbacks under connect() and accept()', (library) => {
  afterEach(closeAll);
  const live = (): readonly number[] => [library.liveObjects.connections, library.liveObjects.bios, library.liveObjects.sessions];
  // Both ends are over, and so is what carried them.
  const over = async (ends: Ends): Promise<readonly unknown[]> => {
    const errors = await Promise.all([rejection(ends.client), rejection(ends.server)]);
    await closed(ends.transport);
    return errors;
  };

  describe.each(everywhere)('on the %s, over %s', (side, carrier) => {
    test('an answer that never comes: the deadline ends it, and the late answer harms nothing', async () => {
      const before = live();
      const question = new Asked<undefined>();
      const { client, server } = waitingFor[side](question.callback);
      const timeout = { timeout: 300 };
      const ends = await startBoth(library, carrier, {
        client: { ...client, ...(side === 'client' ? timeout : {}) },
        accept: side === 'server' ? timeout : {},
        ...(server === undefined ? {} : { server }),
      });
      expect(await rejection(ends[side])).toMatchObject({
        code: 'ERR_SSL_TIMEOUT',
        operation: side === 'client' ? 'SSL_connect' : 'SSL_accept',
      });
      await over(ends);
      expect(live()).toEqual(before);
      question.answer.resolve(undefined);
      await new Promise(setImmediate);
      expect(question.times).toBeLessThanOrEqual(1); // 0: this machine was too slow for the question to come up
      expect(live()).toEqual(before);
    });

    test('an answer that never comes: a signal ends it with its reason, and the late rejection is not an unhandled one', async () => {
      const before = live();
      const question = new Asked<undefined>();
      const { client, server } = waitingFor[side](question.callback);
      const controller = new AbortController();
      const { signal } = controller;
      const ends = await startBoth(library, carrier, {
        client: { ...client, ...(side === 'client' ? { signal } : {}) },
        accept: side === 'server' ? { signal } : {},
        ...(server === undefined ? {} : { server }),
      });
      await question.asked;
      const reason = new Error('no longer wanted');
      controller.abort(reason);
      expect(await rejection(ends[side])).toBe(reason);
      await over(ends);
      expect(live()).toEqual(before);
      question.answer.reject(new Error('too late'));
      await new Promise(setImmediate);
    });

    test.each(['throws', 'rejects'])('a callback that %s: that very error, and the other side gets an alert', async (how) => {
      const before = live();
      const own = new Error('a callback of the test');
      const callback = how === 'throws' ? () => fail(own) : () => Promise.reject(own);
      const ends = await startBoth(library, carrier, waitingFor[side](callback));
      expect(await rejection(ends[side])).toBe(own);
      // In TLS 1.3 a server may be done before the client: then the alert is not the handshake's.
      const other = await rejection(ends[otherThan[side]]);
      expect(other).toMatchObject({ code: 'ERR_SSL_ALERT', alert: { direction: 'received', level: 'fatal' } });
      await closed(ends.transport);
      expect(live()).toEqual(before);
    });

    test('a callback that throws what is no Error: an Error with it as the cause', async () => {
      const ends = await startBoth(
        library,
        carrier,
        waitingFor[side](() => fail('just words')),
      );
      expect(await rejection(ends[side])).toMatchObject({ message: 'a callback threw', cause: 'just words' });
      await over(ends);
    });

    test('a callback that closes the engine', async () => {
      const before = live();
      const engineOf = (parameters: readonly unknown[]): SslEngine => parameters.at(-1) as SslEngine;
      const callback = (...parameters: readonly never[]): void => engineOf(parameters).close();
      const ends = await startBoth(library, carrier, waitingFor[side](callback));
      expect(await rejection(ends[side])).toMatchObject({ name: 'SslError', code: 'ERR_SSL_DESTROYED' });
      await over(ends);
      expect(live()).toEqual(before);
    });

    test('a callback that gives a promise and closes the engine', async () => {
      const before = live();
      const question = new Asked<undefined>();
      const callback = (...parameters: readonly never[]): Promise<undefined> => {
        (parameters.at(-1) as unknown as SslEngine).close();
        return question.callback();
      };
      const ends = await startBoth(library, carrier, waitingFor[side](callback));
      expect(await rejection(ends[side])).toMatchObject({ name: 'SslError', code: 'ERR_SSL_DESTROYED' });
      await over(ends);
      expect(live()).toEqual(before);
    });

    test('the peer goes while an answer is awaited: the connection ends with the answer', async () => {
      const before = live();
      const question = new Asked<undefined>();
      const controller = new AbortController();
      const { signal } = controller;
      const given = waitingFor[side](question.callback);
      const ends = await startBoth(library, carrier, {
        client: { ...given.client, ...(side === 'server' ? { signal } : {}) },
        accept: side === 'client' ? { signal } : {},
        server: { ...given.server, maxProtocol: 'TLSv1.2' }, // a client of TLS 1.3 has all that it needs for its handshake already
      });
      await question.asked;
      controller.abort(new Error('gone'));
      await rejection(ends[otherThan[side]]);
      await new Promise(setImmediate);
      question.answer.resolve(undefined);
      expect(await rejection(ends[side])).toMatchObject({ name: 'SslError' });
      await over(ends);
      expect(live()).toEqual(before);
    });
  });

  test.each(carriers)('over %s: a callback that destroys the transport', async (carrier) => {
    const before = live();
    let transport: Duplex | null = null;
    const callback = async (): Promise<undefined> => {
      await new Promise(setImmediate);
      transport?.destroy();
      return undefined;
    };
    const ends = await startBoth(library, carrier, { server: { clientHelloCallback: callback } });
    ({ transport } = ends);
    for (const error of await over(ends)) expect(error).toMatchObject({ name: 'SslError' });
    expect(live()).toEqual(before);
  });

  // After the handshake the socket is there, and a callback can be asked inside of its reads: for a client certificate.
  describe.each(['destroys the socket', 'closes the engine', 'throws', 'rejects'])(
    'asked after the handshake, a callback that %s',
    (how) => {
      test.each(carriers)('over %s ends the connection, and nothing else', async (carrier) => {
        const before = live();
        const own = new Error('a callback of the test');
        const ends = await startBoth(library, carrier, {
          client: {
            ...only('TLSv1.3'),
            postHandshakeAuth: true,
            certCallback: (engine) => {
              if (how === 'closes the engine') engine.close();
              if (how === 'destroys the socket') socket?.destroy();
              if (how === 'throws') throw own;
              return how === 'rejects' ? Promise.reject(own) : undefined;
            },
          },
          server: { ...only('TLSv1.3'), ca: certificatePem('root'), conf: { VerifyMode: 'RequestPostHandshake' } },
        });
        const [ours, theirs] = await Promise.all([ends.client, ends.server]);
        const socket: typeof ours | null = ours;
        const errors: Error[] = [];
        ours.on('error', (error) => errors.push(error));
        const gone = new Promise((resolve) => ours.on('close', resolve));
        theirs.on('error', () => undefined);
        theirs.engine.requestClientCertificate();
        theirs.write('x');
        theirs.resume();
        ours.resume();
        await gone;
        if (how === 'destroys the socket') expect(errors).toEqual([]);
        else if (how === 'closes the engine') expect(errors).toMatchObject([{ name: 'SslError', code: 'ERR_SSL_DESTROYED' }]);
        else expect(errors).toEqual([own]);
        theirs.destroy();
        await closed(ends.transport);
        expect(live()).toEqual(before);
      });
    },
  );

  // OpenSSL has no way to hear of a failure there: it goes on as if there were no session (SSL_CTX_sess_set_get_cb(3)).
  test.each(protocols)('%s: getSessionCallback that throws: accept() rejects with it, and the connection is dropped', async (protocol) => {
    const own = new Error('the store is gone');
    const options: Partial<SslContextOptions> = { options: ['SSL_OP_NO_TICKET'], sessionIdContext: 'here', ...only(protocol) };
    const sessions: SslSession[] = [];
    const onSession = (made: SslSession): void => void sessions.push(made);
    const stored = await startBoth(library, 'TCP', { client: { onSession }, server: options });
    const [client, server] = await Promise.all([stored.client, stored.server]);
    server.write('x');
    await once(client, 'data');
    const session = sessions.at(-1);
    if (session === undefined) throw new Error('no session');
    const ends = await startBoth(library, 'TCP', { client: { session }, server: { ...options, getSessionCallback: () => fail(own) } });
    expect(await rejection(ends.server)).toBe(own);
    await closed(ends.transport);
  });
});

function fail(error: unknown): never {
  throw error;
}
