// Owns: a cluster of workers with one server each, and a client in the primary that resumes one session at all of them; then one worker is
// replaced. Prints JSON. Arguments: the library, the protocol, and `exclusive` for listening sockets that share nothing.

import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, OpenSSL, SslSession } from '../../lib/index.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';

const [library = '', protocol = 'TLSv1.3', mode = 'shared'] = process.argv.slice(2);
const workers = 3;
const versions = { minProtocol: protocol as 'TLSv1.3', maxProtocol: protocol as 'TLSv1.3' };

export interface Visit {
  readonly worker: string;
  readonly resumed: boolean;
}

interface Visited extends Visit {
  readonly session: Uint8Array | null;
}

// From its bytes each time: a new ticket of TLS 1.3 ends the use of the session that it came with.
async function visit(port: number, session: Uint8Array | null): Promise<Visited> {
  let made: Uint8Array | null = null;
  const socket = await connect({
    ...{ host: '127.0.0.1', port, library, ca: certificatePem('root'), serverName: hosts.good, ...versions },
    ...(session === null ? {} : { session: SslSession.fromDer(session, OpenSSL.load(library)) }),
    onSession: (each) => {
      made = each.toDer();
    },
  });
  let worker = '';
  for await (const data of socket) worker += String(data);
  return { worker, resumed: socket.connection?.resumed ?? false, session: made };
}

/** Until so many different workers have answered. */
async function visitAll(port: number, session: Uint8Array | null, count: number): Promise<readonly Visit[]> {
  const seen = new Map<string, Visit>();
  while (seen.size < count) {
    const { worker, resumed } = await visit(port, session);
    seen.set(worker, { worker, resumed });
  }
  return [...seen.values()];
}

async function fork(): Promise<{ worker: Worker; port: number }> {
  const worker = cluster.fork();
  const [port] = (await once(worker, 'message')) as [number];
  return { worker, port };
}

async function primary(): Promise<void> {
  const first = await fork();
  const others = await Promise.all(Array.from({ length: workers - 1 }, fork));
  const { port } = first;
  const { session } = await visit(port, null);
  const before = await visitAll(port, session, mode === 'exclusive' ? 1 : workers);
  const elsewhere = mode === 'exclusive' ? await Promise.all(others.map((each) => visit(each.port, session))) : [];
  const gone = once(first.worker, 'exit');
  first.worker.process.kill('SIGKILL');
  await gone;
  const { port: again } = await fork();
  const after = mode === 'exclusive' ? [] : await visitAll(again, session, workers);
  const strip = ({ worker, resumed }: Visit): Visit => ({ worker, resumed });
  console.log(JSON.stringify({ before, elsewhere: elsewhere.map(strip), after, samePort: again === port }));
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill();
}

function serve(): void {
  const server = createServer({ library, ...identity('serverEc'), ...versions, sessionCacheMode: 'off' }, (socket) => {
    socket.on('error', () => undefined);
    socket.end(String(cluster.worker?.id));
  });
  server.listen({ port: 0, host: '127.0.0.1', exclusive: mode === 'exclusive' }, () => {
    process.send?.((server.address() as AddressInfo).port);
  });
}

if (cluster.isPrimary) void primary();
else serve();
