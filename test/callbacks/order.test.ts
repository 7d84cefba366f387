// In which order a handshake asks, and what it asks twice: docs/callbacks.md has it, the same for every release.

import { expect, test } from '@jest/globals';
import { EnginePair, trustingClient } from '../support/engine-pair.ts';
import { describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { hosts, identity } from '../support/pki.ts';

describeEachLibraryAndProtocol('the order of the questions', (library, protocol) => {
  const orderOf = (clientGroups: string): readonly string[] => {
    const asked: string[] = [];
    const note = <T>(name: string, answer: T): T => {
      asked.push(name);
      return answer;
    };
    const pair = EnginePair.connected({
      library,
      client: {
        ...only(protocol),
        ...trustingClient(),
        groups: clientGroups,
        alpn: ['one'],
        statusType: 'ocsp',
        verifyCallback: ({ ok, depth }) => (depth === 0 ? note('client verifyCallback', ok) : ok),
        certCallback: () => note('client certCallback', identity('client')),
        statusCallback: () => note('client statusCallback', true),
        pskClientCallback: () => note('pskClientCallback', null),
      },
      server: {
        ...only(protocol),
        ...identity('server'),
        ...trustingClient(),
        groups: 'P-256',
        sessionIdContext: 'here',
        clientHelloCallback: () => note('clientHelloCallback', undefined),
        serverNameCallback: () => note('serverNameCallback', undefined),
        alpnSelectCallback: () => note('alpnSelectCallback', 'one'),
        certCallback: () => note('certCallback', undefined),
        statusCallback: () => note('statusCallback', Buffer.from('30030a0103', 'hex')),
        verifyCallback: ({ ok, depth }) => (depth === 0 ? note('verifyCallback', ok) : ok),
        getSessionCallback: () => note('getSessionCallback', null),
        generateTicketCallback: () => note('generateTicketCallback', null),
        ticketKeyCallback: () => note('ticketKeyCallback', null),
      },
      clientEngine: { serverName: hosts.good },
    });
    pair.close();
    return asked;
  };
  const ofHello =
    protocol === 'TLSv1.3'
      ? ['clientHelloCallback', 'serverNameCallback', 'alpnSelectCallback', 'certCallback', 'statusCallback']
      : ['clientHelloCallback', 'serverNameCallback', 'certCallback', 'statusCallback', 'alpnSelectCallback'];
  const before = protocol === 'TLSv1.3' ? ['pskClientCallback'] : [];
  const ofTicket = ['generateTicketCallback', 'ticketKeyCallback'];
  const rest = [
    ...['client verifyCallback', 'client certCallback', 'client statusCallback', 'verifyCallback'],
    ...(protocol === 'TLSv1.3' ? [...ofTicket, ...ofTicket] : ofTicket), // two tickets, SSL_CTX_set_num_tickets(3)
  ];

  test('of a whole handshake', () => {
    expect(orderOf('P-256')).toEqual([...before, ...ofHello, ...rest]);
  });

  test('after a HelloRetryRequest what concerns the ClientHello is asked again', () => {
    const again = protocol === 'TLSv1.3' ? [...before, ...ofHello] : [];
    expect(orderOf('X25519:P-256')).toEqual([...again, ...before, ...ofHello, ...rest]);
  });
});
