// Owns: scenes of SSL_shutdown.

import { some } from '../../c-layer/pair.ts';
import type { Group } from '../scene.ts';
import { onStage, type Stage } from '../stage.ts';

const page = 'SSL_shutdown(3)';

// SSL_get_shutdown(3): 1 sent, 2 received.
const flags = (stage: Stage) => ({ value: () => stage.l.SSL_get_shutdown(stage.client.ssl) });

export const shutdown: Group = {
  title: 'SSL_shutdown',
  about: 'After 0 SSL_get_error must not be asked. `value` is what SSL_get_shutdown says: 1 sent, 2 received, 3 both.',
  scenes: [
    {
      id: 'shutdown/before-handshake',
      page,
      what: 'SSL_shutdown of an SSL that knows its side and has done nothing yet.',
      run: onStage({}, (stage) => {
        stage.l.SSL_set_connect_state(stage.client.ssl);
        return [stage.shutdown(stage.client, flags(stage))];
      }),
    },
    {
      id: 'shutdown/no-side',
      page,
      what: 'SSL_shutdown of an SSL that was never told whether it is client or server.',
      run: onStage({}, (stage) => [stage.shutdown(stage.client, flags(stage))]),
    },
    {
      id: 'shutdown/in-handshake',
      page,
      what: 'SSL_shutdown after the ClientHello.',
      run: onStage({}, (stage) => {
        stage.connect();
        return [stage.shutdown(stage.client, flags(stage))];
      }),
    },
    {
      id: 'shutdown/twice',
      page,
      what: 'SSL_shutdown, and again before the peer has answered.',
      run: onStage({}, (stage) => {
        stage.connected();
        return [stage.shutdown(stage.client, flags(stage)), stage.shutdown(stage.client, flags(stage))];
      }),
    },
    {
      id: 'shutdown/answered',
      page,
      what: 'SSL_shutdown on both sides, and once more on the first.',
      run: onStage({}, (stage) => {
        stage.connected();
        const first = stage.shutdown(stage.client, flags(stage));
        stage.move();
        const answer = stage.shutdown(stage.server);
        stage.move();
        return [first, answer, stage.shutdown(stage.client, flags(stage))];
      }),
    },
    {
      id: 'shutdown/received-first',
      page,
      what: 'The peer’s close_notify has come: SSL_read, and SSL_shutdown.',
      run: onStage({}, (stage) => {
        stage.connected();
        stage.shutdown(stage.server);
        stage.move();
        return [stage.read(), stage.shutdown(stage.client, flags(stage))];
      }),
    },
    {
      id: 'shutdown/data-unread',
      page,
      what: 'SSL_shutdown, and again when the peer’s data has come, unread; then SSL_read.',
      run: onStage({}, (stage) => {
        stage.connected();
        stage.shutdown();
        stage.write(stage.server, Buffer.from('data'));
        stage.move();
        return [stage.shutdown(stage.client, flags(stage)), stage.read()];
      }),
    },
    {
      id: 'shutdown/full-pair',
      page,
      what: 'SSL_shutdown when the BIO pair has no room, and after it was emptied.',
      run: onStage({}, (stage) => {
        stage.connected();
        const { l, client } = stage;
        const inner = some(l.SSL_get_wbio(client.ssl));
        const room = l.BIO_ctrl_get_write_guarantee(inner);
        l.BIO_write(inner, Buffer.alloc(room), room);
        const full = stage.shutdown(stage.client, flags(stage));
        stage.drain(stage.client);
        return [full, stage.shutdown(stage.client, flags(stage))];
      }),
    },
    {
      id: 'shutdown/quiet',
      page: 'SSL_set_quiet_shutdown(3)',
      what: 'SSL_shutdown with quiet shutdown set.',
      run: onStage({}, (stage) => {
        stage.connected();
        stage.l.SSL_set_quiet_shutdown(stage.client.ssl, 1);
        return [stage.shutdown(stage.client, flags(stage))];
      }),
    },
    {
      id: 'shutdown/eof-instead-of-answer',
      page,
      what: 'SSL_shutdown, and again when the transport has ended without the peer’s close_notify.',
      run: onStage({}, (stage) => {
        stage.connected();
        const first = stage.shutdown(stage.client, flags(stage));
        stage.end(stage.client);
        return [first, stage.shutdown(stage.client, flags(stage))];
      }),
    },
    {
      id: 'write-after-own-close-notify',
      page,
      what: 'SSL_shutdown, then SSL_write.',
      run: onStage({}, (stage) => {
        stage.connected();
        stage.shutdown();
        return [stage.write()];
      }),
    },
    {
      id: 'write-after-the-peers-close-notify',
      page,
      what: 'The peer’s close_notify was read; SSL_write, which the peer then reads.',
      run: onStage({}, (stage) => {
        stage.connected();
        stage.shutdown(stage.server);
        stage.move();
        const read = stage.read();
        const written = stage.write();
        stage.move();
        return [read, written, stage.read(stage.server)];
      }),
    },
    {
      id: 'read-after-own-close-notify',
      page,
      what: 'SSL_shutdown, then SSL_read of data that the peer sent before it knew.',
      run: onStage({}, (stage) => {
        stage.connected();
        stage.shutdown();
        stage.write(stage.server, Buffer.from('data'));
        stage.move();
        return [stage.read(), stage.read()];
      }),
    },
  ],
};
