// Keys, passphrases, ticket keys, pre-shared keys and sessions are in no error of libssl/tls, and in no inspection of what holds them.

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import { createSecureContext, createServer } from '../../../lib/tls/index.ts';
import { encryptedKeyPassphrase, keyPem } from '../../support/pki.ts';
import { newSession, pems, thrown, tls12, trusting, undeclared } from '../side-by-side/support.ts';
import { firstLibrary, on } from './support.ts';

const marker = 'MARKER-2718281828';

/** All that a log could show of a value; of an error with what it was caused by. */
function everythingOf(value: unknown): string {
  const shown = [inspect(value, { depth: 12, showHidden: true, maxStringLength: null, maxArrayLength: null }), String(value)];
  if (typeof value !== 'object' || value === null) return shown.join('\n');
  const { cause, message, stack } = value as Partial<Error>;
  for (const name of Object.getOwnPropertyNames(value)) {
    if (name !== 'cause') shown.push(inspect((value as Record<string, unknown>)[name], { depth: 12, maxArrayLength: null }));
  }
  return [...shown, message, stack, cause === undefined ? '' : everythingOf(cause)].join('\n');
}

/** Bytes as they could stand in a log: in hex, in base64, as a list of numbers and as inspect() has them. */
function formsOf(bytes: Uint8Array): readonly string[] {
  const some = Buffer.from(bytes).subarray(0, 16);
  return [
    some.toString('hex'),
    some.toString('base64').slice(0, 20),
    [...some].join(', '),
    [...some].map((byte) => byte.toString(16).padStart(2, '0')).join(' '),
    some.toString('latin1'),
  ];
}

function expectNone(text: string, secrets: readonly string[]): void {
  for (const secret of secrets) expect(text).not.toContain(secret);
}

const body = (pem: string): string => pem.split('\n').at(2) ?? '';

