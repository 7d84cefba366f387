// An application: the broker aedes behind a node:tls server, and behind node:https for MQTT over WebSockets. input: {options}
import { createServer as createHttpsServer } from 'node:https';
import { createServer } from 'node:tls';
import { Aedes } from 'aedes';
import { createWebSocketStream, WebSocketServer } from 'ws';
import { input, tell } from './tell.cjs';

const broker = await Aedes.createBroker();
const listening = (server) => new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));

const tls = createServer(input.options, broker.handle);
const https = createHttpsServer(input.options);
new WebSocketServer({ server: https }).on('connection', (socket, request) => broker.handle(createWebSocketStream(socket), request));

const port = await listening(tls);
tell({ port, webSocket: await listening(https) });
