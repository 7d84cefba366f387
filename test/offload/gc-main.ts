// Begins steps on the pool and drops engines and promises, then says what is still alive. Needs --expose-gc. Parameters: selector, count.

import { setImmediate as turn } from 'node:timers/promises';
import { OpenSSL, SslContext, SslEngine } from '../../lib/index.ts';
import { identity } from '../support/pki.ts';

const [selector = 'node', count = '1'] = process.argv.slice(2);

async function main(): Promise<void> {
  const library = OpenSSL.load(selector);
  const asked = drop(library);
  const alive = (): number => Object.values(library.liveObjects).reduce((sum, value) => sum + value, 0);
  const most = library.liveObjects.connections;
  for (let round = 0; round < 200 && alive() > 0; round += 1) {
    global.gc?.();
    await turn();
  }
  process.stdout.write(JSON.stringify({ most, asked: asked.count, left: library.liveObjects }));
}

function drop(library: OpenSSL): { readonly count: number } {
  const asked = { count: 0 };
  const ask = (): undefined => {
    asked.count += 1;
  };
  const client = new SslContext({ role: 'client', library });
  const server = new SslContext({ role: 'server', library, ...identity('serverEc'), certCallback: ask, serverNameCallback: ask });
  for (let index = 0; index < Number(count); index += 1) {
    const one = new SslEngine(client);
    const other = new SslEngine(server);
    one.connect();
    other.feed(one.drain());
    void other.acceptAsync();
    void one.connectAsync();
  }
  return asked;
}

void main();
