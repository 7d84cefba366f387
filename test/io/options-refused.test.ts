// The options of connect() and connectSync(): what is unknown, of a wrong type, out of range or contradictory is the caller's mistake, and
// nothing is connected for it.

import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import {
  type ConnectOptions,
  type ConnectSyncOptions,
  connect,
  connectSync,
  MisuseError,
  OpenSSL,
  SettingError,
  SslContext,
} from '../../lib/index.ts';
import { rejection, thrown } from '../support/io-clients.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';

const library = OpenSSL.load('node');
const good = { library, ca: certificatePem('root'), host: hosts.good, port: 4433 } as const;
const duplex = (): PassThrough => new PassThrough();
const syncTransport = { read: () => null, write: () => undefined };
const client = (): SslContext => new SslContext({ role: 'client', library });

type Case = readonly [what: string, options: Readonly<Record<string, unknown>>, argument: string];

const badEverywhere: readonly Case[] = [
  ['an option that is unknown', { hots: 'x' }, 'options.hots'],
  ['an option of node:tls', { rejectUnauthorized: false }, 'options.rejectUnauthorized'],
  ['a role', { role: 'server' }, 'options.role'],
  ['a verifyMode', { verifyMode: 'none' }, 'options.verifyMode'],
  ['a host that is a number', { host: 5 }, 'options.host'],
  ['an empty host', { host: '' }, 'options.host'],
  ['a host with a zero character', { host: 'good.test\0.evil.test' }, 'options.host'],
  ['a host that is no name', { host: 'a b' }, 'options.host'],
  ['no host', { host: undefined, serverName: hosts.good }, 'options.host'],
  ['no port', { port: undefined }, 'options.port'],
  ['port 0', { port: 0 }, 'options.port'],
  ['port 65536', { port: 65_536 }, 'options.port'],
  ['a port with a fraction', { port: 443.5 }, 'options.port'],
  ['a port as text', { port: '443' }, 'options.port'],
  ['port NaN', { port: Number.NaN }, 'options.port'],
  ['a timeout of 0', { timeout: 0 }, 'options.timeout'],
  ['a negative timeout', { timeout: -1 }, 'options.timeout'],
  ['a timeout that no timer can hold', { timeout: 2 ** 31 }, 'options.timeout'],
  ['a timeout of -Infinity', { timeout: Number.NEGATIVE_INFINITY }, 'options.timeout'],
  ['a timeout as text', { timeout: '1000' }, 'options.timeout'],
  ['a timeout of null', { timeout: null }, 'options.timeout'],
  ['a bufferSize of 0', { bufferSize: 0 }, 'options.bufferSize'],
  ['a bufferSize above 16 MiB', { bufferSize: 16 * 1024 * 1024 + 1 }, 'options.bufferSize'],
  ['a serverName that is a number', { serverName: 5 }, 'options.serverName'],
  ['an empty serverName', { serverName: '' }, 'options.serverName'],
  ['an IP address as serverName', { serverName: '192.0.2.1' }, 'options.serverName'],
  ['a serverName with a zero character', { serverName: 'a\0b' }, 'options.serverName'],
  ['a serverName beyond ASCII', { serverName: 'b\u00fccher.test' }, 'options.serverName'],
  ['a serverName of 256 characters', { serverName: 'a'.repeat(256) }, 'options.serverName'],
  ['a verifyName that is a number', { verifyName: 5 }, 'options.verifyName'],
  ['an empty verifyName', { verifyName: '' }, 'options.verifyName'],
  ['a verifyName of null', { verifyName: null }, 'options.verifyName'],
  ['a verifyName with a zero character', { verifyName: 'good.test\0.evil.test' }, 'options.verifyName'],
  ['verifyName without a check', { verifyName: hosts.good, dangerousSkipNameCheck: true }, 'options.verifyName'],
  ['verifyName without any verification', { verifyName: hosts.good, dangerousSkipVerification: true }, 'options.verifyName'],
  ['dangerousSkipVerification as text', { dangerousSkipVerification: 'true' }, 'options.dangerousSkipVerification'],
  ['dangerousSkipVerification 1', { dangerousSkipVerification: 1 }, 'options.dangerousSkipVerification'],
  ['dangerousSkipNameCheck as text', { dangerousSkipNameCheck: 'yes' }, 'options.dangerousSkipNameCheck'],
  ['minProtocol TLSv1.1', { minProtocol: 'TLSv1.1' }, 'options.minProtocol'],
  ['minProtocol as a number', { minProtocol: 0x0303 }, 'options.minProtocol'],
  ['an unknown dangerousMinProtocol', { dangerousMinProtocol: 'SSLv2' }, 'options.dangerousMinProtocol'],
  ['two lowest protocols', { minProtocol: 'TLSv1.3', dangerousMinProtocol: 'TLSv1' }, 'options.minProtocol'],
  ['an unknown maxProtocol', { maxProtocol: 'TLSv1.4' }, 'options.maxProtocol'],
  ['a library that is none', { library: {} }, 'options.library'],
  ['an empty library', { library: '' }, 'options.library'],
  ['a context that is none', { library: undefined, ca: undefined, context: {} }, 'options.context'],
  ['a context of a server', { library: undefined, ca: undefined, context: new SslContext({ role: 'server', library }) }, 'options.context'],
  ['a context of null', { library: undefined, ca: undefined, context: null }, 'options.context'],
  ['a context and a setting of contexts', { library: undefined, context: client() }, 'options.ca'],
  ['a context and a library', { ca: undefined, context: client() }, 'options.library'],
  ['a context and a protocol', { library: undefined, ca: undefined, context: client(), minProtocol: 'TLSv1.3' }, 'options.minProtocol'],
  [
    'a context and a dangerous protocol',
    { library: undefined, ca: undefined, context: client(), dangerousMinProtocol: 'TLSv1' },
    'options.dangerousMinProtocol',
  ],
  ['a session that is none', { session: {} }, 'options.session'],
  ['a ca that is none', { ca: 5 }, 'options.ca'],
  ['a ca without a certificate', { ca: 'nothing' }, 'options.ca'],
  ['a ca file that is not there', { ca: { file: '/nonexistent/ca.pem' } }, 'options.ca.file'],
  ['a certificate without its key', { certificate: identity('client').certificate }, 'options.privateKey'],
  ['a key without its certificate', { privateKey: identity('client').privateKey }, 'options.certificate'],
  ['alpn as text', { alpn: 'h2' }, 'options.alpn'],
  ['alpn without a name', { alpn: [] }, 'options.alpn'],
  ['alpn with an empty name', { alpn: ['h2', ''] }, 'options.alpn[1]'],
  ['conf as text', { conf: 'MinProtocol=TLSv1.2' }, 'options.conf'],
];

