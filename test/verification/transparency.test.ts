// Certificate transparency: SSL_CTX_enable_ct(3), SSL_CTX_set_ctlog_list_file(3), SSL_get0_peer_scts(3), RFC 6962.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type OpenSSL, SslContext, type SslEngine } from '../../lib/index.ts';
import { type BothResults, errorOf, reasons, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { closeAll, local, open } from '../support/io-clients.ts';
import { Peer } from '../support/io-peer.ts';
import { absentProgram, sServerCommand } from '../support/io-tools.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, isAtLeast, only, type Protocol } from '../support/libraries.ts';
import { certificatePem, identity } from '../support/pki.ts';
import { makeLog, serverInfo } from '../support/sct.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder('transparency');
const log = makeLog();
const otherLog = makeLog();
const ctLogs = { file: write('logs.cnf', log.listFile) };
const at = new Date(Date.now() - 60 * 60 * 1000);
const yes = log.timestamp(certificatePem('server'), { at });

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

interface Row {
  readonly what: string;
  readonly timestamps: readonly Buffer[];
  /** As `engine.scts` has them. */
  readonly statuses: readonly string[];
  readonly strict: boolean;
}

const rows: readonly Row[] = [
  { what: 'a valid timestamp', timestamps: [yes], statuses: ['valid'], strict: true },
  {
    what: 'a timestamp of an unknown log',
    timestamps: [otherLog.timestamp(certificatePem('server'), { at })],
    statuses: ['unknown-log'],
    strict: false,
  },
  {
    what: 'a timestamp for another certificate',
    timestamps: [log.timestamp(certificatePem('serverEc'), { at })],
    statuses: ['invalid'],
    strict: false,
  },
  {
    what: 'a timestamp with a false signature',
    timestamps: [log.timestamp(certificatePem('server'), { at, falsely: true })],
    statuses: ['invalid'],
    strict: false,
  },
  {
    what: 'a timestamp of the future',
    timestamps: [log.timestamp(certificatePem('server'), { at: new Date(Date.now() + 60 * 60 * 1000) })],
    statuses: ['invalid'],
    strict: false,
  },
  {
    what: 'a timestamp of an unknown version',
    timestamps: [log.timestamp(certificatePem('server'), { at, version: 7 })],
    statuses: ['unknown-version'],
    strict: false,
  },
  {
    what: 'a valid timestamp behind one of an unknown log',
    timestamps: [otherLog.timestamp(certificatePem('server'), { at }), yes],
    statuses: ['valid', 'unknown-log'], // OpenSSL keeps them in reverse
    strict: true,
  },
];

const client = { ca: certificatePem('root'), verifyMode: 'peer' } as const;
const showing = (name: string, timestamps: readonly Buffer[]): object => ({
  ...identity('server'),
  conf: { ServerInfoFile: write(`${name}.pem`, serverInfo(timestamps)) },
});

// To judge a timestamp invalid leaves errors in the queue, though the handshake goes on: where the operation then wants to read,
// SSL_get_error takes them for its own before 4.0, which no longer reads the queue. With TLS 1.3 it has no need to read.
function leavesErrors(library: OpenSSL, protocol: Protocol): boolean {
  return protocol === 'TLSv1.2' && !isAtLeast(library, '4.0');
}

describeEachLibraryAndProtocol('certificate transparency', (library, protocol) => {
  const base = { library, client: { ...client, ...only(protocol), ctLogs, certificateTransparency: 'permissive' } } as const;
  const strictly = { ...base, client: { ...base.client, certificateTransparency: 'strict' } } as const;

  test.each(rows.map((row, index) => [row.what, index, row] as const))('%s', (_, index, { timestamps, statuses, strict }) => {
    const server = showing(`row-${index}`, timestamps);
    withPair({ ...base, server }, (pair) => {
      const results = pair.handshake();
      if (statuses.includes('invalid') && leavesErrors(library, protocol)) {
        expect(errorOf(results.client).queue.at(-1)).toMatchObject({ libraryCode: 50 }); // ERR_LIB_CT
        return;
      }
      expect(results).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
      expect(pair.client.connection.verify).toMatchObject({ code: 0, verified: true });
      expect(pair.client.scts.map(({ status }) => status)).toEqual(statuses);
      expect(pair.client.scts.every(({ source }) => source === 'tls-extension')).toBe(true);
    });
    withPair({ ...strictly, server }, (pair) => {
      const results = pair.handshake();
      if (strict) expect(results).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
      else expectNoValidTimestamp(pair.client, results);
    });
  });

  test('no timestamp at all: strict refuses, permissive accepts', () => {
    withPair({ ...strictly, server: identity('server') }, (pair) => expectNoValidTimestamp(pair.client, pair.handshake()));
    withConnectedPair({ ...base, server: identity('server') }, (pair) => expect(pair.client.scts).toEqual([]));
  });

  test('what a timestamp says of itself', () => {
    withConnectedPair({ ...base, server: showing('fields', [yes]) }, (pair) => {
      const [timestamp] = pair.client.scts;
      expect(timestamp).toMatchObject({ version: 0, timestamp: at, source: 'tls-extension', status: 'valid' });
      expect(Buffer.from(timestamp?.logId ?? []).equals(log.id)).toBe(true);
      expect(pair.server.scts).toEqual([]);
    });
  });

  test('a client that was not told of it asks for none', () => {
    withConnectedPair({ library, client: { ...client, ...only(protocol) }, server: showing('unasked', [yes]) }, (pair) =>
      expect(pair.client.scts).toEqual([]),
    );
  });

  function expectNoValidTimestamp(engine: SslEngine, results: BothResults): void {
    const error = errorOf(results.client);
    expect(error).toMatchObject({
      code: 'ERR_SSL_CERTIFICATE',
      verify: { code: 71, name: 'X509_V_ERR_NO_VALID_SCTS' },
      alert: { direction: 'sent', description: 40 },
    });
    expect(reasons(error).slice(-2)).toEqual(['20:216', '20:234']);
    expect(engine.connection.verify.code).toBe(71);
    expect(errorOf(results.server).alert).toMatchObject({ direction: 'received', description: 40 });
  }
});

describeEachLibrary('certificate transparency, its settings', (library) => {
  test('before the handshake there are no timestamps', () => {
    withPair({ library, client: { certificateTransparency: 'permissive', ctLogs } }, (pair) => expect(pair.client.scts).toEqual([]));
  });

  test('a file that is no list of logs is refused (SSL_CTX_set_ctlog_list_file(3))', () => {
    const before = library.liveObjects;
    for (const text of ['nothing of the kind\n', 'enabled_logs = own\n', 'enabled_logs = own\n[own]\ndescription = x\nkey = AAAA\n']) {
      const file = write('wrong.cnf', text);
      const make = (): SslContext => new SslContext({ role: 'client', library, certificateTransparency: 'strict', ctLogs: { file } });
      expect(make).toThrow(
        expect.objectContaining({ code: 'ERR_SSL_SETTING', setting: 'ctLogs', function: 'SSL_CTX_set_ctlog_list_file' }),
      );
    }
    expect(library.liveObjects).toEqual(before);
  });
});

const noProgram = absentProgram('openssl');
describeEachLibrary('certificate transparency of connect(), against openssl s_server -serverinfo', (library) => {
  let peer: Peer;
  let port = 0;
  beforeAll(async () => {
    if (noProgram !== null) return;
    peer = await Peer.start();
    port = await peer.run(sServerCommand('openssl', ['-serverinfo', write('s_server.pem', serverInfo([yes]))], 'server'));
  });
  afterAll(() => peer?.stop());

  (noProgram === null ? test : test.skip)('strict is satisfied, and without the log’s key it is not', async () => {
    const options = { ...local(library, port), timeout: 10_000, certificateTransparency: 'strict' } as const;
    const socket = await open({ ...options, ctLogs });
    expect(socket.engine.scts).toMatchObject([{ status: 'valid', timestamp: at }]);
    closeAll();
    const unknown = { file: write('other.cnf', otherLog.listFile) };
    await expect(open({ ...options, ctLogs: unknown })).rejects.toMatchObject({ code: 'ERR_SSL_CERTIFICATE', verify: { code: 71 } });
  });
});
