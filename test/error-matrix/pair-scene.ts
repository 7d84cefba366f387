// Owns: the run of a scene that is one handshake of the typed layer, and what both sides say of it in the end.
// Must not know: which scenes there are.

import type { SslEngine, SslResult } from '../../lib/index.ts';
import { type PairOptions, withPair } from '../support/engine-pair.ts';
import type { Materials, Observation, Scene } from './scene.ts';

type Options = Omit<PairOptions, 'library'>;

// What builds and openssl.cnf set differently: a scene is about the release.
const even = { securityLevel: 1, minProtocol: 'TLSv1.2' } as const;

/** Of both sides; of the side that is named, alone. */
export function handshakeOf(options: (materials: Materials) => Options, only?: 'client' | 'server'): Scene['run'] {
  return (library, materials) => {
    const { client, server, ...rest } = options(materials);
    return withPair({ library, client: { ...even, ...client }, server: { ...even, ...server }, ...rest }, (pair) => {
      const results = pair.handshake();
      const both = {
        client: () => ofSide('client', pair.client, results.client),
        server: () => ofSide('server', pair.server, results.server),
      };
      return only === undefined ? [both.client(), both.server()] : [both[only]()];
    });
  };
}

function ofSide(side: 'client' | 'server', engine: SslEngine, result: SslResult): Observation {
  const { ret, code } = result;
  const numbers = { call: `${side} ${side === 'client' ? 'SSL_connect' : 'SSL_accept'}`, ret, ...(code === null ? {} : { code }) };
  if (result.status !== 'failed') return { ...numbers, ...(side === 'client' ? { verify: engine.connection.verify.code } : {}) };
  const { queue, alert, verify, errno } = result.error;
  return {
    ...numbers,
    ...(errno === 0 ? {} : { errno }),
    ...(queue.length === 0 ? {} : { queue: queue.map(({ libraryCode, reasonCode }) => [libraryCode, reasonCode] as const) }),
    ...(alert === null ? {} : { [alert.direction === 'sent' ? 'alertSent' : 'alertReceived']: alert.description }),
    ...(verify === null ? {} : { verify: verify.code }),
  };
}
