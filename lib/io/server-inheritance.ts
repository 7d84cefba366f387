// Owns: what the context of one name has from its server's own: all that it is not given itself, certificate and key excepted.
// Must not know: what the options mean to OpenSSL.

import { ofClients } from './server-context.ts';

type Values = Readonly<Record<string, unknown>>;

// Given one of these, none of the others is taken over: they belong together, or one replaces the other.
const groups: readonly (readonly string[])[] = [
  ['certificate', 'privateKey', 'passphrase', 'certCallback', 'statusCallback', 'compressedCertificates', 'conf', 'serverCertTypes'],
  ['minProtocol', 'dangerousMinProtocol'],
  ['alpn', 'alpnSelectCallback'],
  ['verifyCallback', 'certVerifyCallback', 'dangerousUnverifiedClients'],
  ['ca', 'clientCa', 'crl', 'clientCertTypes', 'expectedPeerKeys'],
];

/** The options of a name: its own, and the rest of the server's. */
export function inherited(server: Values, own: Values): Values {
  const replaced = new Set(groups.filter((group) => group.some((name) => name in own)).flat());
  if (own['clientCertificate'] === 'none') for (const name of ofClients) replaced.add(name);
  const taken = Object.entries(server).filter(([name]) => !replaced.has(name));
  return { ...Object.fromEntries(taken), ...own };
}
