// dangerousEarlyData of connect() and connectSync(), against openssl s_server and gnutls-serv: sent once, never lost in silence. RFC 8446, 8

import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type ConnectOptions, connectSync, type OpenSSL, SslSession, type SslSocket, type SyncSslSocket } from '../../lib/index.ts';
import { aged } from '../support/early-data.ts';
import { closeAll, closed, local as localTo, open, readSome, rejection, thrown } from '../support/io-clients.ts';
import { absentProgram, gnutlsServ, opensslPrograms, sServer, type Tool } from '../support/io-tools.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { hosts } from '../support/pki.ts';

const early = Buffer.from('this comes early\n');
const local = (library: OpenSSL, port: number): ReturnType<typeof localTo> & { readonly timeout: number } => ({
  ...localTo(library, port),
  timeout: 10_000,
});
type Options = Omit<ConnectOptions, 'transport'> & { readonly host: string; readonly port: number };
interface Outcome {
  readonly status: string;
  readonly resumed: boolean;
  readonly calls: readonly string[];
}

/** Each connects with these options, and ends in peace. */
const ways: Readonly<Record<string, (options: Options) => Promise<Outcome>>> = {
  'connect()': async (options) => {
    const socket = await open(options);
    const { earlyDataStatus: status, connection, handshakeSteps } = socket;
    await endInPeace(socket);
    return { status, resumed: connection?.resumed ?? false, calls: handshakeSteps.map(({ call }) => call) };
  },
  'connectSync()': (options) => Promise.resolve(sync(connectSync(options))),
  'connectSync() with the socket BIO': (options) => Promise.resolve(sync(connectSync({ ...options, bio: 'socket' }))),
};

function sync(socket: SyncSslSocket): Outcome {
  const { earlyDataStatus: status, connection, handshakeSteps } = socket;
  socket.shutdown();
  socket.close();
  return { status, resumed: connection.resumed, calls: handshakeSteps.map(({ call }) => call) };
}

// s_server serves one connection after the other, and connectSync() stops this process: the one before has to be closed by then.
async function endInPeace(socket: SslSocket): Promise<void> {
  socket.end();
  await new Promise((resolve) => socket.once('finish', resolve));
  await closed(socket.destroy());
}

/** A session with a ticket: an answer is read behind it. */
async function sessionFrom(library: OpenSSL, port: number, answer: () => void): Promise<SslSession> {
  let der: Uint8Array | null = null;
  const socket = await open({
    ...local(library, port),
    onSession: (session) => {
      der = session.toDer();
    },
  });
  answer();
  await readSome(socket, 1);
  await endInPeace(socket);
  if (der === null) throw new Error('no session came');
  return SslSession.fromDer(der, library);
}

let tool: Tool | null = null;
afterEach(async () => {
  closeAll();
  await tool?.stop();
  tool = null;
});

async function serverOf(program: string, more: readonly string[] = ['-early_data']): Promise<{ port: number; running: Tool }> {
  const started = await sServer(program, more);
  tool = started.tool;
  return { port: started.port, running: started.tool };
}

