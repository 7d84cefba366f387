// Holds the pages of docs/ against the code that they describe.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as surface from '../lib/index.ts';

const root = join(__dirname, '..');
const page = (name: string): string => readFileSync(join(root, 'docs', name), 'utf8');

describe('docs/errors.md', () => {
  test('has a row for every code that the code has, and none besides', () => {
    const inCode = new Set(sources().flatMap((text) => text.match(/(?<=')ERR_SSL_[A-Z_]+(?=')/g) ?? []));
    const inRows = new Set(
      [...page('errors.md').matchAll(/^\| `(?<code>ERR_SSL_[A-Z_]+)` \|/gm)].map((match) => match.groups?.['code'] ?? ''),
    );
    expect(inCode.size).toBeGreaterThan(15);
    expect([...inRows].toSorted()).toEqual([...inCode].toSorted());
  });

  test('says of every code when it comes and what to do', () => {
    for (const row of page('errors.md').match(/^\| `ERR_SSL_.*$/gm) ?? []) {
      const cells = row.split('|').slice(1, -1);
      expect(cells.length).toBeGreaterThanOrEqual(3);
      for (const cell of cells) expect(cell.trim()).not.toBe('');
    }
  });
});

describe('docs/api.md', () => {
  test('names everything that the package exports', () => {
    const text = page('api.md');
    expect(Object.keys(surface).filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
  });

  test.each([
    ['SslContext', 'lib/ssl/context-options.ts', 'SslContextOptions'],
    ['SslContext, plain ones', 'lib/ssl/context-settings.ts', 'PlainSettings'],
    ['SslContext, trust', 'lib/ssl/trust-options.ts', 'TrustOptions'],
    ['SslContext, certificate transparency', 'lib/ssl/transparency.ts', 'TransparencyOptions'],
    ['SslContext, certificate compression', 'lib/ssl/certificate-compression.ts', 'CompressionOptions'],
    ['SslContext, callbacks', 'lib/ssl/observers.ts', 'Observers'],
    ['SslContext, callbacks that decide', 'lib/ssl/deciders.ts', 'Deciders'],
    ['SslEngine', 'lib/ssl/engine-options.ts', 'SslEngineOptions'],
    ['connect, of every client', 'lib/io/connect-options.ts', 'ClientOptions'],
    ['connect', 'lib/io/connect.ts', 'ConnectOptions'],
    ['connectSync', 'lib/io/connect-sync.ts', 'ConnectSyncOptions'],
    ['accept', 'lib/io/connect.ts', 'AcceptOptions'],
    ['createServer', 'lib/io/server-options.ts', 'ServerOptions'],
    ['createServer, of one name', 'lib/io/server-context.ts', 'ServerContextOptions'],
    ['TicketKeyRing', 'lib/io/ticket-key-ring.ts', 'TicketKeyRingOptions'],
  ])('names every option of %s', (_, file, name) => {
    const text = page('api.md');
    const members = membersOf(readFileSync(join(root, file), 'utf8'), name);
    expect(members.length).toBeGreaterThan(1);
    expect(members.filter((member) => !new RegExp(`\\b${member}\\b`).test(text))).toEqual([]);
  });

  test.each([
    ['openssl'],
    ['engine'],
    ['engine-core'],
    ['engine-early-data'],
    ['engine-datagrams'],
    ['engine-inspection'],
    ['engine-pool'],
    ['session'],
    ['context'],
  ])('names every member of the class in lib/ssl/%s.ts', (file) => {
    expect(unnamed(`lib/ssl/${file}.ts`)).toEqual([]);
  });

  test.each([['ssl-socket'], ['sync-ssl-socket'], ['server'], ['ticket-key-ring']])(
    'names every member of the class in lib/io/%s.ts',
    (file) => {
      expect(unnamed(`lib/io/${file}.ts`)).toEqual([]);
    },
  );
});

describe('the pages on one thing each', () => {
  test('docs/settings.md names every plain setting', () => {
    const text = page('settings.md');
    const members = membersOf(readFileSync(join(root, 'lib/ssl/context-settings.ts'), 'utf8'), 'PlainSettings');
    expect(members.filter((member) => !text.includes(`\`${member}\``))).toEqual([]);
  });

  test('docs/observing.md names every callback', () => {
    const text = page('observing.md');
    const members = membersOf(readFileSync(join(root, 'lib/ssl/observers.ts'), 'utf8'), 'Observers');
    expect(members.filter((member) => !text.includes(`\`${member}\``))).toEqual([]);
  });

  test.each([
    ['lib/ssl/verify-parameters.ts', 'VerifyParameters'],
    ['lib/ssl/dane.ts', 'TlsaRecord'],
    ['lib/ssl/transparency.ts', 'TransparencyOptions'],
    ['lib/ssl/transparency.ts', 'SignedCertificateTimestamp'],
  ])('docs/verification.md names every member of %s, %s', (file, name) => {
    const text = page('verification.md');
    const members = membersOf(readFileSync(join(root, file), 'utf8'), name);
    expect(members.length).toBeGreaterThan(1);
    expect(members.filter((member) => !text.includes(`\`${member}`))).toEqual([]);
  });

  test.each([
    ['certificate-compression', 'lib/ssl/certificate-compression.ts', 'CompressionOptions'],
    ['certificate-compression', 'lib/ssl/certificate-compression.ts', 'CertificateSaving'],
    ['certificate-compression', 'lib/ssl/certificate-compression.ts', 'CompressedCertificate'],
    ['custom-extensions', 'lib/ssl/custom-extensions.ts', 'CustomExtension'],
    ['custom-extensions', 'lib/ssl/custom-extensions.ts', 'ExtensionAsk'],
  ])('docs/%s.md names every member of %s, %s', (name, file, type) => {
    const text = page(`${name}.md`);
    const members = membersOf(readFileSync(join(root, file), 'utf8'), type);
    expect(members.length).toBeGreaterThan(1);
    expect(members.filter((member) => !text.includes(`\`${member}`))).toEqual([]);
  });

  test.each([
    ['lib/io/datagram-options.ts', 'DatagramOptions'],
    ['lib/io/datagram-options.ts', 'ConnectDatagramOptions'],
    ['lib/io/datagram-server-options.ts', 'DatagramServerOptions'],
    ['lib/io/datagram-transport.ts', 'DatagramTransport'],
    ['lib/io/datagram-stats.ts', 'DatagramServerStats'],
    ['lib/io/datagram-stats.ts', 'DatagramCounts'],
  ])('docs/dtls.md names every member of %s, %s', (file, name) => {
    const text = page('dtls.md');
    const members = membersOf(readFileSync(join(root, file), 'utf8'), name);
    expect(members.length).toBeGreaterThan(1);
    expect(members.filter((member) => !new RegExp(`\\b${member}\\b`).test(text))).toEqual([]);
  });

  test.each([['datagram-socket'], ['datagram-server']])('docs/dtls.md names every member of the class in lib/io/%s.ts', (file) => {
    expect(unnamed(`lib/io/${file}.ts`, 'dtls.md')).toEqual([]);
  });

  test('docs/callbacks.md has a row for every callback that decides, and links every example of one', () => {
    const text = page('callbacks.md');
    const members = membersOf(readFileSync(join(root, 'lib/ssl/deciders.ts'), 'utf8'), 'Deciders');
    expect([...text.matchAll(/^\| `(?<name>\w+Callback)` \|/gm)].map((match) => match.groups?.['name'])).toEqual(members);
    const examples = readdirSync(join(root, 'examples'))
      .filter((file) => file.endsWith('.mjs'))
      .filter((file) => /support\/handshake\.mjs/.test(readFileSync(join(root, 'examples', file), 'utf8')));
    expect(examples.filter((file) => !text.includes(`../examples/${file}`))).toEqual([]);
  });

  test.each([
    ['verification.md'],
    ['sessions.md'],
    ['settings.md'],
    ['callbacks.md'],
    ['observing.md'],
    ['after-the-handshake.md'],
    ['early-data.md'],
    ['servers.md'],
    ['certificate-compression.md'],
    ['custom-extensions.md'],
    ['dtls.md'],
  ])('docs/%s names codes that there are', (name) => {
    const known = page('errors.md');
    const codes = page(name).match(/ERR_SSL_[A-Z_]+/g) ?? [];
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) expect(known).toContain(`\`${code}\``);
  });
});

