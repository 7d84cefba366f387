// An application: several requests at once over one connection of node:http2. input: {url, options, paths}
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:http2';
import { input, tellOutcome } from './tell.cjs';

await tellOutcome(async () => {
  const session = connect(input.url, input.options);
  await once(session, 'connect');
  const { alpnProtocol, encrypted } = session;
  const answers = await Promise.all(input.paths.map((path) => ask(session, path)));
  session.close();
  return { alpnProtocol, encrypted, answers };
});

async function ask(session, path) {
  const stream = session.request({ ':path': path });
  const [headers] = await once(stream, 'response');
  const bytes = Buffer.concat(await stream.toArray());
  const body = bytes.length > 10_000 ? createHash('sha256').update(bytes).digest('hex') : bytes.toString();
  return { status: headers[':status'], body };
}
