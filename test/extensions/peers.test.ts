// Custom extensions with the programs of OpenSSL: openssl-s_server(1) and openssl-s_client(1), -serverinfo and -tlsextdebug.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type CustomExtension, connectSync, type ExtensionMessage } from '../../lib/index.ts';
import { closeAll, local, open, thrown } from '../support/io-clients.ts';
import { absentProgram, sServer, Tool } from '../support/io-tools.ts';
import { describeEachLibrary, only, protocols } from '../support/libraries.ts';
import { serve, stopServers } from '../support/ssl-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

const program = 'openssl';
const absent = absentProgram(program);
const type = 4660; // 0x1234, which nobody has
const content = 'of the file';

const tools: Tool[] = [];
afterEach(async () => {
  closeAll();
  await stopServers();
  for (const tool of tools.splice(0)) await tool.stop();
});

/** SERVERINFOV2, SSL_CTX_use_serverinfo_ex(3): four bytes of context, then the extension as on the wire. */
function serverInfoFile(context: number): string {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(context, 0);
  header.writeUInt16BE(type, 4);
  header.writeUInt16BE(content.length, 6);
  const base64 = Buffer.concat([header, Buffer.from(content)]).toString('base64');
  const label = 'SERVERINFOV2 FOR TEST';
  const file = join(tempFolder('extensions'), `${context}.pem`);
  writeFileSync(file, `-----BEGIN ${label}-----\n${base64}\n-----END ${label}-----\n`);
  return file;
}

(absent === null ? describe : describe.skip)(`the program openssl${absent === null ? '' : ` (skipped: ${absent})`}`, () => {
  describeEachLibrary('s_server -serverinfo and connect()', (library) => {
    const clientHello = 0x80;
    test.each<[(typeof protocols)[number], ExtensionMessage, number]>([
      ['TLSv1.2', 'tls1.2-server-hello', 0x100],
      ['TLSv1.3', 'tls1.3-encrypted-extensions', 0x400],
      ['TLSv1.3', 'tls1.3-certificate', 0x1000],
    ])('%s: the client hears it in %s', async (protocol, message, flag) => {
      const { tool, port } = await sServer(program, ['-rev', '-serverinfo', serverInfoFile(clientHello | flag)], 'server');
      tools.push(tool);
      const heard: unknown[] = [];
      const parse: CustomExtension['parse'] = (got) => {
        heard.push([got.message, Buffer.from(got.bytes).toString(), got.chainIndex]);
        return undefined;
      };
      const customExtensions = [{ type, context: ['client-hello', message], parse }] as const;
      (await open({ ...local(library, port), ...only(protocol), customExtensions })).destroy();
      expect(heard).toEqual([[message, content, message === 'tls1.3-certificate' ? 0 : null]]);
    });
  });

  describeEachLibrary('s_server -serverinfo and connectSync()', (library) => {
    const context = ['client-hello', 'tls1.3-encrypted-extensions'] as const;
    const start = async (): Promise<number> => {
      const { tool, port } = await sServer(program, ['-rev', '-serverinfo', serverInfoFile(0x80 | 0x400)], 'server');
      tools.push(tool);
      return port;
    };

    test('callbacks run in the middle of the blocking call', async () => {
      const port = await start();
      const heard: string[] = [];
      const add = (): Uint8Array => new Uint8Array(0); // what s_server takes for a wish
      const parse: CustomExtension['parse'] = ({ bytes }) => {
        heard.push(Buffer.from(bytes).toString());
        return undefined;
      };
      connectSync({ ...local(library, port), customExtensions: [{ type, context, add, parse }] }).close();
      expect(heard).toEqual([content]);
    });

    test('what one of them throws comes out of it unchanged', async () => {
      const port = await start();
      const error = new Error('mine');
      const parse = (): never => {
        throw error;
      };
      expect(thrown(() => connectSync({ ...local(library, port), customExtensions: [{ type, context, parse }] }))).toBe(error);
    });
  });

  describeEachLibrary('s_client and createServer()', (library) => {
    // s_client knows such an extension in the hellos of TLS 1.2 alone, and ends a handshake where EncryptedExtensions have it.
    test.each(protocols)('%s: s_client sends it empty, and shows what the server may answer', async (protocol) => {
      const heard: number[] = [];
      const extension: CustomExtension = {
        type,
        context: ['client-hello', 'tls1.2-server-hello'],
        add: () => Buffer.from('of the server'),
        parse: ({ bytes }) => {
          heard.push(bytes.length);
          return undefined;
        },
      };
      const { port, connection } = await serve(library, { customExtensions: [extension] });
      const version = protocol === 'TLSv1.2' ? '-tls1_2' : '-tls1_3';
      const wish = ['-serverinfo', String(type), '-tlsextdebug', version];
      const tool = new Tool(program, ['s_client', '-connect', `127.0.0.1:${port}`, ...wish]);
      tools.push(tool);
      await connection(0);
      expect(heard).toEqual([0]);
      if (protocol === 'TLSv1.3') return;
      await tool.says(/TLS server extension "unknown" \(id=4660\), len=13/);
      await tool.says(/-----BEGIN SERVERINFO FOR EXTENSION 4660-----/);
    });
  });
});
