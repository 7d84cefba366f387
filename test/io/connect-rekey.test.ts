// What a server may start in the middle of a connection: renegotiation (TLS 1.2) and key updates (TLS 1.3), while data flows. Rules 5, 41

import { afterEach, describe, expect, test } from '@jest/globals';
import type { SslSocket } from '../../lib/index.ts';
import { closeAll, local, open, readSome } from '../support/io-clients.ts';
import { opensslPrograms, sServer, type Tool } from '../support/io-tools.ts';
import { describeEachLibrary } from '../support/libraries.ts';

describe.each(opensslPrograms)('s_server of $name', ({ program }) => {
  let tool: Tool | null = null;
  afterEach(async () => {
    closeAll();
    await tool?.stop();
    tool = null;
  });
  const serve = async (...more: readonly string[]): Promise<{ tool: Tool; port: number }> => {
    const peer = await sServer(program, more);
    ({ tool } = peer);
    return peer;
  };

  describeEachLibrary('and connect()', (library) => {
    // s_server looks at its input before it looks at the connection: what we send after a command arrives after it was obeyed.
    const command = async (peer: Tool, socket: SslSocket, line: string, mark: string): Promise<void> => {
      peer.type(`${line}\n`);
      socket.write(`${mark}\n`);
      await peer.says(new RegExp(`${mark}\\n`));
    };

    test.each(['K', 'k'])('the key update %s of the server goes unnoticed between data both ways (SSL_key_update(3))', async (line) => {
      const peer = await serve('-tls1_3', '-msg');
      const socket = await open(local(library, peer.port));
      await peer.tool.says(/CIPHER is/);
      await command(peer.tool, socket, line, 'before the update');
      peer.tool.type('new keys\n');
      expect((await readSome(socket, 9)).toString()).toBe('new keys\n');
      expect(peer.tool.output).toMatch(/>>> TLS 1.3, Handshake .*KeyUpdate/);
      socket.write('after the update\n');
      await peer.tool.says(/after the update/);
      // K asks for an update of ours too: RFC 8446, 4.6.3
      expect(/<<< TLS 1.3, Handshake .*KeyUpdate/.test(peer.tool.output)).toBe(line === 'K');
      peer.tool.type('and back\n');
      expect((await readSome(socket, 9)).toString()).toBe('and back\n');
    });

    test('many key updates, each between two lines of data', async () => {
      const peer = await serve('-tls1_3', '-msg');
      const socket = await open(local(library, peer.port));
      await peer.tool.says(/CIPHER is/);
      const expected = Array.from({ length: 20 }, (_, n) => `line ${n}\n`).join('');
      const received = readSome(socket, expected.length);
      for (let n = 0; n < 20; n += 1) {
        await command(peer.tool, socket, n % 2 === 0 ? 'K' : 'k', `ping ${n}.`);
        await command(peer.tool, socket, `line ${n}`, `pong ${n}.`);
      }
      expect((await received).toString()).toBe(expected);
      expect(peer.tool.output.match(/>>> TLS 1.3, Handshake .*KeyUpdate/g)).toHaveLength(20);
    });

    test.each(['r', 'R'])('a renegotiation %s of TLS 1.2 goes on under the data (SSL_renegotiate(3))', async (line) => {
      const peer = await serve('-tls1_2');
      const socket = await open(local(library, peer.port));
      await peer.tool.says(/CIPHER is/);
      socket.write('before\n');
      await peer.tool.says(/before/);
      peer.tool.type(`${line}\n`);
      await peer.tool.says(/SSL_do_handshake -> 1/);
      socket.write('in between\n');
      await peer.tool.says(/in between/);
      peer.tool.type('from the server\n');
      expect((await readSome(socket, 16)).toString()).toBe('from the server\n');
      expect(socket.connection?.verify.verified).toBe(true);
    });
  });
});
