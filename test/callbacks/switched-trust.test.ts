// Whom a server believes once a callback has answered with another context: its authorities and their names, but not its verify mode or
// parameters. SSL_set_SSL_CTX(3)

import { expect, test } from '@jest/globals';
import { SslContext, type SslContextOptions } from '../../lib/index.ts';
import { trustingClient, withPair } from '../support/engine-pair.ts';
import { describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { certificatePem, hosts, type Identity, identity } from '../support/pki.ts';

const ways = {
  serverNameCallback: 'the chosen',
  clientHelloCallback: 'the chosen',
  certCallback: 'the first',
} as const;
type Options = Partial<Omit<SslContextOptions, 'role'>>;

describeEachLibraryAndProtocol('after another context was chosen', (library, protocol) => {
  const trusting = (name: Identity): Options => ({ ca: certificatePem(name), clientCa: certificatePem(name) });
  const authorities = { 'the first': 'root', 'the chosen': 'otherRoot' } as const;
  const ofClients = { root: 'client', otherRoot: 'clientUnknown' } as const;

  const visit = (way: keyof typeof ways, clientName: Identity, first: Options, chosen: Options): Record<string, unknown> => {
    const other = new SslContext({ role: 'server', library, ...identity('server'), ...trusting('otherRoot'), ...chosen });
    const server = { ...identity('server'), ...trusting('root'), verifyMode: 'peer', ...first, [way]: () => other } as const;
    const client = { ...trustingClient(), ...only(protocol), ...identity(clientName) };
    return withPair({ library, client, server, clientEngine: { serverName: hosts.good } }, (pair) => {
      const { status } = pair.handshake().server;
      return {
        status,
        names: pair.client.peerCaNames,
        verify: pair.server.connection.verify.code,
        seen: pair.server.peerCertificate !== null,
      };
    });
  };

  test.each(Object.entries(ways) as [keyof typeof ways, (typeof ways)[keyof typeof ways]][])(
    '%s: the authorities that count, and whose names are sent, are those of %s context',
    (way, whose) => {
      const believed = authorities[whose];
      const refused = believed === 'root' ? 'otherRoot' : 'root';
      const names = [believed === 'root' ? 'CN=Test Root' : 'CN=Other Root'];
      expect(visit(way, ofClients[believed], {}, {})).toEqual({ status: 'done', names, verify: 0, seen: true });
      expect(visit(way, ofClients[refused], {}, {})).toMatchObject({ status: 'failed', names, verify: 20 });
    },
  );

  test.each(['serverNameCallback', 'clientHelloCallback'] as const)('%s: the verify mode stays that of the first context', (way) => {
    expect(visit(way, 'clientUnknown', { verifyMode: 'none' }, { verifyMode: 'fail-if-no-peer-cert' })).toMatchObject({
      status: 'done',
      seen: false,
    });
    expect(visit(way, 'clientUnknown', { verifyMode: 'peer' }, { verifyMode: 'none' })).toMatchObject({ status: 'done', seen: true });
  });

  test.each(['serverNameCallback', 'clientHelloCallback'] as const)('%s: verify parameters stay those of the first context', (way) => {
    const flags = { verifyParameters: { flags: ['X509_V_FLAG_CRL_CHECK'] } } as const; // and no list: every certificate is refused
    expect(visit(way, 'clientUnknown', flags, {})).toMatchObject({ status: 'failed', verify: 3 });
    expect(visit(way, 'clientUnknown', {}, flags)).toMatchObject({ status: 'done', verify: 0 });
  });
});
