// Owns: the keys and certificates of all cases: NAME.pem, NAME.key.pem and NAME.ca.pem, kept for a month.
// Must not know: who uses them.

import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { day, ecdsa, generate, issue, pem, privatePem, rsa } from '../../test/support/pki-issue.ts';
import { buildFolder } from './c-programs.ts';

export const keyNames = ['ecdsa', 'rsa', 'rsa4096'] as const;
export type KeyName = (typeof keyNames)[number];
export const hostName = 'bench.test';
export const keysFolder = join(buildFolder, 'keys');

const algorithms = { ecdsa, rsa: rsa(2048), rsa4096: rsa(4096) };
const longestUse = 30 * day;

/** Makes those that are missing or old. */
export async function makeKeys(): Promise<void> {
  mkdirSync(keysFolder, { recursive: true, mode: 0o700 });
  for (const name of keyNames) await makeKey(name);
}

async function makeKey(name: KeyName): Promise<void> {
  const file = (ending: string): string => join(keysFolder, `${name}.${ending}`);
  if (existsSync(file('pem')) && Date.now() - statSync(file('pem')).mtimeMs < longestUse) return;
  // Nobody verifies the largest: its authority need not be as large.
  const ofRoot = name === 'rsa4096' ? ecdsa : algorithms[name];
  const root = await issue({ subject: `CN=Root of ${name}`, keys: await generate(ofRoot), ca: true });
  const keys = await generate(algorithms[name]);
  const server = await issue({ subject: 'CN=server', keys, issuer: root, names: [{ type: 'dns', value: hostName }], usage: 'server' });
  writeFileSync(file('ca.pem'), pem(root));
  writeFileSync(file('key.pem'), privatePem(keys.privateKey), { mode: 0o600 });
  writeFileSync(file('pem'), pem(server)); // last: it says that all are there
}
