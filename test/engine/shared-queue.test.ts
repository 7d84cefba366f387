// Rule 3: with Node's own library the error queue is Node's. Whatever stands in it when we come must neither change our results nor be
// gone when we leave.

import { createPrivateKey, createPublicKey, createVerify, publicDecrypt, randomBytes } from 'node:crypto';
import tls from 'node:tls';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { OpenSSL, SslContext, SslEngine } from '../../lib/index.ts';
import { build, cc, nodeApiInclude, sharedLibrary } from '../support/compile.ts';
import { EnginePair, errorOf, reasons, trustingClient, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { libraries } from '../support/libraries.ts';
import { certificatePem, identity, keyPem } from '../support/pki.ts';
import { handshakeOnPool } from '../support/pool-handshake.ts';

interface Queue {
  push(library: number, reason: number, data: string): void;
  take(): readonly string[];
}

const exportsOpenSSL = !process.config.variables.node_shared_openssl;
const skipped = cc.absent ?? (exportsOpenSSL ? null : 'this Node exports no OpenSSL of its own');

describe('a stale error in the queue of Node’s own OpenSSL', () => {
  if (skipped !== null) {
    test.skip(skipped, () => undefined);
    return;
  }

  const node = OpenSSL.load('node');
  let queue: Queue;
  const fill = (): void => {
    queue.push(20, 999, 'left by somebody');
    queue.push(6, 101, '');
    queue.push(2, 13, '');
  };
  const left = ['20', '6', '2'];

  beforeAll(() => {
    const addon = build(cc, 'error_queue.c', 'error_queue.node', [...sharedLibrary, `-I${nodeApiInclude}`, '-DNAPI_VERSION=8']);
    const module = { exports: {} as Queue };
    process.dlopen(module, addon);
    queue = module.exports;
  });

  beforeEach(() => {
    queue.take();
  });

  // The system's library has a number of its own: with its flag set the code is no packed one.
  const libraryOf = (entry: string): string => {
    const code = BigInt(entry.split('|')[0] ?? 0);
    return (code & 0x80000000n) === 0n ? String((code >> 23n) & 0xffn) : '2';
  };

  test('the test’s own view: what is pushed is there, in order, with file, line, function and data', () => {
    fill();
    const entries = queue.take();
    expect(entries.map(libraryOf)).toEqual(left);
    expect(entries[0]?.split('|').slice(1)).toEqual(['somebody.c', '42', 'somebody', 'left by somebody']);
    expect(queue.take()).toEqual([]);
  });

  test('rule 3: every operation leaves the queue as it found it, entry by entry (ERR_get_error(3))', () => {
    fill();
    const expected = queue.take();
    const into = Buffer.alloc(100);
    const check = (what: string, operation: () => unknown): void => {
      fill();
      operation();
      expect([what, queue.take()]).toEqual([what, expected]);
    };
    const pair = new EnginePair({ library: node, client: trustingClient() });
    const { client, server } = pair;
    check('new context', () => new SslContext({ role: 'server', library: node, ...identity('serverEc') }));
    check('refused context', () => expect(() => new SslContext({ role: 'client', library: node, cipherList: 'NONSENSE' })).toThrow());
    check('new engine', () => new SslEngine(client.context, { serverName: 'a.test', verifyHost: 'a.test', alpn: ['h2'] }).close());
    check('connect', () => client.connect());
    check('drain and feed', () => server.feed(client.drain()));
    check('accept', () => server.accept());
    check('handshake', () => pair.handshake());
    check('read', () => client.read(into));
    check('peek', () => client.peek(into));
    check('write', () => client.write(into));
    check('want-write', () => expect(client.write(Buffer.alloc(60_000)).status).toBe('want-write'));
    check('connection', () => [client.connection, client.state, client.peerChain, client.verifiedChain]);
    check('feedEnd', () => client.feedEnd());
    check('failure', () => expect(client.read(into).status).toBe('failed'));
    check('shutdown', () => server.shutdown());
    check('close', () => pair.close());
  });

  test('rule 3: a step on the pool fails with its own errors alone, and leaves the queue of this thread, its callbacks included', async () => {
    const failing = (): undefined => {
      expect(() => new SslContext({ role: 'client', library: node, cipherList: 'NONSENSE' })).toThrow();
    };
    fill();
    const expected = queue.take();
    const pair = new EnginePair({
      library: node,
      client: trustingClient(),
      server: { ...identity('selfSigned'), clientHelloCallback: failing, serverNameCallback: failing },
    });
    fill();
    const { client } = await handshakeOnPool(pair);
    expect(reasons(errorOf(client))).toEqual(['20:134']);
    expect(queue.take()).toEqual(expected);
    pair.close();
  });

  test('rules 3 and 4: a stale error changes no result: want-read and want-write stay what they are (SSL_get_error(3))', () => {
    withPair({ library: node }, (pair) => {
      fill();
      expect(pair.client.connect()).toMatchObject({ status: 'want-read' });
      fill();
      expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
      fill();
      expect(pair.client.write(Buffer.alloc(60_000))).toMatchObject({ status: 'want-write', code: 3 });
      expect(pair.client.failure).toBeNull();
    });
  });

  test('rule 3: a failure’s queue holds its own errors alone', () => {
    withPair({ library: node, client: trustingClient(), server: identity('selfSigned') }, (pair) => {
      fill();
      expect(reasons(errorOf(pair.handshake().client))).toEqual(['20:134']);
    });
    fill();
    expect(() => new SslContext({ role: 'client', library: node, cipherList: 'NONSENSE' })).toThrow(
      expect.objectContaining({ queue: [expect.objectContaining({ libraryCode: 20, reasonCode: 185 })] }),
    );
  });

  test('rule 3: another OpenSSL’s operations do not touch Node’s queue at all', () => {
    fill();
    const expected = queue.take();
    for (const { library } of libraries.filter(({ name }) => name !== 'node')) {
      fill();
      withPair({ library, client: trustingClient(), server: identity('selfSigned') }, (pair) => pair.handshake());
      withConnectedPair({ library }, (pair) => pair.send('client', Buffer.from('x')));
      expect(() => new SslContext({ role: 'client', library, cipherList: 'NONSENSE' })).toThrow();
      expect(queue.take()).toEqual(expected);
    }
  });

  test('rule 3: our failures leave nothing behind in an empty queue', () => {
    withPair({ library: node, client: trustingClient(), server: identity('selfSigned') }, (pair) => pair.handshake());
    expect(
      () => new SslContext({ role: 'client', library: node, certificate: certificatePem('server'), privateKey: keyPem('client') }),
    ).toThrow();
    expect(queue.take()).toEqual([]);
  });
});

describe('node:crypto and node:tls beside engines on Node’s own OpenSSL', () => {
  const failing: readonly (readonly [what: string, run: () => unknown])[] = [
    ['a key that is none', () => createPrivateKey('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n')],
    ['a wrong passphrase', () => createPrivateKey({ key: keyPem('encrypted'), passphrase: 'wrong' })],
    ['a padding that does not check', () => publicDecrypt(createPublicKey(keyPem('server')), randomBytes(256))],
    ['a context of nonsense', () => tls.createSecureContext({ cert: 'nonsense', key: 'nonsense' })],
    ['unknown ciphers', () => tls.createSecureContext({ ciphers: 'NONSENSE' })],
  ];

  test.each(failing)('%s: failing in Node in the middle of our handshake changes neither side', (_, run) => {
    withPair({ library: OpenSSL.load('node'), client: trustingClient() }, (pair) => {
      pair.toClient.atMost = 400;
      pair.toClient.alter = (bytes) => {
        expect(run).toThrow();
        return bytes;
      };
      expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    });
  });

  test('after our failures Node’s own operations give what they gave before', () => {
    const verify = (): boolean =>
      createVerify('SHA256')
        .update('x')
        .verify(createPublicKey(keyPem('server')), randomBytes(256));
    expect(verify()).toBe(false);
    withPair({ library: OpenSSL.load('node'), client: trustingClient(), server: identity('badSignature') }, (pair) => {
      expect(pair.handshake().client.status).toBe('failed');
      expect(verify()).toBe(false);
      expect(() => createPrivateKey({ key: keyPem('encrypted'), passphrase: 'wrong' })).toThrow(
        expect.objectContaining({ code: 'ERR_OSSL_BAD_DECRYPT' }),
      );
      expect(tls.createSecureContext({ cert: certificatePem('server'), key: keyPem('server') })).toBeDefined();
    });
  });
});
