// A library context and a property query go all the way: connect, connectSync, createServer and its names, libssl/tls, libssl/https.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { connect, connectSync, createServer, LibraryContext, SslContext } from '../../lib/index.ts';
import * as https from '../../lib/tls/https.ts';
import * as tls from '../../lib/tls/index.ts';
import { describeEachOf } from '../support/libraries.ts';
import { named, withContexts } from '../support/modules.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';
import { serve, stopServers } from '../support/ssl-server.ts';

const ca = certificatePem('root');
const refused = expect.objectContaining({ name: 'SettingError', function: 'SSL_CTX_new_ex' });

afterEach(stopServers);

describeEachOf('the library context of OpenSSL %s', named(withContexts), (_, { library }) => {
  test('is that of a client and of a server, and of the server’s other names', async () => {
    const [ofServer, ofClient] = [new LibraryContext({ library }), new LibraryContext({ library, providers: ['default'] })];
    const { server, port } = await serve(library, {
      libraryContext: ofServer,
      contexts: { 'other.test': identity('serverEc') },
    });
    expect(server.context.libraryContext).toBe(ofServer);
    for (const serverName of ['other.test', hosts.good]) {
      const options = {
        host: '127.0.0.1',
        port,
        ca,
        serverName,
        verifyName: hosts.good,
        libraryContext: ofClient,
        propertyQuery: '?fips=no',
      };
      const socket = await connect(options);
      expect(socket.engine.context.libraryContext).toBe(ofClient);
      socket.write('both ways');
      expect(String((await once(socket, 'data')) as unknown)).toBe('both ways');
      const closed = once(socket, 'close');
      socket.resume().end();
      await closed;
    }
    const foreign = new SslContext({ role: 'server', library, ...identity('serverEc') });
    expect(() => server.addContext('third.test', foreign)).toThrow(expect.objectContaining({ code: 'ERR_SSL_ARGUMENT' }));
    const own = new SslContext({ role: 'server', libraryContext: ofServer, ...identity('serverEc') });
    expect(() => server.addContext('third.test', own)).not.toThrow();
  });

  test('is refused with another library, before anything is connected', async () => {
    const libraryContext = new LibraryContext({ library });
    const other = withContexts.find((entry) => entry.library !== library)?.library;
    if (other === undefined) return;
    const wrong = expect.objectContaining({ code: 'ERR_SSL_ARGUMENT', argument: 'options.libraryContext' });
    const options = { host: '127.0.0.1', port: 1, ca, library: other, libraryContext };
    await expect(connect(options)).rejects.toThrow(wrong);
    expect(() => connectSync(options)).toThrow(wrong);
    expect(() => createServer({ ...identity('server'), library: other, libraryContext })).toThrow(wrong);
  });

  test('has a query that nothing fulfils refused, before anything is connected', async () => {
    const options = { host: '127.0.0.1', port: 1, ca, library, propertyQuery: 'provider=nosuch' };
    await expect(connect(options)).rejects.toThrow(refused);
    expect(() => connectSync(options)).toThrow(refused);
    expect(() => createServer({ ...identity('server'), library, propertyQuery: 'provider=nosuch' })).toThrow(refused);
  });

  describe('in libssl/tls', () => {
    const listen = async (server: ReturnType<typeof tls.createServer> | ReturnType<typeof https.createServer>): Promise<number> => {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    };
    const pem = identity('server');
    const own = { cert: pem.certificate, key: pem.privateKey };
    const trust = { ca, host: '127.0.0.1', servername: hosts.good };

    test('is that of a secure context, of a client and of a server', async () => {
      const libraryContext = new LibraryContext({ library });
      expect(tls.createSecureContext({ libraryContext }).library).toBe(library);
      const server = tls.createServer({ ...own, libraryContext }, (socket) => socket.resume().end('hello'));
      const socket = tls.connect({ ...trust, port: await listen(server), libraryContext });
      const closed = once(socket, 'close');
      expect(String((await once(socket, 'data')) as unknown)).toBe('hello');
      expect(socket.authorized).toBe(true);
      await closed;
      server.close();
      await once(server, 'close');
      expect(() => tls.createSecureContext({ library, propertyQuery: 'provider=nosuch' })).toThrow(/no ciphers/);
      expect(() => tls.createSecureContext({ libraryContext: new LibraryContext({ library, providers: ['null'] }) })).toThrow(Error);
    });

    test('is that of https', async () => {
      const libraryContext = new LibraryContext({ library });
      const server = https.createServer({ ...own, libraryContext }, (_request, response) => response.end('hello'));
      const port = await listen(server);
      const request = https.get({ ...trust, port, libraryContext, agent: false } as never);
      const [response] = (await once(request, 'response')) as [NodeJS.ReadableStream];
      let body = '';
      for await (const part of response) body += String(part);
      expect(body).toBe('hello');
      server.close();
      await once(server, 'close');
    });
  });
});
