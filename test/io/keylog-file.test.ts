// keylogFile: what SSLKEYLOGFILE is to other programs. SSL_CTX_set_keylog_callback(3)

import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { connect, KeylogFile, SslContext } from '../../lib/index.ts';
import { EnginePair, withConnectedPair } from '../support/engine-pair.ts';
import { rejection, trusting } from '../support/io-clients.ts';
import { EngineDuplex, ServerEngine } from '../support/io-engine-transport.ts';
import { describeEachLibrary, libraries, only, protocols } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';
import { tempFolder } from '../support/temp-folder.ts';

let files = 0;
const newFile = (): string => {
  files += 1;
  return join(tempFolder('keylog'), `${files}.log`);
};
const modeOf = (path: string): number => statSync(path).mode & 0o777;
const linesOf = (path: string): readonly string[] => readFileSync(path, 'latin1').trim().split('\n');
const line = /^[A-Z_0-9]+ [0-9a-f]{64} [0-9a-f]{64,}$/;

const before = process.env['SSLKEYLOGFILE'];
afterEach(() => {
  if (before === undefined) delete process.env['SSLKEYLOGFILE'];
  else process.env['SSLKEYLOGFILE'] = before;
});

describeEachLibrary('keylogFile', (library) => {
  test.each(protocols)('%s: has the lines that onKeylog hears, in its order, for this user only', (protocol) => {
    const keylogFile = newFile();
    const heard: string[] = [];
    const client = { ...only(protocol), keylogFile, onKeylog: (text: string) => heard.push(text) };
    withConnectedPair({ library, client }, ({ client: { randoms } }) => {
      expect(modeOf(keylogFile)).toBe(0o600);
      expect(linesOf(keylogFile)).toEqual(heard);
      for (const text of heard) expect(text).toMatch(line);
      const random = Buffer.from(randoms.client).toString('hex');
      expect(heard.every((text) => text.includes(random))).toBe(true);
    });
  });

  test('appends, to what is there and from both sides; a file with lines keeps its mode', () => {
    const keylogFile = newFile();
    writeFileSync(keylogFile, 'a line of another program\n');
    chmodSync(keylogFile, 0o640);
    withConnectedPair({ library, client: { keylogFile }, server: { ...identity('server'), keylogFile } }, () => {
      const lines = linesOf(keylogFile);
      expect(lines[0]).toBe('a line of another program');
      expect(lines.filter((text) => text.startsWith('CLIENT_TRAFFIC_SECRET_0 '))).toHaveLength(2);
      expect(modeOf(keylogFile)).toBe(0o640);
    });
  });

  test('a line that cannot be written is the system’s error, out of the operation, and shows no secret', async () => {
    if (!existsSync('/dev/full')) return;
    const heard: string[] = [];
    const client = { keylogFile: '/dev/full', onKeylog: (text: string) => heard.push(text) };
    const pair = new EnginePair({ library, client });
    let error: unknown = null;
    try {
      pair.handshake();
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({ code: 'ENOSPC' });
    expect(heard.length).toBeGreaterThan(0); // beside it: the callback has heard the line all the same
    for (const text of heard) expect(String((error as Error).stack)).not.toContain(text.split(' ')[2]);
    expect(pair.client.failure).toBeNull();
    pair.close();
    const transport = new EngineDuplex(new ServerEngine(library));
    expect(await rejection(connect({ ...trusting(library), transport, keylogFile: '/dev/full' }))).toMatchObject({ code: 'ENOSPC' });
  });
});

describe('the file of keylogFile', () => {
  const [{ library } = { library: undefined }] = libraries.slice(-1);
  const make = (keylogFile: string | true): SslContext => new SslContext({ role: 'client', keylogFile, ...(library && { library }) });

  test('true takes the one that SSLKEYLOGFILE names', () => {
    const path = newFile();
    process.env['SSLKEYLOGFILE'] = path;
    const pair = EnginePair.connected({ clientContext: make(true), ...(library && { library }) });
    expect(linesOf(path).length).toBeGreaterThan(0);
    pair.close();
  });

  test.each([[undefined], ['']])('true is the caller’s mistake where SSLKEYLOGFILE is %p', (value) => {
    if (value === undefined) delete process.env['SSLKEYLOGFILE'];
    else process.env['SSLKEYLOGFILE'] = value;
    expect(() => make(true)).toThrow(expect.objectContaining({ family: 'misuse', argument: 'options.keylogFile' }));
  });

  test('SSLKEYLOGFILE alone does nothing: an environment cannot make a program give away its secrets', () => {
    const path = newFile();
    process.env['SSLKEYLOGFILE'] = path;
    EnginePair.connected(library && { library }).close();
    expect(existsSync(path)).toBe(false);
  });

  test.each([[tempFolder('keylog')], ['/no/such/folder/keys.log']])('%s cannot be appended to', (path) => {
    expect(() => make(path)).toThrow(expect.objectContaining({ code: 'ERR_SSL_FILE', argument: 'options.keylogFile' }));
    expect(() => new KeylogFile(path)).toThrow(expect.objectContaining({ code: 'ERR_SSL_FILE', argument: 'path' }));
  });

  test('no file is made for options that are wrong', () => {
    const keylogFile = newFile();
    expect(() => new SslContext({ role: 'client', library: 'node', keylogFile, conf: { '': 'x' } })).toThrow(
      expect.objectContaining({ family: 'misuse' }),
    );
    expect(existsSync(keylogFile)).toBe(false);
  });
});
