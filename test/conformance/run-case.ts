// Owns: carrying out one test: the layer that it goes through, its one or two connections, and the verdict.
// Must not know: where tests come from, how a verdict is shown.

import { cLayer } from './c-peer.ts';
import type { HandshakeCase } from './case.ts';
import { type Mismatch, mismatches, type Outcome } from './checks.ts';
import { type Library, ownSecurityLevel } from './library.ts';
import { cleanWire, connect, type Wire } from './loop.ts';
import type { Layer, Pair } from './peer.ts';
import { reasonOfLevel, reasonOfRefusal, reasonToSkip } from './skip.ts';
import { typedLayer } from './typed-peer.ts';
import { reasonForC } from './which-layer.ts';

export type Verdict =
  | { readonly status: 'passed'; readonly layer: string }
  | { readonly status: 'failed'; readonly layer: string; readonly mismatches: readonly Mismatch[] }
  | { readonly status: 'skipped'; readonly reason: string; readonly detail?: string };

export interface RunOptions {
  /** What lies between the two, made anew for each connection. */
  readonly wire?: () => Wire;
  /** In place of the one that the test's needs ask for. */
  readonly layer?: 'typed' | 'c';
  /** False: what the library cannot do is tried all the same. */
  readonly skips?: boolean;
}

/** Fails when: a callback of the runner, or the package itself, throws what is no refusal of OpenSSL's. */
export async function runCase(library: Library, test: HandshakeCase, options: RunOptions = {}): Promise<Verdict> {
  const layer = layerFor(library, test, options.layer);
  const reason = options.skips === false ? null : (reasonToSkip(library, test) ?? notTyped(library, test, options.layer));
  if (reason !== null) return { status: 'skipped', reason };
  const run = (at: Library): Promise<Verdict> => attempt(layer, at, test, options.wire ?? (() => cleanWire));
  const first = await run(library);
  const level = first.status === 'failed' ? reasonOfLevel(library) : null;
  if (level === null) return first;
  // Built for a higher security level than OpenSSL's own: the same test at its own level says whether that is all. It is, if the test passes
  // there and only there.
  const atOwnLevel = await run({ ...library, securityLevel: ownSecurityLevel(library) });
  if (atOwnLevel.status !== 'passed') return first;
  return (await run(library)).status === 'failed' ? { status: 'skipped', reason: level } : first;
}

// Of the typed interface alone is not asked what it leaves out.
function notTyped(library: Library, test: HandshakeCase, wanted: 'typed' | 'c' | undefined): string | null {
  return wanted === 'typed' ? reasonForC(library, test) : null;
}

function layerFor(library: Library, test: HandshakeCase, wanted: 'typed' | 'c' | undefined): Layer {
  if (wanted === 'typed') return typedLayer;
  return wanted === 'c' || reasonForC(library, test) !== null ? cLayer : typedLayer;
}

async function attempt(layer: Layer, library: Library, test: HandshakeCase, wire: () => Wire): Promise<Verdict> {
  const pairs: Pair[] = [];
  try {
    const outcome = await outcomeOf(layer, library, test, wire, pairs);
    const found = mismatches(library, test, outcome);
    if (found.length === 0) return { status: 'passed', layer: layer.name };
    return { status: 'failed', layer: layer.name, mismatches: found };
  } catch (error) {
    const refusal = reasonOfRefusal(library, test, error);
    if (refusal !== null) return { status: 'skipped', ...refusal };
    const actual = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { status: 'failed', layer: layer.name, mismatches: [{ key: 'the connection can be made', expected: 'true', actual }] };
  } finally {
    for (const pair of pairs) pair.close();
  }
}

async function outcomeOf(layer: Layer, library: Library, test: HandshakeCase, wire: () => Wire, pairs: Pair[]): Promise<Outcome> {
  const open = (pair: Pair): Pair => {
    pairs.push(pair);
    return pair;
  };
  let pair = open(layer.open(library, test));
  let result = await connect(pair, test, wire());
  if (test.mode === 'Resume' && result !== 'InternalError') {
    if (result === 'Success') {
      pair = open(pair.resume());
      result = await connect(pair, test, wire());
    } else {
      result = 'FirstHandshakeFailed';
    }
  }
  const { client, server, notes } = pair;
  return {
    result,
    notes,
    clientAlerts: client.alerts,
    serverAlerts: server.alerts,
    facts: result === 'Success' ? { client: client.facts(), server: server.facts() } : null,
  };
}
