// An application: writes and reads with ioredis, one connection. input: {options, bytes}
import { Redis } from 'ioredis';
import { input, tellOutcome } from './tell.cjs';

await tellOutcome(async () => {
  const redis = new Redis({ host: '127.0.0.1', lazyConnect: true, retryStrategy: null, maxRetriesPerRequest: 0, ...input.options });
  const errors = [];
  redis.on('error', (error) => errors.push(error));
  try {
    await redis.connect();
  } catch (error) {
    throw errors[0] ?? error;
  }
  const value = 'v'.repeat(input.bytes);
  await redis.set('key', value);
  const read = await redis.get('key');
  const counted = await Promise.all(Array.from({ length: 100 }, () => redis.incr('count')));
  await redis.quit();
  return { same: read === value, counted: counted.at(-1) };
});
