// Owns: the process of a blocking client: connectSync and its socket.

import { connectSync, type SyncSslSocket } from 'libssl';
import { converse, timed } from './dialogue.ts';
import { clientContext } from './our-contexts.ts';
import { address, hostName, readAhead, settings } from './settings.ts';

const { mode, port = 0, size = 100 } = settings;
const context = clientContext();
const buffer = Buffer.alloc(Math.max(size, readAhead));
const bytes = buffer.subarray(0, size);

if (mode === 'handshake') {
  converse({ run: timed(handshakes) });
} else {
  const socket = open();
  const work = { send: sending, receive: receiving, 'round-trip': roundTrips }[mode];
  if (work === undefined) throw new Error(`no mode ${mode}`);
  converse({ run: timed((until) => work(socket, until)) });
}

function open(): SyncSslSocket {
  return connectSync({ host: address, port, context, serverName: hostName, verifyName: hostName });
}

function handshakes(until: number): number {
  let count = 0;
  for (; performance.now() < until; count += 1) open().close();
  return count;
}

function sending(socket: SyncSslSocket, until: number): number {
  let sent = 0;
  while (performance.now() < until) sent += socket.write(bytes);
  return sent;
}

function receiving(socket: SyncSslSocket, until: number): number {
  let received = 0;
  while (performance.now() < until) received += readSome(socket);
  return received;
}

function roundTrips(socket: SyncSslSocket, until: number): number {
  let count = 0;
  for (; performance.now() < until; count += 1) {
    socket.write(bytes);
    for (let got = 0; got < size; ) got += readSome(socket);
  }
  return count;
}

function readSome(socket: SyncSslSocket): number {
  const count = socket.readInto(buffer);
  if (count === null) throw new Error('the server has ended the connection');
  return count;
}
