// An application: subscribes and publishes with mqtt. input: {url, options}
import { once } from 'node:events';
import { connectAsync } from 'mqtt';
import { input, tellOutcome } from './tell.cjs';

await tellOutcome(async () => {
  const client = await connectAsync(input.url, { reconnectPeriod: 0, ...input.options }, false);
  await client.subscribeAsync('topic', { qos: 1 });
  const message = once(client, 'message');
  await client.publishAsync('topic', 'x'.repeat(1_000_000), { qos: 1 });
  const [topic, payload] = await message;
  await client.endAsync();
  return { topic, length: payload.length };
});