const badForConnect: readonly Case[] = [
  ['an option of connectSync()', { fd: 3 }, 'options.fd'],
  ['a bio', { bio: 'pair' }, 'options.bio'],
  ['a port and a transport', { transport: duplex() }, 'options.port'],
  ['a transport that is none', { port: undefined, transport: {} }, 'options.transport'],
  ['a transport of null', { port: undefined, transport: null }, 'options.transport'],
  ['a transport that can only be read', { port: undefined, transport: process.stdin }, 'options.transport'],
  ['a transport of connectSync()', { port: undefined, transport: syncTransport }, 'options.transport'],
  ['no name to verify', { host: undefined, port: undefined, transport: duplex() }, 'options.verifyName'],
  ['no name to verify, without SNI', { host: undefined, port: undefined, serverName: null, transport: duplex() }, 'options.verifyName'],
  ['a signal that is none', { signal: {} }, 'options.signal'],
  ['a signal of null', { signal: null }, 'options.signal'],
  ['allowHalfOpen as text', { allowHalfOpen: 'yes' }, 'options.allowHalfOpen'],
];

const badForConnectSync: readonly Case[] = [
  ['an option of connect()', { signal: new AbortController().signal }, 'options.signal'],
  ['allowHalfOpen', { allowHalfOpen: true }, 'options.allowHalfOpen'],
  ['a port and a transport', { transport: syncTransport }, 'options.port'],
  ['a port and an fd', { fd: 3 }, 'options.port'],
  ['an fd and a transport', { port: undefined, fd: 3, transport: syncTransport }, 'options.fd'],
  ['a bio and a transport', { port: undefined, bio: 'pair', transport: syncTransport }, 'options.bio'],
  ['a bufferSize for the socket BIO', { bio: 'socket', bufferSize: 1000 }, 'options.bufferSize'],
  ['an unknown bio', { bio: 'file' }, 'options.bio'],
  ['an fd below 0', { port: undefined, fd: -1 }, 'options.fd'],
  ['an fd with a fraction', { port: undefined, fd: 1.5 }, 'options.fd'],
  ['an fd as text', { port: undefined, fd: '3' }, 'options.fd'],
  ['an fd that no system has', { port: undefined, fd: 2 ** 31 }, 'options.fd'],
  ['a transport without write', { port: undefined, transport: { read: () => null } }, 'options.transport'],
  ['a transport without read', { port: undefined, transport: { write: () => 1 } }, 'options.transport'],
  ['a transport whose close is none', { port: undefined, transport: { ...syncTransport, close: 5 } }, 'options.transport'],
  ['a transport of null', { port: undefined, transport: null }, 'options.transport'],
  ['no name to verify', { host: undefined, port: undefined, transport: syncTransport }, 'options.verifyName'],
  ['no name to verify for an fd', { host: undefined, port: undefined, fd: 3 }, 'options.verifyName'],
];

