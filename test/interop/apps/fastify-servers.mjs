// An application: Fastify, once for each of input.servers: {name: options}
import { fastify } from 'fastify';
import { input, tell } from './tell.cjs';

const ports = {};
for (const [name, options] of Object.entries(input.servers)) {
  const app = fastify({ bodyLimit: 4_000_000, forceCloseConnections: true, ...options });
  app.get('/', ({ raw: { httpVersion, socket } }, reply) => {
    reply.send({ http: httpVersion, protocol: socket.getProtocol(), encrypted: socket.encrypted });
  });
  app.post('/length', ({ body }, reply) => {
    reply.send({ length: body.text.length });
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  ports[name] = app.server.address().port;
}
tell({ port: Object.values(ports)[0], ports });
