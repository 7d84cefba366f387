// Run in a process of its own, with --expose-gc: an engine whose key is in use by a connection alone, and then by nobody. Parameters: the
// OpenSSL, the engine's file, its log, a certificate's file, its key's file. Prints what the log said while the connection lived.

import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { CryptoEngine, OpenSSL } from '../../lib/index.ts';
import { EnginePair } from '../support/engine-pair.ts';

const [selector = '', file = '', log = '', certificate = '', key = ''] = process.argv.slice(2);
const library = OpenSSL.load(selector);
const collect = (globalThis as unknown as { gc: () => void }).gc;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function collectAll(): Promise<void> {
  for (let i = 0; i < 5; i += 1) {
    collect();
    await turn();
  }
}

function connected(): EnginePair {
  const engine = CryptoEngine.load({
    library,
    file,
    commands: [
      ['FOLDER', dirname(key)],
      ['LOG', log],
    ],
  });
  const privateKey = engine.loadPrivateKey(basename(key));
  return new EnginePair({ library, server: { certificate: { file: certificate }, privateKey } });
}

async function main(): Promise<void> {
  let pair: EnginePair | null = connected();
  await collectAll();
  const during = readFileSync(log, 'latin1');
  pair.handshake();
  const shown = pair.client.peerChain.length > 0;
  pair.close();
  pair = null;
  await collectAll();
  process.stdout.write(JSON.stringify({ during, shown: shown && existsSync(log) }));
}

void main();
