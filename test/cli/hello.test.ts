// The reading of records and hellos, against what OpenSSL's own client-hello callback reads of the same bytes, and against bytes that are cut
// and altered.

import { describe, expect, test } from '@jest/globals';
import { clientHelloFacts, serverHelloFacts } from '../../lib/cli/hello.ts';
import { firstPiece, RecordWatcher, type WireRecord } from '../../lib/cli/wire-records.ts';
import type { ClientHello } from '../../lib/index.ts';
import { withPair } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';

const messagesOf = (records: readonly WireRecord[]) => records.flatMap(({ messages = [] }) => messages);

describeEachLibraryAndProtocol('a handshake on the wire', (library, protocol) => {
  test('the ClientHello is read as OpenSSL reads it (SSL_CTX_set_client_hello_cb(3))', () => {
    let seen: ClientHello | null = null;
    const server = {
      ...identity('server'),
      clientHelloCallback: (hello: ClientHello) => {
        seen = hello;
        return undefined;
      },
    };
    const options = { library, client: { alpn: ['h2', 'http/1.1'], ...only(protocol) }, server, clientEngine: { serverName: 'a.test' } };
    withPair(options, (pair) => {
      pair.handshake();
      const [first] = messagesOf(new RecordWatcher().describe(pair.toServer.bytes));
      expect(first).toMatchObject({
        type: 1,
        clientHello: {
          sessionIdLength: seen?.sessionId.length,
          ciphers: seen?.cipherSuites,
          extensions: seen?.extensions.map(({ type }) => type),
          serverName: 'a.test',
          alpn: seen?.alpn,
          versions: (seen?.supportedVersions ?? []).map((name) => ({ 'TLSv1.2': 0x0303, 'TLSv1.3': 0x0304 })[name]),
        },
      });
      const { groups = [], keyShares = [], signatureAlgorithms = [] } = first?.clientHello ?? {};
      expect(groups).toContain(29);
      expect(signatureAlgorithms).toContain(0x0804);
      expect(groups).toEqual(expect.arrayContaining([...keyShares]));
      expect(keyShares.length > 0).toBe(protocol === 'TLSv1.3');
    });
  });

  test('the ServerHello has the version, cipher and group that were agreed on', () => {
    withPair({ library, client: { ...only(protocol), groups: 'P-256' } }, (pair) => {
      pair.handshake();
      const hello = messagesOf(new RecordWatcher().describe(pair.toClient.bytes)).find(({ type }) => type === 2)?.serverHello;
      expect(hello).toMatchObject({
        retry: false,
        version: protocol === 'TLSv1.3' ? 0x0304 : 0x0303,
        cipher: pair.client.connection.cipher?.id,
        group: protocol === 'TLSv1.3' ? 23 : null,
      });
    });
  });

  test('what follows the change of ciphers is encrypted, and nothing before it', () => {
    withPair({ library, client: only(protocol) }, (pair) => {
      pair.handshake();
      for (const { bytes } of [pair.toServer, pair.toClient]) {
        const records = new RecordWatcher().describe(bytes);
        const change = records.findIndex(({ type }) => type === 20);
        expect(change).toBeGreaterThan(0);
        expect(records.map(({ encrypted }) => encrypted)).toEqual(records.map((_, index) => index > change));
      }
    });
  });
});

describeEachLibrary('a HelloRetryRequest', (library) => {
  test('is told from a ServerHello, and both ClientHellos are read, though a change_cipher_spec stands between them (RFC 8446, D.4)', () => {
    const client = { minProtocol: 'TLSv1.3', groups: 'X25519:P-384' } as const;
    withPair({ library, client, server: { ...identity('server'), groups: 'P-384' } }, (pair) => {
      pair.handshake();
      const sent = messagesOf(new RecordWatcher().describe(pair.toServer.bytes));
      expect(sent.map(({ clientHello }) => clientHello?.keyShares)).toEqual([[29], [24]]);
      const received = messagesOf(new RecordWatcher().describe(pair.toClient.bytes));
      expect(received.map(({ serverHello }) => serverHello?.retry)).toEqual([true, false]);
    });
  });
});

describe('bytes that are not as they should be', () => {
  const hello = withPair({}, ({ client }) => {
    client.connect();
    return Buffer.from(client.drain());
  });

  test('a record is a piece of its own, whatever comes behind it, and no piece while it is not complete', () => {
    expect(firstPiece(Buffer.concat([hello, hello]))).toBe(hello.length);
    for (let size = 0; size < hello.length; size += 1) expect(firstPiece(hello.subarray(0, size))).toBe(0);
  });

  test('bytes that are no TLS are five at a time, by which OpenSSL tells', () => {
    expect(firstPiece(Buffer.from('HTTP/1.1 400'))).toBe(5);
    expect(firstPiece(Buffer.from('HTTP'))).toBe(0);
    expect(firstPiece(Buffer.from([22, 3, 3, 0xff, 0xff, 0]))).toBe(5);
    expect(new RecordWatcher().describe(Buffer.from('HTTP/'))).toEqual([{ type: null, version: 0, length: 5, encrypted: false }]);
  });

  test('an alert in the clear is read', () => {
    expect(new RecordWatcher().describe(Buffer.from([21, 3, 1, 0, 2, 2, 40]))).toEqual([
      { type: 21, version: 0x0301, length: 2, encrypted: false, alert: { level: 2, description: 40 } },
    ]);
  });

  test('a hello that is cut off at any byte, or altered there, is never a fault', () => {
    const body = hello.subarray(9);
    expect(clientHelloFacts(body)).not.toBeNull();
    let unreadable = 0;
    for (let at = 0; at < body.length; at += 1) {
      const altered = Buffer.from(body);
      altered[at] = (altered[at] ?? 0) ^ 0xff;
      for (const bytes of [body.subarray(0, at), altered]) {
        if (clientHelloFacts(bytes) === null) unreadable += 1;
        serverHelloFacts(bytes);
        new RecordWatcher().describe(Buffer.concat([hello.subarray(0, 9), bytes]));
      }
    }
    expect(unreadable).toBeGreaterThan(40);
  });

  test('a message that goes on in the next record is one message', () => {
    const message = hello.subarray(5);
    const record = (content: Uint8Array): Buffer =>
      Buffer.concat([Buffer.from([22, 3, 1, content.length >> 8, content.length & 0xff]), content]);
    const watcher = new RecordWatcher();
    const done = Buffer.from([14, 0, 0, 0]);
    const records = watcher.describe(
      Buffer.concat([record(message.subarray(0, 100)), record(Buffer.concat([message.subarray(100), done]))]),
    );
    expect(messagesOf(records).map(({ type }) => type)).toEqual([1, 14]);
  });
});
