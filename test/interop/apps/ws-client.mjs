// An application: a client of ws sends a text and 1 MB, and reads both back. input: {url, options}
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { input, tellOutcome } from './tell.cjs';

await tellOutcome(async () => {
  const socket = new WebSocket(input.url, input.options);
  await once(socket, 'open');
  const answers = [];
  for (const message of ['hello', 'x'.repeat(1_000_000)]) {
    socket.send(message);
    const [data] = await once(socket, 'message');
    answers.push(data.toString());
  }
  socket.close();
  await once(socket, 'close');
  return { hello: answers[0], length: answers[1].length };
});
