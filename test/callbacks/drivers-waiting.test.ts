// Answers that come later, through connect() and accept(): the handshake goes on when they are there, and nothing is lost meanwhile.
// SSL_set_retry_verify(3), SSL_CTX_set_cert_cb(3), SSL_CTX_set_client_hello_cb(3)

import { once } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Identity, SslContext, type SslContextOptions, SslSocket } from '../../lib/index.ts';
import { Asked, carriers, type EndOptions, startBoth } from '../support/io-both.ts';
import { closeAll, closeLater, nothingMoves, readAll, readSome } from '../support/io-clients.ts';
import { pattern } from '../support/io-servers.ts';
import { describeEachLibrary, only, protocols } from '../support/libraries.ts';
import { certificatePem, identity } from '../support/pki.ts';

const combinations = protocols.flatMap((protocol) => carriers.map((carrier) => [protocol, carrier] as const));

describeEachLibrary('answers that come later, with connect() and accept()', (library) => {
  afterEach(closeAll);
  const asksForCertificates = { ca: certificatePem('root'), verifyMode: 'fail-if-no-peer-cert' } as const;
  const waits = library.isAtLeast('3.0.2');

  // Where an answer is waited for, what it is, and what can be seen of it afterwards.
  interface Case {
    readonly answer: unknown;
    readonly options: (callback: () => Promise<never>) => EndOptions;
    readonly seen?: (client: SslSocket, server: SslSocket) => void;
  }
  const cases: Readonly<Record<string, Case>> = {
    ...(waits
      ? { 'certVerifyCallback of a client': { answer: true, options: (callback) => ({ client: { certVerifyCallback: callback } }) } }
      : {}),
    'certCallback of a client': {
      answer: identity('client'),
      options: (callback) => ({ client: { certCallback: callback }, server: asksForCertificates }),
      seen: (_, server) => expect(server.peerCertificate?.subject).toMatch(/CN=client/),
    },
    'certCallback of a server': {
      answer: identity('serverEc'),
      options: (callback) => ({ server: { certCallback: callback } }),
      seen: (client) => expect(client.peerCertificate?.publicKey.bits).toBe(256),
    },
    'clientHelloCallback of a server': {
      answer: new SslContext({ role: 'server', library, ...identity('serverEc') }),
      options: (callback) => ({ server: { clientHelloCallback: callback } }),
      seen: (client) => expect(client.peerCertificate?.publicKey.bits).toBe(256),
    },
  };

  describe.each(Object.entries(cases))('%s', (_, { answer, options, seen }) => {
    test.each(combinations)('%s over %s: nothing moves before it, everything after it', async (protocol, carrier) => {
      const question = new Asked<never>();
      const given = options(question.callback);
      const { client, server, transport } = await startBoth(library, carrier, {
        client: { ...only(protocol), ...given.client },
        server: { ...only(protocol), ...given.server },
      });
      await question.asked;
      await nothingMoves(transport);
      question.answer.resolve(answer as never);
      const [ours, theirs] = await Promise.all([client, server]);
      expect(question.times).toBe(1);
      seen?.(ours, theirs);
      theirs.pipe(theirs);
      ours.end(pattern(100_000));
      expect((await readAll(ours)).equals(pattern(100_000))).toBe(true);
    });
  });

  test('an answer that is there in the next microtask holds nothing up', async () => {
    const { client, server } = await startBoth(library, 'Duplex', {
      server: { clientHelloCallback: () => Promise.resolve(undefined), certCallback: () => Promise.resolve(undefined) },
    });
    await Promise.all([client, server]);
  });

  (waits ? test : test.skip)('what the server sends behind its certificate meanwhile is not lost: a pair of one byte', async () => {
    const question = new Asked<boolean>();
    const { client, server, transport } = await startBoth(library, 'TCP', {
      client: { certVerifyCallback: question.callback, bufferSize: 1 },
    });
    await question.asked;
    await nothingMoves(transport);
    question.answer.resolve(true);
    const [ours, theirs] = await Promise.all([client, server]);
    theirs.pipe(theirs);
    ours.end('hello');
    expect((await readAll(ours)).toString()).toBe('hello');
  });

  test.each(carriers)('over %s: data behind a CertificateRequest after the handshake waits for the answer, and comes', async (carrier) => {
    const question = new Asked<Identity>();
    const { client, server } = await startBoth(library, carrier, {
      client: { ...only('TLSv1.3'), certCallback: question.callback, postHandshakeAuth: true },
      server: { ...only('TLSv1.3'), ca: certificatePem('root'), conf: { VerifyMode: 'RequestPostHandshake' } },
    });
    const [ours, theirs] = await Promise.all([client, server]);
    theirs.engine.requestClientCertificate();
    theirs.write(pattern(50_000));
    theirs.resume();
    const got = readSome(ours, 50_000);
    await question.asked;
    ours.write('written while it waits');
    const arrived = once(theirs, 'data');
    question.answer.resolve(identity('client'));
    expect((await got).equals(pattern(50_000))).toBe(true);
    expect(String((await arrived)[0])).toBe('written while it waits');
    expect(theirs.engine.peerCertificate?.subject).toMatch(/CN=client/);
    expect(theirs.engine.connection.verify.verified).toBe(true);
  });

  test('several questions at once, answered in another order: each connection goes on with its own answer', async () => {
    const questions: Asked<SslContext | undefined>[] = [];
    const started = await Promise.all(
      Array.from({ length: 5 }, () => {
        const question = new Asked<SslContext | undefined>();
        questions.push(question);
        return startBoth(library, 'TCP', { server: { clientHelloCallback: question.callback } });
      }),
    );
    await Promise.all(questions.map(({ asked }) => asked));
    const other = new SslContext({ role: 'server', library, ...identity('serverEc') });
    for (const index of [3, 0, 4, 2, 1]) {
      questions[index]?.answer.resolve(index % 2 === 0 ? other : undefined);
      const [socket] = await Promise.all([started[index]?.client, started[index]?.server]);
      expect(socket?.peerCertificate?.publicKey.bits).toBe(index % 2 === 0 ? 256 : 2048);
    }
  });

  test('200 at a time, with one context, each waiting twice', async () => {
    const before = library.liveObjects.connections;
    let asked = 0;
    const later = async <T>(value: T): Promise<T> => {
      asked += 1;
      for (let turns = asked % 7; turns > 0; turns -= 1) await new Promise(setImmediate);
      return value;
    };
    const shared: SslContextOptions = {
      role: 'server',
      library,
      ...identity('serverEc'),
      clientHelloCallback: () => later(undefined),
      certCallback: () => later(undefined),
    };
    const context = new SslContext(shared);
    const ends = await Promise.all(Array.from({ length: 200 }, () => startBoth(library, 'TCP', { accept: { context } })));
    const sockets = await Promise.all(ends.flatMap(({ client, server }) => [client, server]));
    expect(sockets.filter((socket) => socket instanceof SslSocket)).toHaveLength(400);
    expect(asked).toBe(400);
    for (const socket of sockets) closeLater(socket).destroy();
    expect(library.liveObjects.connections).toBe(before);
  });
});
