// Owns: the process of a client over streams: handshakes many at once, bytes one way, round trips.
// Must not know: whose stack it is.

import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { converse, timed } from './dialogue.ts';
import { settings } from './settings.ts';
import { chosenStack, type Stack } from './stack.ts';

const { mode, port = 0, size = 100, atOnce = 1 } = settings;

void main();

async function main(): Promise<void> {
  const stack = await chosenStack();
  if (mode === 'handshake') {
    await handshakes(stack, 0); // an option that is refused is told before it is measured
    converse({ run: timed((until) => handshakes(stack, until)) });
    return;
  }
  const socket = await stack.connect(port);
  socket.on('error', (error) => {
    throw error;
  });
  const work = { send: sending, receive: receiving, 'round-trip': roundTrips }[mode];
  if (work === undefined) throw new Error(`no mode ${mode}`);
  converse({ run: timed((until) => work(socket, until)) });
}

async function handshakes(stack: Stack, until: number): Promise<number> {
  let count = 0;
  const inTurn = async (): Promise<void> => {
    do {
      const socket = await stack.connect(port);
      socket.destroy();
      count += 1;
    } while (performance.now() < until);
  };
  await Promise.all(Array.from({ length: until === 0 ? 1 : atOnce }, inTurn));
  return count;
}

// What a program does that has much to send: it writes until it is told to wait, and goes on when there is room.
async function sending(socket: Duplex, until: number): Promise<number> {
  const bytes = Buffer.alloc(size);
  let sent = 0;
  while (performance.now() < until) {
    sent += size;
    if (!socket.write(bytes)) await once(socket, 'drain');
  }
  await new Promise((resolve) => socket.write(bytes, resolve)); // once the last is out, all are
  return sent + size;
}

async function receiving(socket: Duplex, until: number): Promise<number> {
  let received = 0;
  await new Promise<void>((resolve) => {
    const onData = (data: Uint8Array): void => {
      received += data.length;
      if (performance.now() < until) return;
      socket.pause();
      socket.off('data', onData);
      resolve();
    };
    socket.on('data', onData);
    socket.resume();
  });
  return received;
}

async function roundTrips(socket: Duplex, until: number): Promise<number> {
  const bytes = Buffer.alloc(size);
  let count = 0;
  let received = 0;
  await new Promise<void>((resolve) => {
    const onData = (data: Uint8Array): void => {
      received += data.length;
      if (received < size) return;
      received = 0;
      count += 1;
      if (performance.now() < until) {
        socket.write(bytes);
        return;
      }
      socket.off('data', onData);
      resolve();
    };
    socket.on('data', onData);
    socket.write(bytes);
  });
  return count;
}
