// An application: node:https; says what it knows of each request's connection. With `store` it keeps sessions
// for clients that take no tickets. input: {options, names: {name: options}, store}
import { createServer } from 'node:https';
import { input, tell } from './tell.cjs';

const server = createServer(input.options, (request, response) => {
  const { socket } = request;
  let received = 0;
  request.on('data', (chunk) => (received += chunk.length));
  if (request.url === '/file') {
    response.end(Buffer.alloc(3_000_000, 'file'));
    return;
  }
  request.on('end', () => {
    const said = {
      received,
      remotePort: socket.remotePort,
      http: request.httpVersion,
      protocol: socket.getProtocol(),
      cipher: socket.getCipher().name,
      alpn: socket.alpnProtocol,
      serverName: socket.servername,
      resumed: socket.isSessionReused(),
      authorized: socket.authorized,
      client: socket.getPeerCertificate().subject?.CN ?? null,
    };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(said));
  });
});
for (const [name, options] of Object.entries(input.names ?? {})) server.addContext(name, options);
if (input.store === true) {
  const sessions = new Map();
  server.on('newSession', (id, session, done) => {
    sessions.set(id.toString('hex'), session);
    done();
  });
  server.on('resumeSession', (id, done) => done(null, sessions.get(id.toString('hex')) ?? null));
}
server.on('tlsClientError', (error) => tell({ tlsClientError: error.code }));
server.listen(0, '127.0.0.1', () => tell({ port: server.address().port }));
