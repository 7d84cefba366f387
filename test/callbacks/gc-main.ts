// Makes pairs of engines whose contexts' callbacks hold them, lets them be asked, drops them in every state, and says what is still alive.
// Needs --expose-gc. Parameters: selector, how many pairs.

import { setImmediate as turn } from 'node:timers/promises';
import { OpenSSL } from '../../lib/index.ts';
import { EnginePair, trustingClient } from '../support/engine-pair.ts';
import { identity } from '../support/pki.ts';

const [selector = 'node', count = '1'] = process.argv.slice(2);

async function main(): Promise<void> {
  const library = OpenSSL.load(selector);
  const state = { asked: 0 };
  for (let index = 0; index < Number(count); index += 1) {
    drop(library, index, state);
    // Collected objects are finalised between turns of the event loop.
    if (index % 100 === 99) await turn();
  }
  const alive = (): number => Object.values(library.liveObjects).reduce((sum, value) => sum + value, 0);
  for (let round = 0; round < 50 && alive() > 0; round += 1) {
    global.gc?.();
    await turn();
  }
  process.stdout.write(JSON.stringify({ made: 2 * Number(count), asked: state.asked, left: library.liveObjects }));
}

// A whole handshake, one that waits for ever, or one that a callback ends; and nobody closes them.
function drop(library: OpenSSL, index: number, state: { asked: number }): void {
  const own: { pair: EnginePair | null } = { pair: null };
  const ask = <T>(answer: T): T => {
    state.asked += own.pair === null ? 0 : 1; // it holds what holds it
    return answer;
  };
  own.pair = new EnginePair({
    library,
    client: { ...trustingClient(), verifyCallback: () => ask(index % 3 !== 2) },
    server: {
      ...identity('serverEc'),
      clientHelloCallback: () => ask(index % 3 === 1 ? new Promise<undefined>(() => undefined) : undefined),
      certCallback: () => ask(undefined),
    },
  });
  own.pair.handshake();
}

void main();
