// Owns: scenes in which two sides do not come together, or the other side speaks no TLS.

import type { SslContextOptions } from '../../../lib/index.ts';
import { dhParameters } from '../../support/dh.ts';
import { certificatePem, identity } from '../../support/pki.ts';
import { handshakeOf } from '../pair-scene.ts';
import type { Group, Scene } from '../scene.ts';
import { onStage } from '../stage.ts';

type Settings = Partial<SslContextOptions>;

const old: Settings = { minProtocol: 'TLSv1', maxProtocol: 'TLSv1.1', securityLevel: 0, cipherList: 'ALL' };

function apart(id: string, what: string, page: string, client: Settings, server: () => Settings): Scene {
  return { id: `protocol/${id}`, page, what, run: handshakeOf(() => ({ client, server: { ...identity('server'), ...server() } })) };
}

function plain(id: string, what: string, text: string): Scene {
  return {
    id: `plain-text/${id}`,
    page: 'SSL_connect(3)',
    what,
    run: onStage({}, (stage) => {
      stage.connect();
      stage.drain(stage.client);
      stage.feed(stage.client, Buffer.from(text, 'latin1'));
      return [stage.connect()];
    }),
  };
}

function request(id: string, what: string, text: string): Scene {
  return {
    id: `plain-text/${id}`,
    page: 'SSL_accept(3)',
    what,
    run: onStage({}, (stage) => {
      stage.feed(stage.server, Buffer.from(text));
      return [stage.accept()];
    }),
  };
}

const groups = 'SSL_CTX_set1_groups_list(3)';
const versions = 'SSL_CTX_set_min_proto_version(3)';
const ciphers = 'SSL_CTX_set_cipher_list(3)';
const signatures = 'SSL_CTX_set1_sigalgs_list(3)';

