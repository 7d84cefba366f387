// Owns: scenes of settings that OpenSSL refuses.

import * as c from '../../../lib/c/index.ts';
import { certificateFile, keyFile } from '../../support/pki.ts';
import type { Group, Scene } from '../scene.ts';
import { onStage, queueOf } from '../stage.ts';

function refused(call: string, id: string, what: string, page: string, run: (l: c.CLayer, ctx: c.SSL_CTX) => number): Scene {
  return {
    id: `setting/${id}`,
    page,
    what,
    run: onStage({}, ({ l, client }) => {
      l.ERR_clear_error();
      return [{ call, ret: run(l, client.ctx), ...queueOf(l) }];
    }),
  };
}

export const settings: Group = {
  title: 'Settings that are refused',
  about: 'There is no SSL_get_error for these: what counts is the return value and the queue.',
  scenes: [
    refused('SSL_CTX_set_cipher_list', 'no-such-cipher', 'A cipher that there is not.', 'SSL_CTX_set_cipher_list(3)', (l, ctx) =>
      l.SSL_CTX_set_cipher_list(ctx, 'NO-SUCH-CIPHER'),
    ),
    refused(
      'SSL_CTX_set_ciphersuites',
      'no-such-ciphersuite',
      'A TLS 1.3 cipher that there is not.',
      'SSL_CTX_set_cipher_list(3)',
      (l, ctx) => l.SSL_CTX_set_ciphersuites(ctx, 'NO_SUCH_CIPHER'),
    ),
    refused('SSL_CTX_set1_groups_list', 'no-such-group', 'A group that there is not.', 'SSL_CTX_set1_groups_list(3)', (l, ctx) =>
      l.SSL_CTX_set1_groups_list(ctx, 'NO-SUCH-GROUP'),
    ),
    refused(
      'SSL_CTX_set1_sigalgs_list',
      'no-such-signature-algorithm',
      'A signature algorithm that there is not.',
      'SSL_CTX_set1_sigalgs_list(3)',
      (l, ctx) => l.SSL_CTX_set1_sigalgs_list(ctx, 'NO+SUCH'),
    ),
    refused(
      'SSL_CTX_use_certificate_chain_file',
      'key-too-small',
      'A certificate with an RSA key of 1024 bits, at level 2.',
      'SSL_CTX_use_certificate(3)',
      (l, ctx) => {
        l.SSL_CTX_set_security_level(ctx, 2);
        return l.SSL_CTX_use_certificate_chain_file(ctx, certificateFile('smallKey'));
      },
    ),
    refused('SSL_CTX_use_PrivateKey_file', 'key-of-another', 'The key of another certificate.', 'SSL_CTX_use_certificate(3)', (l, ctx) => {
      l.SSL_CTX_use_certificate_chain_file(ctx, certificateFile('serverEc'));
      return l.SSL_CTX_use_PrivateKey_file(ctx, keyFile('otherRoot'), c.SSL_FILETYPE_PEM);
    }),
    refused(
      'SSL_CTX_check_private_key',
      'no-certificate',
      'SSL_CTX_check_private_key without a certificate.',
      'SSL_CTX_check_private_key(3)',
      (l, ctx) => l.SSL_CTX_check_private_key(ctx),
    ),
    refused(
      'SSL_CTX_load_verify_locations',
      'no-such-file',
      'A file of trusted certificates that there is not.',
      'SSL_CTX_load_verify_locations(3)',
      (l, ctx) => l.SSL_CTX_load_verify_locations(ctx, '/no/such/file', null),
    ),
    refused(
      'SSL_CTX_load_verify_locations',
      'file-without-certificates',
      'A file of trusted certificates that has none.',
      'SSL_CTX_load_verify_locations(3)',
      (l, ctx) => l.SSL_CTX_load_verify_locations(ctx, '/dev/null', null),
    ),
    refused(
      'SSL_CTX_set_alpn_protos',
      'alpn-malformed',
      'ALPN protocols whose lengths do not add up; here 0 is success.',
      'SSL_CTX_set_alpn_protos(3)',
      (l, ctx) => l.SSL_CTX_set_alpn_protos(ctx, Buffer.from([9, 104, 50]), 3),
    ),
    refused(
      'SSL_CTX_set_session_id_context',
      'session-id-context-too-long',
      'A session id context of 33 bytes.',
      'SSL_CTX_set_session_id_context(3)',
      (l, ctx) => l.SSL_CTX_set_session_id_context(ctx, new Uint8Array(33), 33),
    ),
    refused(
      'SSL_CTX_set_min_proto_version',
      'no-such-protocol',
      'A protocol version that there is not.',
      'SSL_CTX_set_min_proto_version(3)',
      (l, ctx) => l.SSL_CTX_set_min_proto_version(ctx, 0x0305),
    ),
  ],
};
