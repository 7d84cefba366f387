// Owns: scenes of SSL_read, SSL_peek and SSL_write.

import * as c from '../../../lib/c/index.ts';
import type { Group, Observation, Scene } from '../scene.ts';
import { onStage, type Plan, type Stage } from '../stage.ts';

const big = 16 * 1024;

// A write that waits for its retry: the pair took what it could.
function unfinishedWrite(stage: Stage): { readonly bytes: Buffer; readonly said: Observation } {
  const bytes = Buffer.alloc(big, 'a');
  let said = stage.write(stage.client, bytes);
  while (said.ret > 0) said = stage.write(stage.client, bytes);
  return { bytes, said };
}

function both(stage: Stage, records: readonly string[]): void {
  for (const text of records) stage.write(stage.server, Buffer.from(text));
  stage.move();
}

// The tickets come behind the server's Finished: only a read gets to them.
const ticketsSeen: Scene['run'] = (library, materials) => {
  let sessions = 0;
  const count = { value: () => sessions };
  const plan: Plan = {
    protocol: 'TLSv1.3',
    client: (l, ctx) => {
      l.SSL_CTX_set_session_cache_mode(ctx, c.SSL_SESS_CACHE_CLIENT);
      l.SSL_CTX_sess_set_new_cb(ctx, () => {
        sessions += 1;
        return 0;
      });
    },
  };
  const play = (stage: Stage): readonly Observation[] => {
    stage.handshake();
    return [stage.write(stage.client, Buffer.from('x'), count), stage.read(stage.client, 100, count)];
  };
  return onStage(plan, play)(library, materials);
};

