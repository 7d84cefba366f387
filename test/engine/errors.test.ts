// What an SslError carries. Texts are OpenSSL's and differ: only that they are there is looked at.

import { closeSync, openSync } from 'node:fs';
import { constants as osConstants } from 'node:os';
import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import { LibsslError, SettingError, SslContext, SslEngine, SslError } from '../../lib/index.ts';
import { errorOf, reasons, trustingClient, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { describeEachLibrary, isAtLeast, since } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';

describeEachLibrary('the error queue', (library) => {
  test('an entry has code, library, reason, function, file and line, unpacked as this release packs them (ERR_get_error_all(3))', () => {
    withPair({ library, client: trustingClient(), server: identity('selfSigned') }, (pair) => {
      const error = errorOf(pair.handshake().client);
      const [entry] = error.queue;
      expect(entry).toMatchObject({
        libraryCode: 20,
        reasonCode: 134,
        library: 'SSL routines',
        reason: 'certificate verify failed',
        data: '',
      });
      expect(entry?.function).toBe(
        since(library, { '1.1.1': 'tls_process_server_certificate', '3.0': 'tls_post_process_server_certificate' }),
      );
      expect(entry?.file).toMatch(/statem_clnt\.c$/);
      expect(entry?.line).toBeGreaterThan(100);
      const packed = isAtLeast(library, '3.0') ? 20 * 2 ** 23 + 134 : entry?.code;
      expect(entry?.code).toBe(packed);
      expect((entry?.code ?? 0) & 0xfff).toBe(134);
    });
  });

  test('several entries stand oldest first, as ERR_get_error hands them out', () => {
    withPair({ library, client: trustingClient(), server: identity('badSignature') }, (pair) => {
      const error = errorOf(pair.handshake().client);
      expect(error.queue.length).toBeGreaterThan(1);
      expect(error.queue.at(-1)).toMatchObject({ libraryCode: 20, reasonCode: 134 });
    });
  });

  test('what OpenSSL adds to an entry is kept as its data (ERR_add_error_data(3))', () => {
    const make = (): SslContext => new SslContext({ role: 'client', library, conf: { NoSuchCommand: 'x' } });
    expect(make).toThrow(
      expect.objectContaining({
        setting: 'conf.NoSuchCommand',
        function: 'SSL_CONF_cmd',
        queue: [expect.objectContaining({ libraryCode: 20, reasonCode: 386, data: 'cmd=NoSuchCommand' })],
      }),
    );
  });

  test('a received alert is a reason of 1000 and its number, and its data may say so too', () => {
    withPair({ library, client: { alpn: ['a'] }, server: { ...identity('server'), alpn: ['b'] } }, (pair) => {
      const error = errorOf(pair.handshake().client);
      expect(reasons(error)).toEqual(['20:1120']);
      expect(error.queue[0]?.data).toBe(since(library, { '1.1.1': 'SSL alert number 120' }));
    });
  });

  test('each failure has a queue of its own: nothing stays for the next', () => {
    const fail = (server: 'selfSigned' | 'unknownCa'): readonly string[] =>
      withPair({ library, client: trustingClient(), server: identity(server) }, (pair) => reasons(errorOf(pair.handshake().client)));
    expect([fail('selfSigned'), fail('unknownCa'), fail('selfSigned')]).toEqual([['20:134'], ['20:134'], ['20:134']]);
  });
});

describeEachLibrary('SslError', (library) => {
  const failed = (): SslError =>
    withPair({ library, client: trustingClient(), server: identity('expired') }, (pair) => errorOf(pair.handshake().client));

  test('is an Error, a LibsslError of the family peer, with all its members', () => {
    const error = failed();
    expect(error).toBeInstanceOf(SslError);
    expect(error).toBeInstanceOf(LibsslError);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'SslError',
      family: 'peer',
      operation: 'SSL_connect',
      ret: -1,
      sslError: 1,
      errno: 0,
      attempts: [],
      unexpectedEof: false,
    });
    expect(error.state.length).toBeGreaterThan(0);
    expect(error.verify).toMatchObject({
      code: 10,
      name: 'X509_V_ERR_CERT_HAS_EXPIRED',
      text: expect.stringContaining('expired'),
      depth: 0,
    });
    expect(error.verify?.certificate?.subject).toContain('CN=');
    expect(error.verify?.peerCertificate).toEqual(error.verify?.certificate);
    expect(error.alert).toEqual({ direction: 'sent', level: 'fatal', description: 45, name: 'certificate_expired' });
    expect(error.stack).toContain('errors.test.ts');
  });

  test('says in one line which call failed and why', () => {
    const { message } = failed();
    expect(message).toMatch(/^SSL_connect failed: /);
    expect(message).not.toContain('\n');
    expect(message).toContain('X509_V_ERR_CERT_HAS_EXPIRED');
  });

  test('prints and serialises without a fault', () => {
    const error = failed();
    expect(inspect(error)).toContain('ERR_SSL_CERTIFICATE');
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', queue: [{ reasonCode: 134 }] });
  });

  test('state tells where the handshake stood (SSL_state_string_long(3))', () => {
    withPair({ library }, ({ client }) => {
      client.connect();
      client.shutdown();
      expect(client.failure?.state).toBe('SSLv3/TLS write client hello');
    });
  });
});

