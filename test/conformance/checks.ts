// Owns: comparing what came of a test with what it expects: one row a key.
// Must not know: how it came about.

import type { HandshakeCase, Presence, Result } from './case.ts';
import type { Library } from './library.ts';
import { authorityNames, hash, keyType } from './names.ts';
import type { AlertsSent, Facts, Notes } from './peer.ts';

export interface Outcome {
  readonly result: Result;
  readonly notes: Notes;
  readonly clientAlerts: AlertsSent;
  readonly serverAlerts: AlertsSent;
  /** null unless the result is success: a connection that failed says nothing that could be relied on. */
  readonly facts: { readonly client: Facts; readonly server: Facts } | null;
}

export interface Mismatch {
  /** Of the file; a sentence where the file has no key for it. */
  readonly key: string;
  readonly expected: string;
  readonly actual: string;
}

type Value = string | number | boolean | null;
interface Row {
  readonly key: string;
  /** undefined: whatever it is. */
  readonly expected: Value | undefined;
  readonly actual: Value;
}

/** Everything that is otherwise than the test has it; nothing if it is passed. */
export function mismatches(library: Library, test: HandshakeCase, outcome: Outcome): readonly Mismatch[] {
  const { expected } = test;
  const rows: readonly Row[] = [
    { key: 'ExpectedResult', expected: expected.result, actual: outcome.result },
    { key: 'ExpectedClientAlert', expected: expected.clientAlert ?? undefined, actual: outcome.clientAlerts.last },
    { key: 'ExpectedServerAlert', expected: expected.serverAlert ?? undefined, actual: outcome.serverAlerts.last },
    { key: 'one closing alert of the client at most', expected: true, actual: outcome.clientAlerts.closing <= 1 },
    { key: 'one closing alert of the server at most', expected: true, actual: outcome.serverAlerts.closing <= 1 },
    ...(outcome.facts === null ? [] : ofConnections(library, test, outcome.notes, outcome.facts)),
  ];
  return rows
    .filter((row) => row.expected !== undefined && row.expected !== row.actual)
    .map((row) => ({ key: row.key, expected: String(row.expected), actual: String(row.actual) }));
}

function ofConnections(library: Library, test: HandshakeCase, notes: Notes, facts: NonNullable<Outcome['facts']>): readonly Row[] {
  const { expected } = test;
  const { client, server } = facts;
  const both = (key: string, wanted: Value | undefined, pick: (side: Facts) => Value): readonly Row[] => [
    { key, expected: wanted, actual: pick(client) },
    { key: `${key}: the server's is the client's`, expected: pick(client), actual: pick(server) },
  ];
  const one = (key: string, wanted: Value | undefined, actual: Value): Row => ({ key, expected: wanted, actual });
  const type = (name: string | null): Value | undefined => (name === null ? undefined : keyType(name));
  const digest = (name: string | null): Value | undefined => (name === null ? undefined : hash(name));
  const names = (file: string | null): Value | undefined => (file === null ? undefined : authoritiesOf(library, file).join('\n'));
  const judged = (extra: HandshakeCase['extra']): boolean => extra.client.verifyCallback === 'RetryOnce';
  return [
    ...both('ExpectedProtocol', expected.protocol ?? undefined, ({ protocol }) => protocol),
    one('ExpectedServerName', expected.serverName, notes.serverName),
    one('SessionTicketExpected', presence(expected.sessionTicket), client.ticket),
    one('SessionIdExpected', presence(expected.sessionId), client.sessionId),
    one('CompressionExpected', expected.compression, client.compression),
    one('the ticket keys of server2 are not asked for', false, notes.ticketKeyAsked),
    one('VerifyCallback = RetryOnce asks once, and waits', judged(test.extra) ? 1 : undefined, notes.verifications),
    ...both('ExpectedNPNProtocol', expected.npnProtocol, ({ npn }) => npn),
    ...both('ExpectedALPNProtocol', expected.alpnProtocol, ({ alpn }) => alpn),
    one('ExpectedCipher', expected.cipher ?? undefined, client.cipher),
    one('ExpectedSessionTicketAppData', expected.sessionTicketAppData ?? '', server.ticketAppData),
    ...both('ResumptionExpected', expected.resumption, ({ resumed }) => resumed),
    one('ExpectedTmpKeyType', type(expected.tmpKeyType), client.tmpKeyType),
    one('ExpectedServerCertType', type(expected.serverCertType), client.peerCertType),
    one('ExpectedServerSignHash', digest(expected.serverSignHash), client.peerSignHash),
    one('ExpectedServerSignType', type(expected.serverSignType), client.peerSignType),
    one('ExpectedServerCANames', names(expected.serverCaNames), server.peerCaNames.join('\n')),
    one('ExpectedClientCertType', type(expected.clientCertType), server.peerCertType),
    one('ExpectedClientSignHash', digest(expected.clientSignHash), server.peerSignHash),
    one('ExpectedClientSignType', type(expected.clientSignType), server.peerSignType),
    one('ExpectedClientCANames', names(expected.clientCaNames), client.peerCaNames.join('\n')),
  ];
}

function presence(wanted: Presence): Value | undefined {
  return wanted === 'Ignore' ? undefined : wanted === 'Yes';
}

function authoritiesOf(library: Library, file: string): readonly string[] {
  return file === 'empty' ? [] : authorityNames(library.c, file);
}
