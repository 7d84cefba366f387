// What goes wrong in a DTLS handshake is told as in a TLS one: the same code, the same verification result, the same alert.

import { expect, test } from '@jest/globals';
import { constants, type SslError } from '../../lib/index.ts';
import { type DatagramPairOptions, withDatagramPair } from '../support/datagram-pair.ts';
import { errorOf, trustingClient, withPair } from '../support/engine-pair.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { hosts, type Identity, identity } from '../support/pki.ts';

const { X509_V } = constants;

function told(error: SslError): unknown {
  const { code, family, operation, ret, verify, alert, unexpectedEof } = error;
  const subject = verify?.certificate?.subject;
  return { code, family, operation, ret, verify: verify?.code, depth: verify?.depth, subject, alert, unexpectedEof };
}

async function overDatagrams(options: DatagramPairOptions): Promise<{ readonly client: SslError; readonly server: SslError }> {
  return withDatagramPair(options, (pair) => {
    const { client, server } = pair.handshake();
    return { client: errorOf(client), server: errorOf(server) };
  });
}

function overStream({ library, client, server, clientEngine = {} }: DatagramPairOptions): unknown {
  const only = { maxProtocol: 'TLSv1.2' } as const;
  const options = { client: { ...only, ...client }, server: { ...identity('server'), ...only, ...server }, clientEngine };
  return withPair({ ...(library === undefined ? {} : { library }), ...options }, (pair) => {
    const both = pair.handshake();
    return { client: told(errorOf(both.client)), server: told(errorOf(both.server)) };
  });
}

describeEachLibrary('failures of DTLS', (library) => {
  test.each<readonly [string, Identity, number, string | undefined]>([
    ['expired', 'expired', X509_V.X509_V_ERR_CERT_HAS_EXPIRED, undefined],
    ['of nobody known', 'selfSigned', X509_V.X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, undefined],
    ['for another host', 'otherHost', X509_V.X509_V_ERR_HOSTNAME_MISMATCH, hosts.good],
  ])('a certificate %s is the same error as over a stream', async (_, name, code, verifyHost) => {
    const clientEngine = verifyHost === undefined ? {} : { verifyHost };
    const options = { library, client: trustingClient(), server: identity(name), clientEngine };
    const { client, server } = await overDatagrams(options);
    expect(client).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', verify: { code } });
    expect(server).toMatchObject({ code: 'ERR_SSL_ALERT', alert: { direction: 'received', level: 'fatal' } });
    expect({ client: told(client), server: told(server) }).toEqual(overStream(options));
  });

  test('no shared cipher is the same error as over a stream', async () => {
    const options = {
      library,
      client: { cipherList: 'ECDHE-RSA-AES128-GCM-SHA256' },
      server: { cipherList: 'ECDHE-RSA-AES256-GCM-SHA384' },
    };
    const { client, server } = await overDatagrams(options);
    expect(server.code).toBe('ERR_SSL_PROTOCOL');
    expect({ client: told(client), server: told(server) }).toEqual(overStream(options));
  });

  test('a verify callback that refuses is the same error as over a stream', async () => {
    const options = { library, client: { ...trustingClient(), verifyCallback: () => X509_V.X509_V_ERR_APPLICATION_VERIFICATION } };
    const { client, server } = await overDatagrams(options);
    expect(client.verify?.code).toBe(X509_V.X509_V_ERR_APPLICATION_VERIFICATION);
    expect({ client: told(client), server: told(server) }).toEqual(overStream(options));
  });

  test('SSL_OP_NO_QUERY_MTU without an MTU fails in silence, and is not taken for an end of input (SSL_set_mtu(3))', async () => {
    await withDatagramPair({ library, client: { options: ['SSL_OP_NO_QUERY_MTU'] } }, ({ client }) => {
      expect(errorOf(client.connect())).toMatchObject({ code: 'ERR_SSL_PROTOCOL', queue: [], unexpectedEof: false });
    });
    const given = { client: { options: ['SSL_OP_NO_QUERY_MTU'] }, clientEngine: { mtu: 1400 } } as const;
    await withDatagramPair({ library, ...given }, (pair) => {
      expect(pair.handshake().client.status).toBe('done');
    });
  });

  test('a failure is final: every later operation gives it again, and nothing more is sent', async () => {
    await withDatagramPair({ library, client: trustingClient('otherRoot') }, (pair) => {
      const { error } = { error: errorOf(pair.handshake().client) };
      pair.client.drainDatagrams();
      for (const result of [pair.client.connect(), pair.client.handleDtlsTimeout(), pair.client.read(Buffer.alloc(1))]) {
        expect(result).toMatchObject({ status: 'failed', error });
      }
      expect(pair.client.failure).toBe(error);
      expect(pair.client.datagramsToDrain).toBe(0);
    });
  });
});
