// Makes many connections and drops them, closed or not, then says what is still alive. Needs --expose-gc. Parameters: selector, how, count.

import { setImmediate as turn } from 'node:timers/promises';
import { OpenSSL, SslContext, SslEngine } from '../../lib/index.ts';
import { identity } from '../support/pki.ts';

const [selector = 'node', how = 'dropped', count = '1'] = process.argv.slice(2);

async function main(): Promise<void> {
  const library = OpenSSL.load(selector);
  const most = await make(library, Number(count));
  const left = await collected(library);
  process.stdout.write(JSON.stringify({ most, left }));
}

/** The most that was alive at once. */
async function make(library: OpenSSL, total: number): Promise<number> {
  let most = 0;
  const method = how === 'datagrams' ? 'dtls' : 'tls';
  const client = new SslContext({ role: 'client', method, library });
  const server = new SslContext({ role: 'server', method, library, ...identity('serverEc') });
  for (let index = 0; index < total; index += 1) {
    const one = new SslEngine(client);
    const other = new SslEngine(server);
    one.connect();
    if (method === 'tls') other.feed(one.drain());
    else for (const datagram of one.drainDatagrams()) other.feedDatagram(datagram);
    if (index % 10 === 0) other.accept();
    if (how === 'closed') {
      one.close();
      other.close();
    }
    // A context that nobody holds after this line.
    const asked = how === 'contexts' ? new SslContext({ role: 'client', library }).library : library;
    most = Math.max(most, asked.liveObjects.connections);
    // Collected objects are finalised between turns of the event loop.
    if (index % 100 === 99) await turn();
  }
  return most;
}

async function collected(library: OpenSSL): Promise<OpenSSL['liveObjects']> {
  const alive = (): number => Object.values(library.liveObjects).reduce((sum, value) => sum + value, 0);
  for (let round = 0; round < 50 && alive() > 0; round += 1) {
    global.gc?.();
    await turn();
  }
  return library.liveObjects;
}

void main();
