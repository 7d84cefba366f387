// Early data of real clients read by accept(), or skipped by it; and of connectSync() over a transport of the caller's.

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { connectSync, SslContext, type SslSocket } from '../../lib/index.ts';
import { aged, contexts, sessionFrom } from '../support/early-data.ts';
import { type Acceptor, acceptor } from '../support/io-accept.ts';
import { closeAll, closed, local, open, readSome, trusting } from '../support/io-clients.ts';
import { EngineSyncTransport, ServerEngine } from '../support/io-engine-transport.ts';
import { absentProgram, opensslPrograms, Tool } from '../support/io-tools.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificateFile, hosts, identity } from '../support/pki.ts';
import { tempFolder } from '../support/temp-folder.ts';

const early = 'this comes early\n';
const earlyFile = join(tempFolder('early-data'), 'early.txt');
writeFileSync(earlyFile, early);
let sessionFiles = 0;

describeEachLibrary('early data at accept()', (library) => {
  let server: Acceptor | null = null;
  let tool: Tool | null = null;
  afterEach(async () => {
    closeAll();
    server?.close();
    server = null;
    await tool?.stop();
    tool = null;
  });

  // Says something at once, so that tickets are read; echoes the rest.
  const listen = async (dangerousEarlyData: boolean | undefined, settings = {}): Promise<Acceptor> => {
    const context = new SslContext({ role: 'server', library, ...identity('serverEc'), maxEarlyData: 1000, ...settings });
    const options = { context, ...(dangerousEarlyData === undefined ? {} : { dangerousEarlyData }) };
    server = await acceptor(options, (socket) => {
      socket.write('welcome\n');
      socket.pipe(socket);
    });
    return server;
  };

  /** Both connections of s_client: what the second one was for the server. */
  const resumedBy = async (program: string, { port, next }: Acceptor): Promise<{ socket: SslSocket; running: Tool }> => {
    sessionFiles += 1;
    const file = join(tempFolder('early-data'), `session-${sessionFiles}.pem`);
    const parameters = ['s_client', '-connect', `127.0.0.1:${port}`, '-CAfile', certificateFile('root'), '-servername', hosts.good];
    const first = new Tool(program, [...parameters, '-sess_out', file]);
    tool = first;
    const accepted = await next();
    await first.says(/welcome/);
    first.type('Q\n');
    await first.exited;
    await closed(accepted);
    expect(existsSync(file)).toBe(true);
    const running = new Tool(program, [...parameters, '-sess_in', file, '-early_data', earlyFile]);
    tool = running;
    return { socket: await next(), running };
  };

  describe.each(opensslPrograms)('s_client of $name', ({ program }) => {
    test('is read before the stream and apart from it', async () => {
      const { socket, running } = await resumedBy(program, await listen(true));
      expect(Buffer.from(socket.earlyData).toString()).toBe(early);
      expect(socket.earlyDataStatus).toBe('accepted');
      expect(socket.handshakeSteps[0]?.call).toBe('SSL_read_early_data');
      expect(socket.handshakeSteps.at(-1)).toMatchObject({ call: 'SSL_accept', ret: 1 });
      await running.says(/Early data was accepted/);
      running.type('and this later\n');
      await running.says(/and this later/);
      expect(running.output.match(/this comes early/g)).toBeNull(); // the echo has none of it
    });

    test.each([[false], [undefined]])('is skipped with dangerousEarlyData %p, and the connection goes on', async (asked) => {
      const { socket, running } = await resumedBy(program, await listen(asked));
      expect([socket.earlyDataStatus, socket.earlyData.length, socket.connection?.resumed]).toEqual(['rejected', 0, true]);
      await running.says(/Early data was rejected/);
      running.type('and this later\n');
      await running.says(/and this later/);
    });
  });

  const noGnutls = absentProgram('gnutls-cli');
  (noGnutls === null ? test : test.skip)(`gnutls-cli sends it${noGnutls === null ? '' : ` (skipped: ${noGnutls})`}`, async () => {
    const { port, next } = await listen(true);
    const names = ['--x509cafile', certificateFile('root'), '--verify-hostname', hosts.good, '--sni-hostname', hosts.good];
    const how = ['--priority', 'NORMAL:-VERS-ALL:+VERS-TLS1.3', '--resume', '--waitresumption', '--earlydata', earlyFile];
    tool = new Tool('gnutls-cli', ['--port', String(port), ...how, ...names, '127.0.0.1']);
    const first = await next();
    expect([first.earlyDataStatus, first.earlyData.length]).toEqual(['not-sent', 0]);
    const second = await next();
    expect([second.earlyDataStatus, Buffer.from(second.earlyData).toString()]).toEqual(['accepted', early]);
  });

  test('a client that sends none, and one of TLS 1.2, are accepted as ever', async () => {
    const { port, next } = await listen(true);
    for (const maxProtocol of ['TLSv1.2', 'TLSv1.3'] as const) {
      const client = await open({ ...local(library, port), maxProtocol });
      const socket = await next();
      expect([socket.earlyDataStatus, socket.earlyData.length]).toEqual(['not-sent', 0]);
      expect((await readSome(client, 8)).toString()).toBe('welcome\n');
    }
  });

  test('more than recvMaxEarlyData ends the connection: nobody can make it hold more (SSL_CTX_set_recv_max_early_data(3))', async () => {
    const { port, next } = await listen(true, { recvMaxEarlyData: 10 });
    const sessions: Uint8Array[] = [];
    const client = await open({ ...local(library, port), onSession: (session) => sessions.push(session.toDer()) });
    const first = await next();
    await readSome(client, 8);
    const session = client.engine.session;
    client.end();
    await closed(first);
    if (session === null) throw new Error('no session');
    const again = open({ ...local(library, port), session: aged(session, 0), dangerousEarlyData: Buffer.alloc(100) }).catch(() => null);
    await expect(next()).rejects.toMatchObject({ code: 'ERR_SSL_PROTOCOL', operation: 'SSL_read_early_data', alert: { description: 10 } });
    (await again)?.destroy();
  });

  test.each(['yes', 1, null, {}])('dangerousEarlyData %p is the caller’s mistake', async (given) => {
    const { port, next } = await listen(given as unknown as boolean);
    const client = open(local(library, port)).catch(() => null);
    await expect(next()).rejects.toMatchObject({ family: 'misuse', argument: 'options.dangerousEarlyData' });
    server?.close();
    (await client)?.destroy();
  });
});

describeEachLibrary('early data of connectSync() over a transport', (library) => {
  test('goes out in small pieces, and the status says that this server skipped it', () => {
    const both = contexts(library, {}, { ...identity('serverEc') });
    const session = sessionFrom(both);
    const transport = new EngineSyncTransport(new ServerEngine(both.serverContext), { pieces: 100, taken: 50 });
    const options = { ...trusting(library), host: hosts.good, transport, session, bufferSize: 300 };
    const socket = connectSync({ ...options, dangerousEarlyData: Buffer.alloc(900, 'e') });
    expect(socket.earlyDataStatus).toBe('rejected');
    expect(socket.connection.resumed).toBe(true);
    const calls = socket.handshakeSteps.map(({ call }) => call);
    expect(calls.indexOf('SSL_connect')).toBe(calls.lastIndexOf('SSL_write_early_data') + 1);
    expect(calls.filter((call) => call === 'SSL_write_early_data').length).toBeGreaterThan(1);
    socket.write('again');
    expect(transport.server.received.toString()).toBe('again');
    socket.close();
  });
});
