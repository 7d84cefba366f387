// Who reads a stream in ways that only work as long as data comes in the pieces in which a handle of Node's gives it.

import { expect, test } from '@jest/globals';
import { deferred, sideBySide } from './support.ts';

sideBySide('a reader', (peers) => {
  // Since Node 26 read() gives one piece, and not all that there is.
  test("that reads once for each 'readable' gets everything", async () => {
    const { client, server } = await peers.pair();
    const size = 1_000_000;
    const { promise, resolve } = deferred<number>();
    let received = 0;
    server.on('readable', () => {
      const piece = server.read() as Buffer | null;
      received += piece?.length ?? 0;
      if (received === size) resolve(received);
    });
    client.write(Buffer.alloc(size));
    expect(await promise).toBe(size);
  });
});
