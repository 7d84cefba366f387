// The forms in which connect() can be called, and where it goes.

import { once } from 'node:events';
import { join } from 'node:path';
import type { Server, TLSSocket } from 'node:tls';
import { expect, test } from '@jest/globals';
import { certificatePem, hosts } from '../../support/pki.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { pems, portOf, read, sideBySide, type TlsError, trusting, undeclared } from './support.ts';

sideBySide('connect', (peers) => {
  const { tls } = peers;
  const echo = (): Promise<Server> => peers.listen({}, (socket) => void socket.pipe(socket));
  const echoes = async (socket: TLSSocket): Promise<void> => {
    peers.keep(socket);
    await once(socket, 'secureConnect');
    expect(socket.authorized).toBe(true);
    socket.write('echo');
    expect((await read(socket, 4)).toString()).toBe('echo');
  };

  test('takes options', async () => {
    await echoes(tls.connect({ ...trusting, host: '127.0.0.1', port: portOf(await echo()) }));
  });

  test('takes options and a listener of secureConnect', async () => {
    const port = portOf(await echo());
    const socket = await new Promise<TLSSocket>((resolve) => {
      const client = peers.keep(tls.connect({ ...trusting, host: '127.0.0.1', port }, () => resolve(client)));
    });
    expect([socket.authorized, undeclared(socket).secureConnecting]).toEqual([true, false]);
  });

  test('takes port and options', async () => {
    await echoes(tls.connect(portOf(await echo()), { ...trusting, host: '127.0.0.1' }));
  });

  test('takes port, host and options', async () => {
    await echoes(tls.connect(portOf(await echo()), '127.0.0.1', trusting));
  });

  test('takes port, host, options and a listener', async () => {
    const port = portOf(await echo());
    await new Promise<void>((resolve) => {
      peers.keep(tls.connect(port, '127.0.0.1', trusting, resolve));
    });
  });

  test('takes port, options and a listener', async () => {
    const port = portOf(await echo());
    await new Promise<void>((resolve) => {
      peers.keep(tls.connect(port, { ...trusting, host: '127.0.0.1' }, resolve));
    });
  });

  test('goes to localhost if no host is given', async () => {
    const hostnames: string[] = [];
    const client = peers.connect(null, {
      port: portOf(await echo()),
      lookup: (hostname, options, callback) => {
        hostnames.push(hostname);
        if (options.all === true) callback(null, [{ address: '127.0.0.1', family: 4 }]);
        else callback(null, '127.0.0.1', 4);
      },
    });
    await once(client, 'secureConnect');
    expect(hostnames).toEqual(['localhost']);
  });

  test('takes the path of a Unix socket', async () => {
    const path = join(tempFolder('side-by-side'), `forms-${process.pid}-${Math.random()}`);
    const server = peers.server({}, (socket) => void socket.pipe(socket)).listen(path);
    await once(server, 'listening');
    await echoes(tls.connect({ ...trusting, path }));
  });

  test('prefers a path to host and port', async () => {
    const path = join(tempFolder('side-by-side'), `path-${process.pid}-${Math.random()}`);
    const server = peers.server({}, (socket) => void socket.pipe(socket)).listen(path);
    await once(server, 'listening');
    await echoes(tls.connect({ ...trusting, path, host: '127.0.0.1', port: 1 }));
  });

  test('gives a path together with options as an argument of its own', async () => {
    const path = join(tempFolder('side-by-side'), `argument-${process.pid}-${Math.random()}`);
    const server = peers.server({}, (socket) => void socket.pipe(socket)).listen(path);
    await once(server, 'listening');
    const connect = tls.connect as unknown as (path: string, options: object) => TLSSocket;
    await echoes(connect(path, trusting));
  });

  test('sends the servername, and the server knows it', async () => {
    const { client, server } = await peers.pair({}, { servername: hosts.second });
    expect([client.servername, server.servername]).toEqual([hosts.second, hosts.second]);
  });

  test('checks the certificate for the host if there is no servername, and sends none of its own', async () => {
    const listener = await peers.listen();
    const accepted = once(listener, 'secureConnection') as Promise<[TLSSocket]>;
    const client = peers.keep(
      tls.connect({
        ca: certificatePem('root'),
        host: hosts.good,
        port: portOf(listener),
        lookup: (_, options, callback) => {
          if (options.all === true) callback(null, [{ address: '127.0.0.1', family: 4 }]);
          else callback(null, '127.0.0.1', 4);
        },
      }),
    );
    await once(client, 'secureConnect');
    expect([client.authorized, (await accepted)[0].servername]).toEqual([true, false]);
  });

  test('sends no servername for an address, and checks the certificate for it', async () => {
    const listener = await peers.listen(pems('serverEc'));
    const accepted = once(listener, 'secureConnection') as Promise<[TLSSocket]>;
    const client = peers.keep(
      tls.connect({ ca: certificatePem('root'), host: '127.0.0.1', port: portOf(listener), rejectUnauthorized: false }),
    );
    await once(client, 'secureConnect');
    expect([client.authorized, client.authorizationError]).toEqual([false, 'ERR_TLS_CERT_ALTNAME_INVALID']);
    expect((await accepted)[0].servername).toBe(false);
  });

  test('sends no servername if it is empty', async () => {
    const { server } = await peers.pair({}, { servername: '', checkServerIdentity: () => undefined });
    expect(server.servername).toBe(false);
  });

  test('gives a socket that is connecting until the connection is there, and secureConnecting until the handshake is done', async () => {
    const client = peers.connect(await echo());
    expect([client.connecting, undeclared(client).secureConnecting, client.encrypted, client.authorized]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    await once(client, 'connect');
    expect([client.connecting, undeclared(client).secureConnecting]).toEqual([false, true]);
    await once(client, 'secureConnect');
    expect([client.connecting, undeclared(client).secureConnecting, client.authorized]).toEqual([false, false, true]);
  });

  test('connects from the local address that it is told', async () => {
    const { client, server } = await peers.pair({}, { localAddress: '127.0.0.2' } as object);
    expect([client.localAddress, server.remoteAddress]).toEqual(['127.0.0.2', '127.0.0.2']);
  });

  test('uses the secure context that it is given, and no other certificates', async () => {
    const secureContext = tls.createSecureContext({ ca: certificatePem('otherRoot') });
    const error = await peers.refused(await echo(), { secureContext });
    expect(error.code).toBe('UNABLE_TO_GET_ISSUER_CERT_LOCALLY');
    const good = await peers.open(await echo(), { secureContext: tls.createSecureContext({ ca: certificatePem('root') }), ca: [] });
    expect(good.authorized).toBe(true);
  });

  test('is aborted by its signal', async () => {
    const controller = new AbortController();
    const client = peers.connect(await echo(), { signal: controller.signal } as object);
    const closed = once(client, 'close').catch((error: unknown) => error);
    controller.abort();
    expect(((await closed) as TlsError).code).toBe('ABORT_ERR');
    expect(client.destroyed).toBe(true);
  });

  test('gives what is read to onread, if that is given', async () => {
    const received: string[] = [];
    const client = peers.connect(await echo(), {
      onread: {
        buffer: Buffer.alloc(16),
        callback: (size: number, buffer: Buffer) => {
          received.push(buffer.toString('latin1', 0, size));
          client.end();
          return true;
        },
      },
    } as object);
    client.write('into the buffer');
    await once(client, 'close');
    expect(received.join('')).toBe('into the buffer');
  });
});
