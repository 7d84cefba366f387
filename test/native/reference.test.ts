// "Always the outcome that OpenSSL gives in C": reference.c and SslEngine do the same handshakes, and tell the same, line by line.
// The server has an RSA key and no session tickets, so that every run has as many bytes as the one before.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { type OpenSSL, SslContext, SslEngine } from '../../lib/index.ts';
import { build, cc } from '../support/compile.ts';
import { reasons } from '../support/engine-pair.ts';
import { describeEachLibraryAndProtocol, type Protocol } from '../support/libraries.ts';
import { certificateFile, certificatePem, identity, keyFile } from '../support/pki.ts';

const run = promisify(execFile);
const program = cc.absent === null ? build(cc, 'reference.c', 'reference', ['-O1', '-Wall', '-Wextra', '-Werror', '-ldl']) : '';

interface Contexts {
  readonly client: SslContext;
  readonly server: SslContext;
}

describeEachLibraryAndProtocol('the same in C', (library, protocol) => {
  const absent = cc.absent ?? (library.source === 'node' ? "Node's own OpenSSL is no file that a C program could open" : null);
  if (absent !== null) {
    test.skip(absent, () => undefined);
    return;
  }

  const inC = async (mode: 'ends' | 'bytes'): Promise<readonly string[]> => {
    const { crypto, ssl } = library.files;
    const { stdout } = await run(program, [crypto, ssl, certificateFile('tiny'), keyFile('tiny'), protocol, mode], { maxBuffer: 2 ** 26 });
    return stdout.trimEnd().split('\n');
  };

  test('an end of file after every byte of the server’s: each call has the same return value, code, errno, queue and bytes to send', async () => {
    const c = inC('ends');
    const ours = ends(contexts(library, protocol));
    expect(ours.length).toBeGreaterThan(700);
    expect(ours).toEqual(await c);
    // It was not the same failure everywhere, and it did come to an end.
    expect(ours.at(-1)).toContain('connect 1 0 0 []');
    expect(new Set(ours.map((line) => line.replace(/^\d+:/, '').replaceAll(/out=\d+/g, ''))).size).toBeGreaterThan(3);
  });

  test('one byte at a time: every call in between has the same return value, code, errno, queue and bytes to send', async () => {
    const c = inC('bytes');
    const ours = goThrough(contexts(library, protocol), 1, Number.POSITIVE_INFINITY, false).lines;
    expect(ours.length).toBeGreaterThan(700);
    expect(ours).toEqual(await c);
  });
});

function contexts(library: OpenSSL, protocol: Protocol): Contexts {
  const conf = { MinProtocol: protocol, MaxProtocol: protocol, Options: '-SessionTicket', Groups: 'X25519' };
  const common = { library, cipherList: 'DEFAULT:@SECLEVEL=0', conf };
  return {
    client: new SslContext({ role: 'client', ...common, ca: certificatePem('tiny'), verifyMode: 'peer' }),
    server: new SslContext({ role: 'server', ...common, ...identity('tiny') }),
  };
}

function ends(both: Contexts): readonly string[] {
  const lines: string[] = [];
  for (let limit = 0; ; limit += 1) {
    const { lines: calls, sent } = goThrough(both, Number.POSITIVE_INFINITY, limit, true);
    lines.push(`${limit}:${calls.join('')}`);
    if (limit >= sent) return lines;
  }
}

/** The function `run` of reference.c. */
function goThrough(
  both: Contexts,
  step: number,
  limit: number,
  endInput: boolean,
): { readonly lines: readonly string[]; readonly sent: number } {
  const client = new SslEngine(both.client);
  const server = new SslEngine(both.server);
  const lines: string[] = [];
  let toClient = Buffer.alloc(0);
  let arrived = 0;
  let ended = false;
  let name: 'connect' | 'read' = 'connect';
  for (;;) {
    const { text, code } = told(client, name);
    lines.push(endInput ? text : `${arrived}:${text}`);
    server.feed(client.drain());
    server.accept();
    toClient = Buffer.concat([toClient, server.drain()]);
    if (code === 0 && name === 'connect') {
      name = 'read';
      continue;
    }
    if (code !== 2) break;
    const next = Math.min(arrived + step, limit, toClient.length);
    if (next > arrived) {
      arrived += client.feed(toClient.subarray(arrived, next));
    } else if (endInput && !ended) {
      client.feedEnd();
      ended = true;
    } else {
      break;
    }
  }
  client.close();
  server.close();
  return { lines, sent: toClient.length };
}

const buffer = Buffer.alloc(4096);

function told(engine: SslEngine, name: 'connect' | 'read'): { readonly text: string; readonly code: number | null } {
  const result = name === 'connect' ? engine.connect() : engine.read(buffer);
  const [errno, queue] = result.status === 'failed' ? [result.error.errno, reasons(result.error)] : [0, []];
  return { text: ` ${name} ${result.ret} ${result.code} ${errno} [${queue.join(' ')}] out=${engine.bytesToDrain}`, code: result.code };
}
