// Owns: the process of a server: connections that are ended at once or stay idle, and what it costs: memory, and the event loop's delay.
// Must not know: whose stack it is.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Duplex } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { converse } from './dialogue.ts';
import { settings } from './settings.ts';
import { chosenStack } from './stack.ts';

const resolution = 1;
const idle: Duplex[] = [];
const delays = monitorEventLoopDelay({ resolution });

void main();

async function main(): Promise<void> {
  const stack = await chosenStack();
  const listening = await stack.listen(settings.mode === 'idle' ? keep : endAtOnce);
  converse({ memory, 'watch-delay': watchDelay, delay }, listening);
}

function endAtOnce(socket: Duplex): void {
  socket.on('error', () => {}); // the load generator's end
  socket.destroy();
}

function keep(socket: Duplex): void {
  socket.on('error', () => {});
  socket.on('data', () => {}); // as a server has it that waits for a request
  idle.push(socket);
}

/** Bytes that the process has, with no garbage left, once so many connections are there, and microseconds of a processor up to then. */
async function memory(connections: number): Promise<Readonly<Record<'rss' | 'connections' | 'cpu', number>>> {
  while (idle.length < connections) await turn();
  const { user, system } = process.cpuUsage();
  for (let count = 0; count < 5; count += 1) {
    await turn();
    globalThis.gc?.();
  }
  return { rss: process.memoryUsage.rss(), connections: idle.length, cpu: user + system };
}

function watchDelay(): { readonly watching: true } {
  delays.reset();
  delays.enable();
  return { watching: true };
}

/** How much later than asked for a timer came, in milliseconds. */
function delay(): Readonly<Record<'p50' | 'p99' | 'max', number>> {
  delays.disable();
  // What the histogram has is the distance between two ticks.
  const late = (nanoseconds: number): number => Math.max(nanoseconds / 1e6 - resolution, 0.01);
  return { p50: late(delays.percentile(50)), p99: late(delays.percentile(99)), max: late(delays.max) };
}
