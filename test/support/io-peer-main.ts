// Owns: the process of io-peer.ts: it does what the messages ask and ends when its parent is gone.

import type { PeerReply, PeerRequest } from './io-peer.ts';
import { TestServer } from './io-servers.ts';
import { startServer, type Tool } from './io-tools.ts';

const servers = new Map<number, TestServer>();
const tools: Tool[] = [];

process.on('message', (request: PeerRequest) => {
  answer(request).then(
    (reply) => process.send?.({ ...reply, id: request.id }),
    (error: unknown) => process.send?.({ id: request.id, error: String(error) }),
  );
});
process.on('disconnect', () => {
  for (const tool of tools) tool.process.kill('SIGKILL');
  process.exit(0);
});

async function answer({ id, listen, run, server, command, seen, log }: PeerRequest): Promise<Partial<PeerReply>> {
  if (listen !== undefined) {
    const made = await TestServer.listen(listen);
    servers.set(id, made);
    return { port: made.port };
  }
  if (run !== undefined) {
    const { tool, port } = await startServer({ ...run, ready: new RegExp(run.ready) });
    tools.push(tool);
    return { port };
  }
  const known = servers.get(server ?? -1);
  if (known === undefined) return {};
  if (command !== undefined) known.command(command);
  if (seen !== undefined) return { entry: await known.seen(seen) };
  return log === true ? { log: known.log } : {};
}
