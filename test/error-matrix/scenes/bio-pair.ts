// Owns: scenes of the BIO pair, and of the bytes that the first flight takes.

import * as c from '../../../lib/c/index.ts';
import { some } from '../../c-layer/pair.ts';
import type { Group, Observation } from '../scene.ts';
import { onStage, queueOf, type Stage } from '../stage.ts';

const page = 'BIO_s_bio(3)';

// BIO calls have no SSL_get_error.
function onBio({ l }: Stage, call: string, run: () => number): Observation {
  l.ERR_clear_error();
  return { call, ret: run(), ...queueOf(l) };
}

export const bioPair: Group = {
  title: 'BIO pair',
  about: 'The transport of every scene here: one half is the SSL’s, the other the network’s.',
  scenes: [
    {
      id: 'bio/read-request',
      page,
      what: 'BIO_ctrl_get_read_request before the ClientHello, after it, and after the handshake.',
      run: onStage({}, (stage) => {
        const asked = (): Observation =>
          onBio(stage, 'BIO_ctrl_get_read_request', () => stage.l.BIO_ctrl_get_read_request(stage.client.network));
        const before = asked();
        stage.connect();
        const after = asked();
        stage.handshake();
        return [before, after, asked()];
      }),
    },
    {
      id: 'bio/room',
      page,
      what: 'BIO_ctrl_get_write_guarantee of a fresh pair of the default size.',
      run: onStage({}, (stage) => [
        onBio(stage, 'BIO_ctrl_get_write_guarantee', () => stage.l.BIO_ctrl_get_write_guarantee(stage.client.network)),
      ]),
    },
    {
      id: 'bio/read-empty',
      page,
      what: 'BIO_read of a pair that has nothing, and BIO_should_retry.',
      run: onStage({}, (stage) => {
        const { l, client } = stage;
        return [
          onBio(stage, 'BIO_read', () => l.BIO_read(client.network, new Uint8Array(10), 10)),
          onBio(stage, 'BIO_should_retry', () => (l.BIO_should_retry(client.network) === 0 ? 0 : 1)),
        ];
      }),
    },
    {
      id: 'bio/after-the-end',
      page,
      what: 'BIO_shutdown_wr on one half: BIO_write to it, and BIO_read of the other.',
      run: onStage({}, (stage) => {
        const { l, client } = stage;
        stage.end(client);
        const inner = some(l.SSL_get_rbio(client.ssl));
        return [
          onBio(stage, 'BIO_write', () => l.BIO_write(client.network, Buffer.from('x'), 1)),
          onBio(stage, 'BIO_read', () => l.BIO_read(inner, new Uint8Array(10), 10)),
        ];
      }),
    },
    {
      id: 'bio/no-partner',
      page,
      what: 'BIO_write to a BIO of BIO_s_bio that was never joined to another.',
      run: onStage({}, (stage) => {
        const { l } = stage;
        const alone = some(l.BIO_new(some(l.BIO_s_bio())));
        const said = onBio(stage, 'BIO_write', () => l.BIO_write(alone, Buffer.from('x'), 1));
        l.BIO_free(alone);
        return [said];
      }),
    },
    {
      id: 'bio/joined-twice',
      page,
      what: 'BIO_make_bio_pair of two halves, one of which has a partner.',
      run: onStage({}, (stage) => {
        const { l, client, server } = stage;
        return [onBio(stage, 'BIO_make_bio_pair', () => l.BIO_make_bio_pair(client.network, server.network))];
      }),
    },
    {
      id: 'client-hello/pair-of-600-bytes',
      page: 'SSL_connect(3)',
      what: 'SSL_connect over a pair of 600 bytes, again after each SSL_ERROR_WANT_WRITE; `value` counts those of the first flight.',
      run: onStage({ room: 600 }, (stage) => {
        let wanted = 0;
        let said = stage.connect();
        while (said.code === c.SSL_ERROR_WANT_WRITE) {
          wanted += 1;
          stage.drain(stage.client);
          said = stage.connect();
        }
        return [{ ...said, value: wanted }];
      }),
    },
    {
      id: 'client-hello/key-shares',
      page: 'SSL_CTX_set1_groups_list(3)',
      what: 'The default ClientHello: `value` is the number of key shares in it.',
      run: onStage({ protocol: 'TLSv1.3' }, (stage) => {
        const said = stage.connect();
        return [{ ...said, value: keyShares(stage.drain(stage.client)) }];
      }),
    },
  ],
};

// RFC 8446, 4.1.2 and 4.2.8. Written for what OpenSSL sends: one ClientHello in one record.
function keyShares(record: Buffer): number {
  let at = 5 + 4 + 2 + 32;
  at += 1 + record.readUInt8(at); // session id
  at += 2 + record.readUInt16BE(at); // cipher suites
  at += 1 + record.readUInt8(at); // compression
  const end = at + 2 + record.readUInt16BE(at);
  at += 2;
  while (at < end) {
    const [type, length] = [record.readUInt16BE(at), record.readUInt16BE(at + 2)];
    if (type === 51) return sharesIn(record.subarray(at + 6, at + 4 + length));
    at += 4 + length;
  }
  return 0;
}

function sharesIn(list: Buffer): number {
  let count = 0;
  for (let at = 0; at < list.length; at += 4 + list.readUInt16BE(at + 2)) count += 1;
  return count;
}
