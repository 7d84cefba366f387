// @ts-check
// Builds test/native/memory.cc and runs it under Valgrind with every OpenSSL at hand: a leak, a use after free or a double free fails.
import { spawnSync } from 'node:child_process';
import { webcrypto } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import 'reflect-metadata';
import { cryptoProvider, PemConverter, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = '3';
const folder = mkdtempSync(join(tmpdir(), 'libssl-memory-'));

try {
  const { certificate, key } = await selfSigned();
  const pkcs12 = exported(certificate, key);
  const program = compile();
  let failed = 0;
  for (const [name, files] of librariesAtHand()) {
    const args = [
      '-q',
      '--leak-check=full',
      '--show-leak-kinds=definite,indirect',
      '--errors-for-leak-kinds=definite,indirect',
      '--error-exitcode=9',
    ];
    const { status, stdout, stderr } = run('valgrind', [...args, program, ...files, certificate, key, pkcs12, rounds]);
    console.log(status === 0 ? `ok      ${name}: ${stdout.trim()}` : `FAILED  ${name} (exit ${status})\n${stdout}${stderr}`);
    if (status !== 0) failed += 1;
  }
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function selfSigned() {
  cryptoProvider.set(webcrypto);
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const made = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=localhost',
    keys,
    signingAlgorithm: algorithm,
    notAfter: new Date(Date.now() + 24 * 60 * 60 * 1000),
    extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }])],
  });
  const certificate = join(folder, 'certificate.pem');
  const key = join(folder, 'key.pem');
  writeFileSync(certificate, made.toString('pem'));
  writeFileSync(key, PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY'));
  return { certificate, key };
}

/** @param {string} certificate @param {string} key */
function exported(certificate, key) {
  const file = join(folder, 'identity.p12');
  const files = ['-in', certificate, '-inkey', key, '-certfile', certificate, '-out', file];
  const { status, stderr } = run('openssl', ['pkcs12', '-export', ...files, '-passout', 'pass:memory']);
  if (status !== 0) throw new Error(`cannot make a PKCS #12 file:\n${stderr}`);
  return file;
}

function compile() {
  const program = join(folder, 'memory');
  const sources = ['src-native/library', 'src-native/ossl'].flatMap((place) =>
    readdirSync(join(root, place))
      .filter((file) => file.endsWith('.cc'))
      .map((file) => join(place, file)),
  );
  const { status, stderr } = run('c++', [
    ...['-std=c++20', '-O1', '-g', '-Wall', '-Wextra', '-Isrc-native', '-Ideps/openssl', '-pthread'],
    ...[
      'memory',
      'memory_callbacks',
      'memory_datagrams',
      'memory_descriptors',
      'memory_identities',
      'memory_keys',
      'memory_providers',
      'memory_threads',
    ].map((name) => `test/native/${name}.cc`),
    ...[...sources, '-o', program, '-ldl'],
  ]);
  if (status !== 0) throw new Error(`cannot build test/native/memory.cc:\n${stderr}`);
  return program;
}

/** @returns {[string, string[]][]} */
function librariesAtHand() {
  const cache = join(root, '.cache', 'openssl');
  const brought = existsSync(cache) ? readdirSync(cache).filter((name) => existsSync(join(cache, name, 'lib'))) : [];
  const fromCache = brought.map((name) => {
    const lib = join(cache, name, 'lib');
    const ending =
      readdirSync(lib)
        .find((file) => /^libssl\.so\.\d/.test(file))
        ?.slice('libssl'.length) ?? '';
    return /** @type {[string, string[]]} */ ([name, [join(lib, `libcrypto${ending}`), join(lib, `libssl${ending}`)]]);
  });
  return [['system', ['libcrypto.so.3', 'libssl.so.3']], ...fromCache];
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (done.error !== undefined) throw new Error(`${command} cannot be run: ${done.error.message}`);
  return done;
}
