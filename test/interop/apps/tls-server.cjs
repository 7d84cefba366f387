// An application in CommonJS: a node:tls server that echoes, with what SNI chooses. input: {options, names: {name: options}}
const { createSecureContext, createServer } = require('node:tls');
const { input, tell } = require('./tell.cjs');

const contexts = Object.fromEntries(Object.entries(input.names ?? {}).map(([name, options]) => [name, createSecureContext(options)]));

const server = createServer({
  ...input.options,
  SNICallback: (name, done) => done(null, contexts[name]),
});
server.on('secureConnection', (socket) => {
  socket.on('error', () => undefined);
  tell({
    connection: {
      protocol: socket.getProtocol(),
      alpn: socket.alpnProtocol,
      serverName: socket.servername,
      resumed: socket.isSessionReused(),
      authorized: socket.authorized,
      client: socket.getPeerCertificate().subject?.CN ?? null,
    },
  });
  socket.pipe(socket);
});
server.on('tlsClientError', (error) => tell({ tlsClientError: error.code }));
server.listen(0, '127.0.0.1', () => tell({ port: server.address().port }));
