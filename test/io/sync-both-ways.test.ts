// connectSync() with a peer that sends and receives at once: neither side may wait for the other for ever. SSL_read(3), SSL_write(3)

import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { connectSync, type SyncSslSocket } from '../../lib/index.ts';
import { local, thrown } from '../support/io-clients.ts';
import { Peer } from '../support/io-peer.ts';
import { hashOf, pattern } from '../support/io-servers.ts';
import { describeEachLibrary } from '../support/libraries.ts';

let peer: Peer;
beforeAll(async () => {
  peer = await Peer.start();
});
afterAll(() => peer.stop());

const megabyte = 1024 * 1024;

describeEachLibrary('connectSync() both ways at once', (library) => {
  let socket: SyncSslSocket | null = null;
  afterEach(() => socket?.close());

  test.each(['pair', 'socket'] as const)(
    'bio %s: what a write could not send by its deadline does not hold up a read, and goes out beside it',
    async (bio) => {
      const { port } = await peer.listen({ kind: 'tls', session: 'echo' });
      socket = connectSync({ ...local(library, port), bio, timeout: bio === 'socket' ? 200 : 10_000 });
      const bytes = pattern(20 * megabyte); // more than the system's buffers hold, both ways together
      const timeout = bio === 'socket' ? {} : { timeout: 100 };
      // The server sends back what it gets, and takes no more while nobody reads that.
      expect(thrown(() => socket?.write(bytes, timeout))).toMatchObject({ code: 'ERR_SSL_TIMEOUT' });
      const parts: Buffer[] = [];
      let written = false;
      for (let size = 0; size < bytes.length; ) {
        const data = socket.read(64 * 1024);
        if (data === null) throw new Error('the server has ended');
        parts.push(data);
        size += data.length;
        if (written || size % megabyte > 64 * 1024) continue;
        try {
          socket.write(bytes, bio === 'socket' ? {} : { timeout: 1 });
          written = true;
        } catch (error) {
          expect(error).toMatchObject({ code: 'ERR_SSL_TIMEOUT' });
        }
      }
      expect(hashOf(Buffer.concat(parts))).toBe(hashOf(bytes));
    },
  );
});
