// A network that loses, doubles, reorders, cuts and invents datagrams, by a pattern that fast-check draws and can draw again: both sides
// finish their handshake by their timers, whatever it does.

import { expect, test } from '@jest/globals';
import { array, assert, asyncProperty, constantFrom } from 'fast-check';
import { DatagramPair, type Network, readAll } from '../support/datagram-pair.ts';
import { isSettled } from '../support/engine-pair.ts';
import { describeEachLibrary } from '../support/libraries.ts';

type Fate = 'pass' | 'lose' | 'double' | 'hold' | 'cut' | 'invent';

// Fewer than the 12 times that OpenSSL sends a flight: so even a network that loses all of them lets one through.
const mostFates = 10;
const fates = array(constantFrom<Fate>('pass', 'pass', 'lose', 'double', 'hold', 'cut', 'invent'), { maxLength: mostFates });
const runs = 20;

/** The fates in order, then a network that passes everything. What is held comes behind what follows it. */
function unreliable(pattern: readonly Fate[]): Network {
  const left = [...pattern];
  const held: Uint8Array[] = [];
  const arrivalsOf = (datagram: Uint8Array): readonly Uint8Array[] => {
    switch (left.shift() ?? 'pass') {
      case 'pass':
        return [datagram];
      case 'lose':
        return [];
      case 'double':
        return [datagram, datagram];
      case 'cut':
        return [datagram.subarray(0, Math.ceil(datagram.length / 2))];
      case 'invent':
        return [Buffer.from('a datagram of someone else, of no use to anyone'), datagram];
      case 'hold':
        held.push(datagram);
        return [];
    }
  };
  return (datagrams) => {
    const late = datagrams.length === 0 ? [] : held.splice(0);
    return [...datagrams.flatMap(arrivalsOf), ...late];
  };
}

/** Drives both sides to the end of their handshake: moves what there is, and where nothing moves, waits for a timer. */
async function finish(pair: DatagramPair): Promise<void> {
  for (;;) {
    const { client, server } = pair.handshake();
    for (const result of [client, server]) if (result.status === 'failed') throw result.error;
    if (isSettled(client) && isSettled(server)) return;
    if (isSettled(client)) readAll(pair.client); // a peer that is not done yet may ask for the last flight again
    if (isSettled(server)) readAll(pair.server);
    if (!pair.shuttle()) await new Promise((resolve) => setTimeout(resolve, 2));
    for (const engine of [pair.client, pair.server]) {
      const result = engine.handleDtlsTimeout();
      if (result.status === 'failed') throw result.error;
    }
  }
}

describeEachLibrary('an unreliable network', (library) => {
  test('does not keep two sides from each other', async () => {
    const timer = { dtlsTimerCallback: (last: number): number => (last === 0 ? 20 : Math.min(2 * last, 80)) };
    await assert(
      asyncProperty(fates, fates, constantFrom(256, 500, 1232), async (toServer, toClient, mtu) => {
        const pair = new DatagramPair({ library, client: timer, server: timer, clientEngine: { mtu }, serverEngine: { mtu } });
        try {
          pair.toServer = unreliable(toServer);
          pair.toClient = unreliable(toClient);
          await finish(pair);
          pair.toServer = pair.toClient = (datagrams) => datagrams;
          pair.client.write(Buffer.from('through'));
          pair.shuttle();
          expect(readAll(pair.server)).toEqual(['through']);
        } finally {
          pair.close();
        }
      }),
      { numRuns: runs, seed: 20_260_701 },
    );
  });

  test('a handshake whose every datagram comes in reverse order ends without a timer', () => {
    const pair = new DatagramPair({ library, clientEngine: { mtu: 256 }, serverEngine: { mtu: 256 } });
    pair.toServer = pair.toClient = (datagrams) => datagrams.toReversed();
    expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    pair.close();
  });
});
