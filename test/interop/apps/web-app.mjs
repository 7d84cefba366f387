// An application: Express with ws behind node:https, and the same behind node:http2 with allowHTTP1, whose HTTP/2 streams are answered beside
// Express. /library is the OpenSSL that the connection is on. input: {options}
import { createSecureServer } from 'node:http2';
import { createServer } from 'node:https';
import express from 'express';
import { WebSocketServer } from 'ws';
import { input, tell } from './tell.cjs';

const page = `<!doctype html><meta charset="utf-8"><title>web-app</title><link rel="icon" href="data:,">
<script type="module">
  const library = await (await fetch('/library')).text();
  const posted = await (await fetch('/length', { method: 'POST', body: 'x'.repeat(1_000_000) })).text();
  const images = await Promise.all(Array.from({ length: 20 }, async (_, n) => (await (await fetch('/bytes?' + n)).arrayBuffer()).byteLength));
  const socket = new WebSocket('wss://' + location.host + '/');
  socket.onopen = () => socket.send('hello');
  const answer = await new Promise((resolve, reject) => {
    socket.onmessage = ({ data }) => resolve(data);
    socket.onerror = () => reject(new Error('the WebSocket failed'));
  });
  const [{ nextHopProtocol }] = performance.getEntriesByType('navigation');
  const all = { library, posted, bytes: images.reduce((a, b) => a + b), answer, nextHopProtocol };
  document.body.append(Object.assign(document.createElement('pre'), { id: 'done', textContent: JSON.stringify(all) }));
</script>`;

const libraryOf = ({ socket }) => socket.ssl?.library?.version?.text ?? 'node';
const bytes = Buffer.alloc(50_000, 'byte');

const app = express();
app.use(express.text({ limit: '2mb' }));
app.get('/', (_, response) => response.type('html').send(page));
app.get('/library', (request, response) => response.type('text').send(libraryOf(request)));
app.get('/bytes', (_, response) => response.send(bytes));
app.post('/length', (request, response) => response.type('text').send(String(request.body.length)));

// Express makes its requests of HTTP/1's classes: streams of HTTP/2 have their own answers.
const overHttp2 = {
  '/': (_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(page);
  },
  '/library': (request, response) => response.end(libraryOf(request)),
  '/bytes': (_, response) => response.end(bytes),
  '/length': (request, response) => {
    let length = 0;
    request.on('data', (chunk) => (length += chunk.length)).on('end', () => response.end(String(length)));
  },
};

const https = createServer(input.options, app);
const http2 = createSecureServer({ ...input.options, allowHTTP1: true }, (request, response) => {
  if (request.httpVersionMajor === 2) overHttp2[new URL(request.url, 'https://localhost').pathname](request, response);
  else app(request, response);
});

for (const server of [https, http2]) {
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, request) =>
    socket.on('message', (data) => socket.send(`${Buffer.from(data).toString()} over ${libraryOf(request)}`)),
  );
}

const listening = (server) => new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));
const port = await listening(https);
tell({ port, http2: await listening(http2) });