// A descriptor that is no socket: the simplest way to a system error, and it needs no network.
describeEachLibrary('system errors', (library) => {
  const connectOn = (path: string, flags: string): SslError => {
    const fd = openSync(path, flags);
    try {
      const engine = new SslEngine(new SslContext({ role: 'client', library }), { fd });
      const error = errorOf(engine.connect());
      engine.close();
      return error;
    } finally {
      closeSync(fd);
    }
  };

  const scenes = [
    ['written to though open for reading alone', '/dev/null', 'r', 'EBADF'],
    ['full', '/dev/full', 'r+', 'ENOSPC'],
  ] as const;

  test.each(scenes)('a descriptor %s: SYSCALL with the errno, which is the code too (SSL_get_error(3))', (_, path, flags, name) => {
    const error = connectOn(path, flags);
    expect(error).toMatchObject({
      code: name,
      operation: 'SSL_connect',
      ret: -1,
      sslError: 5,
      errno: osConstants.errno[name],
      unexpectedEof: false,
    });
    expect(error.message).toContain(name);
    // 3.0 and later push the system's error as well.
    for (const entry of error.queue) expect(entry).toMatchObject({ libraryCode: 2, reasonCode: osConstants.errno[name] });
  });

  test('a descriptor that ends at once is an unexpected end, not a system error', () => {
    expect(connectOn('/dev/null', 'r+')).toMatchObject({ code: 'ERR_SSL_UNEXPECTED_EOF', unexpectedEof: true, errno: 0 });
  });

  test('errno is 0 where the system was not at fault, whatever it was before', () => {
    expect(() => openSync('/no/such/file', 'r')).toThrow();
    withPair({ library, client: trustingClient(), server: identity('selfSigned') }, (pair) => {
      expect(errorOf(pair.handshake().client).errno).toBe(0);
    });
  });

  test('an engine on a descriptor has no pair, and says so', () => {
    const engine = new SslEngine(new SslContext({ role: 'client', library }), { fd: 0 });
    for (const use of [
      () => engine.feed(Buffer.alloc(1)),
      () => engine.drain(),
      () => engine.feedEnd(),
      () => engine.room,
      () => engine.bytesWanted,
    ]) {
      expect(use).toThrow(expect.objectContaining({ code: 'ERR_SSL_STATE', family: 'misuse' }));
    }
    expect(engine.connection.protocol).toBeNull();
    engine.close();
  });
});

describeEachLibrary('SettingError', (library) => {
  test('names the option, the C function and the reason, and quotes a short value', () => {
    const make = (): SslContext => new SslContext({ role: 'client', library, cipherList: 'NO-SUCH-CIPHER' });
    expect(make).toThrow(SettingError);
    expect(make).toThrow(/^cipherList "NO-SUCH-CIPHER": SSL_CTX_set_cipher_list refused it: SSL routines: no cipher match/);
  });

  test('leaves no context alive', () => {
    const before = library.liveObjects.contexts;
    expect(() => new SslContext({ role: 'client', library, groups: 'NO-SUCH-GROUP' })).toThrow(SettingError);
    expect(library.liveObjects.contexts).toBe(before);
  });
});

describeEachLibrary('alerts that are no failure', (library) => {
  test('close_notify is a warning and stands in no error', () => {
    withConnectedPair({ library }, (pair) => {
      pair.server.shutdown();
      pair.shuttleAll();
      expect(pair.client.read(Buffer.alloc(1)).status).toBe('closed');
      expect(pair.client.failure).toBeNull();
    });
  });

  test('a failure after one’s own close_notify does not report that as its alert', () => {
    withConnectedPair({ library }, (pair) => {
      pair.shuttleAll();
      pair.client.read(Buffer.alloc(1));
      pair.client.shutdown();
      expect(errorOf(pair.client.write(Buffer.alloc(1))).alert).toBeNull();
    });
  });
});
