// Certificates that something else has compressed, and peers that send what is none. SSL_CTX_set1_compressed_cert(3)

import { brotliCompressSync, brotliDecompressSync, constants, deflateSync, inflateSync } from 'node:zlib';
import { afterEach, expect, test } from '@jest/globals';
import { type CompressedCertificate, SslContext, type SslContextOptions } from '../../lib/index.ts';
import { describeEachCompressing, describeEachCompression } from '../support/compression.ts';
import { EnginePair, errorOf, reasons, trustingClient, withConnectedPair } from '../support/engine-pair.ts';
import { closeAll, local, open, readSome, rejection } from '../support/io-clients.ts';
import { identity } from '../support/pki.ts';
import { serve, stopServers } from '../support/ssl-server.ts';

afterEach(async () => {
  closeAll();
  await stopServers();
});

// Node's own, in place of what the OpenSSL was built with.
const byNode = {
  zlib: { compress: (bytes: Uint8Array) => deflateSync(bytes, { level: 9 }), expand: inflateSync },
  brotli: {
    compress: (bytes: Uint8Array) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    expand: brotliDecompressSync,
  },
} as const;

describeEachCompression('a certificate compressed elsewhere', (library, algorithm) => {
  const server = (options: Partial<SslContextOptions>): SslContext =>
    new SslContext({ role: 'server', library, ...identity('server'), ...options });

  test('what OpenSSL makes can be kept, and given to another context', () => {
    const made = server({}).compressedCertificate(algorithm) as CompressedCertificate;
    expect(made).toMatchObject({ algorithm });
    const serverContext = server({ compressedCertificates: [made] });
    withConnectedPair({ serverContext, client: { library, ...trustingClient() } }, (pair) => {
      const { originalLength, bytes } = made;
      const saving = { algorithm, originalLength, compressedLength: bytes.length };
      expect(pair.client.connection.certificateCompression.peer).toEqual(saving);
    });
  });

  if (algorithm !== 'zstd') {
    test('Node reads what OpenSSL has compressed, and OpenSSL what Node has', () => {
      const made = server({}).compressedCertificate(algorithm) as CompressedCertificate;
      const message = byNode[algorithm].expand(made.bytes);
      expect(message).toHaveLength(made.originalLength);
      const bytes = byNode[algorithm].compress(message);
      const serverContext = server({ compressedCertificates: [{ algorithm, bytes, originalLength: message.length }] });
      withConnectedPair({ serverContext, client: { library, ...trustingClient() } }, (pair) => {
        expect(pair.client.connection.certificateCompression.peer?.compressedLength).toBe(bytes.length);
        expect(pair.client.connection.verify.verified).toBe(true);
      });
    });
  }

  const garbage = Buffer.from('this is nothing that anybody has compressed');
  test.each<[string, (good: CompressedCertificate) => Partial<CompressedCertificate>]>([
    ['bytes that are not compressed', () => ({ bytes: garbage })],
    ['bytes that are cut off', ({ bytes }) => ({ bytes: bytes.subarray(0, bytes.length - 20) })],
    ['one byte that is another', ({ bytes }) => ({ bytes: Buffer.from(bytes).fill(0xff, 40, 60) })],
    ['a length that is too small', ({ originalLength }) => ({ originalLength: originalLength - 1 })],
    ['a length that is too large', ({ originalLength }) => ({ originalLength: originalLength + 1 })],
    ['a length beyond all certificates', () => ({ originalLength: 2 ** 24 - 1 })],
  ])('a client ends the handshake over %s, and says so', (_, spoil) => {
    const good = server({}).compressedCertificate(algorithm) as CompressedCertificate;
    const serverContext = server({ compressedCertificates: [{ ...good, ...spoil(good) }] });
    const pair = new EnginePair({ serverContext, client: { library, ...trustingClient() } });
    const results = pair.handshake();
    const error = errorOf(results.client);
    expect(error).toMatchObject({ family: 'peer', operation: 'SSL_connect', sslError: 1, alert: { direction: 'sent', level: 'fatal' } });
    expect(reasons(error).length).toBeGreaterThan(0);
    expect(errorOf(results.server)).toMatchObject({ code: 'ERR_SSL_ALERT', alert: { direction: 'received' } });
    expect(pair.client.connection.certificateCompression).toEqual({ own: null, peer: null });
    pair.close();
  });
});

describeEachCompressing('a bomb', (library) => {
  // As large as the length can say, and small on the wire.
  const size = 2 ** 24 - 1;
  const bomb = deflateSync(Buffer.alloc(size), { level: 9 });

  test('is not unpacked: the message may be no larger than maxCertList, whatever it is on the wire', () => {
    expect(bomb.length).toBeLessThan(20_000);
    const compressedCertificates = [{ algorithm: 'zlib', bytes: bomb, originalLength: size }] as const;
    const serverContext = new SslContext({ role: 'server', library, ...identity('server'), compressedCertificates });
    const pair = new EnginePair({ serverContext, client: { library, ...trustingClient() } });
    const error = errorOf(pair.handshake().client);
    expect(error.alert).toMatchObject({ direction: 'sent', name: 'bad_certificate' });
    pair.close();
  });

  test('what unpacks to more than it says is stopped there', () => {
    const compressedCertificates = [{ algorithm: 'zlib', bytes: bomb, originalLength: 1000 }] as const;
    const serverContext = new SslContext({ role: 'server', library, ...identity('server'), compressedCertificates });
    const pair = new EnginePair({ serverContext, client: { library, ...trustingClient() } });
    expect(errorOf(pair.handshake().client).alert).toMatchObject({ direction: 'sent', level: 'fatal' });
    pair.close();
  });

  test('a server whose clients turn its certificate down goes on, and serves those that take it as it is', async () => {
    const compressedCertificates = [{ algorithm: 'zlib', bytes: bomb, originalLength: size }] as const;
    const { port, failure } = await serve(library, { ...identity('server'), compressedCertificates });
    expect(await rejection(open(local(library, port)))).toMatchObject({ name: 'SslError', alert: { direction: 'sent' } });
    expect((await failure(0)).error).toMatchObject({ code: 'ERR_SSL_ALERT' });
    const socket = await open({ ...local(library, port), certificateCompression: [] });
    socket.write('still here');
    expect((await readSome(socket, 10)).toString()).toBe('still here');
  });
});
