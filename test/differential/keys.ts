// Owns: the certificates of the differential test. Ed25519, whose signatures have one length and cost little; one RSA. Never ECDSA.
// Must not know: what the scripts do with them.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ed25519, generate, type Issued, issue, pem, privatePem, rsa } from '../support/pki-issue.ts';

/** NAME.pem and NAME.key.pem for root, server, client, rsa and other: those that driver/keys.c reads. */
export async function makeKeys(folder: string): Promise<void> {
  const root = await issue({ subject: 'CN=Root', keys: await generate(ed25519), ca: true });
  const identities: Readonly<Record<string, Issued>> = {
    root,
    server: await issue({ subject: 'CN=server', keys: await generate(ed25519), issuer: root, names: [{ type: 'dns', value: 'server' }] }),
    client: await issue({ subject: 'CN=client', keys: await generate(ed25519), issuer: root }),
    rsa: await issue({ subject: 'CN=rsa', keys: await generate(rsa(2048)), ca: true }),
    other: await issue({ subject: 'CN=other', keys: await generate(ed25519), ca: true }),
  };
  for (const [name, issued] of Object.entries(identities)) {
    writeFileSync(join(folder, `${name}.pem`), pem(issued));
    writeFileSync(join(folder, `${name}.key.pem`), privatePem(issued.keys.privateKey));
  }
}