describe('docs/architecture.md', () => {
  test('names files that are there', () => {
    const named = [...page('architecture.md').matchAll(/`(?<file>(?:lib|src-native|deps)\/[\w./-]+\.\w+)`/g)].map(
      (match) => match.groups?.['file'] ?? '',
    );
    expect(named.length).toBeGreaterThan(5);
    for (const file of named) expect(() => readFileSync(join(root, file))).not.toThrow();
  });
});

function sources(): readonly string[] {
  const files = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.ts')).map((file) => readFileSync(join(root, 'lib', file), 'utf8'));
}

// Public by TypeScript, but said to be for this package's own use.
const internal: ReadonlySet<string> = new Set(['constructor', 'handshakeTimedOut', 'replaced']);

function unnamed(file: string, on = 'api.md'): readonly string[] {
  const text = page(on);
  const classBody = /^export (?:abstract )?class [\s\S]*?^\}/m.exec(readFileSync(join(root, file), 'utf8'))?.[0] ?? '';
  const members = [...classBody.matchAll(/^ {2}(?:static )?(?:readonly |get )?(?<member>[a-z]\w*)\??[(:]/gm)].map(
    (match) => match.groups?.['member'] ?? '',
  );
  expect(members.length).toBeGreaterThan(0);
  return members.filter((member) => !internal.has(member) && !new RegExp(`\\b${member}\\b`).test(text));
}

function membersOf(source: string, name: string): readonly string[] {
  const body = new RegExp(`^export interface ${name}\\b[^{]*\\{\\n(?<body>[\\s\\S]*?)^\\}`, 'm').exec(source)?.groups?.['body'] ?? '';
  return [...body.matchAll(/^ {2}readonly (?<member>\w+)\??:/gm)].map((match) => match.groups?.['member'] ?? '');
}
