// Clients and a server over a network in memory that loses, doubles, reorders and damages: by seeds, so that each can be had again.

import { afterEach, expect, test } from '@jest/globals';
import type { SslDatagramSocket } from '../../lib/index.ts';
import { DatagramNetwork } from '../support/datagram-network.ts';
import { bytes, closePeers, connected, TestServer } from '../support/datagram-peers.ts';
import { describeEachLibrary } from '../support/libraries.ts';

afterEach(closePeers);

const impatient = { dtlsTimerCallback: (last: number): number => (last === 0 ? 20 : Math.min(2 * last, 80)) };
const seeds = Array.from({ length: 12 }, (_, seed) => seed + 1);

/** Sends a message again and again until the echo of it comes. */
async function getsThrough(client: SslDatagramSocket, text: string): Promise<void> {
  const back = new Set<string>();
  client.on('message', (message) => back.add(Buffer.from(message).toString('latin1')));
  while (!back.has(text)) {
    await client.send(bytes(text));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

describeEachLibrary('bad weather', (library) => {
  // A handshake begins in the clear: whoever damages it on purpose can end it (UDP's checksum is for accidents).
  test.each(seeds)('seed %i: every handshake ends well, and messages get through', async (seed) => {
    const network = new DatagramNetwork(seed, { lose: 0.15, double: 0.15, delay: 0.3 });
    const mtu = [208, 300, 1232][seed % 3] ?? 1232;
    const server = await TestServer.open(library, { ...impatient, mtu, transport: network.server });
    server.server.on('connection', (socket) => socket.on('message', (message) => void socket.send(message)));
    const clients = await Promise.all(
      Array.from({ length: 4 }, () => connected(library, { ...impatient, mtu, transport: network.client() })),
    );
    network.weather = { lose: 0.15, double: 0.15, delay: 0.3, damage: 0.15 };
    await Promise.all(clients.map((client, index) => getsThrough(client, `message ${index}`)));
    const { accepted, established, open } = server.server.stats;
    expect([established, open]).toEqual([4, 4]);
    expect(accepted).toBeGreaterThanOrEqual(4);
  });

  test.each(seeds.slice(0, 4))(
    'seed %i: a handshake whose bits are damaged ends well or with an SslError, and the server goes on',
    async (seed) => {
      const network = new DatagramNetwork(seed, { lose: 0.05, double: 0.1, delay: 0.2, damage: 0.1 });
      const server = await TestServer.open(library, { ...impatient, mtu: 400, transport: network.server, handshakeTimeout: 300 });
      const outcomes = await Promise.allSettled(
        Array.from({ length: 12 }, () => connected(library, { ...impatient, mtu: 400, transport: network.client(), timeout: 500 })),
      );
      for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ name: 'SslError' });
      for (const error of server.errors) expect(error).toMatchObject({ name: 'SslError' });
      network.weather = {};
      const client = await connected(library, { transport: network.client() });
      expect(client.connection?.verify.verified).toBe(true);
    },
  );

  test('what is doubled, damaged or not from the peer is ignored and counted, and nothing of it is a message', async () => {
    const network = new DatagramNetwork(1);
    const server = await TestServer.open(library, { transport: network.server });
    const client = await connected(library, { transport: network.client() });
    const accepted = await server.next();
    const heard: string[] = [];
    accepted.on('message', (message) => heard.push(Buffer.from(message).toString('latin1')));
    await client.send(bytes('once'));
    const { from, datagram } = network.sent.at(-1) ?? { from: { address: '', port: 0 }, datagram: bytes('') };
    const damaged = Uint8Array.from(datagram, (byte, index) => (index === datagram.length - 1 ? byte ^ 1 : byte));
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual(['once']);
    const others = [datagram, damaged, datagram.subarray(0, 20), bytes('no record at all'), new Uint8Array(0), new Uint8Array(65_000)];
    for (const other of others) network.inject(other, from);
    network.inject(new Uint8Array(65_536), from);
    expect(accepted.stats).toMatchObject({
      ignored: others.length,
      received: network.sent.filter((one) => one.from === from).length - 2 + others.length,
    });
    expect(server.server.stats.dropped).toMatchObject({ oversized: 1, stranger: 0 });
    await client.send(bytes('and again'));
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual(['once', 'and again']);
  });
});
