// Owns: scenes of SSL_connect, SSL_accept and SSL_do_handshake.

import * as c from '../../../lib/c/index.ts';
import { certificateFile, keyFile } from '../../support/pki.ts';
import type { Group, Scene } from '../scene.ts';
import { onStage, type Plan, type Stage } from '../stage.ts';

const page = 'SSL_connect(3)';

// SSL_get_error(3) is for calls that do I/O; these only ask for some.
const unasked = { ask: false } as const;

function unset(call: 'SSL_do_handshake' | 'SSL_read' | 'SSL_write'): Scene {
  const run = {
    SSL_do_handshake: (stage: Stage) => stage.observe(stage.client, call, () => stage.l.SSL_do_handshake(stage.client.ssl)),
    SSL_read: (stage: Stage) => stage.read(),
    SSL_write: (stage: Stage) => stage.write(),
  }[call];
  return {
    id: `no-side/${call}`,
    page: 'SSL_set_connect_state(3)',
    what: `${call} of an SSL that was never told whether it is client or server.`,
    run: onStage({}, (stage) => [run(stage)]),
  };
}

// What a certificate verify callback says, and the error that it leaves in the store context.
function verdict(id: string, what: string, answer: number, error: number | null): Scene {
  return {
    id: `cert-verify-callback/${id}`,
    page: 'SSL_CTX_set_cert_verify_callback(3)',
    what: `The certificate verify callback returns ${answer} and ${what}.`,
    run: onStage(
      {
        client: (l, ctx) => {
          l.SSL_CTX_set_verify(ctx, c.SSL_VERIFY_PEER, null);
          l.SSL_CTX_set_cert_verify_callback(
            ctx,
            (store) => {
              if (error !== null) l.X509_STORE_CTX_set_error(store, error);
              return answer;
            },
            null,
          );
        },
      },
      (stage) => [stage.handshake({ verify: true })[0]],
    ),
  };
}

const withClientCertificate = (protocol: 'TLSv1.2' | 'TLSv1.3'): Plan => ({
  protocol,
  client: (l, ctx) => {
    l.SSL_CTX_use_certificate_chain_file(ctx, certificateFile('clientUnknown'));
    l.SSL_CTX_use_PrivateKey_file(ctx, keyFile('clientUnknown'), c.SSL_FILETYPE_PEM);
  },
  server: (l, ctx) => l.SSL_CTX_set_verify(ctx, c.SSL_VERIFY_PEER, null),
});

function refusedClient(protocol: 'TLSv1.2' | 'TLSv1.3'): Scene {
  return {
    id: `client-certificate-refused-${protocol.slice(4)}`,
    page: 'SSL_connect(3)',
    what: `The server turns the client’s certificate down, in ${protocol.replace('v', ' ')}; then the client reads.`,
    run: onStage(withClientCertificate(protocol), (stage) => {
      const [client, server] = stage.handshake();
      return [client, server, stage.read()];
    }),
  };
}

