// Owns: the servers of io-servers.ts in a process of their own, for clients that block this one. A server is told beforehand what to do;
// commands reach it while this thread does not block.

import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Command, LogEntry, ServerOptions } from './io-servers.ts';
import type { ServerCommand } from './io-tools.ts';

export interface PeerRequest {
  readonly id: number;
  readonly listen?: ServerOptions;
  /** `ready` is the source of its expression. */
  readonly run?: Omit<ServerCommand, 'ready'> & { readonly ready: string };
  readonly server?: number;
  readonly command?: Command;
  readonly seen?: string;
  readonly log?: boolean;
}

export interface PeerReply {
  readonly id: number;
  readonly error?: string;
  readonly port?: number;
  readonly entry?: LogEntry;
  readonly log?: readonly LogEntry[];
}

export class PeerServer {
  readonly port: number;
  readonly #peer: Peer;
  readonly #id: number;

  constructor(peer: Peer, id: number, port: number) {
    this.#peer = peer;
    this.#id = id;
    this.port = port;
  }

  /** Resolves when it is done. */
  async command(command: Command): Promise<void> {
    await this.#peer.ask({ server: this.#id, command });
  }

  async seen(event: string): Promise<LogEntry> {
    const { entry } = await this.#peer.ask({ server: this.#id, seen: event });
    if (entry === undefined) throw new Error(`no entry for ${event}`);
    return entry;
  }

  async log(): Promise<readonly LogEntry[]> {
    return (await this.#peer.ask({ server: this.#id, log: true })).log ?? [];
  }
}

export class Peer {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve: (reply: PeerReply) => void; reject: (error: Error) => void }>();
  #last = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on('message', (reply: PeerReply) => {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if (reply.error === undefined) waiting?.resolve(reply);
      else waiting?.reject(new Error(reply.error));
    });
    child.on('exit', (code, signal) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`the peer process ended: ${code ?? signal}`));
    });
  }

  static async start(): Promise<Peer> {
    const child = fork(join(__dirname, 'io-peer-main.ts'), { execArgv: ['--require', join(__dirname, 'io-register.cjs')] });
    const peer = new Peer(child);
    await peer.ask({});
    return peer;
  }

  /** Starts a server; answers when it listens. */
  async listen(options: ServerOptions): Promise<PeerServer> {
    const { id, port = 0 } = await this.ask({ listen: options });
    return new PeerServer(this, id, port);
  }

  /** Runs a server that is a program of its own, there, so that its output is read while this thread blocks. Answers with its port. */
  async run(command: ServerCommand): Promise<number> {
    return (await this.ask({ run: { ...command, ready: command.ready.source } })).port ?? 0;
  }

  async ask(request: Omit<PeerRequest, 'id'>): Promise<PeerReply> {
    this.#last += 1;
    const id = this.#last;
    return await new Promise<PeerReply>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#child.send({ ...request, id });
    });
  }

  async stop(): Promise<void> {
    const exited = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.disconnect();
    await exited;
  }
}