firstLibrary('secrets', (peers, library) => {
  const chosen = on(library);
  const certificate = pems('server').cert;
  const encrypted = keyPem('encrypted');
  const broken = `-----BEGIN PRIVATE KEY-----\n${marker}\n-----END PRIVATE KEY-----\n`;

  const scenes: readonly (readonly [what: string, options: object])[] = [
    ['a wrong passphrase', { cert: certificate, key: encrypted, passphrase: marker }],
    ['a wrong passphrase beside the key', { cert: certificate, key: [{ pem: encrypted, passphrase: marker }] }],
    ['a passphrase too long', { cert: certificate, key: encrypted, passphrase: marker.repeat(500) }],
    ['a passphrase in an array', { cert: certificate, key: encrypted, passphrase: [marker] }],
    ['a passphrase in an object', { cert: certificate, key: encrypted, passphrase: { secret: marker } }],
    ['a passphrase that is bytes', { cert: certificate, key: encrypted, passphrase: Buffer.from(marker) }],
    ['a broken key', { cert: certificate, key: broken }],
    ['a broken key among others', { cert: [certificate, certificate], key: [broken, keyPem('server')] }],
    ['a key that is a symbol of it', { cert: certificate, key: Symbol(marker) }],
    ['a key in an object', { cert: certificate, key: { secret: marker } }],
    ['a key of the wrong pem', { cert: certificate, key: { pem: { secret: marker } } }],
    ['a key in place of the certificate', { cert: broken, key: keyPem('server') }],
    ['a key in place of the authorities', { ca: broken }],
    ['a key in place of parameters', { ...pems('server'), dhparam: broken }],
    ['a passphrase of a file that is none', { pfx: Buffer.from('none'), passphrase: marker }],
    ['a passphrase of a file in an object', { pfx: [{ buf: 'none', passphrase: marker }] }],
    ['a file that is text', { pfx: marker }],
    ['a file that is an object', { pfx: { buf: { secret: marker } } }],
    ['ticket keys that are too short', { ticketKeys: Buffer.from(marker) }],
    ['ticket keys that are text', { ticketKeys: marker }],
    ['a key in an engine', { privateKeyIdentifier: marker, privateKeyEngine: 'engine' }],
    ['a passphrase beside refused ciphers', { ciphers: 'NONSENSE', passphrase: marker }],
    ['a key of another certificate', { cert: certificate, key: keyPem('client') }],
  ];

  test.each(scenes)('are not in the error of %s', (_, options) => {
    const error = thrown(() => createSecureContext({ ...chosen, ...options }));
    expect(error).toBeInstanceOf(Error);
    const secrets = [marker, 'MARKER', ...formsOf(Buffer.from(marker)), body(encrypted), body(keyPem('client')), body(keyPem('server'))];
    expectNone(everythingOf(error), secrets);
  });

  test('are not in the error of setTicketKeys() and of a ticketKeys option of a server', () => {
    const server = createServer({ ...chosen, ...pems('server') });
    for (const keys of [marker, Buffer.from(marker), randomBytes(0), { secret: marker }]) {
      expectNone(everythingOf(thrown(() => server.setTicketKeys(keys as never))), [marker, ...formsOf(Buffer.from(marker))]);
      expectNone(everythingOf(thrown(() => createServer({ ...chosen, ticketKeys: keys as never }))), [marker]);
    }
  });

  test.each([
    ['a text', marker],
    ['too long a key', Buffer.alloc(257, marker)],
    ['an object', { secret: marker }],
  ])('are not in the error of a pre-shared key that is %s', async (_, psk) => {
    const options = { ...tls12, ...chosen, ciphers: 'PSK', checkServerIdentity: () => undefined };
    const listener = await peers.listen({ ...options, pskCallback: () => Buffer.alloc(32, 1) });
    const client = peers.connect(listener, { ...options, pskCallback: () => ({ psk: psk as never, identity: 'me' }) });
    const [error] = (await once(client, 'error')) as [Error];
    expect(error).toMatchObject({ code: expect.stringMatching(/^ERR_INVALID_ARG_/) });
    expectNone(everythingOf(error), [marker, ...formsOf(Buffer.from(marker))]);
    const serving = await peers.listen({ ...options, pskCallback: () => psk as never });
    peers.connect(serving, { ...options, pskCallback: () => ({ psk: Buffer.alloc(32, 1), identity: 'me' }) });
    const [heard] = (await once(serving, 'tlsClientError')) as [Error];
    expect(heard).toMatchObject({ code: expect.stringMatching(/^ERR_INVALID_ARG_/) });
    expectNone(everythingOf(heard), [marker, ...formsOf(Buffer.from(marker))]);
  });

  test('are not in an inspection of a context, a server and its sockets', async () => {
    const ticketKeys = randomBytes(48);
    const own = { cert: certificate, key: encrypted, passphrase: encryptedKeyPassphrase };
    const context = createSecureContext({ ...chosen, ...own, ticketKeys });
    const listener = await peers.listen({ ...chosen, ...own, ticketKeys });
    const session = await newSession(peers, listener, chosen);
    const { client, server } = await peers.pairAt(listener, { ...chosen, ...own, session });
    const kept = [undeclared(client).exportKeyingMaterial(32, 'x'), session.subarray(-32), ticketKeys, ticketKeys.subarray(16)];
    const secrets = [encryptedKeyPassphrase, body(encrypted), ...kept.flatMap(formsOf)];
    for (const value of [context, listener, client, server]) {
      expectNone(everythingOf(value), secrets);
      expectNone(JSON.stringify(value, cycleFree()), [encryptedKeyPassphrase, body(encrypted)]);
    }
    client.destroy();
    await once(client, 'close');
    expectNone(everythingOf(client), secrets);
  });

  test('are not in the error of a handshake that fails', async () => {
    const own = { cert: certificate, key: encrypted, passphrase: encryptedKeyPassphrase };
    const listener = await peers.listen({ ...chosen, ...own });
    const refused = await peers.refusedBy(listener, { ...chosen, ...own, servername: 'elsewhere.test' });
    const secrets = [encryptedKeyPassphrase, body(encrypted)];
    for (const error of [refused.client, refused.server]) expectNone(everythingOf(error), secrets);
  });

  test('are not in the error of a session that is none', () => {
    const options = { ...trusting, ...chosen, port: 1, session: { secret: marker } as never };
    expectNone(everythingOf(thrown(() => peers.tls.connect(options))), [marker]);
  });
});

function cycleFree(): (name: string, value: unknown) => unknown {
  const seen = new Set<unknown>();
  return (_, value) => {
    if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value;
    if (seen.has(value)) return undefined;
    seen.add(value);
    return value;
  };
}