export const handshake: Group = {
  title: 'The handshake',
  about: 'SSL_connect, SSL_accept and SSL_do_handshake, and what stands in SSL_get_verify_result when they are done.',
  scenes: [
    {
      id: 'first-call',
      page,
      what: 'The first SSL_connect, which has the ClientHello written and needs an answer; then SSL_accept, which needs a ClientHello.',
      run: onStage({}, (stage) => [stage.connect(), stage.accept()]),
    },
    {
      id: 'finished/SSL_connect',
      page,
      what: 'The handshake, and SSL_connect once more.',
      run: onStage({}, (stage) => [...stage.handshake(), stage.connect()]),
    },
    unset('SSL_do_handshake'),
    unset('SSL_read'),
    unset('SSL_write'),
    {
      id: 'wrong-method',
      page: 'SSL_CTX_new(3)',
      what: 'SSL_accept of an SSL of TLS_client_method.',
      run: onStage({}, (stage) => [stage.observe(stage.client, 'SSL_accept', () => stage.l.SSL_accept(stage.client.ssl))]),
    },
    refusedClient('TLSv1.2'),
    refusedClient('TLSv1.3'),
    {
      id: 'verify-result-of-a-fresh-SSL',
      page: 'SSL_get_verify_result(3)',
      what: 'SSL_get_verify_result before any handshake.',
      run: onStage({}, (stage) => [stage.connect({ verify: true })]),
    },
    {
      id: 'verify-result-unverified',
      page: 'SSL_get_verify_result(3)',
      what: 'The handshake with SSL_VERIFY_NONE and a certificate of an unknown authority.',
      run: onStage({}, (stage) => [stage.handshake({ verify: true })[0]]),
    },
    verdict('accepts', 'sets nothing', 1, null),
    verdict('refuses-silently', 'leaves the store context’s error as it is', 0, null),
    verdict('refuses', 'sets X509_V_ERR_APPLICATION_VERIFICATION', 0, c.X509_V_ERR_APPLICATION_VERIFICATION),
    verdict('accepts-with-error', 'sets X509_V_ERR_APPLICATION_VERIFICATION', 1, c.X509_V_ERR_APPLICATION_VERIFICATION),
    {
      id: 'renegotiate-fresh',
      page: 'SSL_renegotiate(3)',
      what: 'SSL_renegotiate of an SSL that has done nothing yet.',
      run: onStage({}, (stage) => {
        stage.l.SSL_set_connect_state(stage.client.ssl);
        return [stage.observe(stage.client, 'SSL_renegotiate', () => stage.l.SSL_renegotiate(stage.client.ssl), unasked)];
      }),
    },
    ...(['TLSv1.2', 'TLSv1.3'] as const).flatMap((protocol): readonly Scene[] => [
      {
        id: `renegotiate-${protocol.slice(4)}`,
        page: 'SSL_renegotiate(3)',
        what: `SSL_renegotiate after a handshake of ${protocol.replace('v', ' ')}.`,
        run: onStage({ protocol }, (stage) => {
          const { l, client } = stage.connected();
          return [stage.observe(client, 'SSL_renegotiate', () => l.SSL_renegotiate(client.ssl), unasked)];
        }),
      },
      {
        id: `key-update-${protocol.slice(4)}`,
        page: 'SSL_key_update(3)',
        what: `SSL_key_update after a handshake of ${protocol.replace('v', ' ')}.`,
        run: onStage({ protocol }, (stage) => {
          const { l, client } = stage.connected();
          return [stage.observe(client, 'SSL_key_update', () => l.SSL_key_update(client.ssl, c.SSL_KEY_UPDATE_REQUESTED), unasked)];
        }),
      },
    ]),
    {
      id: 'renegotiation-answered-by-a-server',
      page: 'SSL_CTX_set_options(3)',
      what: 'A client asks for a new handshake in TLS 1.2: what the server’s SSL_read says, and then the client’s.',
      run: onStage({ protocol: 'TLSv1.2' }, (stage) => {
        const { l, client, server } = stage.connected();
        l.SSL_renegotiate(client.ssl);
        l.SSL_do_handshake(client.ssl);
        stage.move();
        const asked = stage.read(server);
        stage.move();
        return [asked, stage.observe(client, 'SSL_do_handshake', () => l.SSL_do_handshake(client.ssl))];
      }),
    },
    {
      id: 'post-handshake-auth-not-offered',
      page: 'SSL_verify_client_post_handshake(3)',
      what: 'A server of TLS 1.3 asks a client for its certificate that did not offer to be asked.',
      run: onStage({ protocol: 'TLSv1.3' }, (stage) => {
        const { l, server } = stage.connected();
        const call = 'SSL_verify_client_post_handshake';
        return [stage.observe(server, call, () => l.SSL_verify_client_post_handshake(server.ssl), unasked)];
      }),
    },
  ],
};
