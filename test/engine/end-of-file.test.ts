import { describe, expect, test } from '@jest/globals';
import { type OpenSSL, SslContext, SslEngine } from '../../lib/index.ts';
import { errorOf, reasons, trustingClient, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, isAtLeast, only, since } from '../support/libraries.ts';

/** How a release names the end of the transport where TLS does not allow it. */
function unexpectedEof(library: OpenSSL) {
  return since(library, { '1.1.1': { code: 5, reasons: [] as string[] }, '3.0': { code: 1, reasons: ['20:294'] } });
}

describeEachLibraryAndProtocol('end of file', (library, protocol) => {
  const options = { library, client: { ...trustingClient(), ...only(protocol) } };

  test('rules 10 and 37: during the handshake it is a truncation, whatever this release calls it (SSL_get_error(3))', () => {
    withPair(options, ({ client }) => {
      client.connect();
      client.feedEnd();
      const result = client.connect();
      const expected = unexpectedEof(library);
      expect(result).toMatchObject({ status: 'failed', ret: -1, code: expected.code });
      const error = errorOf(result);
      expect(reasons(error)).toEqual(expected.reasons);
      expect(error).toMatchObject({
        code: 'ERR_SSL_UNEXPECTED_EOF',
        operation: 'SSL_connect',
        unexpectedEof: true,
        errno: 0,
        sslError: expected.code,
      });
    });
  });

  test('rule 10: on the server it is the same during its handshake (SSL_accept(3))', () => {
    withPair(options, ({ client, server, toServer }) => {
      client.connect();
      toServer.move(client, server);
      server.accept();
      server.feedEnd();
      expect(errorOf(server.accept())).toMatchObject({ code: 'ERR_SSL_UNEXPECTED_EOF', operation: 'SSL_accept', unexpectedEof: true });
    });
  });

  test('rule 37: what was fed before the end is read first (BIO_s_bio(3))', () => {
    withConnectedPair(options, (pair) => {
      const { client, server } = pair;
      server.write(Buffer.from('last words'));
      pair.shuttleAll();
      client.feedEnd();
      const into = Buffer.alloc(100);
      expect(client.read(into)).toMatchObject({ status: 'done', value: 10 });
      expect(errorOf(client.read(into))).toMatchObject({ code: 'ERR_SSL_UNEXPECTED_EOF', unexpectedEof: true });
    });
  });

  test('after close_notify it is the clean end: closed, not a failure (SSL_shutdown(3))', () => {
    withConnectedPair(options, (pair) => {
      pair.server.shutdown();
      pair.shuttleAll();
      pair.client.feedEnd();
      expect(pair.client.read(Buffer.alloc(10))).toMatchObject({ status: 'closed', ret: 0, code: 6 });
      expect(pair.client.failure).toBeNull();
    });
  });

  test('without close_notify it is never a clean end (SSL_get_error(3))', () => {
    withConnectedPair(options, ({ client }) => {
      client.feedEnd();
      const { code, reasons: expected } = unexpectedEof(library);
      const result = client.read(Buffer.alloc(10));
      expect(result).toMatchObject({ status: 'failed', ret: 0, code });
      expect(reasons(errorOf(result))).toEqual(expected);
      expect(errorOf(result).code).toBe('ERR_SSL_UNEXPECTED_EOF');
    });
  });

  test('in the middle of a record it is a truncation too', () => {
    withConnectedPair(options, ({ client, server, toClient }) => {
      toClient.move(server, client);
      client.read(Buffer.alloc(10));
      server.write(Buffer.alloc(1000));
      client.feed(server.drain().subarray(0, 500));
      client.feedEnd();
      expect(errorOf(client.read(Buffer.alloc(2000)))).toMatchObject({ code: 'ERR_SSL_UNEXPECTED_EOF', unexpectedEof: true });
    });
  });

  test('after one’s own close_notify an end without an answer fails the second shutdown', () => {
    withConnectedPair(options, (pair) => {
      const { client } = pair;
      pair.shuttleAll();
      client.read(Buffer.alloc(10));
      expect(client.shutdown()).toMatchObject({ status: 'done', ret: 0, value: 'sent' });
      client.feedEnd();
      expect(errorOf(client.shutdown())).toMatchObject({
        code: 'ERR_SSL_UNEXPECTED_EOF',
        operation: 'SSL_shutdown',
        sslError: unexpectedEof(library).code,
      });
    });
  });
});

describeEachLibrary('end of file, told to be ignored', (library) => {
  const conf = { Options: 'IgnoreUnexpectedEOF' };

  if (!isAtLeast(library, '3.5')) {
    test('SSL_CONF_cmd has no such option in this release (SSL_CONF_cmd(3))', () => {
      expect(() => new SslContext({ role: 'client', library, conf })).toThrow(
        expect.objectContaining({ code: 'ERR_SSL_SETTING', setting: 'conf.Options' }),
      );
    });
    return;
  }

  test('rule 10: it is SSL_ERROR_ZERO_RETURN, and is no failure (SSL_CTX_set_options(3))', () => {
    const engine = new SslEngine(new SslContext({ role: 'client', library, conf }));
    engine.connect();
    engine.feedEnd();
    expect(engine.connect()).toMatchObject({ status: 'closed', code: 6, ret: -1 });
    expect(engine.failure).toBeNull();
    engine.close();
  });
});

describe('the end of the input', () => {
  test('feedEnd may be called again, feed not any more', () => {
    const engine = new SslEngine(new SslContext({ role: 'client', library: 'node' }));
    engine.feedEnd();
    engine.feedEnd();
    expect(() => engine.feed(Buffer.from('x'))).toThrow(expect.objectContaining({ code: 'ERR_SSL_STATE', argument: 'feed' }));
    engine.close();
  });
});
