// Owns: what a connection says when it fails, and when it is asked again after that.

import * as c from '../../../lib/c/index.ts';
import type { Group, Observation, Scene } from '../scene.ts';
import { onStage, type Plan, type Stage } from '../stage.ts';

interface Failure {
  readonly id: string;
  readonly what: string;
  readonly plan?: Plan | ((release: { readonly isAtLeast: (release: string) => boolean }) => Plan | null);
  /** Up to the call that fails, whose observation is returned. */
  readonly fail: (stage: Stage) => Observation;
}

const verifying: Plan['client'] = (l, ctx) => l.SSL_CTX_set_verify(ctx, c.SSL_VERIFY_PEER, null);

function answeredBy(bytes: Uint8Array): Failure['fail'] {
  return (stage) => {
    stage.connect();
    stage.drain(stage.client);
    stage.feed(stage.client, bytes);
    return stage.connect();
  };
}

function endedInHandshake(stage: Stage): Observation {
  stage.connect();
  stage.end(stage.client);
  return stage.connect();
}

function endedAfterHandshake(stage: Stage): Observation {
  stage.connected();
  stage.end(stage.client);
  return stage.read();
}

const ignoring: Plan['client'] = (l, ctx) => {
  l.SSL_CTX_set_options(ctx, c.SSL_OP_IGNORE_UNEXPECTED_EOF);
};

const failures: readonly Failure[] = [
  { id: 'eof-in-handshake', what: 'the transport ends after the ClientHello', fail: endedInHandshake },
  {
    id: 'eof-in-handshake-ignored',
    what: 'the transport ends after the ClientHello, with SSL_OP_IGNORE_UNEXPECTED_EOF',
    plan: (release) => (release.isAtLeast('3.0') ? { client: ignoring } : null),
    fail: endedInHandshake,
  },
  {
    id: 'certificate-refused-1.2',
    what: 'the client turns the certificate down, in TLS 1.2',
    plan: { protocol: 'TLSv1.2', client: verifying },
    fail: (stage) => stage.handshake({ verify: true })[0],
  },
  {
    id: 'certificate-refused-1.3',
    what: 'the client turns the certificate down, in TLS 1.3',
    plan: { protocol: 'TLSv1.3', client: verifying },
    fail: (stage) => stage.handshake({ verify: true })[0],
  },
  {
    id: 'alert-received',
    what: 'the peer answers the ClientHello with fatal alert 40',
    fail: answeredBy(Buffer.from([21, 3, 1, 0, 2, 2, 40])),
  },
  {
    id: 'plain-text',
    what: 'the peer answers the ClientHello as an HTTP server',
    fail: answeredBy(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')),
  },
  {
    id: 'bad-record',
    what: 'a record after the handshake does not decrypt',
    plan: { protocol: 'TLSv1.3' },
    fail: (stage) => {
      stage.connected();
      stage.write(stage.server);
      const record = stage.drain(stage.server);
      record[record.length - 1] = (record.at(-1) ?? 0) ^ 1;
      stage.feed(stage.client, record);
      return stage.read();
    },
  },
  { id: 'eof-after-handshake', what: 'the transport ends after the handshake, without close_notify', fail: endedAfterHandshake },
  {
    id: 'eof-after-handshake-ignored',
    what: 'the transport ends after the handshake, without close_notify, with SSL_OP_IGNORE_UNEXPECTED_EOF',
    plan: (release) => (release.isAtLeast('3.0') ? { client: ignoring } : null),
    fail: endedAfterHandshake,
  },
];

const calls = {
  SSL_connect: (stage: Stage) => stage.connect(),
  SSL_read: (stage: Stage) => stage.read(),
  SSL_write: (stage: Stage) => stage.write(),
  SSL_shutdown: (stage: Stage) => stage.shutdown(),
} as const;

function scenesOf({ id, what, plan = {}, fail }: Failure): readonly Scene[] {
  return [
    { id, page: 'SSL_get_error(3)', what: `${upper(what)}.`, run: onStage(plan, (stage) => [fail(stage)]) },
    ...Object.entries(calls).map(([name, call]) => ({
      id: `${id}/${name}`,
      page: 'SSL_get_error(3)',
      what: `${name} after that.`,
      run: onStage(plan, (stage) => {
        fail(stage);
        return [call(stage)];
      }),
    })),
  ];
}

function upper(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

export const afterFailure: Group = {
  title: 'Failures, and what is said after them',
  about:
    'After SSL_ERROR_SSL and SSL_ERROR_SYSCALL no operation may follow. What OpenSSL says when one does follow misleads, and not in the same ' +
    'way in each release; the typed layer gives the first failure again instead. The error queue was cleared before each call.',
  scenes: failures.flatMap(scenesOf),
};
