// Owns: driving both ends of a pair whose steps run on libuv's pool: EnginePair.handshake(), step by step the same, but for where.
// Must not know: what is tested.

import type { SslEngine, SslResult } from '../../lib/index.ts';
import { type BothResults, type EnginePair, isSettled } from './engine-pair.ts';

/** `atOnce`: both sides' steps are under way together, so that two threads of the pool work on two connections that know each other. */
export async function handshakeOnPool(pair: EnginePair, { atOnce = false } = {}): Promise<BothResults> {
  const step = async (side: 'client' | 'server', before?: SslResult): Promise<SslResult> => {
    if (before !== undefined && isSettled(before)) return before;
    const engine = pair[side];
    await engine.pendingAnswer;
    return side === 'client' ? engine.connectAsync() : engine.acceptAsync();
  };
  const both = async (before?: BothResults): Promise<BothResults> => {
    if (!atOnce) return { client: await step('client', before?.client), server: await step('server', before?.server) };
    const [client, server] = await Promise.all([step('client', before?.client), step('server', before?.server)]);
    return { client, server };
  };
  let results = await both();
  for (;;) {
    const moved = pair.shuttle();
    const before = describe(results);
    results = await both(results);
    const waits = [pair.client, pair.server].some(waitsToSendOrBeAnswered);
    if (!moved && describe(results) === before && !waits) return results;
  }
}

function describe({ client, server }: BothResults): string {
  return `${client.status} ${server.status}`;
}

function waitsToSendOrBeAnswered(engine: SslEngine): boolean {
  return !engine.closed && (engine.bytesToDrain > 0 || engine.pendingAnswer !== null);
}
