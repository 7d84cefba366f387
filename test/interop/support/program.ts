// Owns: foreign programs: servers that are started on a free port of 127.0.0.1 and are ready when they accept, and tools that run to their end.
// Must not know: which programs there are.

import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { freePort, Tool } from '../../support/io-tools.ts';
import { tempFolder } from '../../support/temp-folder.ts';

export interface Command {
  readonly program: string;
  readonly parameters: readonly string[];
  /** What it says when it accepts, or shortly before. */
  readonly ready: RegExp;
  /** The signal that ends it, if SIGTERM waits for clients. */
  readonly end?: NodeJS.Signals;
}

export interface Running {
  readonly port: number;
  readonly tool: Tool;
  stop(): Promise<void>;
}

/** Starts a server. Between the choice of a port and the server's own bind() another process may take it: then it is tried with another one. */
export async function startProgram(make: (port: number) => Command): Promise<Running> {
  for (let left = 3; ; left -= 1) {
    const port = await freePort();
    const { program, parameters, ready, end = 'SIGTERM' } = make(port);
    const tool = new Tool(program, parameters);
    const stop = async (): Promise<void> => {
      tool.process.kill(end);
      await tool.exited;
    };
    try {
      await tool.says(ready);
      await accepts(port, tool);
      return { port, tool, stop };
    } catch (error) {
      await stop();
      if (left === 0 || !/in use/i.test(tool.output)) throw error;
    }
  }
}

async function accepts(port: number, tool: Tool): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch (error) {
      const { exitCode, signalCode, spawnfile } = tool.process;
      if (exitCode !== null || signalCode !== null) throw new Error(`${spawnfile} ended:\n${tool.output}`, { cause: error });
      await setImmediate();
    } finally {
      socket.destroy();
    }
  }
}

/** Runs a tool to its end: all that it said. */
export async function runTool(
  program: string,
  parameters: readonly string[],
  input = '',
): Promise<{ readonly code: number | null; readonly output: string }> {
  const tool = new Tool(program, parameters);
  tool.process.stdin.end(input);
  const code = await tool.exited;
  return { code, output: tool.output };
}

/** A new folder of the test run's. */
export function newFolder(name: string): string {
  return mkdtempSync(join(tempFolder('interop'), `${name}-`));
}
