// An application: node:https; says what it knows of each request's connection. input: {options, names: {name: options}}
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
server.on('tlsClientError', (error) => tell({ tlsClientError: error.code }));
server.listen(0, '127.0.0.1', () => tell({ port: server.address().port }));
