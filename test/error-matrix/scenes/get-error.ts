// Owns: scenes about SSL_get_error itself: a queue that was not cleared, a missing BIO, the codes that callbacks bring about.

import * as c from '../../../lib/c/index.ts';
import type { Group, Observation } from '../scene.ts';
import { onStage, type Stage } from '../stage.ts';

const stale = { clear: false } as const;

// Leaves "no cipher match" behind, as any setting that is refused does.
function leaveAnError({ l, client }: Stage): void {
  l.ERR_clear_error();
  l.SSL_CTX_set_cipher_list(client.ctx, 'NO-SUCH-CIPHER');
}

// More than both halves of the pair and the record that waits take.
// The one buffer that is written again and again: a write is repeated from the same address.
const record = Buffer.alloc(16 * 1024);

function writeUntilFull(stage: Stage): void {
  while (stage.write(stage.client, record).ret > 0);
}

function withoutBio(play: (stage: Stage) => Observation): (stage: Stage) => readonly Observation[] {
  return (stage) => {
    stage.l.SSL_set0_rbio(stage.client.ssl, null);
    stage.l.SSL_set0_wbio(stage.client.ssl, null);
    return [play(stage)];
  };
}

export const getError: Group = {
  title: 'SSL_get_error',
  about: 'Before 4.0 it reads the error queue, so that an error left over from another call may be taken for this call’s.',
  scenes: [
    {
      id: 'stale-queue/SSL_connect',
      page: 'SSL_get_error(3)',
      what: 'SSL_connect has to wait for the server, with an error of another call still in the queue.',
      run: onStage({}, (stage) => {
        leaveAnError(stage);
        return [stage.connect(stale)];
      }),
    },
    {
      id: 'stale-queue/SSL_read',
      page: 'SSL_get_error(3)',
      what: 'SSL_read finds nothing, with an error of another call still in the queue.',
      run: onStage({}, (stage) => {
        stage.connected();
        leaveAnError(stage);
        return [stage.read(stage.client, 100, stale)];
      }),
    },
    {
      id: 'stale-queue/SSL_write',
      page: 'SSL_get_error(3)',
      what: 'SSL_write into a full pair, with an error of another call still in the queue.',
      run: onStage({}, (stage) => {
        stage.connected();
        writeUntilFull(stage);
        leaveAnError(stage);
        return [stage.write(stage.client, record, stale)];
      }),
    },
    {
      id: 'stale-queue/SSL_shutdown',
      page: 'SSL_get_error(3)',
      what: 'The second SSL_shutdown waits for the peer’s close_notify, with an error of another call still in the queue.',
      run: onStage({}, (stage) => {
        stage.connected();
        stage.shutdown();
        leaveAnError(stage);
        return [stage.shutdown(stage.client, stale)];
      }),
    },
    {
      id: 'no-bio/SSL_connect',
      page: 'SSL_set_bio(3)',
      what: 'SSL_connect of an SSL without any BIO.',
      run: onStage(
        {},
        withoutBio((stage) => stage.connect()),
      ),
    },
    {
      id: 'no-bio/SSL_read',
      page: 'SSL_set_bio(3)',
      what: 'SSL_read of a connected SSL whose BIOs were taken away.',
      run: onStage({}, (stage) => {
        stage.connected();
        return withoutBio((each) => each.read())(stage);
      }),
    },
    {
      id: 'want-x509-lookup/client',
      page: 'SSL_CTX_set_cert_cb(3)',
      what: 'The server asks for a certificate, and the client’s certificate callback returns -1.',
      run: onStage(
        {
          client: (l, ctx) => l.SSL_CTX_set_cert_cb(ctx, () => -1, null),
          server: (l, ctx) => l.SSL_CTX_set_verify(ctx, c.SSL_VERIFY_PEER, null),
        },
        (stage) => [stage.handshake()[0]],
      ),
    },
    {
      id: 'want-x509-lookup/server',
      page: 'SSL_CTX_set_cert_cb(3)',
      what: 'The server’s certificate callback returns -1, and again.',
      run: onStage({ server: (l, ctx) => l.SSL_CTX_set_cert_cb(ctx, () => -1, null) }, (stage) => [stage.handshake()[1], stage.accept()]),
    },
    {
      id: 'certificate-callback-refuses',
      page: 'SSL_CTX_set_cert_cb(3)',
      what: 'The server’s certificate callback returns 0.',
      run: onStage({ server: (l, ctx) => l.SSL_CTX_set_cert_cb(ctx, () => 0, null) }, (stage) => [...stage.handshake()].reverse()),
    },
    {
      id: 'want-client-hello-cb',
      page: 'SSL_CTX_set_client_hello_cb(3)',
      what: 'The client-hello callback returns SSL_CLIENT_HELLO_RETRY, and again.',
      run: onStage({ server: (l, ctx) => l.SSL_CTX_set_client_hello_cb(ctx, () => c.SSL_CLIENT_HELLO_RETRY, null) }, (stage) => [
        stage.handshake()[1],
        stage.accept(),
      ]),
    },
    {
      id: 'client-hello-callback-refuses',
      page: 'SSL_CTX_set_client_hello_cb(3)',
      what: 'The client-hello callback returns SSL_CLIENT_HELLO_ERROR with alert 112.',
      run: onStage(
        {
          server: (l, ctx) =>
            l.SSL_CTX_set_client_hello_cb(
              ctx,
              (_, alert) => {
                alert.value = 112;
                return c.SSL_CLIENT_HELLO_ERROR;
              },
              null,
            ),
        },
        (stage) => [...stage.handshake()].reverse(),
      ),
    },
    {
      id: 'want-retry-verify',
      page: 'SSL_set_retry_verify(3)',
      what: 'The certificate verify callback calls SSL_set_retry_verify and returns 1, and again.',
      run: onStage(
        (library) =>
          library.isAtLeast('3.0')
            ? {
                client: (l, ctx) => {
                  l.SSL_CTX_set_verify(ctx, c.SSL_VERIFY_PEER, null);
                  l.SSL_CTX_set_cert_verify_callback(
                    ctx,
                    (store) => {
                      const ssl = l.X509_STORE_CTX_get_ex_data(store, l.SSL_get_ex_data_X509_STORE_CTX_idx());
                      l.SSL_set_retry_verify(ssl as c.SSL);
                      return 1;
                    },
                    null,
                  );
                },
              }
            : null,
        (stage) => [stage.handshake()[0], stage.connect()],
      ),
    },
  ],
};
