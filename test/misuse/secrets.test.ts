// No key and no passphrase ever stands in an error: not in its message, its stack, its JSON or its inspection. And OpenSSL never asks
// for a passphrase on the terminal.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { SslContext } from '../../lib/index.ts';
import { describeEachLibrary, libraries } from '../support/libraries.ts';
import { certificateFile, certificatePem, keyFile, keyPem } from '../support/pki.ts';
import { tempFolder } from '../support/temp-folder.ts';

const marker = 'MARKER-2718281828';
const isError = (value: unknown): value is Error => Object.prototype.toString.call(value) === '[object Error]';

/** Everything that a log could show of an error. */
function everythingOf(error: unknown): string {
  if (!isError(error)) throw new Error(`no error: ${String(error)}`);
  const own = Object.getOwnPropertyNames(error).map((name) => inspect((error as unknown as Record<string, unknown>)[name], { depth: 10 }));
  const cause = isError(error.cause) ? everythingOf(error.cause) : '';
  return [
    error.message,
    error.stack,
    String(error),
    JSON.stringify(error),
    inspect(error, { depth: 10, showHidden: true }),
    ...own,
    cause,
  ].join('\n');
}

function errorFrom(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

const begin = '-----BEGIN PRIVATE KEY-----';
const markedKey = `${begin}\n${marker}\n-----END PRIVATE KEY-----\n`;
const encrypted = { certificate: certificatePem('server'), privateKey: keyPem('encrypted') };
const certificate = certificatePem('server');

const scenes: readonly (readonly [what: string, options: () => object])[] = [
  ['a wrong passphrase', () => ({ ...encrypted, passphrase: marker })],
  ['a passphrase too long', () => ({ ...encrypted, passphrase: marker.repeat(500) })],
  ['a passphrase beside an unknown option', () => ({ ...encrypted, passphrase: marker, nonsense: 1 })],
  ['a passphrase beside refused ciphers', () => ({ passphrase: marker, cipherList: 'NONSENSE' })],
  ['a passphrase in an array', () => ({ ...encrypted, passphrase: [marker] })],
  ['a passphrase in an object', () => ({ ...encrypted, passphrase: { secret: marker } })],
  ['a wrong passphrase of a further identity', () => ({ identities: [{ ...encrypted, passphrase: marker }] })],
  ['a broken key of a further identity', () => ({ identities: [{ certificate, privateKey: markedKey }] })],
  ['a key in place of further identities', () => ({ identities: marker })],
  ['a key in place of one of the identities', () => ({ identities: [marker] })],
  ['a file in a list that is text', () => ({ pkcs12: [marker] })],
  ['a passphrase of a file that is none', () => ({ pkcs12: { data: new Uint8Array(9), passphrase: marker } })],
  ['a passphrase of a file with a zero character', () => ({ pkcs12: { data: new Uint8Array(9), passphrase: `${marker}\0` } })],
  ['a file as text', () => ({ pkcs12: { data: marker } })],
  ['a file that is text', () => ({ pkcs12: marker })],
  ['a broken key', () => ({ certificate, privateKey: markedKey })],
  ['a key without its BEGIN line', () => ({ certificate, privateKey: marker })],
  ['a key in bytes without its BEGIN line', () => ({ certificate, privateKey: Buffer.from(marker) })],
  ['a key in an object', () => ({ certificate, privateKey: { key: marker } })],
  ['a key in an array', () => ({ certificate, privateKey: [marker] })],
  ['a key in place of a certificate', () => ({ certificate: markedKey, privateKey: markedKey })],
  ['a key in place of trust', () => ({ ca: markedKey })],
  ['a key without its BEGIN line in place of trust', () => ({ ca: marker })],
  ['a key without a certificate', () => ({ privateKey: markedKey })],
];

describeEachLibrary('secrets', (library) => {
  test.each(scenes)('%s: the error does not show it', (_, options) => {
    const error = errorFrom(() => new SslContext({ role: 'server', library, ...options() }));
    expect(error).toMatchObject({ code: expect.stringMatching(/^ERR_SSL_/) });
    expect(everythingOf(error)).not.toContain(marker);
  });

  test('a real key that does not match: no line of it is shown', () => {
    const key = keyPem('client');
    const text = everythingOf(errorFrom(() => new SslContext({ role: 'server', library, certificate, privateKey: key })));
    for (const line of key.split('\n').filter((part) => part.length > 10 && !part.startsWith('-----'))) expect(text).not.toContain(line);
  });

  test('a key file that holds no key: its path is shown, its content is not', () => {
    const file = join(tempFolder('secrets'), 'no-key.pem');
    writeFileSync(file, `${marker}\n`);
    const text = everythingOf(errorFrom(() => new SslContext({ role: 'server', library, certificate, privateKey: { file } })));
    expect(text).toContain(file);
    expect(text).not.toContain(marker);
  });
});

test('the check itself finds a marker', () => {
  expect(everythingOf(new Error(`secret ${marker}`))).toContain(marker);
  expect(everythingOf(new Error('x', { cause: new Error(marker) }))).toContain(marker);
});

const pseudoTerminal = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;

describe('the terminal', () => {
  if (!pseudoTerminal) {
    test.skip('there is no script(1) to make a terminal with', () => undefined);
    return;
  }

  test.each(['privateKey', 'conf.PrivateKey'] as const)(
    'no OpenSSL asks there for the passphrase of an encrypted %s (SSL_CTX_set_default_passwd_cb(3))',
    (how) => {
      const register = join(__dirname, '..', 'support', 'io-register.cjs');
      const selectors = libraries.map(({ selector }) => selector);
      const parameters = [how, keyFile('encrypted'), certificateFile('server'), ...selectors];
      const command = [process.execPath, '--require', register, join(__dirname, 'terminal-main.ts'), ...parameters].join(' ');
      const log = join(tempFolder('secrets'), `terminal-${how}.log`);
      // Should one ask all the same, it gets an answer and the test goes on.
      const { status, signal } = spawnSync('script', ['-qec', command, log], { input: '\n'.repeat(50), timeout: 30_000 });
      const screen = readFileSync(log, 'latin1');
      expect(screen).not.toMatch(/enter .*pass/i);
      expect(screen).toContain('terminal: true');
      for (const selector of selectors) expect(screen).toContain(`${selector}: ERR_SSL_PASSPHRASE_NEEDED`);
      expect([status, signal]).toEqual([0, null]);
    },
  );
});
