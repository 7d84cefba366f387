// Owns: a worker's side of the dialogue: ready, then an answer for each line, until its input ends, and the worker with it.
// Must not know: what it is asked.

import { createInterface } from 'node:readline';

export type Answer = Readonly<Record<string, unknown>>;
/** What the words of a line are answered by; the number behind the word is its argument. */
export type Handlers = Readonly<Record<string, (argument: number) => Answer | Promise<Answer>>>;

/** Says that the worker is ready, and answers. */
export function converse(handlers: Handlers, ready: Answer = { ready: true }): void {
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const [word = '', argument = '0'] = line.split(' ');
    const handler = handlers[word];
    if (handler === undefined) throw new Error(`no answer to ${line}`);
    void answer(handler, Number(argument));
  });
  lines.on('close', () => process.exit(0)); // whoever started it is gone, or done
  say(ready);
}

/** `work` in a form that is asked for: it does its work until the time is up and gives how much it did. */
export function timed(work: (until: number) => number | Promise<number>): Handlers['run'] & {} {
  return async (milliseconds) => {
    const cpuBefore = process.cpuUsage();
    const start = performance.now();
    const count = await work(start + milliseconds);
    const ns = (performance.now() - start) * 1e6;
    const { user, system } = process.cpuUsage(cpuBefore);
    return { count, ns, cpu: (user + system) * 1000 };
  };
}

async function answer(handler: (argument: number) => Answer | Promise<Answer>, argument: number): Promise<void> {
  try {
    say(await handler(argument));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  }
}

function say(what: Answer): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
