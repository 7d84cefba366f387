// Owns: a whole handshake between two engines of this process, for the examples of one callback each: how an engine is driven whose callbacks
// may answer later.
// Must not know: what they decide.

import { SslEngine } from 'libssl';

/**
 * @param {import('libssl').SslContext} clientContext
 * @param {import('libssl').SslContext} serverContext
 * @param {ConstructorParameters<typeof SslEngine>[1]} [options] of the client
 * @returns {Promise<{ client: SslEngine, server: SslEngine, error: import('libssl').SslError | null }>} the error of the side that refused
 */
export async function handshake(clientContext, serverContext, options) {
  const client = new SslEngine(clientContext, options);
  const server = new SslEngine(serverContext);
  let connected = client.connect();
  let accepted = server.accept();
  while (connected.status !== 'done' || accepted.status !== 'done') {
    await (client.pendingAnswer ?? server.pendingAnswer); // a callback gave a promise: the operation is repeated when it is settled
    server.feed(client.drain());
    accepted = server.accept();
    if (accepted.status === 'failed') return { client, server, error: accepted.error };
    client.feed(server.drain());
    connected = client.connect();
    if (connected.status === 'failed') return { client, server, error: connected.error };
  }
  client.feed(server.drain());
  client.read(Buffer.alloc(1)); // brings the session tickets of TLS 1.3
  return { client, server, error: null };
}
