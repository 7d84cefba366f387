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

  test.each(clients)('%s', async (name) => {
    const expected = await talk(inC('server'), inC(name), name);
    expect(expected.client).toMatch(/TLSv1\.[23]/);
    expect(expected.client).toContain(name === 'session-resumption' ? 'resumed' : 'answer: hello');
    expect(await talk(inC('server'), inJavaScript(name), name)).toEqual(expected);
    expect(await talk(inJavaScript('server'), inC(name), name)).toEqual(expected);
  });
});

/** What both print; the port differs from run to run. */
async function talk(server: Command, client: Command, name: string): Promise<{ readonly client: string; readonly server: string }> {
  const count = name === 'session-resumption' ? '2' : '1';
  const [program, ...parameters] = server;
  const running = spawn(program, [...parameters, '127.0.0.1', '0', certificateFile('server'), keyFile('server'), count]);
  let printed = '';
  running.stdout.on('data', (data: Buffer) => (printed += data.toString('latin1')));
  try {
    const port = await listening(running, () => printed);
    const said = await run([...client, '127.0.0.1', port, certificateFile('root'), hosts.good]);
    await new Promise((resolve) => (running.exitCode === null ? running.once('close', resolve) : resolve(undefined)));
    // Whether it had to wait depends on the machine.
    return { client: said.replace(/had to wait: \w+/, 'had to wait'), server: printed.replace(/port \d+/, 'port') };
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