export const data: Group = {
  title: 'Reading and writing',
  about: 'SSL_read, SSL_peek and SSL_write after the handshake. `value` is the number of bytes, or what the sentence says.',
  scenes: [
    {
      id: 'read-nothing',
      page: 'SSL_read(3)',
      what: 'SSL_read when nothing has come.',
      run: onStage({}, (stage) => [stage.connected().read()]),
    },
    {
      id: 'read-one-record-each',
      page: 'SSL_read(3)',
      what: 'Two records of 3 and 4 bytes have come, and SSL_read has room for both: three times.',
      run: onStage({}, (stage) => {
        both(stage.connected(), ['one', 'four']);
        return [stage.read(), stage.read(), stage.read()];
      }),
    },
    {
      id: 'read-zero-bytes/nothing-there',
      page: 'SSL_read(3)',
      what: 'SSL_read of 0 bytes when nothing has come.',
      run: onStage({}, (stage) => [stage.connected().read(stage.client, 0)]),
    },
    {
      id: 'read-zero-bytes/data-there',
      page: 'SSL_read(3)',
      what: 'SSL_read of 0 bytes when a record has come, and then of 100.',
      run: onStage({}, (stage) => {
        both(stage.connected(), ['data']);
        return [stage.read(stage.client, 0), stage.read()];
      }),
    },
    {
      id: 'pending',
      page: 'SSL_pending(3)',
      what: 'A record of 4 bytes has come: SSL_read of 1; SSL_pending is the value.',
      run: onStage({}, (stage) => {
        both(stage.connected(), ['data']);
        const before = stage.l.SSL_pending(stage.client.ssl);
        const read = stage.read(stage.client, 1, { value: () => stage.l.SSL_pending(stage.client.ssl) });
        return [{ call: 'client SSL_pending before', ret: before }, read];
      }),
    },
    {
      id: 'has-pending',
      page: 'SSL_has_pending(3)',
      what: 'Half a record has come, with read-ahead on: SSL_read; SSL_has_pending is the value.',
      run: onStage({ client: (l, ctx) => l.SSL_CTX_set_read_ahead(ctx, 1) }, (stage) => {
        const { l, client, server } = stage.connected();
        stage.write(server, Buffer.from('data'));
        const record = stage.drain(server);
        stage.feed(client, record.subarray(0, record.length - 1));
        return [stage.read(client, 100, { value: () => l.SSL_has_pending(client.ssl) })];
      }),
    },
    {
      id: 'auto-retry-off',
      page: 'SSL_CTX_set_mode(3)',
      what: 'The tickets of TLS 1.3 and a record of data have come, with SSL_MODE_AUTO_RETRY off: SSL_read, three times.',
      run: onStage({ protocol: 'TLSv1.3', client: (l, ctx) => void l.SSL_CTX_clear_mode(ctx, c.SSL_MODE_AUTO_RETRY) }, (stage) => {
        stage.handshake();
        both(stage, ['data']);
        return [stage.read(), stage.read(), stage.read()];
      }),
    },
    {
      id: 'write-full-pair',
      page: 'SSL_write(3)',
      what: 'SSL_write until the BIO pair is full.',
      run: onStage({}, (stage) => [unfinishedWrite(stage.connected()).said]),
    },
    {
      id: 'bad-write-retry/other-buffer',
      page: 'SSL_write(3)',
      what: 'A write waits for its retry, and SSL_write is called with another buffer of the same length.',
      run: onStage({}, (stage) => {
        unfinishedWrite(stage.connected());
        // Of other content too: where callbacks are set, the layer keeps what was written, and finds the address again by the content.
        return [stage.write(stage.client, Buffer.alloc(big, 'b'))];
      }),
    },
    {
      id: 'bad-write-retry/shorter',
      page: 'SSL_write(3)',
      what: 'A write waits for its retry, and SSL_write is called with fewer bytes; SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER is on.',
      run: onStage({ client: (l, ctx) => void l.SSL_CTX_set_mode(ctx, c.SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER) }, (stage) => {
        const { bytes } = unfinishedWrite(stage.connected());
        return [stage.write(stage.client, bytes.subarray(0, 100))];
      }),
    },
    {
      id: 'write-retry/moved-buffer',
      page: 'SSL_CTX_set_mode(3)',
      what: 'A write waits for its retry, the pair is emptied, and SSL_write gets another buffer with SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER on.',
      run: onStage({ client: (l, ctx) => void l.SSL_CTX_set_mode(ctx, c.SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER) }, (stage) => {
        unfinishedWrite(stage.connected());
        stage.drain(stage.client);
        return [stage.write(stage.client, Buffer.alloc(big, 'b'))];
      }),
    },
    {
      id: 'write-retry/partial-mode-too-late',
      page: 'SSL_CTX_set_mode(3)',
      what: 'A write of 40,000 bytes waits for its retry; SSL_MODE_ENABLE_PARTIAL_WRITE is switched on, and the write repeated with room for a record.',
      run: onStage({}, (stage) => {
        const { l, client } = stage.connected();
        const bytes = Buffer.alloc(40_000, 'a');
        const first = stage.write(client, bytes);
        l.SSL_set_mode(client.ssl, c.SSL_MODE_ENABLE_PARTIAL_WRITE);
        stage.drain(client);
        return [first, stage.write(client, bytes)];
      }),
    },
    {
      id: 'tickets-unread',
      page: 'SSL_CTX_sess_set_new_cb(3)',
      what: 'A client of TLS 1.3 writes, and reads; `value` is how many sessions the callback has been given by then.',
      run: ticketsSeen,
    },
    {
      id: 'partial-write',
      page: 'SSL_CTX_set_mode(3)',
      what: 'SSL_write of 40,000 bytes with SSL_MODE_ENABLE_PARTIAL_WRITE.',
      run: onStage({ client: (l, ctx) => void l.SSL_CTX_set_mode(ctx, c.SSL_MODE_ENABLE_PARTIAL_WRITE) }, (stage) => [
        stage.connected().write(stage.client, Buffer.alloc(40_000)),
      ]),
    },
    {
      id: 'write-zero-bytes/SSL_write',
      page: 'SSL_write(3)',
      what: 'SSL_write of 0 bytes.',
      run: onStage({}, (stage) => [stage.connected().write(stage.client, new Uint8Array(0))]),
    },
    {
      id: 'write-zero-bytes/SSL_write_ex',
      page: 'SSL_write(3)',
      what: 'SSL_write_ex of 0 bytes.',
      run: onStage({}, (stage) => {
        const { l, client } = stage.connected();
        const written = c.out<number>();
        const run = (): number => l.SSL_write_ex(client.ssl, new Uint8Array(0), 0, written);
        return [stage.observe(client, 'SSL_write_ex', run, { value: () => written.value ?? -1 })];
      }),
    },
    {
      id: 'read-zero-bytes/SSL_read_ex',
      page: 'SSL_read(3)',
      what: 'SSL_read_ex of 0 bytes when a record has come.',
      run: onStage({}, (stage) => {
        const { l, client } = stage.connected();
        both(stage, ['data']);
        return [stage.observe(client, 'SSL_read_ex', () => l.SSL_read_ex(client.ssl, new Uint8Array(0), 0, c.out<number>()))];
      }),
    },
    {
      id: 'negative-length',
      page: 'SSL_write(3)',
      what: 'SSL_write and SSL_read of -1 bytes.',
      run: onStage({}, (stage) => {
        const { l, client } = stage.connected();
        return [
          stage.observe(client, 'SSL_write', () => l.SSL_write(client.ssl, new Uint8Array(0), -1)),
          stage.observe(client, 'SSL_read', () => l.SSL_read(client.ssl, new Uint8Array(0), -1)),
        ];
      }),
    },
  ],
};
