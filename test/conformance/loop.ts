// Owns: whose turn it is, which phase follows, and what the connection came to. The client begins each phase, and one acts at a time:
//
//   client ──packets──▶ server        what was sent in a turn is there at the other's next one
//   client ◀──packets── server
//
// Must not know: what a peer does in its turn (steps.ts), or what the test expects.

import type { HandshakeCase, Result } from './case.ts';
import type { Pair } from './peer.ts';
import { type Phase, type Side, type State, sideOf, takeStep } from './steps.ts';

/** What may happen to packets on their way. */
export type Wire = (packets: readonly Uint8Array[], from: 'client' | 'server') => readonly Uint8Array[];

export const cleanWire: Wire = (packets) => packets;

const mostTurns = 2000;
/** How often a client may act alone when the server is done: it may have session tickets to read. */
const mostTurnsAlone = 2;

type Verdict = 'success' | 'client' | 'server' | 'internal' | 'go on';

/** Everything from the first byte to the last; what it came to. */
export async function connect(pair: Pair, test: HandshakeCase, wire: Wire = cleanWire): Promise<Result> {
  const client = sideOf(pair.client, 'retry', test);
  const server = sideOf(pair.server, 'waiting', test);
  let phase: Phase = 'handshake';
  let clientActs = true;
  let turns = 0;
  let turnsAlone = 0;
  for (;;) {
    const [actor, other] = clientActs ? [client, server] : [server, client];
    takeStep(actor, phase, test);
    other.peer.receive(wire(actor.peer.take(), actor.peer.role));
    if (actor.peer.pending !== null) await actor.peer.pending;
    const verdict = judge(actor.state, other.state, actor);
    if (clientActs && server.state === 'waiting') server.state = 'retry';
    switch (verdict) {
      case 'success': {
        const next = phaseAfter(phase, test);
        if (next === null) return 'Success';
        phase = next;
        turns = 0;
        client.state = 'retry';
        server.state = 'retry';
        clientActs = true;
        break;
      }
      case 'client':
        return 'ClientFail';
      case 'server':
        return 'ServerFail';
      case 'internal':
        return 'InternalError';
      case 'go on':
        turns += 1;
        if (turns > mostTurns) return 'InternalError'; // both wait for each other
        if (clientActs && server.state === 'success') {
          turnsAlone += 1;
          if (turnsAlone > mostTurnsAlone) return 'InternalError';
        } else {
          clientActs = !clientActs;
        }
    }
  }
}

// What it means for the connection that one has just acted, and where the other stands.
const verdicts: Readonly<Record<State, Readonly<Record<State, 'success' | 'actor' | 'other' | 'internal' | 'go on'>>>> = {
  success: { success: 'success', waiting: 'go on', retry: 'go on', error: 'internal', 'final-error': 'internal', broken: 'internal' },
  retry: { success: 'go on', waiting: 'go on', retry: 'go on', error: 'go on', 'final-error': 'go on', broken: 'go on' },
  // The other is to finish first; of two errors the first counts.
  error: { success: 'actor', waiting: 'actor', retry: 'go on', error: 'other', 'final-error': 'other', broken: 'internal' },
  'final-error': { success: 'actor', waiting: 'actor', retry: 'actor', error: 'actor', 'final-error': 'actor', broken: 'actor' },
  waiting: {
    success: 'internal',
    waiting: 'internal',
    retry: 'internal',
    error: 'internal',
    'final-error': 'internal',
    broken: 'internal',
  },
  broken: { success: 'internal', waiting: 'internal', retry: 'internal', error: 'internal', 'final-error': 'internal', broken: 'internal' },
};

function judge(acted: State, other: State, { peer: { role } }: Side): Verdict {
  const verdict = verdicts[acted][other];
  if (verdict === 'actor') return acted === 'error' && other === 'waiting' && role === 'server' ? 'internal' : role;
  if (verdict === 'other') return role === 'client' ? 'server' : 'client';
  return verdict;
}

/** null: the connection is done. */
function phaseAfter(phase: Phase, { mode }: HandshakeCase): Phase | null {
  const renegotiates = mode === 'RenegotiateServer' || mode === 'RenegotiateClient';
  const simple = mode === 'Simple' || mode === 'Resume';
  switch (phase) {
    case 'handshake':
      return simple ? 'data' : 'first data';
    case 'first data':
      return 'setup';
    case 'setup':
      return renegotiates ? 'second handshake' : 'data';
    case 'second handshake':
      return 'data';
    case 'data':
      return 'shutdown';
    case 'shutdown':
      return null;
  }
}
