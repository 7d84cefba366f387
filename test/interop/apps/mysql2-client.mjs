// An application: queries with mysql2, over one connection. It comes to 127.0.0.1, whatever options.host is. input: {options, bytes}
import { connect } from 'node:net';
import { createConnection } from 'mysql2/promise';
import { input, tellOutcome } from './tell.cjs';

await tellOutcome(async () => {
  const connection = await createConnection({ password: 'word', stream: () => connect(input.options.port, '127.0.0.1'), ...input.options });
  const [[{ Value: version }]] = await connection.query("show status like 'Ssl_version'");
  const [[{ text }]] = await connection.execute('select repeat(?, ?) as text', ['v', input.bytes]);
  await connection.end();
  return { version, length: text.length };
});
