// An application: GET with node:https, over one agent. input: {options, requests: [{path}]}
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:https';
import { input, tellOutcome } from './tell.cjs';

const agent = new Agent({ keepAlive: false, ...input.agent });

await tellOutcome(async () => {
  const answers = [];
  for (const one of input.requests) answers.push(await ask(one));
  agent.destroy();
  return answers;
});

async function ask({ path }) {
  const asked = request({ host: '127.0.0.1', ...input.options, agent, path });
  let said = {};
  // By the time that a promise of this event is awaited, the whole answer may be there and the socket gone.
  asked.on('response', () => {
    const { socket, reusedSocket } = asked;
    said = { reusedSocket, authorized: socket.authorized, reusedSession: socket.isSessionReused() };
  });
  asked.end();
  const [response] = await once(asked, 'response');
  const bytes = Buffer.concat(await response.toArray());
  const body = bytes.length > 10_000 ? createHash('sha256').update(bytes).digest('hex') : bytes.toString();
  return { ...said, status: response.statusCode, body };
}
