// A key log file, as other programs write one for SSLKEYLOGFILE: with it Wireshark can decrypt the connection, and so can anyone else.
// Usage: node examples/keylog.mjs [HOST PORT CA-FILE], against a server that answers lines with lines.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'libssl';
import { temporaryFolder } from './support/clean-up.mjs';
import { peer } from './support/peer.mjs';

const { host, port, ca, stop } = await peer();
const file = process.env.SSLKEYLOGFILE ?? join(temporaryFolder(), 'keys.log');

const socket = await connect({ host, port, ca, timeout: 10_000, keylogFile: file });
socket.write('hello\n');
for await (const answer of socket) if (answer.length > 0) socket.end();

for (const line of readFileSync(file, 'latin1').trim().split('\n')) console.log(line.split(' ')[0]); // the label; the rest are the secrets
await stop();
