// Owns: scenes in which a client turns a server's certificate down.

import type { SslContextOptions } from '../../../lib/index.ts';
import type { SslEngineOptions } from '../../../lib/ssl/engine-options.ts';
import { trustingClient } from '../../support/engine-pair.ts';
import { hosts, type Identity, identity } from '../../support/pki.ts';
import type { MadeName } from '../materials.ts';
import { handshakeOf } from '../pair-scene.ts';
import type { Group, Scene } from '../scene.ts';

const page = 'SSL_get_verify_result(3)';
// At level 0 a server may hold a key of any size, so that the client is the one to turn it down.
const holdsAnything = { securityLevel: 0 } as const;

interface Row {
  readonly server: Identity;
  readonly what: string;
  readonly trust?: Identity;
  readonly client?: Partial<SslContextOptions>;
  readonly engine?: SslEngineOptions;
}

const rows: Readonly<Record<string, Row>> = {
  accepted: { server: 'server', what: 'A certificate that is in order.', engine: { verifyHost: hosts.good } },
  expired: { server: 'expired', what: 'A certificate whose time is over.' },
  'expired-intermediate': { server: 'expiredIntermediate', what: 'A certificate under an intermediate whose time is over.' },
  'not-yet-valid': { server: 'notYetValid', what: 'A certificate whose time has not come.' },
  'other-host': { server: 'otherHost', what: 'A certificate for another host.', engine: { verifyHost: hosts.good } },
  'wildcard-over-two-labels': {
    server: 'wildcard',
    what: 'A wildcard that would have to stand for two labels.',
    engine: { verifyHost: 'a.b.wild.test' },
  },
  'other-ip': { server: 'server', what: 'A certificate for another IP address.', engine: { verifyIp: '192.0.2.2' } },
  'ip-as-dns-name': {
    server: 'ipAsDnsName',
    what: 'An IP address that the certificate has as a DNS name.',
    engine: { verifyIp: hosts.ip },
  },
  'other-email': {
    server: 'server',
    what: 'A certificate without the e-mail address that was asked for.',
    client: { verifyParameters: { email: 'someone@server.test' } },
  },
  'self-signed': { server: 'selfSigned', what: 'A certificate that is its own issuer.' },
  'unknown-authority': { server: 'unknownCa', what: 'A certificate of an authority that is not trusted.' },
  'untrusted-root-sent': { server: 'untrustedRootSent', what: 'The same, with the root sent along.' },
  'incomplete-chain': { server: 'incomplete', what: 'A certificate whose intermediate was not sent.' },
  'intermediate-trusted-alone': {
    server: 'server',
    what: 'A certificate under an intermediate that alone is trusted.',
    trust: 'intermediate',
  },
  'signature-broken': { server: 'badSignature', what: 'A certificate with a flipped byte in its signature.' },
  'path-too-long': { server: 'pathLength', what: 'One intermediate more than the path length allows.' },
  'issuer-is-no-authority': { server: 'issuerIsNoCa', what: 'A certificate that one of a server has issued.' },
  'chain-too-deep': { server: 'server', what: 'One intermediate, at a depth of 0.', client: { verifyParameters: { depth: 0 } } },
  'unknown-critical-extension': { server: 'unknownCritical', what: 'A critical extension that nobody knows.' },
  'client-purpose': { server: 'clientPurpose', what: 'A certificate for clients only.' },
  'key-of-1024-bits': {
    server: 'smallKey',
    what: 'An RSA key of 1024 bits, at security level 2.',
    client: { securityLevel: 2 },
  },
};

function scenesOf(id: string, { server, what, trust, client, engine }: Row): readonly Scene[] {
  return (['TLSv1.2', 'TLSv1.3'] as const).map((protocol) => ({
    id: `certificate/${id}/${protocol.slice(4)}`,
    page,
    what: `${what.slice(0, -1)}, in ${protocol.replace('v', ' ')}.`,
    run: handshakeOf(() => {
      const range = { minProtocol: protocol, maxProtocol: protocol };
      return {
        client: { ...trustingClient(trust), ...range, ...client },
        server: { ...identity(server), ...holdsAnything, ...range },
        ...(engine === undefined ? {} : { clientEngine: engine }),
      };
    }),
  }));
}

function made(name: MadeName, id: string, what: string, client: Partial<SslContextOptions> = {}): Scene {
  return {
    id: `certificate/${id}`,
    page,
    what,
    run: handshakeOf((materials) => {
      const { root, server, crl } = materials[name];
      const lists = crl === undefined ? {} : { crl };
      return {
        client: { ca: root, verifyMode: 'peer', ...lists, ...client },
        server: { ...server, ...holdsAnything },
        clientEngine: { verifyHost: hosts.good },
      };
    }),
  };
}

const checked: Partial<SslContextOptions> = { verifyParameters: { flags: ['X509_V_FLAG_CRL_CHECK'] } };

export const certificates: Group = {
  title: 'Certificates that are turned down',
  about: 'What the client says, the alert that it sends, and what the server makes of it.',
  scenes: [
    ...Object.entries(rows).flatMap(([id, row]) => scenesOf(id, row)),
    made('revoked', 'revoked', 'A revocation list names the certificate.', checked),
    made('noList', 'no-list', 'Revocation lists are wanted, and there is none.', checked),
    made('listExpired', 'list-expired', 'A revocation list whose time is over.', checked),
    made('listNotYetValid', 'list-not-yet-valid', 'A revocation list whose time has not come.', checked),
    made('listBadSignature', 'list-signed-by-another', 'A revocation list that another key has signed.', checked),
    made('smallCaKey', 'authority-key-of-1024-bits', 'An intermediate with an RSA key of 1024 bits, at authentication level 2.', {
      verifyParameters: { authLevel: 2 },
    }),
    ...[0, 1, 2].map((level) =>
      made(
        'signedWithSha1',
        `signed-with-sha-1/level-${level}`,
        `A certificate signed with RSA and SHA-1, at authentication level ${level}.`,
        {
          verifyParameters: { authLevel: level },
        },
      ),
    ),
    made('nameNotPermitted', 'name-not-permitted', 'A name outside of those that the intermediate is permitted.'),
    made('nameExcluded', 'name-excluded', 'A name that the intermediate is forbidden.'),
  ],
};
