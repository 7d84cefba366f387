// Revocation lists: what a client and a server make of the crl option.

import { beforeAll, expect, test } from '@jest/globals';
import { ecdsa, generate, type Issued, issue, pem, privatePem, revocationList } from '../../support/pki-issue.ts';
import { sideBySide } from './support.ts';

sideBySide('revocation lists', (peers) => {
  let root: Issued;
  let good: Issued;
  let bad: Issued;
  let list: string;
  beforeAll(async () => {
    root = await issue({ subject: 'CN=Listing Root', keys: await generate(ecdsa), ca: true });
    const leaf = { subject: 'CN=leaf', keys: await generate(ecdsa), issuer: root, names: [{ type: 'dns', value: 'server.test' }] } as const;
    good = await issue({ ...leaf, usage: 'server' });
    bad = await issue({ ...leaf, usage: 'server' });
    list = await revocationList({ issuer: root, revoked: [bad] });
  });
  const serving = (issued: Issued): { readonly cert: string; readonly key: string } => ({
    cert: pem(issued),
    key: privatePem(issued.keys.privateKey),
  });

  test('refuse a certificate that is revoked: CERT_REVOKED', async () => {
    const error = await peers.refused(await peers.listen(serving(bad)), { ca: pem(root), crl: list });
    expect(error.code).toBe('CERT_REVOKED');
  });

  test.each([
    ['a string', (text: string) => text],
    ['a Buffer', (text: string) => Buffer.from(text)],
    ['an array', (text: string) => [text]],
  ])('accept one that is not, given as %s', async (_, form) => {
    const client = await peers.open(await peers.listen(serving(good)), { ca: pem(root), crl: form(list) });
    expect(client.authorized).toBe(true);
  });

  test('of another issuer are none: UNABLE_TO_GET_CRL', async () => {
    const other = await issue({ subject: 'CN=Other Listing Root', keys: await generate(ecdsa), ca: true });
    const crl = await revocationList({ issuer: other });
    expect((await peers.refused(await peers.listen(serving(good)), { ca: pem(root), crl })).code).toBe('UNABLE_TO_GET_CRL');
  });

  test('that are old are said to be: CRL_HAS_EXPIRED', async () => {
    const crl = await revocationList({ issuer: root, days: [-20, -10] });
    expect((await peers.refused(await peers.listen(serving(good)), { ca: pem(root), crl })).code).toBe('CRL_HAS_EXPIRED');
  });

  test('that are for later are said to be: CRL_NOT_YET_VALID', async () => {
    const crl = await revocationList({ issuer: root, days: [10, 20] });
    expect((await peers.refused(await peers.listen(serving(good)), { ca: pem(root), crl })).code).toBe('CRL_NOT_YET_VALID');
  });

  test('that another has signed are worth nothing: CRL_SIGNATURE_FAILURE', async () => {
    const crl = await revocationList({ issuer: root, signer: await generate(ecdsa) });
    expect((await peers.refused(await peers.listen(serving(good)), { ca: pem(root), crl })).code).toBe('CRL_SIGNATURE_FAILURE');
  });

  test('of a server refuse a client', async () => {
    const client = { subject: 'CN=client', keys: await generate(ecdsa), issuer: root, usage: 'client' } as const;
    const [fine, revoked] = [await issue(client), await issue(client)];
    const crl = await revocationList({ issuer: root, revoked: [revoked] });
    const listener = await peers.listen({ ...serving(good), ca: pem(root), crl, requestCert: true, rejectUnauthorized: false });
    const { server } = await peers.pairAt(listener, { ca: pem(root), ...serving(revoked) });
    expect([server.authorized, server.authorizationError]).toEqual([false, 'CERT_REVOKED']);
    expect((await peers.pairAt(listener, { ca: pem(root), ...serving(fine) })).server.authorized).toBe(true);
  });
});
