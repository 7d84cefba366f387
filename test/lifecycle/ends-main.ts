// Ends with engines in every state still open. Parameters: how it ends, selectors.

import { OpenSSL } from '../../lib/index.ts';
import { DatagramPair } from '../support/datagram-pair.ts';
import { EnginePair } from '../support/engine-pair.ts';

const [how = 'open', ...selectors] = process.argv.slice(2);
const open = selectors.map((selector) => {
  const library = OpenSSL.load(selector);
  const connected = EnginePair.connected({ library });
  connected.client.write(Buffer.alloc(60_000));
  const halfway = new EnginePair({ library });
  halfway.client.connect();
  halfway.shuttle();
  const datagrams = new DatagramPair({ library });
  datagrams.client.connect();
  datagrams.shuttle();
  datagrams.server.accept();
  return [connected, halfway, datagrams];
});

process.on('exit', () => {
  for (const pair of open.flat()) pair.client.connect();
});
if (how === 'exit') process.exit(7);
if (how === 'throw') throw new Error('on purpose');
