// Owns: node --require report.cjs: one line of JSON on descriptor 3 for each TLS connection of an application that does not know of it: which
// OpenSSL it is on. Where the package is not in the place of node:tls, socket.ssl is Node's handle, and the line says null.

const { EventEmitter } = require('node:events');
const { writeSync } = require('node:fs');

const seen = new WeakSet();
const emit = Object.getOwnPropertyDescriptor(EventEmitter.prototype, 'emit').value;

EventEmitter.prototype.emit = function (name, ...values) {
  if (name === 'secure' || name === 'secureConnect') report(this);
  if (name === 'secureConnection') report(values[0]);
  return emit.call(this, name, ...values);
};

function report(socket) {
  if (socket?.encrypted !== true || seen.has(socket)) return;
  seen.add(socket);
  writeSync(3, `${JSON.stringify({ library: socket.ssl?.library?.version?.text ?? null, protocol: socket.getProtocol() })}\n`);
}
