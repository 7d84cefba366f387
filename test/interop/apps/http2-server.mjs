// An application: node:http2 for HTTP/2 and, with allowHTTP1, HTTP/1.1, by its compatibility API. input: {options}
import { createSecureServer } from 'node:http2';
import { input, tell } from './tell.cjs';

const server = createSecureServer({ allowHTTP1: true, ...input.options }, (request, response) => {
  if (request.url === '/file') {
    response.end(Buffer.alloc(3_000_000, 'file'));
    return;
  }
  const { socket } = request;
  const said = {
    http: request.httpVersion,
    protocol: socket.getProtocol(),
    alpn: socket.alpnProtocol,
    serverName: socket.servername,
    authorized: socket.authorized,
    client: socket.getPeerCertificate().subject?.CN ?? null,
  };
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(said));
});
server.listen(0, '127.0.0.1', () => tell({ port: server.address().port }));
