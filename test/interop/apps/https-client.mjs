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
  asked.end();
  const [response] = await once(asked, 'response');
  const { socket, reusedSocket } = asked;
  // Once the answer is there to its end, the socket may be gone.
  const said = { reusedSocket, authorized: socket.authorized, reusedSession: socket.isSessionReused() };
  const bytes = Buffer.concat(await response.toArray());
  const body = bytes.length > 10_000 ? createHash('sha256').update(bytes).digest('hex') : bytes.toString();
  return { ...said, status: response.statusCode, body };
}
