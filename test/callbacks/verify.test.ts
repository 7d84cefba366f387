// The callbacks that verify, on both sides. SSL_CTX_set_verify(3), SSL_CTX_set_cert_verify_callback(3), SSL_set_retry_verify(3)

import { expect, test } from '@jest/globals';
import { MisuseError, type SslContextOptions, SslEngine, type VerifyStep } from '../../lib/index.ts';
import { EnginePair, errorOf, trustingClient } from '../support/engine-pair.ts';
import { describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';

type ClientOptions = Partial<Omit<SslContextOptions, 'role'>>;

describeEachLibraryAndProtocol('callbacks that verify', (library, protocol) => {
  const pairOf = (client: ClientOptions, server = identity('server')): EnginePair =>
    new EnginePair({ library, client: { ...only(protocol), ...client }, server: { ...only(protocol), ...server } });

  test('verifyCallback sees each certificate of a good chain, from the trusted one down, and the engine', () => {
    const seen: (readonly [number, boolean, number, string | undefined, boolean])[] = [];
    const pair = pairOf({
      ...trustingClient(),
      verifyCallback: ({ depth, ok, code, certificate }, engine) => {
        seen.push([depth, ok, code, certificate?.subject, engine instanceof SslEngine]);
        return ok;
      },
    });
    expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    expect(seen.map(([depth]) => depth)).toEqual([...seen.map(([depth]) => depth)].sort((a, b) => b - a));
    expect(seen.at(-1)).toEqual([0, true, 0, pair.client.peerCertificate?.subject, true]);
    expect(seen.every(([, ok, code]) => ok && code === 0)).toBe(true);
    pair.close();
  });

  test('verifyCallback: false over an error is that error and its alert; nothing of it is lost', () => {
    const steps: VerifyStep[] = [];
    const pair = pairOf(
      {
        ...trustingClient(),
        verifyCallback: (step) => {
          steps.push(step);
          return step.ok;
        },
      },
      identity('expired'),
    );
    const error = errorOf(pair.handshake().client);
    expect(error).toMatchObject({
      code: 'ERR_SSL_CERTIFICATE',
      verify: { code: 10, depth: 0 },
      alert: { direction: 'sent', description: 45 },
    });
    expect(steps.find(({ ok }) => !ok)).toMatchObject({ ok: false, code: 10, name: 'X509_V_ERR_CERT_HAS_EXPIRED', depth: 0 });
    expect(error.verify?.certificate?.subject).toBe(steps.at(-1)?.certificate?.subject);
    pair.close();
  });

  test('verifyCallback: true over an error goes on, with that error as the verify result', () => {
    const pair = pairOf({ ...trustingClient(), verifyCallback: () => true }, identity('expired'));
    expect(pair.handshake().client.status).toBe('done');
    expect(pair.client.connection.verify).toMatchObject({ code: 10, verified: false });
    pair.close();
  });

  test('verifyCallback: 0 over an error accepts', () => {
    const pair = pairOf({ ...trustingClient(), verifyCallback: () => 0 }, identity('expired'));
    expect(pair.handshake().client.status).toBe('done');
    expect(pair.client.connection.verify).toMatchObject({ code: 0, verified: true });
    pair.close();
  });

  test('verifyCallback: a number of its own turns a good certificate down', () => {
    const pair = pairOf({ ...trustingClient(), verifyCallback: ({ depth }) => (depth === 0 ? 23 : true) });
    expect(errorOf(pair.handshake().client)).toMatchObject({
      verify: { code: 23, name: 'X509_V_ERR_CERT_REVOKED', depth: 0 },
      alert: { description: 44 },
    });
    pair.close();
  });

  test('verifyCallback on a server sees the certificate of the client', () => {
    const subjects: (string | undefined)[] = [];
    const pair = new EnginePair({
      library,
      client: { ...only(protocol), ...trustingClient(), ...identity('client') },
      server: {
        ...only(protocol),
        ...identity('server'),
        ...trustingClient(),
        verifyMode: 'fail-if-no-peer-cert',
        verifyCallback: ({ ok, certificate }) => {
          subjects.push(certificate?.subject);
          return ok;
        },
      },
    });
    expect(pair.handshake().server.status).toBe('done');
    expect(subjects.at(-1)).toBe(pair.client.ownCertificate?.subject);
    pair.close();
  });

  test('certVerifyCallback takes the place of verification: nothing but its answer counts', () => {
    const chains: (readonly string[])[] = [];
    const certVerifyCallback: SslContextOptions['certVerifyCallback'] = (chain) => {
      chains.push(chain.map(({ subject }) => subject));
      return true;
    };
    const pair = pairOf({ verifyMode: 'peer', certVerifyCallback }, identity('expired'));
    expect(pair.handshake().client.status).toBe('done');
    expect(pair.client.connection.verify).toMatchObject({ code: 0, verified: true });
    expect(chains).toEqual([pair.client.peerChain.map(({ subject }) => subject)]);
    pair.close();
  });

  test.each([
    [false, 50, 40],
    [23, 23, 44],
    [10, 10, 45],
  ] as const)('certVerifyCallback: %p turns down with verify code %p and alert %p', (answer, code, alert) => {
    const pair = pairOf({ ...trustingClient(), certVerifyCallback: () => answer });
    expect(errorOf(pair.handshake().client)).toMatchObject({
      code: 'ERR_SSL_CERTIFICATE',
      verify: { code },
      alert: { description: alert },
    });
    pair.close();
  });

  test("certVerifyCallback: 'openssl' lets OpenSSL verify", () => {
    const good = pairOf({ ...trustingClient(), certVerifyCallback: () => 'openssl' });
    expect(good.handshake().client.status).toBe('done');
    expect(good.client.verifiedChain.length).toBeGreaterThan(1);
    good.close();
    const bad = pairOf({ ...trustingClient(), certVerifyCallback: () => 'openssl' }, identity('expired'));
    expect(errorOf(bad.handshake().client).verify?.code).toBe(10);
    bad.close();
  });

  const waits = library.isAtLeast('3.0.2');
  (waits ? test : test.skip)('an answer that comes later: want-retry-verify, then the handshake goes on', async () => {
    let asked = 0;
    let answerWith: (accepted: boolean) => void = () => undefined;
    const answer = new Promise<boolean>((resolve) => {
      answerWith = resolve;
    });
    const pair = pairOf({
      ...trustingClient(),
      certVerifyCallback: () => {
        asked += 1;
        return answer;
      },
    });
    expect(pair.handshake().client).toMatchObject({ status: 'want-retry-verify', ret: -1, code: 12 });
    expect(pair.client.connect().status).toBe('want-retry-verify'); // asked again too early
    const { pendingAnswer } = pair.client;
    expect(pendingAnswer).toBeInstanceOf(Promise);
    answerWith(true);
    await pendingAnswer;
    expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    expect(asked).toBe(1);
    expect(pair.client.pendingAnswer).toBeNull();
    expect(pair.client.connection.verify.verified).toBe(true);
    pair.close();
  });

  (waits ? test : test.skip)('an answer that comes later can turn down, or be an error', async () => {
    const down = pairOf({ ...trustingClient(), certVerifyCallback: () => Promise.resolve(23) });
    down.handshake();
    await down.client.pendingAnswer;
    expect(errorOf(down.handshake().client).verify?.code).toBe(23);
    down.close();
    const thrown = new Error('no answer');
    const broken = pairOf({ ...trustingClient(), certVerifyCallback: () => Promise.reject(thrown) });
    broken.handshake();
    await broken.client.pendingAnswer;
    expect(() => broken.client.connect()).toThrow(thrown);
    expect(broken.client.failure).toMatchObject({ verify: { code: 50 } });
    broken.close();
  });

  test('a promise where OpenSSL cannot wait is a mistake that comes out of the call', () => {
    const cases: readonly (readonly [ClientOptions, RegExp])[] = [
      [{ verifyCallback: () => Promise.resolve(true) as unknown as boolean }, /verifyCallback gave a promise/],
      ...(waits
        ? []
        : [[{ certVerifyCallback: () => Promise.resolve(true) }, /not supported by OpenSSL 1\.1\.1\w*.*SSL_set_retry_verify/] as const]),
    ];
    for (const [options, message] of cases) {
      const pair = pairOf({ ...trustingClient(), ...options });
      expect(() => pair.handshake()).toThrow(message);
      expect(pair.client.failure).not.toBeNull();
      pair.close();
    }
    const server = new EnginePair({
      library,
      client: { ...only(protocol), ...identity('client') },
      server: {
        ...only(protocol),
        ...identity('server'),
        verifyMode: 'fail-if-no-peer-cert',
        certVerifyCallback: () => Promise.resolve(true),
      },
    });
    expect(() => server.handshake()).toThrow(/a server must answer at once/);
    server.close();
  });

  test.each([undefined, null, 'yes', -1, 1.5, {}])('the answer %p of verifyCallback is a mistake, not a guess', (answer) => {
    const pair = pairOf({ ...trustingClient(), verifyCallback: () => answer as boolean });
    expect(() => pair.handshake()).toThrow(MisuseError);
    expect(errorOf(pair.client.connect()).code).toBe('ERR_SSL_CERTIFICATE');
    pair.close();
  });

  test('what a callback throws comes out unchanged, once; afterwards the failure stands', () => {
    const thrown = { not: 'even an Error' };
    const pair = pairOf({
      ...trustingClient(),
      verifyCallback: () => {
        throw thrown; // oxlint-disable-line typescript/only-throw-error -- whatever it is, it is not touched
      },
    });
    let caught: unknown;
    try {
      pair.handshake();
    } catch (error) {
      caught = error;
    }
    expect(caught).toBe(thrown);
    expect(pair.client.connect().status).toBe('failed');
    expect(pair.client.bytesToDrain).toBeGreaterThan(0); // the alert
    pair.close();
  });

  test('inside of a callback the engine answers questions, refuses operations, and can be closed', () => {
    const seen: unknown[] = [];
    const pair = pairOf({
      ...trustingClient(),
      verifyCallback: (step, engine) => {
        if (step.depth > 0) return step.ok;
        seen.push(engine.state.text.length > 0, engine.connection.verify.verified);
        for (const operate of [() => engine.connect(), () => engine.read(Buffer.alloc(1)), () => engine.shutdown()]) {
          expect(operate).toThrow(expect.objectContaining({ name: 'MisuseError', code: 'ERR_SSL_BUSY' }));
        }
        engine.close();
        seen.push(engine.closed);
        return true;
      },
    });
    const before = library.liveObjects.connections;
    pair.client.connect();
    pair.shuttleAll();
    pair.server.accept();
    pair.shuttleAll();
    for (let turn = 0; turn < 4 && !pair.client.closed; turn += 1) {
      pair.client.connect();
      if (pair.client.closed) break;
      pair.shuttleAll();
      pair.server.accept();
      pair.shuttleAll();
    }
    expect(seen).toEqual([true, false, true]);
    expect(pair.client.closed).toBe(true);
    expect(library.liveObjects.connections).toBe(before - 1);
    expect(() => pair.client.connect()).toThrow(expect.objectContaining({ code: 'ERR_SSL_CLOSED' }));
    pair.server.close();
  });
});
