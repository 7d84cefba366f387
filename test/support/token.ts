// Owns: a token in software, made new for each run: SoftHSM with keys that are generated in it and never leave it.
// Must not know: who uses them.

import { spawnSync } from 'node:child_process';
import { webcrypto } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ecdsa, generate, issue, pem, rsa } from './pki-issue.ts';
import { hosts } from './pki-names.ts';
import { tempFolder } from './temp-folder.ts';

const cache = join(__dirname, '..', '..', '.cache', 'pkcs11');
/** What deps/pkcs11/get.mjs brings. */
export const tokenFiles = {
  provider: join(cache, 'provider', 'pkcs11.so'),
  engine: join(cache, 'engine', 'pkcs11.so'),
  module: join(cache, 'softhsm', 'libsofthsm2.so'),
  util: join(cache, 'softhsm', 'softhsm2-util'),
} as const;

/** Why there can be no token; null if there can. */
export const tokenAbsent: string | null = !Object.values(tokenFiles).every((file) => existsSync(file))
  ? 'node deps/pkcs11/get.mjs brings what a token takes'
  : spawnSync('p11tool', ['--version'], { stdio: 'ignore' }).status === 0
    ? null
    : 'p11tool (gnutls-bin) makes the keys';

export const tokenPin = 'pin-MARKER-27182818';
export const keyKinds = ['rsa', 'ec'] as const;
export type KeyKind = (typeof keyKinds)[number];

export interface Token {
  /** For a process that uses it: SoftHSM reads its environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly caFile: string;
  readonly certificateFile: (kind: KeyKind) => string;
  readonly publicKeyFile: (kind: KeyKind) => string;
  /** Of an object in it, by label and type. */
  readonly uri: (label: string, type?: 'private' | 'cert') => string;
}

/** The keys `rsa` and `ec` with their certificates, and two keys that are both called `twin`. */
export async function makeToken(name: string): Promise<Token> {
  const folder = tempFolder('token', name);
  const file = (of: string): string => join(folder, of);
  tempFolder('token', name, 'objects');
  writeFileSync(file('softhsm2.conf'), `directories.tokendir = ${file('objects')}\nobjectstore.backend = file\nlog.level = ERROR\n`);
  const environment = { SOFTHSM2_CONF: file('softhsm2.conf') };
  const label = `libssl-${name}`;
  const run = (command: string, parameters: readonly string[]): string => {
    const env = { ...process.env, ...environment, GNUTLS_PIN: tokenPin };
    const { status, stdout, stderr } = spawnSync(command, parameters, { encoding: 'utf8', env });
    if (status !== 0) throw new Error(`${command} ${parameters[0]}: ${stderr}`);
    return stdout;
  };
  run(tokenFiles.util, [
    '--module',
    tokenFiles.module,
    '--init-token',
    '--free',
    '--label',
    label,
    '--pin',
    tokenPin,
    '--so-pin',
    'so-pin-1',
  ]);
  const p11tool = (parameters: readonly string[]): string =>
    run('p11tool', ['--provider', tokenFiles.module, '--login', '--batch', ...parameters, `pkcs11:token=${label}`]);
  const generateIn = (kind: KeyKind, as: string, id: string): void => {
    const type = kind === 'rsa' ? ['--generate-privkey=rsa', '--bits=2048'] : ['--generate-privkey=ecdsa', '--curve=secp256r1'];
    p11tool([...type, `--label=${as}`, `--id=${id}`, `--outfile=${file(`${as}-${id}.pub.pem`)}`]);
  };
  generateIn('rsa', 'rsa', '01');
  generateIn('ec', 'ec', '02');
  generateIn('ec', 'twin', '03');
  generateIn('ec', 'twin', '04');

  const publicKeyFile = (kind: KeyKind): string => file(kind === 'rsa' ? 'rsa-01.pub.pem' : 'ec-02.pub.pem');
  const certificateFile = (kind: KeyKind): string => file(`${kind}.pem`);
  const root = await issue({ subject: 'CN=Token Root', keys: await generate(ecdsa), ca: true });
  writeFileSync(file('ca.pem'), pem(root));
  for (const kind of keyKinds) {
    const spki = Buffer.from(readFileSync(publicKeyFile(kind), 'latin1').replace(/-----[^-]+-----|\s/g, ''), 'base64');
    const publicKey = await webcrypto.subtle.importKey('spki', spki, kind === 'rsa' ? rsa(2048) : ecdsa, true, ['verify']);
    // Its private half is in the token: the issuer's signs.
    const keys = { publicKey, privateKey: root.keys.privateKey };
    const leaf = await issue({ subject: `CN=${kind}`, keys, issuer: root, names: [{ type: 'dns', value: hosts.good }] });
    writeFileSync(certificateFile(kind), pem(leaf));
    p11tool(['--write', `--load-certificate=${certificateFile(kind)}`, `--label=${kind}`, `--id=${kind === 'rsa' ? '01' : '02'}`]);
  }
  const uri = (object: string, type?: 'private' | 'cert'): string =>
    `pkcs11:token=${label};object=${object}${type === undefined ? '' : `;type=${type}`}`;
  return { environment, caFile: file('ca.pem'), certificateFile, publicKeyFile, uri };
}

/** Whether the token gives a private key away, and what it says of it. */
export function exportAttempt({ environment, uri }: Token, label: string): { readonly exported: boolean; readonly flags: string } {
  const p11tool = (parameters: readonly string[]) =>
    spawnSync('p11tool', ['--provider', tokenFiles.module, '--login', '--batch', ...parameters], {
      encoding: 'utf8',
      env: { ...process.env, ...environment, GNUTLS_PIN: tokenPin },
    });
  const { status, stdout } = p11tool(['--export', uri(label, 'private')]);
  return { exported: status === 0 && /PRIVATE KEY/.test(stdout), flags: p11tool(['--list-privkeys', uri(label)]).stdout };
}
