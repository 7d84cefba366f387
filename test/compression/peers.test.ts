// Certificate compression with the programs of each OpenSSL that has it: openssl-s_server(1) -cert_comp, openssl-s_client(1).

import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { certificateCompressions } from '../../lib/index.ts';
import { describeEachCompressing } from '../support/compression.ts';
import { closeAll, local, open, readSome } from '../support/io-clients.ts';
import { absentProgram, sServer, Tool } from '../support/io-tools.ts';
import { cacheFolder } from '../support/library-copies.ts';
import { certificateFile, certificatePem, hosts, identity, keyFile } from '../support/pki.ts';
import { serve, stopServers } from '../support/ssl-server.ts';

const tools: Tool[] = [];
afterEach(async () => {
  closeAll();
  await stopServers();
  for (const tool of tools.splice(0)) await tool.stop();
});

describeEachCompressing('the program openssl of', (library, { name }) => {
  const program = join(cacheFolder, name, 'bin', 'openssl');
  const absent = absentProgram(program);
  if (absent !== null) {
    test.skip(absent, () => undefined);
    return;
  }
  const names = certificateCompressions(library);

  test.each(names)('s_server -cert_comp sends its certificate compressed by %s to connect()', async (algorithm) => {
    const { tool, port } = await sServer(program, ['-rev', '-cert_comp', '-naccept', '1'], 'server');
    tools.push(tool);
    const socket = await open({ ...local(library, port), certificateCompression: [algorithm] });
    expect(socket.connection?.certificateCompression.peer).toMatchObject({ algorithm });
    socket.write('stressed\n');
    expect((await readSome(socket, 9)).toString()).toBe('desserts\n');
  });

  test.each(names)('s_client takes the certificate of createServer() compressed by %s, and trusts it', async (algorithm) => {
    const { port, connection } = await serve(library, { ...identity('server'), certificateCompression: [algorithm] });
    const trust = ['-CAfile', certificateFile('root'), '-verify_return_error', '-verify_hostname', hosts.good];
    const tool = new Tool(program, ['s_client', '-connect', `127.0.0.1:${port}`, '-msg', ...trust]);
    tools.push(tool);
    await tool.says(/CompressedCertificate/i);
    await tool.says(/Verification: OK/);
    expect((await connection(0)).connection?.certificateCompression.own).toMatchObject({ algorithm });
  });

  test('s_client sends its own compressed to a server that asks for it', async () => {
    const { port, connection } = await serve(library, {
      ...identity('server'),
      ca: certificatePem('root'),
      clientCertificate: 'require',
      certificateCompression: names,
    });
    const own = ['-cert', certificateFile('client'), '-cert_chain', certificateFile('client'), '-key', keyFile('client')];
    tools.push(new Tool(program, ['s_client', '-connect', `127.0.0.1:${port}`, ...own]));
    const socket = await connection(0);
    expect(socket.connection?.certificateCompression.peer).toMatchObject({ algorithm: names[0] });
    expect(socket.connection?.verify.verified).toBe(true);
  });

  test('s_client -no_rx_cert_comp gets it as it is', async () => {
    const { port, connection } = await serve(library, { ...identity('server'), certificateCompression: names });
    tools.push(new Tool(program, ['s_client', '-connect', `127.0.0.1:${port}`, '-no_rx_cert_comp']));
    expect((await connection(0)).connection?.certificateCompression.own).toBeNull();
  });
});
