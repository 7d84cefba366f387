// Owns: the command-line peers, openssl s_server and s_client of each version and GnuTLS's: started on a port of 127.0.0.1, talked to over
// stdin and stdout, ended by their own process id.
// Must not know: the package under test.

import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { cacheFolder } from './library-copies.ts';
import { certificateFile, type Identity, keyFile } from './pki.ts';

/** A program that runs, and all it has said. */
export class Tool {
  readonly process: ChildProcessWithoutNullStreams;
  readonly exited: Promise<number | null>;
  output = '';
  #waiting: (() => void)[] = [];
  #ended = false;

  constructor(program: string, parameters: readonly string[]) {
    this.process = spawn(program, parameters);
    const onOutput = (data: Buffer): void => {
      this.output += data.toString('latin1');
      this.#wake();
    };
    this.process.stdout.on('data', onOutput);
    this.process.stderr.on('data', onOutput);
    this.process.stdin.on('error', () => undefined); // it may be gone before it has read everything
    this.exited = new Promise((resolve) => {
      this.process.on('close', (code) => {
        this.#ended = true;
        this.#wake();
        resolve(code);
      });
    });
  }

  /** Resolves with the match when the output has it. */
  async says(text: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = text.exec(this.output);
      if (found !== null) return found;
      if (this.#ended) throw new Error(`${this.process.spawnfile} ended without ${text}:\n${this.output}`);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  type(text: string): void {
    this.process.stdin.write(text);
  }

  async stop(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.exited;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** The programs `openssl` here: the system's and those of the cache. */
export const opensslPrograms: readonly { readonly name: string; readonly program: string }[] = [
  { name: 'system', program: 'openssl' },
  ...['1.1.1', '3.5', '4.0'].map((name) => ({ name, program: join(cacheFolder, name, 'bin', 'openssl') })),
].filter(({ program }) => isThere(program));

/** null: it is there. Else why not. */
export function absentProgram(program: string): string | null {
  return isThere(program) ? null : `${program} is not installed`;
}

/** How a server is started, and what it says when it is ready, with its port. */
export interface ServerCommand {
  readonly program: string;
  readonly parameters: readonly string[];
  readonly ready: RegExp;
  /** If it does not say it. */
  readonly port?: number;
}

export function sServerCommand(program: string, more: readonly string[] = [], name: Identity = 'serverEc'): ServerCommand {
  const chain = certificateFile(name);
  const parameters = ['s_server', '-accept', '127.0.0.1:0', '-cert', chain, '-cert_chain', chain, '-key', keyFile(name), ...more];
  return { program, parameters, ready: /ACCEPT 127\.0\.0\.1:(\d+)/ };
}

export async function gnutlsServCommand(more: readonly string[] = [], name: Identity = 'serverEc'): Promise<ServerCommand> {
  const port = await freePort();
  const files = ['--x509certfile', certificateFile(name), '--x509keyfile', keyFile(name)];
  const parameters = ['--port', String(port), '--echo', ...files, ...more];
  return { program: 'gnutls-serv', parameters, ready: /listening on IPv4 .*done/, port };
}

export async function startServer({ program, parameters, ready, port }: ServerCommand): Promise<{ tool: Tool; port: number }> {
  const tool = new Tool(program, parameters);
  const said = await tool.says(ready);
  return { tool, port: port ?? Number(said[1]) };
}

export function sServer(program: string, more: readonly string[] = [], name: Identity = 'serverEc'): Promise<{ tool: Tool; port: number }> {
  return startServer(sServerCommand(program, more, name));
}

export async function gnutlsServ(more: readonly string[] = [], name: Identity = 'serverEc'): Promise<{ tool: Tool; port: number }> {
  return await startServer(await gnutlsServCommand(more, name));
}

/** A port where nothing listens; gnutls-serv does not take 0. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, () => resolve()));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function isThere(program: string): boolean {
  return program.includes('/') ? existsSync(program) : spawnSync(program, ['version'], { stdio: 'ignore' }).error === undefined;
}
