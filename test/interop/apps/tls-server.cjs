// An application in CommonJS: a node:tls server that says what it knows of a connection, on the connection, and then echoes; SNI chooses the certificate. input: {options, names: {name: options}}
const { createSecureContext, createServer } = require('node:tls');
const { input, tell } = require('./tell.cjs');

const contexts = Object.fromEntries(Object.entries(input.names ?? {}).map(([name, options]) => [name, createSecureContext(options)]));

const server = createServer({
  ...input.options,
  SNICallback: (name, done) => done(null, contexts[name]),
});
server.on('secureConnection', (socket) => {
  socket.on('error', () => undefined);
  const said = {
    protocol: socket.getProtocol(),
    alpn: socket.alpnProtocol,
    serverName: socket.servername,
    resumed: socket.isSessionReused(),
    authorized: socket.authorized,
    client: socket.getPeerCertificate().subject?.CN ?? null,
  };
  socket.write(`${JSON.stringify(said)}\n`);
  socket.pipe(socket);
});
server.listen(0, '127.0.0.1', () => tell({ port: server.address().port }));
