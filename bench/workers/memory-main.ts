// Owns: the process of two engines that are carried between in memory: handshakes, bytes one way, single calls. bench/c/memory.c is its rival.

import { SslEngine, type SslEngineOptions, type SslSession } from 'libssl';
import { converse, timed } from './dialogue.ts';
import { clientContext, serverContext } from './our-contexts.ts';
import { hostName, readAhead, settings } from './settings.ts';

const { mode, size = 16_384, call = '', count: callCount } = settings;
const pair = settings.pair === undefined ? {} : { bufferSize: settings.pair };
const clientSide = clientContext();
const serverSide = serverContext();
const plaintext = Buffer.alloc(size);
const received = Buffer.alloc(1024 * 1024);
const carried = Buffer.alloc(readAhead);

interface Ends {
  readonly client: SslEngine;
  readonly server: SslEngine;
}

if (mode === 'handshake' || mode === 'resumed') {
  const session = mode === 'resumed' ? firstSession() : null;
  converse({ run: timed((until) => handshakes(until, session)) });
} else if (mode === 'bulk') {
  const ends = connected();
  converse({ run: timed((until) => bulk(ends, until)) });
} else {
  const once = callOf(connected());
  if (callCount === undefined) converse({ run: timed((until) => calls(once, until)) });
  else for (let left = callCount; left > 0; left -= 1) once();
}

function newClient(options: SslEngineOptions = {}): SslEngine {
  return new SslEngine(clientSide, { serverName: hostName, verifyHost: hostName, ...pair, ...options });
}

function makeEnds(session: SslSession | null): Ends {
  return { client: newClient(session === null ? {} : { session }), server: new SslEngine(serverSide, pair) };
}

function shakeHands({ client, server }: Ends): void {
  let clientDone = false;
  let serverDone = false;
  while (!clientDone || !serverDone) {
    if (!clientDone) clientDone = isDone(client.connect());
    carry(client, server);
    if (!serverDone) serverDone = isDone(server.accept());
    carry(server, client);
  }
}

function isDone(result: ReturnType<SslEngine['connect']>): boolean {
  if (result.status === 'done') return true;
  if (result.status === 'want-read') return false;
  throw new Error(`the handshake came to ${result.status}`);
}

function carry(from: SslEngine, to: SslEngine): void {
  for (let count = from.drainInto(carried); count > 0; count = from.drainInto(carried)) {
    if (to.feed(carried.subarray(0, count)) !== count) throw new Error('the pair is full');
  }
}

function oneHandshake(session: SslSession | null): void {
  const ends = makeEnds(session);
  shakeHands(ends);
  ends.client.shutdown(); // without it OpenSSL takes the session for spoilt
  ends.client.close();
  ends.server.close();
}

function handshakes(until: number, session: SslSession | null): number {
  let count = 0;
  for (; performance.now() < until; count += 1) oneHandshake(session);
  return count;
}

function firstSession(): SslSession {
  const ends = connected();
  const { session } = ends.client;
  if (session === null) throw new Error('there is no session');
  ends.client.shutdown();
  const again = makeEnds(session);
  shakeHands(again);
  if (!again.client.connection.resumed) throw new Error('the session was not resumed');
  again.client.shutdown();
  return session;
}

function connected(): Ends {
  const ends = makeEnds(null);
  shakeHands(ends);
  ends.client.read(received); // the tickets
  return ends;
}

function bulk({ client, server }: Ends, until: number): number {
  let bytes = 0;
  while (performance.now() < until) {
    const written = client.write(plaintext);
    if (written.status !== 'done' && written.status !== 'want-write') throw new Error(`the write came to ${written.status}`);
    // As much at a time as the other side surely has room for.
    for (let count = client.drainInto(carried); count > 0; count = client.drainInto(carried)) {
      if (server.feed(carried.subarray(0, count)) !== count) throw new Error('the pair is full');
      bytes += readAll(server);
    }
  }
  return bytes;
}

function readAll(engine: SslEngine): number {
  let bytes = 0;
  for (;;) {
    const result = engine.read(received);
    if (result.status === 'want-read') return bytes;
    if (result.status !== 'done') throw new Error(`the read came to ${result.status}`);
    bytes += result.value;
  }
}

function calls(once: () => void, until: number): number {
  let count = 0;
  while (performance.now() < until) {
    for (let left = 50; left > 0; left -= 1) once();
    count += 50;
  }
  return count;
}

function callOf({ client, server }: Ends): () => void {
  const few = plaintext.subarray(0, 100);
  const waiting = newClient();
  const known: Readonly<Record<string, () => void>> = {
    'read-nothing': () => void server.read(few),
    'write-100': () => {
      client.write(few);
      client.drainInto(carried);
    },
    'handshake-step': () => void waiting.connect(),
    'bytes-to-drain': () => void client.bytesToDrain,
    'new-and-free': () => newClient().close(),
  };
  const once = known[call];
  if (once === undefined) throw new Error(`no call ${call}`);
  return once;
}