const withoutUndefined = (options: object): object =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

const expectMistake = (error: unknown, argument: string): void => {
  expect(error).toBeInstanceOf(MisuseError);
  expect(error).toMatchObject({ family: 'misuse', argument });
  // It says what was wrong by its name: the first thing that a reader looks for.
  expect((error as MisuseError).message).toContain(argument);
};

test.each([...badEverywhere, ...badForConnect])('connect() refuses %s', async (_, options, argument) => {
  const before = library.liveObjects;
  expectMistake(await rejection(connect(withoutUndefined({ ...good, ...options }))), argument);
  expect(library.liveObjects.connections).toBe(before.connections);
});

test.each([...badEverywhere, ...badForConnectSync])('connectSync() refuses %s', (_, options, argument) => {
  const before = library.liveObjects;
  expectMistake(
    thrown(() => connectSync(withoutUndefined({ ...good, ...options }))),
    argument,
  );
  expect(library.liveObjects.connections).toBe(before.connections);
});

test.each([undefined, null, 'example.org:443', 443, [], () => undefined])('%p is no options object', async (options) => {
  expectMistake(await rejection(connect(options as unknown as ConnectOptions)), 'options');
  expectMistake(
    thrown(() => connectSync(options as unknown as ConnectSyncOptions)),
    'options',
  );
});

test('an option that is undefined is one that was not given', async () => {
  const unset = { context: undefined, serverName: undefined, timeout: undefined, alpn: undefined, dangerousSkipVerification: undefined };
  const error = await rejection(connect({ ...good, ...unset, host: 'nonexistent.invalid' } as unknown as ConnectOptions));
  expect(error).toMatchObject({ code: 'ENOTFOUND' });
});

test('the transport of a call that is refused is not touched', async () => {
  const transport = duplex();
  await rejection(connect({ ...good, transport }));
  expect(transport.destroyed).toBe(false);
  expect(transport.eventNames().filter((name) => name === 'data')).toEqual([]);
});

test('no message shows a passphrase or a key', async () => {
  const { certificate, privateKey } = identity('client');
  const error = await rejection(connect({ ...good, certificate, privateKey, passphrase: 'very secret', cipherList: 'no such cipher' }));
  const text = `${String(error)} ${JSON.stringify(error)}`;
  expect(text).not.toContain('very secret');
  expect(text).not.toContain('PRIVATE KEY');
});

describeEachLibrary('settings that OpenSSL refuses', (each) => {
  test.each([
    ['cipherList', { cipherList: 'no such cipher' }, 'SSL_CTX_set_cipher_list'],
    ['groups', { groups: 'no such group' }, 'SSL_CTX_set1_groups_list'],
    ['certificate', { certificate: certificatePem('client'), privateKey: identity('server').privateKey }, undefined],
  ])('%s: is a SettingError of both, before anything is connected', async (_, settings, cFunction) => {
    const options = { ...good, library: each, ...settings };
    for (const error of [
      await rejection(connect(options)),
      thrown(() => connectSync(options)),
      thrown(() => connectSync({ ...options, bio: 'socket' })),
    ]) {
      expect(error).toBeInstanceOf(SettingError);
      expect(error).toMatchObject({
        family: 'library',
        code: 'ERR_SSL_SETTING',
        ...(cFunction === undefined ? {} : { function: cFunction }),
      });
    }
  });
});