export const protocol: Group = {
  title: 'Sides that do not come together',
  about: 'What both sides say of a handshake that their settings do not allow, and of peers that speak no TLS.',
  scenes: [
    apart('server-newer', 'No common protocol, the server newer.', versions, { maxProtocol: 'TLSv1.2' }, () => ({
      minProtocol: 'TLSv1.3',
    })),
    apart('client-newer', 'No common protocol, the client newer.', versions, { minProtocol: 'TLSv1.3' }, () => ({
      maxProtocol: 'TLSv1.2',
    })),
    apart('old-client', 'A client of TLS 1.0 and 1.1 at a server of today.', versions, old, () => ({})),
    apart('old-server', 'A client of today at a server of TLS 1.0 and 1.1.', versions, {}, () => old),
    apart(
      'old-client-level-1',
      'A client of TLS 1.0 at security level 1, at a server of TLS 1.0.',
      versions,
      { ...old, securityLevel: 1 },
      () => old,
    ),
    apart(
      'no-protocol-left',
      'A client whose own settings leave no protocol.',
      versions,
      { minProtocol: 'TLSv1.3', maxProtocol: 'TLSv1.2' },
      () => ({}),
    ),
    apart(
      'no-cipher-1.2',
      'No common cipher in TLS 1.2.',
      ciphers,
      { maxProtocol: 'TLSv1.2', cipherList: 'ECDHE-RSA-AES128-GCM-SHA256' },
      () => ({
        cipherList: 'ECDHE-RSA-AES256-GCM-SHA384',
      }),
    ),
    apart(
      'no-cipher-1.3',
      'No common cipher in TLS 1.3.',
      ciphers,
      { minProtocol: 'TLSv1.3', cipherSuites: 'TLS_AES_128_GCM_SHA256' },
      () => ({
        cipherSuites: 'TLS_AES_256_GCM_SHA384',
      }),
    ),
    apart('wrong-key-type', 'An EC certificate for ciphers with RSA.', ciphers, { maxProtocol: 'TLSv1.2', cipherList: 'aRSA' }, () =>
      identity('serverEc'),
    ),
    apart('no-group-1.3', 'No common group in TLS 1.3.', groups, { minProtocol: 'TLSv1.3', groups: 'P-256' }, () => ({ groups: 'P-384' })),
    apart('no-group-1.2', 'No common group in TLS 1.2.', groups, { maxProtocol: 'TLSv1.2', groups: 'P-256' }, () => ({ groups: 'P-384' })),
    apart(
      'no-signature-algorithm-1.3',
      'No common signature algorithm in TLS 1.3.',
      signatures,
      { minProtocol: 'TLSv1.3', signatureAlgorithms: 'ECDSA+SHA256' },
      () => ({}),
    ),
    apart(
      'no-signature-algorithm-1.2',
      'No common signature algorithm in TLS 1.2.',
      signatures,
      { maxProtocol: 'TLSv1.2', signatureAlgorithms: 'RSA+SHA256' },
      () => ({ signatureAlgorithms: 'RSA+SHA512' }),
    ),
    apart(
      'needless-fallback',
      'A client that fell back without need.',
      'SSL_CTX_set_mode(3)',
      { maxProtocol: 'TLSv1.2', modes: ['SSL_MODE_SEND_FALLBACK_SCSV'] },
      () => ({}),
    ),
    apart('no-alpn', 'No common ALPN protocol.', 'SSL_CTX_set_alpn_select_cb(3)', { alpn: ['h2'] }, () => ({ alpn: ['http/1.1'] })),
    apart('sni-refused', 'The server name callback refuses.', 'SSL_CTX_set_tlsext_servername_callback(3)', {}, () => ({
      serverNameCallback: () => false,
    })),
    ...(['TLSv1.2', 'TLSv1.3'] as const).map((version) =>
      apart(
        `no-client-certificate-${version.slice(4)}`,
        `The server requires a client certificate and gets none, in ${version.replace('v', ' ')}.`,
        'SSL_CTX_set_verify(3)',
        { minProtocol: version, maxProtocol: version },
        () => ({ verifyMode: 'fail-if-no-peer-cert', ca: certificatePem('root') }),
      ),
    ),
    {
      id: 'protocol/no-server-certificate-1.2',
      page: 'SSL_CTX_use_certificate(3)',
      what: 'A server without certificate, in TLS 1.2.',
      run: handshakeOf(() => ({ client: { maxProtocol: 'TLSv1.2' }, server: {} })),
    },
    {
      id: 'protocol/no-server-certificate-1.3',
      page: 'SSL_CTX_use_certificate(3)',
      what: 'A server without certificate, in TLS 1.3.',
      run: handshakeOf(() => ({ client: { minProtocol: 'TLSv1.3' }, server: {} })),
    },
    apart(
      'dh-of-1024-bits',
      'Diffie-Hellman parameters of 1024 bits, at a client of security level 2.',
      'SSL_CTX_set_tmp_dh(3)',
      { maxProtocol: 'TLSv1.2', cipherList: 'DHE-RSA-AES128-GCM-SHA256', securityLevel: 2 },
      () => ({ securityLevel: 0, cipherList: 'DHE-RSA-AES128-GCM-SHA256', dhParameters: dhParameters('modp2') }),
    ),
    plain('http-server', 'The client reads an HTTP server’s answer.', 'HTTP/1.1 400 Bad Request\r\n\r\n'),
    plain('smtp-server', 'The client reads an SMTP server’s greeting.', '220 mail.example ESMTP ready\r\n'),
    plain('ssh-server', 'The client reads an SSH server’s greeting.', 'SSH-2.0-OpenSSH_9.2p1\r\n'),
    plain('five-bytes', 'The client reads five bytes of plain text, and no more.', 'Hello'),
    plain('four-bytes', 'The client reads four bytes of plain text, and no more.', 'HTTP'),
    plain('record-of-another-version', 'The client reads the header of a record of version 2.0.', '\x16\x02\x00\x00\x10'),
    plain('record-too-long', 'The client reads the header of a record of 65,535 bytes.', '\x16\x03\x03\xff\xff'),
    plain('zeroes', 'The client reads twenty zero bytes.', '\0'.repeat(20)),
    plain('data-first', 'The client reads application data in place of a ServerHello.', '\x17\x03\x03\x00\x02ab'),
    request('http-request', 'The server reads an HTTP request.', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'),
    request('proxy-request', 'The server reads a proxy request.', 'CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n'),
    request('noise', 'The server reads a line of text.', 'hello, is anybody there?\r\n'),
  ],
};