describeEachLibrary('dangerousEarlyData', (library) => {
  describe.each(Object.entries(ways))('%s', (_, visit) => {
    test.each(opensslPrograms)('is accepted once by openssl s_server of $name, and told as rejected after that', async ({ program }) => {
      const { port, running } = await serverOf(program);
      const session = await sessionFrom(library, port, () => running.type('hello\n'));
      expect(session.maxEarlyData).toBe(16_384);
      const options = { ...local(library, port), dangerousEarlyData: early };
      const first = await visit({ ...options, session: SslSession.fromDer(session.toDer(), library) });
      expect(first).toMatchObject({ status: 'accepted', resumed: true });
      expect(first.calls[0]).toBe('SSL_write_early_data');
      expect(first.calls.at(-1)).toBe('SSL_connect');
      await running.says(/this comes early/); // not behind its headline: s_server writes it past its own buffer
      const second = await visit({ ...options, session: SslSession.fromDer(session.toDer(), library) });
      expect(second).toMatchObject({ status: 'rejected' });
      await running.says(/Early data was rejected/);
      expect(running.output.match(/this comes early/g)).toHaveLength(1); // what was rejected is not sent again by itself
    });

    test('16 KiB, as much as the session allows, arrive as they were sent', async () => {
      const { port, running } = await serverOf('openssl');
      const session = await sessionFrom(library, port, () => running.type('hello\n'));
      const bytes = Buffer.alloc(16_384, 'abcdefghijklmnopqrstuvwxyz');
      expect(await visit({ ...local(library, port), session, dangerousEarlyData: bytes })).toMatchObject({ status: 'accepted' });
      await running.says(new RegExp(bytes.toString()));
    });

    test('a server that does not take early data any more rejects it, and the connection goes on', async () => {
      const { port, running } = await serverOf('openssl');
      const session = await sessionFrom(library, port, () => running.type('hello\n'));
      await running.stop();
      const other = await serverOf('openssl', []);
      const came = await visit({ ...local(library, other.port), session, dangerousEarlyData: early });
      expect(came).toMatchObject({ status: 'rejected', resumed: false });
    });

    test('under a ticket that has expired nothing is sent: the status says so', async () => {
      const { port, running } = await serverOf('openssl');
      const session = aged(await sessionFrom(library, port, () => running.type('hello\n')), 1_000_000);
      const came = await visit({ ...local(library, port), session, dangerousEarlyData: early });
      expect(came.status).toBe('not-sent');
      expect(came.calls).not.toContain('SSL_write_early_data');
      await running.says(/No early data received/);
    });

    test('more than the session allows is the caller’s mistake, before anything is connected', async () => {
      const { port, running } = await serverOf('openssl');
      const session = await sessionFrom(library, port, () => running.type('hello\n'));
      const options = { ...local(library, 1), session, dangerousEarlyData: Buffer.alloc(16_385) };
      const error = await rejection(Promise.resolve().then(() => visit(options)));
      expect(error).toMatchObject({ family: 'misuse', argument: 'options.dangerousEarlyData' });
      expect(String(error)).toMatch(/16385 bytes.* takes 16384/);
    });
  });

  test('a session of a server that does not meet the demands gets none of it (demands)', async () => {
    const { port, running } = await serverOf('openssl');
    const session = await sessionFrom(library, port, () => running.type('hello\n'));
    const options = { ...local(library, port), session, dangerousEarlyData: early };
    for (const [demand, code] of [
      [{ verifyName: 'other.test' }, 62],
      [{ verifyName: '192.0.2.99' }, 64],
    ] as const) {
      for (const error of [
        await rejection(open({ ...options, ...demand })),
        thrown(() => connectSync({ ...options, ...demand })),
        thrown(() => connectSync({ ...options, ...demand, bio: 'socket' })),
      ]) {
        expect(error).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', verify: { code }, handshakeSteps: [] });
      }
    }
    const { earlyDataStatus } = await open({ ...options, verifyName: hosts.good });
    expect(earlyDataStatus).toBe('accepted');
    await running.says(/this comes early/);
    expect(running.output.match(/this comes early/g)).toHaveLength(1);
  });

  test('a session of a connection that was not verified gets none of it either', async () => {
    const { port, running } = await serverOf('openssl');
    let der: Uint8Array | null = null;
    const { ca: _, ...untrusting } = local(library, port);
    const onSession = (session: SslSession): void => {
      der = session.toDer();
    };
    const first = await open({ ...untrusting, dangerousSkipVerification: true, onSession });
    running.type('hello\n');
    await readSome(first, 1);
    await endInPeace(first);
    const session = SslSession.fromDer(der ?? new Uint8Array(0), library);
    const error = await rejection(open({ ...local(library, port), session, dangerousEarlyData: early }));
    expect(error).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', handshakeSteps: [] });
    expect(running.output).not.toContain('this comes early');
  });

  const noGnutls = absentProgram('gnutls-serv');
  (noGnutls === null ? test : test.skip)(`gnutls-serv takes it${noGnutls === null ? '' : ` (skipped: ${noGnutls})`}`, async () => {
    const started = await gnutlsServ(['--earlydata', '--maxearlydata', '1000', '--priority', 'NORMAL:-VERS-ALL:+VERS-TLS1.3']);
    tool = started.tool;
    let der: Uint8Array | null = null;
    const onSession = (session: SslSession): void => {
      der = session.toDer();
    };
    const first = await open({ ...local(library, started.port), onSession });
    first.write('hello\n');
    await readSome(first, 6);
    await endInPeace(first);
    const session = SslSession.fromDer(der ?? new Uint8Array(0), library);
    expect(session.maxEarlyData).toBe(1000);
    const second = await open({ ...local(library, started.port), session, dangerousEarlyData: early });
    expect(second.connection?.resumed).toBe(true);
    expect(second.earlyDataStatus).toBe('accepted');
  });
});

describe('the options', () => {
  test.each([
    ['text', 'early'],
    ['no bytes', new Uint8Array(0)],
    ['true', true],
    ['null', null],
  ])('%s is no early data', async (_, dangerousEarlyData) => {
    const options = { host: hosts.good, port: 4433, library: 'node', dangerousEarlyData } as unknown as Options;
    for (const error of [await rejection(open(options)), thrown(() => connectSync(options))])
      expect(error).toMatchObject({ family: 'misuse', argument: 'options.dangerousEarlyData' });
  });

  test('without a session it is the caller’s mistake', async () => {
    const options = { host: hosts.good, port: 4433, library: 'node', dangerousEarlyData: early };
    for (const error of [await rejection(open(options)), thrown(() => connectSync(options))]) {
      expect(error).toMatchObject({ family: 'misuse', argument: 'options.dangerousEarlyData' });
      expect(String(error)).toContain('options.session');
    }
  });

  test('every place that names the option says that it can be replayed', () => {
    for (const file of ['lib/io/connect-options.ts', 'lib/io/connect.ts', 'lib/ssl/engine-early-data.ts', 'docs/early-data.md'])
      expect(readFileSync(file, 'utf8')).toMatch(/replay|send it again/);
  });
});
