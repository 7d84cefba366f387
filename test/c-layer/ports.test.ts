// examples/c-ports: each program in JavaScript prints what the C program beside it prints, against the same C server; and the server in
// JavaScript is one for the C client.

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { cc, compile } from '../support/compile.ts';
import { certificateFile, hosts, keyFile } from '../support/pki.ts';

const ports = join(__dirname, '..', '..', 'examples', 'c-ports');
const clients = ['blocking-client', 'nonblocking-client', 'bio-pair-client', 'bio-connect-client', 'session-resumption'];
type Command = readonly [program: string, ...parameters: string[]];

const inC = (name: string): Command => {
  const made = compile(cc, join(ports, `${name}.c`), name, ['-lssl', '-lcrypto']);
  if (!made.ok) throw new Error(made.messages);
  return [made.output];
};
const inJavaScript = (name: string): Command => [process.execPath, join(ports, `${name}.mjs`)];

describe('the ports of classic C programs', () => {
  const hasHeaders = cc.absent === null && compile(cc, join(ports, 'server.c'), 'server', ['-lssl', '-lcrypto']).ok;
  if (!hasHeaders) {
    test.skip('no C compiler, or no headers of OpenSSL', () => undefined);
    return;
  }

  test('dtls-echo, over UDP', async () => {
    const made = inC('dtls-echo');
    const both = [made, inJavaScript('dtls-echo')] as const;
    const expected = await echo(made, made);
    expect(expected.client).toMatch(
      /^DTLSv1\.2, .+, verify result: 0\nanswer: datagram 1\nanswer: datagram 2\nanswer: datagram 3\nshutdown: 0\n$/,
    );
    for (const server of both) for (const client of both) expect(await echo(server, client)).toEqual(expected);
  });

  test.each(clients)('%s', async (name) => {
    const expected = await talk(inC('server'), inC(name), name);
    expect(expected.client).toMatch(/TLSv1\.[23]/);
    expect(expected.client).toContain(name === 'session-resumption' ? 'resumed' : 'answer: hello');
    expect(await talk(inC('server'), inJavaScript(name), name)).toEqual(expected);
    expect(await talk(inJavaScript('server'), inC(name), name)).toEqual(expected);
  });
});

interface Printed {
  readonly client: string;
  readonly server: string;
}

async function talk(server: Command, client: Command, name: string): Promise<Printed> {
  const count = name === 'session-resumption' ? '2' : '1';
  const arguments_ = ['127.0.0.1', '0', certificateFile('server'), keyFile('server'), count];
  const printed = await meet([...server, ...arguments_], (port) => [...client, '127.0.0.1', port, certificateFile('root'), hosts.good]);
  // Whether it had to wait depends on the machine.
  return { ...printed, client: printed.client.replace(/had to wait: \w+/, 'had to wait') };
}

function echo(server: Command, client: Command): Promise<Printed> {
  return meet([...server, 'server', '127.0.0.1', '0', certificateFile('server'), keyFile('server')], (port) => [
    ...client,
    ...['client', '127.0.0.1', port, certificateFile('root'), hosts.good],
  ]);
}

/** What both print; the port differs from run to run. */
async function meet(server: Command, client: (port: string) => readonly string[]): Promise<Printed> {
  const [program, ...parameters] = server;
  const running = spawn(program, parameters);
  let printed = '';
  running.stdout.on('data', (data: Buffer) => (printed += data.toString('latin1')));
  try {
    const said = await run(client(await listening(running, () => printed)));
    await new Promise((resolve) => (running.exitCode === null ? running.once('close', resolve) : resolve(undefined)));
    return { client: said, server: printed.replace(/port \d+/, 'port') };
  } finally {
    running.kill();
  }
}

async function listening(running: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const port = /listening on port (?<port>\d+)\n/.exec(printed())?.groups?.['port'];
      if (port !== undefined) resolve(port);
    };
    running.stdout?.on('data', look);
    running.once('close', () => reject(new Error(`the server ended: ${printed()}`)));
  });
}

async function run([program, ...parameters]: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program ?? '', parameters, { timeout: 30_000 }, (error, stdout) => {
      if (error !== null) reject(new Error(`${program}: ${error.message}: ${stdout}`));
      else resolve(stdout);
    });
  });
}
