// Owns: the certificates and lists that only scenes need, made once for a run.
// Must not know: what is made of them.

import { credentials, ecdsa, generate, type Issued, issue, pem, type Request, revocationList, rsa, x509 } from '../support/pki-issue.ts';
import { hosts } from '../support/pki-names.ts';

/** A server's identity, the root it ends at, and lists of the authority that issued it. */
export interface Made {
  readonly root: string;
  readonly server: { readonly certificate: string; readonly privateKey: string };
  readonly crl?: string;
}

export const madeNames = [
  'revoked',
  'noList',
  'listExpired',
  'listNotYetValid',
  'listBadSignature',
  'smallCaKey',
  'signedWithSha1',
  'nameNotPermitted',
  'nameExcluded',
] as const;
export type MadeName = (typeof madeNames)[number];
export type Materials = Readonly<Record<MadeName, Made>>;

export async function makeMaterials(): Promise<Materials> {
  const root = await issue({ subject: 'CN=Matrix Root', keys: await generate(ecdsa), ca: true });
  const names = [{ type: 'dns', value: hosts.good }] as const;
  const authority = async (changes: Partial<Request> = {}): Promise<Issued> =>
    issue({ subject: 'CN=Matrix Intermediate', keys: await generate(ecdsa), issuer: root, ca: true, ...changes });
  const leafOf = async (issuer: Issued): Promise<Issued> =>
    issue({ subject: `CN=${hosts.good}`, keys: await generate(ecdsa), issuer, names, usage: 'server' });
  const under = async (issuer: Issued): Promise<Made> => ({ root: pem(root), server: credentials([await leafOf(issuer), issuer]) });

  const issuer = await authority();
  const leaf = await leafOf(issuer);
  const listed = (crl?: string): Made => ({
    root: pem(root),
    server: credentials([leaf, issuer]),
    ...(crl === undefined ? {} : { crl }),
  });
  return {
    revoked: listed(await revocationList({ issuer, revoked: [leaf] })),
    noList: listed(),
    listExpired: listed(await revocationList({ issuer, days: [-20, -10] })),
    listNotYetValid: listed(await revocationList({ issuer, days: [10, 20] })),
    listBadSignature: listed(await revocationList({ issuer, signer: root.keys })),
    smallCaKey: await under(await authority({ keys: await generate(rsa(1024)) })),
    signedWithSha1: await under(await authority({ keys: await generate({ ...rsa(2048), hash: 'SHA-1' }) })),
    nameNotPermitted: await under(await authority({ extensions: [nameConstraint(0xa0, 'example')] })),
    nameExcluded: await under(await authority({ extensions: [nameConstraint(0xa1, 'test')] })),
  };
}

// RFC 5280, 4.2.1.10: a sequence of subtrees, each a sequence with a general name; 0xa0 permits, 0xa1 excludes, 0x82 is a DNS name.
function nameConstraint(member: 0xa0 | 0xa1, name: string): x509.Extension {
  const element = (tag: number, content: Buffer): Buffer => Buffer.concat([Buffer.from([tag, content.length]), content]);
  const subtrees = element(member, element(0x30, element(0x82, Buffer.from(name))));
  return new x509.Extension('2.5.29.30', true, element(0x30, subtrees));
}
