// Connections and servers of datagrams in processes and workers that end in the middle, and what callbacks and listeners may do to them.

import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { environment, run } from '../cli/command.ts';
import { DatagramNetwork } from '../support/datagram-network.ts';
import { bytes, clientHello, closePeers, closing, connected, nextMessage, TestServer } from '../support/datagram-peers.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificateFile, keyFile } from '../support/pki.ts';

afterEach(closePeers);

const prelude = `
  const { connectDatagram, createDatagramServer } = require(${JSON.stringify(join(__dirname, '..', '..', 'dist', 'index.js'))});
  const { once } = require('node:events');
  const file = (path) => ({ file: path });
  const options = { certificate: file(${JSON.stringify(certificateFile('server'))}), privateKey: file(${JSON.stringify(keyFile('server'))}), library: 'node' };
  const open = async () => {
    const server = createDatagramServer(options, (socket) => socket.on('message', (message) => socket.send(message)));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const client = await connectDatagram({ host: '127.0.0.1', port: server.address().port, library: 'node', dangerousSkipVerification: true });
    return { server, client };
  };
`;

async function script(body: string): Promise<Awaited<ReturnType<typeof run>>> {
  return await run(process.execPath, ['-e', `${prelude}\n(async () => {${body}})();`], environment());
}

describe('a process', () => {
  test.each([
    ['ends when everything is closed', 'const { server, client } = await open(); await client.shutdown(); server.close();'],
    [
      'ends although connections are open, when they are unrefed',
      'const { server, client } = await open(); server.unref(); client.unref();',
    ],
    [
      'may exit in the middle of a handshake',
      "const { server } = await open(); connectDatagram({ ...{ host: '127.0.0.1', port: server.address().port, library: 'node' }, dangerousSkipVerification: true }); process.exit();",
    ],
    [
      'may exit in a listener',
      "const { client } = await open(); client.on('message', () => process.exit()); client.send(Buffer.from('x'));",
    ],
    [
      'goes on after a rejected send that nobody looks at',
      "const { server, client } = await open(); server.destroy(); client.on('error', () => undefined); client.send(Buffer.from('x')); await once(client, 'close').catch(() => undefined);",
    ],
  ])('%s', async (_, body) => {
    expect(await script(body)).toEqual({ code: 0, signal: null, stdout: '', stderr: '' });
  });

  test('a listener that throws is an uncaught exception, and what comes after is delivered', async () => {
    const ran = await script(`
      process.on('uncaughtException', (error) => console.log(error.message));
      const { server, client } = await open();
      let heard = 0;
      client.on('message', () => {
        heard += 1;
        if (heard === 1) throw new Error('of the listener');
        console.log('heard', heard);
        client.close();
        server.close();
      });
      await client.send(Buffer.from('one'));
      await client.send(Buffer.from('two'));
    `);
    expect(ran).toEqual({ code: 0, signal: null, stdout: 'of the listener\nheard 2\n', stderr: '' });
  });

  test('a worker may be terminated while it serves and connects', async () => {
    const ran = await script(`
      const { Worker } = require('node:worker_threads');
      const code = ${JSON.stringify(prelude)} + 'open().then(({ client }) => { require("node:worker_threads").parentPort.postMessage(1); setInterval(() => client.send(Buffer.from("x")), 1); });';
      for (let round = 0; round < 3; round += 1) {
        const worker = new Worker(code, { eval: true });
        await once(worker, 'message');
        console.log(await worker.terminate());
      }
    `);
    expect(ran).toEqual({ code: 0, signal: null, stdout: '1\n1\n1\n', stderr: '' });
  });
});

describeEachLibrary('inside of what a connection calls', (library) => {
  test.each<[string, 'close' | 'destroy']>([
    ['close()', 'close'],
    ['destroy()', 'destroy'],
  ])('a listener may call %s on its own connection', async (_, end) => {
    const network = new DatagramNetwork(1);
    const server = await TestServer.open(library, { transport: network.server });
    const client = await connected(library, { transport: network.client() });
    const accepted = await server.next();
    accepted.on('message', () => accepted[end]());
    const closed = closing(accepted);
    await client.send(bytes('one'));
    await client.send(bytes('two'));
    expect(await closed).toBe('local');
    expect(server.server.stats).toMatchObject({ open: 0 });
  });

  test('a verify callback that throws rejects with what it has thrown, and one that closes the engine with an SslError', async () => {
    const server = await TestServer.open(library);
    const thrown = new Error('of the callback');
    const throws = connected(library, {
      port: server.port,
      verifyCallback: () => {
        throw thrown;
      },
    });
    await expect(throws).rejects.toBe(thrown);
    const closes = connected(library, {
      port: server.port,
      verifyCallback: (_step, engine) => {
        engine.close();
        return true;
      },
    });
    await expect(closes).rejects.toMatchObject({ name: 'SslError', code: 'ERR_SSL_DESTROYED' });
  });

  test('an engine that is closed under its connection ends it', async () => {
    const network = new DatagramNetwork(1);
    const server = await TestServer.open(library, { transport: network.server });
    const client = await connected(library, { transport: network.client() });
    const accepted = await server.next();
    client.engine.close();
    const closed = closing(client);
    await accepted.send(bytes('is anybody there?'));
    expect(await closed).toBe('error');
    expect(client.error).toMatchObject({ code: 'ERR_SSL_DESTROYED' });
  });

  test('a transport that throws, or that answers from within, does no harm', async () => {
    const network = new DatagramNetwork(1);
    await TestServer.open(library, { transport: network.server });
    const transport = network.client();
    const throwing = {
      receive: () => undefined,
      send: () => {
        throw new Error('of the transport');
      },
      close: () => undefined,
    };
    await expect(connected(library, { transport: throwing })).rejects.toMatchObject({ name: 'SslError', code: 'ERR_SSL_TRANSPORT' });
    const client = await connected(library, {
      transport: {
        receive: (events) => transport.receive(events),
        send: (datagram, sent) => {
          transport.send(datagram, sent);
          sent();
          sent(new Error('after all'));
        },
        close: () => transport.close(),
      },
    });
    expect(await client.send(bytes('x'))).toBe(1);
  });

  test('a server goes on when its transport throws', async () => {
    const network = new DatagramNetwork(1);
    let isThrowing = false;
    const { server: inner } = network;
    const server = await TestServer.open(library, {
      transport: {
        receive: (events) => inner.receive(events),
        send: (datagram, to, sent) => {
          if (isThrowing) throw new Error('of the transport');
          inner.send(datagram, to, sent);
        },
        close: (closed) => inner.close(closed),
      },
    });
    const client = await connected(library, { transport: network.client() });
    const accepted = await server.next();
    isThrowing = true;
    await expect(accepted.send(bytes('x'))).rejects.toMatchObject({ name: 'SslError', code: 'ERR_SSL_TRANSPORT' });
    network.inject(clientHello(library), { address: 'a stranger', port: 1 });
    expect(server.server.stats).toMatchObject({ transportErrors: 1, cookiesAsked: 2 });
    isThrowing = false;
    const heard = nextMessage(client);
    await accepted.send(bytes('again'));
    expect(await heard).toBe('again');
  });
});
