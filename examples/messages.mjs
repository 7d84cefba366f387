// Every message of the handshake, as SSL_set_msg_callback(3) tells it.
// Usage: node examples/messages.mjs [HOST PORT CA-FILE], against a server that answers lines with lines.

import { connect } from 'libssl';
import { peer } from './support/peer.mjs';

// RFC 8446, 4 and RFC 5246, 7.4
const list =
  '1 ClientHello, 2 ServerHello, 4 NewSessionTicket, 8 EncryptedExtensions, 11 Certificate, 12 ServerKeyExchange, 13 CertificateRequest, ' +
  '14 ServerHelloDone, 15 CertificateVerify, 16 ClientKeyExchange, 20 Finished, 24 KeyUpdate';
const names = Object.fromEntries(list.split(', ').map((entry) => entry.split(' ')));
const { host, port, ca, stop } = await peer();

/** @param {import('libssl').MessageEvent} event */
function onMessage({ direction, messageType, bytes }) {
  if (messageType === null) return; // a record's header, an alert, change_cipher_spec
  console.log(`${direction.padEnd(8)} ${names[messageType] ?? messageType}, ${bytes.length} bytes`);
}
const socket = await connect({ host, port, ca, timeout: 10_000, onMessage });
socket.write('hello\n');
for await (const answer of socket) if (answer.length > 0) socket.end();
await stop();
